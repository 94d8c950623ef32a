/** The files from which hosts take the headers of the feeds, beside the feeds themselves. */
import { Buffer } from 'node:buffer'
import { issue, type Issue } from '../issue.js'
import type { HostWithFile } from '../newsroom/definition.js'
import { headersFor } from '../newsroom/host-headers.js'
import { hostFileNames } from '../newsroom/host-names.js'
import type { Plan } from '../newsroom/plan.js'
import type { FindingsList } from './findings-list.js'
import type { Output } from './output.js'
import type { HostFileReport } from './report.js'

/** Stages the file of each host of a newsroom. One that somebody else wrote is never replaced: that is a finding. */
export async function stageHostFiles(
  plan: Plan,
  output: Output,
  findings: FindingsList,
): Promise<readonly HostFileReport[]> {
  const reports: HostFileReport[] = []
  for (const [path, hosts] of filesOf(plan.hosts)) {
    // Two hosts with one file read the same; the last is the one with limits.
    const host = hosts.includes('cloudflare') ? 'cloudflare' : hosts[0]
    const { text, issues } = headersFor(host, plan)
    findings.add(issues)
    const fault = isUnread(host, plan)
      ? `the output folder is ${plan.site} and ${host} reads it only at /; expected`
      : (await output.isForeign(path, text))
        ? 'it is there and no build of pressfeed left it so; expected it to be moved away, or'
        : undefined
    if (fault !== undefined) findings.add([refusal(path, host, fault)])
    else {
      const status = await output.stage(path, text)
      reports.push({ path, hosts, status, bytes: Buffer.byteLength(text) })
    }
  }
  return reports
}

type Hosts = readonly [HostWithFile, ...HostWithFile[]]

function filesOf(hosts: readonly HostWithFile[]): ReadonlyMap<string, Hosts> {
  const files = new Map<string, Hosts>()
  for (const host of hosts) {
    const path = hostFileNames[host]
    const known = files.get(path)
    files.set(path, known === undefined ? [host] : [...known, host])
  }
  return files
}

// Only Apache looks into every folder.
function isUnread(host: HostWithFile, { site }: Plan): boolean {
  return host !== 'apache' && new URL(site).pathname !== '/'
}

function refusal(path: string, host: HostWithFile, fault: string): Issue {
  const wanted = `what \`pressfeed headers ${host}\` prints in your own ${path}, and ${host} not among the hosts`
  return issue('cannot-write', 'hosts', `Cannot write ${path}: ${fault} ${wanted}`)
}
