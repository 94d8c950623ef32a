/** What Node says when it cannot read, as the end of `Cannot read …: expected …`. */
import { show } from '../create-feed/findings.js'
import { issue, type Issue } from '../issue.js'
import { messageOf } from '../newsroom/message-of.js'

/** An issue `cannot-read`. `name` is what the message calls the file or folder. */
export function cannotRead(name: string, error: unknown, wanted = 'a file', path = ''): Issue {
  const reason = reasons[codeOf(error)] ?? `, but: ${messageOf(error)}`
  return issue('cannot-read', path, `Cannot read ${show(name)}: expected ${wanted}${reason}`)
}

/** The code of an error of Node: `ENOENT`. Empty when it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: ', but nothing is there',
  ENOTDIR: ', but it is none',
  EISDIR: ', but it is a folder',
  EACCES: ' that may be read, but there is no permission',
  EPERM: ' that may be read, but there is no permission',
  ELOOP: ', but its links lead to each other',
  EINVAL: ', but it is none',
}
