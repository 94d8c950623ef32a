import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { FeedError, issue } from '../../src/issue.js'
import type { AnnounceReport, Announcement } from '../../src/node/announce-report.js'
import type { BuildOptions } from '../../src/node/report.js'
import type { ServeOptions } from '../../src/node/serve.js'
import type { WatchOptions } from '../../src/node/watch.js'
import { documentAt, emptyFolder, fake, report, services } from './surroundings.js'

/** A folder with a configuration, and what stands in for the machine there. */
function newsroom(
  text = `export default { title: 'A' }\n`,
  given: Parameters<typeof fake>[0] = {},
) {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'pressfeed.config.ts'), text)
  return fake({ cwd, ...given })
}

const made = report({ documents: [documentAt('rss.xml')], bytes: 12_345, articles: 20 })
const refused = report({
  ok: false,
  issues: [issue('missing-field', 'feeds[0].path', 'No path: expected one such as /rss.xml')],
})

describe('wrong usage', () => {
  it.each([
    ['', 'Usage: pressfeed [options] [command]'],
    ['bild', "Unknown command 'bild'\n(Did you mean build?)"],
    ['build --cofnig x', "Unknown option '--cofnig'\n(Did you mean --config?)"],
    ['build now', "Too many arguments for 'build'"],
    ['build --now 2-March', "argument '2-March' is invalid. Expected a date such as 2026-03-02"],
    ['build --now 2026-02-30', "argument '2026-02-30' is invalid"],
    ['build --now', "Option '--now <instant>' argument missing"],
    ['build --out=', 'Expected a path'],
    ['build --port 80', "Unknown option '--port'"],
    ['check --dry-run', "Unknown option '--dry-run'"],
    ['serve --port 65536', 'Expected a number from 0 to 65535'],
    ['serve --port -1', 'Expected a number from 0 to 65535'],
    ['serve --port 1e3', 'Expected a number from 0 to 65535'],
    ['announce --timeout 0', 'Expected a whole number of seconds from 1 to 600.'],
    ['announce --timeout 601', 'Expected a whole number of seconds from 1 to 600.'],
    ['announce --timeout 1.5', 'Expected a whole number of seconds from 1 to 600.'],
    ['announce --state=', 'Expected a path'],
    ['announce --strict', "Unknown option '--strict'"],
    ['announce', 'There is no pressfeed.config.ts in this folder'],
    ['watch --strict', "Unknown option '--strict'"],
    ['help bild', 'Usage: pressfeed'],
    ['build --config nope.ts', 'There is no file "nope.ts".'],
    ['build --config nope.ts --json', 'There is no file "nope.ts".'],
    ['links', 'There is no pressfeed.config.ts in this folder'],
    ['headers nginx', 'There is no pressfeed.config.ts in this folder'],
    ['headers', "Missing required argument 'host'"],
    ['headers github', 'Expected one of netlify, cloudflare, vercel, nginx, apache.'],
    ['headers Netlfy', 'Did you mean netlify? Expected one of netlify, cloudflare'],
    ['watch', 'There is no pressfeed.config.ts in this folder'],
    ['serve', 'There is no pressfeed.config.ts in this folder'],
    ['init', 'give --yes'],
    ['init --yes --link newsroom.example', '--link: Cannot use address "newsroom.example"'],
  ])('pressfeed %s', async (words, said) => {
    const surroundings = fake({ cwd: emptyFolder() })
    expect(await run(words.split(' ').filter(Boolean), surroundings, services())).toBe(2)
    expect(surroundings.stderr.text).toContain(said)
    expect(surroundings.stderr.text).not.toMatch(/^ +at /m)
    expect(surroundings.stdout.text).toBe('')
  })
})

