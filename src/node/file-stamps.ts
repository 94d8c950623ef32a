/** Whether files are as they were, as far as that can be told without opening them. */
import { stat } from 'node:fs/promises'

/** Of a file that is there: its times of change and its size. */
export async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeMs, ctimeMs, size } = await stat(path)
    return `${mtimeMs}-${ctimeMs}-${size}`
  } catch {
    return 'absent'
  }
}

/** The stamps of files, by their paths. */
export async function stampsOf(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const stamps = await Promise.all(paths.map(stampOf))
  return new Map(paths.map((path, index) => [path, stamps[index] ?? '']))
}

/** The stamps of some of them, in the order of the paths; `undefined` if one is not among them. */
export function pick(
  stamps: ReadonlyMap<string, string>,
  paths: readonly string[],
): readonly string[] | undefined {
  const picked = paths.flatMap((path) => stamps.get(path) ?? [])
  return picked.length === paths.length ? picked : undefined
}
