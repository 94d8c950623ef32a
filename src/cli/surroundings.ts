/** What the command touches of the machine, passed in so that tests can stand in for it. */

/** Where text is written: standard output or error. */
export type Output = NodeJS.WritableStream & {
  /** Whether a person looks at it. */
  readonly isTTY?: boolean | undefined
  /** How many characters a line of the terminal has. */
  readonly columns?: number | undefined
}

/** Standard input. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined }

/** The streams, the environment and the clocks of the command. */
export interface Surroundings {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** The working folder, absolute. */
  readonly cwd: string
  /** The time zone of the machine, a name of the IANA database. */
  readonly timeZone: string
  /** The present. */
  readonly now: () => Date
  /** Milliseconds that only ever go up, for what takes how long. */
  readonly clock: () => number
  /** From now on Ctrl-C no longer ends the process but aborts this signal. */
  readonly untilInterrupted: () => AbortSignal
}

/** How many characters a line has: 80 when it is not known, and at least 40. */
export function lineWidth({ columns }: Output): number {
  return columns === undefined || columns === 0 ? 80 : Math.max(40, columns)
}