describe('help', () => {
  it.each([
    ['help', 'Usage: pressfeed [options] [command]'],
    ['--help', 'Exit codes: 0 done; 1 findings refuse the feeds'],
    ['help build', 'Usage: pressfeed build'],
    ['build -h', '--dry-run'],
    ['help announce', '--state <file>'],
    ['--version', '0.'],
    ['-v', '0.'],
  ])('pressfeed %s', async (words, said) => {
    const surroundings = fake()
    expect(await run(words.split(' '), surroundings, services())).toBe(0)
    expect(surroundings.stdout.text).toContain(said)
    expect(surroundings.stderr.text).toBe('')
    const lines = surroundings.stdout.text.split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})

describe('pressfeed build', () => {
  it('passes on what was asked', async () => {
    const surroundings = newsroom()
    const calls: unknown[] = []
    const runBuild = (...given: unknown[]) => {
      calls.push(given)
      return Promise.resolve(made)
    }
    const { cwd } = surroundings
    expect(await run(['build'], surroundings, services({ runBuild }))).toBe(0)
    const words = ['build', '--out', 'a b', '--now', '2026-03-02', '--strict', '--dry-run']
    expect(await run(words, surroundings, services({ runBuild }))).toBe(0)
    expect(calls).toEqual([
      [{ title: 'A' }, { outDir: join(cwd, 'dist'), root: cwd, dryRun: false, strict: false }],
      [
        { title: 'A' },
        { outDir: join(cwd, 'a b'), root: cwd, dryRun: true, strict: true, now: '2026-03-02' },
      ],
    ])
  })

  it('keeps what it read in the nearest node_modules, unless it may not', async () => {
    const surroundings = newsroom()
    const calls: unknown[] = []
    const runBuild = (_: unknown, { cacheDir }: { readonly cacheDir?: string | undefined }) => {
      calls.push(cacheDir)
      return Promise.resolve(made)
    }
    mkdirSync(join(surroundings.cwd, 'node_modules'))
    for (const words of [['build'], ['check'], ['build', '--no-cache']]) {
      await run(words, surroundings, services({ runBuild, runCheck: runBuild }))
    }
    const cacheDir = join(surroundings.cwd, 'node_modules', '.cache', 'pressfeed')
    expect(calls).toEqual([cacheDir, cacheDir, undefined])
  })

  it('prints the table', async () => {
    const surroundings = newsroom()
    const runBuild = () => Promise.resolve(made)
    expect(await run(['build'], surroundings, services({ runBuild }))).toBe(0)
    expect(surroundings.stdout.text).toBe(
      '  written  rss.xml  12.3 kB  20 articles\nDone in 0.41 s: 1 written, 12.3 kB, 20 articles.\n',
    )
    expect(surroundings.stderr.text).toBe('')
  })

  it('is refused with 1', async () => {
    const surroundings = newsroom()
    const runBuild = () => Promise.resolve(refused)
    expect(await run(['build'], surroundings, services({ runBuild }))).toBe(1)
    expect(surroundings.stdout.text).toBe('Nothing was written: 1 error to mend.\n')
    expect(surroundings.stderr.text).toMatch(/^pressfeed\.config\.ts\n {2}error {4}feeds\[0\]/)
  })

  it.each([made, refused])('prints one object with --json', async (result) => {
    const surroundings = newsroom(undefined, { terminal: true, clock: () => Math.random() * 1e9 })
    const runBuild = (_: unknown, { onProgress }: BuildOptions) => {
      onProgress?.({ step: 'read', done: 1 })
      return Promise.resolve(result)
    }
    const code = await run(['build', '--json'], surroundings, services({ runBuild }))
    expect(code).toBe(result.ok ? 0 : 1)
    expect(JSON.parse(surroundings.stdout.text)).toEqual(result)
    expect(surroundings.stderr.text).toBe('')
  })

  it('erases the bar before it reports', async () => {
    let time = 0
    const surroundings = newsroom(undefined, { terminal: true, clock: () => (time += 600) })
    const runBuild = (_: unknown, { onProgress }: BuildOptions) => {
      onProgress?.({ step: 'read', done: 1 })
      return Promise.resolve(refused)
    }
    await run(['build'], surroundings, services({ runBuild }))
    expect(surroundings.stderr.text).toMatch(
      /^\r\u001B\[2KReading: 1 article\r\u001B\[2K\u001B\[1m/,
    )
  })

  it('reports a configuration that cannot be used', async () => {
    const surroundings = newsroom(`\nthrow new Error('no')\n`)
    expect(await run(['build'], surroundings, services())).toBe(1)
    expect(surroundings.stdout.text).toBe('Nothing was written: 1 error to mend.\n')
    expect(surroundings.stderr.text).toBe(
      [
        'pressfeed.config.ts:2',
        '  error    The configuration stopped with an error: no',
        '           cannot-read',
        '',
        '',
      ].join('\n'),
    )
    const json = newsroom(`\nthrow new Error('no')\n`)
    expect(await run(['check', '--json'], json, services())).toBe(1)
    expect(JSON.parse(json.stdout.text)).toEqual({
      ...report({ ok: false, dryRun: true, outDir: join(json.cwd, 'dist'), milliseconds: 0 }),
      issues: [
        {
          code: 'cannot-read',
          severity: 'error',
          path: '',
          message: 'The configuration stopped with an error: no',
          file: 'pressfeed.config.ts',
          line: 2,
        },
      ],
    })
    expect(json.stderr.text).toBe('')
  })

  it('shows the stack of a mistake of ours', async () => {
    const surroundings = newsroom()
    const runBuild = () =>
      Promise.reject(new TypeError('x is undefined', { cause: new Error('y') }))
    expect(await run(['build', '--json'], surroundings, services({ runBuild }))).toBe(1)
    expect(surroundings.stderr.text).toMatch(
      /^This is a mistake in pressfeed .*\nTypeError: x is undefined\n +at [^]*\nCaused by: Error: y\n/,
    )
    expect(surroundings.stdout.text).toBe('')
  })
})

describe('pressfeed check', () => {
  it('is a dry run of its own', async () => {
    const surroundings = newsroom()
    const runCheck = (_: unknown, { dryRun }: BuildOptions) =>
      Promise.resolve({ ...made, dryRun: dryRun === true })
    expect(await run(['check'], surroundings, services({ runCheck }))).toBe(0)
    expect(surroundings.stdout.text).toBe(
      '  would be written  rss.xml  12.3 kB  20 articles\n' +
        'Checked in 0.41 s, nothing was written: 1 would be written, 12.3 kB, 20\narticles.\n',
    )
  })
})

describe('pressfeed announce', () => {
  const hub = 'https://hub.example/'
  const at = (path: string, status: Announcement['status'], more: Partial<Announcement> = {}) => ({
    ...{ path, url: `https://newsroom.example/${path}`, hub, status, tries: 1 },
    ...more,
  })
  const announced = (given: Partial<AnnounceReport> = {}): AnnounceReport => ({
    ...{ ok: true, dryRun: false, outDir: '/press/dist', stateFile: '/press/state.json' },
    ...{ announcements: [], issues: [], milliseconds: 410 },
    ...given,
  })

  it('passes on what was asked', async () => {
    const surroundings = newsroom()
    const { cwd } = surroundings
    const calls: unknown[] = []
    const announce = (...given: unknown[]) => {
      calls.push(given)
      return Promise.resolve(announced())
    }
    expect(await run(['announce'], surroundings, services({ announce }))).toBe(0)
    const words = 'announce --out x --all --dry-run --state s.json --timeout 30'.split(' ')
    expect(await run(words, surroundings, services({ announce }))).toBe(0)
    const outDir = join(cwd, 'x')
    expect(calls).toEqual([
      [{ title: 'A' }, { outDir: join(cwd, 'dist'), all: false, dryRun: false }],
      [
        { title: 'A' },
        { outDir, stateFile: join(cwd, 's.json'), all: true, dryRun: true, timeoutInSeconds: 30 },
      ],
    ])
  })

  it('prints a line for each feed and hub, and why it failed, within the terminal', async () => {
    const surroundings = newsroom()
    const report = announced({
      ok: false,
      announcements: [
        at('rss.xml', 'announced'),
        at('fr/atom.xml', 'unchanged', { tries: 0 }),
        at('feed.json', 'failed', {
          httpStatus: 400,
          reason: `the hub answered 400: ${'Unknown topic '.repeat(8)}\u001b[2J`,
        }),
      ],
    })
    const announce = () => Promise.resolve(report)
    expect(await run(['announce'], surroundings, services({ announce }))).toBe(1)
    const { text } = surroundings.stdout
    expect(text.split('\n')).toEqual([
      '  announced  rss.xml      https://hub.example/',
      '  unchanged  fr/atom.xml  https://hub.example/',
      '  failed     feed.json    https://hub.example/',
      '    the hub answered 400: Unknown topic Unknown topic Unknown topic Unknown',
      '    topic Unknown topic Unknown topic Unknown topic Unknown topic \\u001b[2J',
      'Done in 0.41 s: 1 announced, 1 unchanged, 1 failed. What failed is tried again',
      'the next time.',
      '',
    ])
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(surroundings.stderr.text).toBe('')
  })

  it('says in a dry run what would be', async () => {
    const surroundings = newsroom()
    const announcements = [at('rss.xml', 'announced', { tries: 0 })]
    const announce = () => Promise.resolve(announced({ dryRun: true, announcements }))
    expect(await run(['announce', '--dry-run'], surroundings, services({ announce }))).toBe(0)
    expect(surroundings.stdout.text).toBe(
      '  would be announced  rss.xml  https://hub.example/\n' +
        'Dry run in 0.41 s, nothing was sent: 1 would be announced.\n',
    )
  })

  it('prints findings as other commands do', async () => {
    const surroundings = newsroom()
    const issues = [issue('missing-field', 'hub', 'No hub to tell: expected its address')]
    const announce = () => Promise.resolve(announced({ ok: false, issues }))
    expect(await run(['announce'], surroundings, services({ announce }))).toBe(1)
    expect(surroundings.stderr.text).toMatch(/^pressfeed\.config\.ts\n {2}error {4}hub: No hub/)
    expect(surroundings.stdout.text).toBe('Nothing was announced: 1 error to mend.\n')
  })

  it('prints one object with --json', async () => {
    const surroundings = newsroom()
    const announcements = [at('rss.xml', 'failed', { reason: 'no answer within 10 s' })]
    const report = announced({ ok: false, announcements })
    const announce = () => Promise.resolve(report)
    expect(await run(['announce', '--json'], surroundings, services({ announce }))).toBe(1)
    expect(JSON.parse(surroundings.stdout.text)).toEqual(report)
    expect(surroundings.stderr.text).toBe('')
    const broken = newsroom(`\nthrow new Error('no')\n`)
    expect(await run(['announce', '--json'], broken, services())).toBe(1)
    expect(JSON.parse(broken.stdout.text)).toMatchObject({
      ...{ ok: false, dryRun: false, outDir: join(broken.cwd, 'dist'), announcements: [] },
      stateFile: join(broken.cwd, 'dist/.pressfeed/announced.json'),
      issues: [{ code: 'cannot-read', line: 2 }],
    })
  })
})

describe('pressfeed links', () => {
  it('prints the lines', async () => {
    const surroundings = newsroom()
    const alternateLinks = () => '<link rel="alternate">\n<link>\n'
    expect(await run(['links'], surroundings, services({ alternateLinks }))).toBe(0)
    expect(surroundings.stdout.text).toBe('<link rel="alternate">\n<link>\n')
  })

  it('prints findings instead', async () => {
    const surroundings = newsroom()
    const alternateLinks = () => {
      throw new FeedError(refused.issues)
    }
    expect(await run(['links'], surroundings, services({ alternateLinks }))).toBe(1)
    expect(surroundings.stdout.text).toBe('')
    expect(surroundings.stderr.text).toContain('missing-field')
    const broken = newsroom('export default {')
    expect(await run(['links'], broken, services())).toBe(1)
    expect(broken.stderr.text).toMatch(/^pressfeed\.config\.ts:\d+:\d+\n {2}error/)
  })
})

describe('pressfeed headers', () => {
  it('prints what the host is told, and beside it what it cannot be told', async () => {
    const surroundings = newsroom()
    const said = issue('host-limits', 'feeds', 'Cloudflare reads less: expected fewer feeds')
    const hostHeaders = (_: unknown, host: string) => ({ text: `${host}\n`, issues: [said] })
    expect(await run(['headers', 'vercel'], surroundings, services({ hostHeaders }))).toBe(0)
    expect(surroundings.stdout.text).toBe('vercel\n')
    expect(surroundings.stderr.text).toContain('host-limits')
  })

  it('prints findings instead', async () => {
    const surroundings = newsroom()
    const hostHeaders = () => {
      throw new FeedError(refused.issues)
    }
    expect(await run(['headers', 'nginx'], surroundings, services({ hostHeaders }))).toBe(1)
    expect(surroundings.stdout.text).toBe('')
    expect(surroundings.stderr.text).toContain('missing-field')
  })
})

describe('pressfeed watch', () => {
  it('reports each build with the time of day, goes on after errors, and ends with 0', async () => {
    const surroundings = newsroom()
    let told: WatchOptions | undefined
    const watch = async (load: () => Promise<unknown>, options: WatchOptions) => {
      told = options
      expect(await load()).toEqual({ title: 'A' })
      options.onWatching?.('seen')
      options.onReport(made)
      options.onReport(refused)
      const config = join(surroundings.cwd, 'pressfeed.config.ts')
      writeFileSync(config, 'export default 3')
      await load().catch(options.onError)
      options.onError(new Error('ours'))
      surroundings.interrupt()
      expect(options.signal.aborted).toBe(true)
    }
    expect(await run(['watch', '--out', 'x'], surroundings, services({ watch }))).toBe(0)
    expect(told).toMatchObject({ root: surroundings.cwd, outDir: join(surroundings.cwd, 'x') })
    expect(surroundings.stdout.text.replace(/\d\d:\d\d:\d\d/g, 'TIME')).toBe(
      [
        'Watching pressfeed.config.ts and the articles. Ctrl-C ends it.',
        'TIME  Done in 0.41 s: 1 written, 12.3 kB, 20 articles.',
        'TIME  Nothing was written: 1 error to mend.',
        '',
      ].join('\n'),
    )
    expect(surroundings.stderr.text).toContain('Cannot use a number: expected a newsroom')
    expect(surroundings.stderr.text).toContain('This is a mistake in pressfeed')
  })
})

describe('pressfeed serve', () => {
  it('prints the addresses, and ends with 0', async () => {
    const surroundings = newsroom()
    const serve = (_: unknown, { port, onReport, onListening }: ServeOptions) => {
      onReport(made)
      onListening([`http://localhost:${port}/rss.xml`], [`http://localhost:${port}/`])
      return Promise.resolve()
    }
    expect(await run(['serve', '--port', '4100'], surroundings, services({ serve }))).toBe(0)
    expect(surroundings.stdout.text).toContain(
      'Subscribe to one of these on this machine:\n  http://localhost:4100/rss.xml\n' +
        'Open one of these in your browser:\n  http://localhost:4100/\n' +
        'What you change shows here when pressfeed watch runs beside it. Ctrl-C ends it.\n',
    )
  })

  it('ends with 1 when the feeds are refused', async () => {
    const surroundings = newsroom()
    const serve = (_: unknown, { onReport }: ServeOptions) => Promise.resolve(onReport(refused))
    expect(await run(['serve'], surroundings, services({ serve }))).toBe(1)
  })

  it('says that a port is in use', async () => {
    const surroundings = newsroom()
    const error = Object.assign(new Error('listen'), { code: 'EADDRINUSE', syscall: 'listen' })
    const serve = () => Promise.reject(error)
    expect(await run(['serve', '--port', '80'], surroundings, services({ serve }))).toBe(1)
    expect(surroundings.stderr.text).toBe('Port 80 is in use: give another one with --port.\n')
  })
})
