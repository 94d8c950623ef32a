/** All findings of a build, each once: several documents carry the same article. */
import { FeedError, type Issue } from '../issue.js'

/** Collects findings. */
export class FindingsList {
  readonly #known = new Set<string>()
  readonly #issues: Issue[] = []
  #errors = 0

  /** Adds what is not known yet. */
  add(issues: readonly Issue[]): void {
    for (const found of issues) {
      const { code, path, message, file, line, column } = found
      const key = JSON.stringify([code, path, message, file, line, column])
      if (this.#known.has(key)) continue
      this.#known.add(key)
      this.#issues.push(found)
      if (found.severity === 'error') this.#errors += 1
    }
  }

  /** Adds what an error carries; an error of another kind is thrown on. */
  addFault(error: unknown): void {
    if (!(error instanceof FeedError)) throw error
    this.add(error.issues)
  }

  /** Whether something refuses the build. */
  refuses(strict: boolean): boolean {
    return this.#errors > 0 || (strict && this.#issues.length > 0)
  }

  /** Those about one article follow each other, articles and the newsroom in the order in which they were first found. */
  get issues(): readonly Issue[] {
    const groups = new Map<string, Issue[]>()
    for (const found of this.#issues) {
      const key = found.file ?? /^articles\[\d+\]/.exec(found.path)?.[0] ?? ''
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [found])
      else group.push(found)
    }
    return [...groups.values()].flatMap((group) => group.sort(byLine))
  }
}

function byLine(a: Issue, b: Issue): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
