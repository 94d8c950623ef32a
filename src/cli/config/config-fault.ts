/** A configuration that is there but gives no newsroom. */
import { issue, type Issue, type IssueCode } from '../../issue.js'

/** Thrown when a configuration cannot be used; carries the finding, with its file. Exit code 1. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
  /** What is wrong; its file is relative to the folder of the configuration. */
  readonly issue: Issue

  constructor(code: IssueCode, message: string, place: ConfigPlace) {
    super(message)
    const { path = '', file, line, column } = place
    const found = issue(code, path, message)
    const position = line === undefined ? {} : column === undefined ? { line } : { line, column }
    this.issue = { ...found, file, ...position }
  }
}

/** Where in a configuration something is wrong. */
export interface ConfigPlace {
  /** Path within the newsroom. */
  readonly path?: string | undefined
  /** The file, relative to the folder of the configuration. */
  readonly file: string
  readonly line?: number | undefined
  readonly column?: number | undefined
}
