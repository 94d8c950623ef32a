/** Failures of the file system in plain words. */
import { FeedError, issue, type IssueCode } from '../issue.js'

const noRoom = 'the disk is full; expected room for it'
const noPermission = 'permission is denied; expected a place that this user may write to'
const wantsFolder = 'a file is where a folder should be; expected that file to be moved away'
const wantsFile = 'a folder is where the file should be; expected that folder to be moved away'
const tooManyOpen = 'too many files are open on this machine; expected fewer programs at work'

const words: Readonly<Record<string, string>> = {
  ENOSPC: noRoom,
  EDQUOT: 'the space that this user may fill is full; expected room for it',
  EFBIG: 'the file is too large for this disk; expected a smaller one',
  EROFS: 'the disk is read-only; expected one that can be written',
  EACCES: noPermission,
  EPERM: noPermission,
  EBUSY: 'another program has it open; expected that program to be closed',
  ENOTDIR: wantsFolder,
  EEXIST: 'a file or broken link is where a folder should be; expected that to be moved away',
  EISDIR: wantsFile,
  ENOTEMPTY: wantsFile,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  ENAMETOOLONG: 'the name is too long; expected a shorter one',
  ENOENT: 'a folder on the way is gone, or a link leads nowhere; expected it to stay',
  ELOOP: 'links lead in a circle; expected folders',
  EIO: 'the disk reports a fault; expected one that works',
}

/** The code that Node gives errors of the system: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The error of a build with one finding. */
export function fault(code: IssueCode, message: string): FeedError {
  return new FeedError([issue(code, '', message)])
}

/**
 * Puts a failure into words: `Cannot write dist/rss.xml: the disk is full; expected room for it`.
 *
 * @param task what could not be done, as it follows "Cannot": `write dist/rss.xml`
 * @param after what the reader should know beside that: a sentence with its full stop, or nothing
 * @returns the error itself if it is in words already
 */
export function inWords(error: unknown, task: string, after = ''): FeedError {
  if (error instanceof FeedError) return error
  const message = `Cannot ${task}: ${words[codeOf(error) ?? ''] ?? ownWords(error)}`
  const code = task.startsWith('read ') ? 'cannot-read' : 'cannot-write'
  return fault(code, after === '' ? message : `${message}. ${after}`)
}

// "EXDEV: cross-device link not permitted, rename 'a' -> 'b'": the middle is for people.
function ownWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [, system] = /^[A-Z0-9]+: ([^,]+), /.exec(message) ?? []
  return `the system says "${system ?? message}"; expected no such thing`
}
