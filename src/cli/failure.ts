/** Ways to end a command early with a sentence, and without a stack. */

/** The command was called in a wrong way: exit code 2. `message` is a whole sentence. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** The command could not do what it was asked: exit code 1. `message` is a whole sentence. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** The code that the system gives to an error of a file or port: `EACCES`, `EADDRINUSE`. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && 'syscall' in error ? error.code : undefined
}
