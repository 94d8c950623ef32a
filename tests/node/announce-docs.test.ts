import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { run } from '../../src/cli/run.js'
import { services } from '../../src/cli/services.js'
import { fake } from '../cli/surroundings.js'
import { codeBlocksOf } from '../code-blocks.js'
import { temporaryFolder } from './temporary-folder.js'
import { Hub } from './websub-hub.js'

const page = 'docs/announce.md'

function blockIn(language: string): string {
  const [block] = codeBlocksOf(page).filter((each) => each.language === language)
  return block!.code
}

const workflow = parse(blockIn('yaml')) as {
  readonly jobs: {
    readonly publish: {
      readonly steps: readonly {
        readonly run?: string
        readonly uses?: string
        readonly with?: { readonly path?: string; readonly key?: string }
      }[]
    }
  }
}
const { steps } = workflow.jobs.publish
const cron = blockIn('crontab')

function commandsIn(lines: readonly string[]): readonly (readonly string[])[] {
  return lines
    .flatMap((line) => line.split('&&'))
    .map((command) => command.trim().split(/\s+/))
    .filter(([npx, name]) => npx === 'npx' && name === 'pressfeed')
    .map(([, , ...words]) => words)
}

/** A newsroom in JSON, and what runs commands there. */
async function newsroom(text = 'Text') {
  const hub = await Hub.start()
  const cwd = temporaryFolder()
  const write = (body: string) => {
    const article = { title: 'One', link: '/1', published: '2026-01-01', body: `<p>${body}</p>` }
    const head = { title: 'N', link: 'https://newsroom.example/', description: 'N', language: 'en' }
    const feeds = [{ format: 'rss', path: '/rss.xml' }]
    const config = { ...head, hub: hub.url, articles: [article], feeds }
    writeFileSync(join(cwd, 'pressfeed.config.json'), JSON.stringify(config))
  }
  write(text)
  const runAll = async (commands: readonly (readonly string[])[]) => {
    for (const words of commands) {
      const surroundings = fake({ cwd })
      const code = await run(words, surroundings, services)
      expect([code, surroundings.stderr.text]).toEqual([0, expect.not.stringContaining('error')])
    }
  }
  return { hub, cwd, write, runAll }
}

// Each runs six commands or more.
describe('the recipes', { timeout: 120_000 }, () => {
  it('for CI announce what changed, though each run begins with an empty folder', async () => {
    const runs = steps.flatMap(({ run: line }) => line ?? [])
    const order = ['pressfeed build', 'deploy', 'pressfeed announce']
    expect(order.map((word) => runs.findIndex((line) => line.includes(word)))).toEqual([1, 2, 3])
    const kept = steps.filter(({ uses }) => uses?.startsWith('actions/cache/'))
    const state = commandsIn(runs).at(-1)!.at(-1)!
    expect(kept.map((step) => step.with)).toEqual([
      expect.objectContaining({ path: state }),
      expect.objectContaining({ path: state, key: kept[0]!.with!.key }),
    ])

    const { hub, cwd, write, runAll } = await newsroom()
    const counts: number[] = []
    for (const text of ['Text', 'Text', 'Other text']) {
      rmSync(join(cwd, 'dist'), { recursive: true, force: true })
      write(text)
      await runAll(commandsIn(runs))
      counts.push(hub.requests.length)
    }
    expect(counts).toEqual([1, 1, 2])
  })

  it('for cron announce what changed', async () => {
    const { hub, write, runAll } = await newsroom()
    const commands = commandsIn(cron.split('\n'))
    expect(commands).toEqual([['build'], ['announce']])
    await runAll(commands)
    await runAll(commands)
    expect(hub.requests).toHaveLength(1)
    write('Other text')
    await runAll(commands)
    expect(hub.requests).toHaveLength(2)
  })
})

it('the page has every option, and no other', async () => {
  const surroundings = fake()
  await run(['help', 'announce'], surroundings, services)
  const known = [...surroundings.stdout.text.matchAll(/^ +(?:-h, )?(--.*?) {2,}/gm)].map(
    ([, option]) => option,
  )
  const listed = [...readFileSync(page, 'utf8').matchAll(/^\| `(--[^`]+)`/gm)].map(
    ([, option]) => option,
  )
  expect([...listed, '--help']).toEqual(known)
})
