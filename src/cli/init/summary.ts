/** What `init` says at the end. */
import { printable } from '../text/printable.js'

/** What was made. */
export interface Made {
  /** The newsroom's folder as seen from the working folder; empty if it is that one. */
  readonly folder: string
  /** The files, relative to it. */
  readonly files: readonly string[]
  /** Scripts of an older `package.json` that bear our names and do something else. */
  readonly otherScripts: readonly string[]
  /** Whether the link is the made-up one. */
  readonly hasUsualLink: boolean
}

/** The files that were written, and the next two commands. */
export function summarize({ folder, files, otherScripts, hasUsualLink }: Made): string {
  const name = printable(folder.replaceAll('\\', '/'))
  const enter = folder === '' ? '' : `cd ${/^[\w./-]+$/.test(name) ? name : `"${name}"`} && `
  return [
    `Made a newsroom${folder === '' ? '' : ` in ${name}`}:`,
    ...files.map((path) => `  ${path}`),
    ...otherScripts.map((script) => `The script "${script}" of package.json was there, and stays.`),
    ...(hasUsualLink ? ['Its address is made up: put yours in pressfeed.config.ts.'] : []),
    '',
    'Next:',
    `  ${enter}npm install`,
    otherScripts.includes('feeds') ? '  npx pressfeed build' : '  npm run feeds',
    '',
  ].join('\n')
}
