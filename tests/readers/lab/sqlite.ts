/** What a reader has in its SQLite file, while it may be running. */
import { existsSync } from 'node:fs'
import { run } from './program.js'

/** The rows of a query; none, if there is no file yet. */
export async function select<Row>(file: string, query: string): Promise<readonly Row[]> {
  if (!existsSync(file)) return []
  const out = await run('sqlite3', ['-readonly', '-cmd', '.timeout 5000', '-json', file, query])
  return out.trim() === '' ? [] : (JSON.parse(out) as readonly Row[])
}
