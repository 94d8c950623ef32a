import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
  readonly peer?: boolean
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
// What `npm install pressfeed` brings.
const installed = Object.entries(packages).filter(
  ([path, { dev, optional, devOptional, peer }]) =>
    path !== '' && !dev && !optional && !devOptional && !peer,
)

// Each is code that runs at our users' desks. A number that changes is a decision: docs/decisions.md has a line for it.
it('installs 38 packages, and no other', () => {
  expect(installed.map(([path]) => path)).toHaveLength(38)
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  const names = installed.map(([path]) => path.replace(/^node_modules\//, ''))
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)))
})

it('under licences that ask for no more than a notice', () => {
  const counts: Record<string, number> = {}
  for (const [path, { license }] of installed) {
    expect(license, path).toBeTypeOf('string')
    counts[String(license)] = (counts[String(license)] ?? 0) + 1
    // What the lockfile says is what the package says.
    const own = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as Locked
    expect(own.license, path).toBe(license)
    expect(own.version, path).toBe(packages[path]?.version)
  }
  expect(counts).toEqual({ MIT: 28, 'BSD-2-Clause': 6, 'BSD-3-Clause': 1, ISC: 2, 'Python-2.0': 1 })
})

it('none of which runs when it is installed, or comes unchecked', () => {
  for (const [path, { hasInstallScript, integrity }] of installed) {
    expect(hasInstallScript, path).toBeUndefined()
    expect(integrity, path).toMatch(/^sha512-/)
  }
})
