// Whether anything is known to be unsafe in what users install. Ends with 1 only for a finding: a registry that
// answers no audits (some mirrors do not) is said, and proves nothing.
import { spawnSync } from 'node:child_process'

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
const answer = read(stdout)
const found = answer?.metadata?.vulnerabilities?.total
if (found === undefined) {
  const reason = answer?.message ?? answer?.error?.summary ?? 'no answer'
  console.log(`Not audited, the registry answers no audit: ${String(reason).split('\n')[0]}`)
} else if (found === 0) {
  console.log(
    `Audited ${answer.metadata.dependencies.prod} packages: nothing is known against them`,
  )
} else {
  for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities))
    console.error(`${severity}: ${name} ${range}`)
  process.exitCode = 1
}

function read(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
