/** The options of `markdownFolder`, checked. */
import { show } from '../create-feed/findings.js'
import { issue, type Issue } from '../issue.js'

/** Options of `markdownFolder`. `undefined`, `null` and `''` mean "not given". */
export interface MarkdownFolderOptions {
  /**
   * Files and folders to pass over: patterns such as `drafts` or `**\/*.notes.md`, relative to the folder
   * (picomatch). Names that begin with `.` or `_`, and `node_modules`, are always passed over. Default: none.
   */
  readonly ignore?: string | readonly string[] | null | undefined
  /**
   * The site's folder of static files, absolute or relative to the root. An address that begins with `/`
   * is looked up there. Default: none; such files are then not looked up.
   */
  readonly publicFolder?: string | null | undefined
  /**
   * The address at which the files of the article folder are served: `/news/`, absolute or relative to the
   * newsroom's link. Relative addresses in an article are then relative to where its file stands below it;
   * `base` in an article goes before. Default: they are relative to the article's link.
   */
  readonly filesAt?: string | null | undefined
  /**
   * The link of articles that have none. Text in which `{path}` stands for the path of the file below the
   * folder, without its ending, percent-encoded, a last `/index` left out: `/news/{path}/`. Or a function of
   * that path. Default: none; every file then needs a `link`.
   */
  readonly link?: string | ((path: string) => string) | null | undefined
  /** From how many bytes on a picture gets a warning. Whole number from 1. Default: 5 000 000. */
  readonly maxPictureBytes?: number | null | undefined
}

/** Options that keep to their types. */
export interface FolderSettings {
  readonly folder: string
  readonly ignore: string | readonly string[]
  readonly publicFolder: string | undefined
  readonly filesAt: string | undefined
  readonly link: string | ((path: string) => string) | undefined
  readonly maxPictureBytes: number
}

/** The settings, or an issue for each option that is wrong; its path is the name of the option. */
export function readFolderOptions(
  folder: string,
  options: MarkdownFolderOptions,
): FolderSettings | { readonly issues: readonly Issue[] } {
  if (!isObject(options)) return { issues: [wrong('options', options, 'an object')] }
  const given = { folder, ...options }
  const issues = [...unknownNames(options), ...wrongTypes(given)]
  if (issues.length > 0) return { issues }
  return {
    folder,
    ignore: options.ignore || [],
    publicFolder: options.publicFolder || undefined,
    filesAt: options.filesAt || undefined,
    link: options.link || undefined,
    maxPictureBytes: options.maxPictureBytes ?? 5_000_000,
  }
}

const wanted = {
  folder: { expected: 'the path of a folder', fits: (value) => isText(value) && value !== '' },
  ignore: {
    expected: 'a pattern or a list of patterns',
    fits: (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
  },
  publicFolder: { expected: 'the path of a folder', fits: isText },
  filesAt: { expected: 'an address such as /news/', fits: isText },
  link: {
    expected: 'an address with {path} in it, or a function',
    fits: (value) => typeof value === 'function' || (isText(value) && value.includes('{path}')),
  },
  maxPictureBytes: {
    expected: 'a whole number of bytes',
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  },
} as const satisfies Readonly<
  Record<string, { readonly expected: string; readonly fits: (value: unknown) => boolean }>
>

function wrongTypes(given: Readonly<Record<string, unknown>>): readonly Issue[] {
  return Object.entries(wanted).flatMap(([name, { expected, fits }]) => {
    const value = given[name]
    const absent = value === undefined || value === null || value === ''
    if (fits(value) || (absent && name !== 'folder')) return []
    return [wrong(name, value, expected)]
  })
}

function unknownNames(options: object): readonly Issue[] {
  const names = Object.keys(wanted).filter((name) => name !== 'folder')
  return Object.keys(options)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const expected = `expected one of ${names.join(', ')}`
      return issue(
        'wrong-type',
        name,
        `Cannot use option ${show(name)} of markdownFolder: ${expected}`,
      )
    })
}

function wrong(name: string, value: unknown, expected: string): Issue {
  const message = `Cannot use ${name} ${show(value)} of markdownFolder: expected ${expected}`
  return issue('wrong-type', name, message)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
