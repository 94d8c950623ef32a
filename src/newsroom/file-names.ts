/** Which names a build may give to files: those that Linux, macOS and Windows can all hold, and that are not ours. */

/** The subfolder of the output folder for everything that is ours and no feed. */
export const privateFolder = '.pressfeed'

// Microsoft, "Naming Files, Paths, and Namespaces": reserved with any extension too.
const reservedOnWindows =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(?:\.|$)/i
const illegalOnWindows = /[\0-\x1F<>:"|?*]/

/**
 * What speaks against one name of a path, as the sentence after "Cannot write …: "; `undefined` if nothing
 * does. Refused on all systems, so that a newsroom can change machines.
 */
export function nameFault(name: string): string | undefined {
  if (name === '' || name === '.') {
    return 'a name in it is empty; expected a path such as fr/rss.xml'
  }
  if (!name.isWellFormed() || illegalOnWindows.test(name)) {
    return 'it has a character that file names cannot have; expected letters, digits, - and _'
  }
  if (/[. ]$/.test(name)) return 'a name ends in a dot or space; expected it to end in a letter'
  if (reservedOnWindows.test(name)) return 'Windows keeps that name for a device; expected another'
  return undefined
}

/**
 * The same for the first name of a path, if it is {@link privateFolder} to some file system: that of
 * Windows also knows it by a short name.
 */
export function privateFault(name: string): string | undefined {
  return isPrivate(name) || /^pressf~\d/i.test(name)
    ? `pressfeed keeps its own files in ${privateFolder}; expected another folder`
    : undefined
}

/** Whether some file system takes a name for that of {@link privateFolder}. */
export function isPrivate(name: string): boolean {
  return nameKey(name) === privateFolder
}

/**
 * The same for all paths that some file system takes for one file: differences of case and of Unicode
 * normalisation are gone, and so are the characters that HFS+ ignores in names.
 */
export function nameKey(path: string): string {
  const visible = path.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFD')
  return visible.toUpperCase().toLowerCase().normalize('NFC')
}
