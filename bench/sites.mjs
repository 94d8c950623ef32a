// How long a folder of Markdown takes to become feeds, as whole processes: pressfeed; the script that people write
// today; Eleventy with its RSS plugin; and Hugo, making one RSS of the same.
//   node bench/sites.mjs 10000 3
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fieldNames, writeArticles } from './folder.mjs'
import { runProcess } from './process.mjs'
import { median } from './timing.mjs'

const command = resolve('dist/cli/main.js')
const bench = resolve('bench')
const all = 10_000_000

/** The rows of the group `build`. */
export function measureBuild(count, rounds) {
  const root = mkdtempSync(join(tmpdir(), 'pressfeed-bench-'))
  try {
    writeArticles(join(root, 'content'), count, fieldNames.others)
    writeArticles(join(root, 'own'), count, fieldNames.pressfeed)
    const hugo = hasHugo()
    return [
      ...race('newest 50, three feeds', count, rounds, [
        own(root, 'newest', { limit: 50 }),
        script(root, 50),
        eleventy(root, 50),
        ...(hugo ? [hugoSite(root, 50)] : []),
      ]),
      ...race('all, full text, three formats', count, rounds, [
        own(root, 'all', { limit: 50, archive: true }),
        script(root, all),
        eleventy(root, all),
        ...(hugo ? [hugoSite(root, all)] : []),
      ]),
      ...race('nothing changed', count, rounds, [
        own(root, 'newest', { limit: 50 }),
        again(root, 'newest'),
        changed(root, 'newest'),
      ]),
    ]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Time and memory of whole builds with archive, to see how they grow. */
export function measureGrowth(counts, rounds) {
  return counts.flatMap((count) => {
    const root = mkdtempSync(join(tmpdir(), 'pressfeed-bench-'))
    try {
      writeArticles(join(root, 'own'), count, fieldNames.pressfeed)
      return race('all, in archive pages', count, rounds, [
        own(root, 'all', { limit: 50, archive: true }),
      ])
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
}

function race(kind, count, rounds, contenders) {
  const runs = new Map(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, before, run } of contenders) {
      before?.()
      runs.get(name).push(run())
    }
  }
  const entries = [...runs].map(([name, list]) => [
    name,
    {
      seconds: median(list.map(({ seconds }) => seconds)),
      megabytes: median(list.map(({ megabytes }) => megabytes)),
    },
  ])
  return [{ kind, count, contenders: Object.fromEntries(entries) }]
}

function own(root, name, feed) {
  const folder = ownFolder(root, name)
  const out = join(folder, 'dist')
  const feeds = [
    { format: 'rss', path: '/rss.xml', ...feed },
    { format: 'atom', path: '/atom.xml', ...feed },
    { format: 'json', path: '/feed.json', ...feed },
  ]
  // What a build keeps for the next one lies in here.
  const modules = join(folder, 'node_modules')
  mkdirSync(modules, { recursive: true })
  writeFileSync(
    join(folder, 'pressfeed.config.json'),
    JSON.stringify({
      title: 'Office of Energy',
      link: 'https://office.example/',
      description: 'Releases of the office',
      language: 'fr',
      articles: { markdownFolder: '../own' },
      feeds,
    }),
  )
  return {
    name: 'pressfeed',
    before: () => {
      rmSync(out, { recursive: true, force: true })
      rmSync(join(modules, '.cache'), { recursive: true, force: true })
    },
    run: () => pressfeed(folder, out),
  }
}

function again(root, name) {
  const folder = ownFolder(root, name)
  const out = join(folder, 'dist')
  return { name: 'pressfeed, again', run: () => pressfeed(folder, out) }
}

function changed(root, name) {
  const { run } = again(root, name)
  const before = () => {
    const articles = join(root, 'own')
    const [month] = readdirSync(articles)
    const [file] = readdirSync(join(articles, month))
    appendFileSync(join(articles, month, file), '\nOne more sentence.\n')
  }
  return { name: 'pressfeed, one article changed', before, run }
}

function pressfeed(folder, out) {
  const run = runProcess(process.execPath, [command, 'build', '--now', '2027-01-01', '--json'], {
    cwd: folder,
  })
  if (!JSON.parse(run.stdout).ok) throw new Error(run.stdout)
  return atLeast(run, join(out, 'rss.xml'))
}

function ownFolder(root, name) {
  return join(root, `pressfeed-${name}`)
}

function script(root, limit) {
  const out = join(root, 'script')
  return {
    name: 'script',
    before: () => rmSync(out, { recursive: true, force: true }),
    run: () =>
      atLeast(
        runProcess(process.execPath, [
          join(bench, 'script.mjs'),
          join(root, 'content'),
          out,
          String(limit),
        ]),
        join(out, 'rss.xml'),
      ),
  }
}

function eleventy(root, limit) {
  const folder = join(root, `eleventy-${limit}`)
  const input = join(folder, 'input')
  const plugin = fileURLToPath(import.meta.resolve('@11ty/eleventy-plugin-rss'))
  cpSync(join(root, 'content'), input, { recursive: true })
  // The plugin takes only what has a page, so Eleventy writes the pages too.
  writeFileSync(join(input, 'input.json'), JSON.stringify({ tags: 'releases' }))
  writeFileSync(
    join(folder, 'eleventy.config.mjs'),
    `import { feedPlugin } from ${JSON.stringify(plugin)}
export default (config) => {
  config.addPlugin(feedPlugin, {
    type: 'rss',
    outputPath: '/rss.xml',
    collection: { name: 'releases', limit: ${limit === all ? 0 : limit} },
    metadata: { language: 'fr', title: 'Office', subtitle: 'Releases', base: 'https://office.example/', author: { name: 'Office' } },
  })
  return { dir: { input: 'input', output: 'out' }, markdownTemplateEngine: false }
}
`,
  )
  const cli = join(bench, 'node_modules/@11ty/eleventy/cmd.cjs')
  return {
    name: 'Eleventy',
    before: () => rmSync(join(folder, 'out'), { recursive: true, force: true }),
    run: () =>
      atLeast(
        runProcess(process.execPath, [cli, '--quiet'], { cwd: folder }),
        join(folder, 'out', 'rss.xml'),
      ),
  }
}

function hasHugo() {
  return spawnSync('hugo', ['version']).status === 0
}

function hugoSite(root, limit) {
  const folder = join(root, `hugo-${limit}`)
  mkdirSync(join(folder, 'layouts', '_default'), { recursive: true })
  cpSync(join(root, 'content'), join(folder, 'content', 'press'), { recursive: true })
  writeFileSync(
    join(folder, 'config.toml'),
    `baseURL = "https://office.example/"
title = "Office of Energy"
disableKinds = ["section", "taxonomy", "term", "sitemap", "robotsTXT", "404"]
[outputs]
home = ["RSS"]
[[cascade]]
[cascade._build]
render = "never"
list = "always"
[cascade._target]
kind = "page"
`,
  )
  const some = limit === all ? '' : `first ${limit} `
  writeFileSync(
    join(folder, 'layouts', 'index.rss.xml'),
    `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Site.Title }}</title><link>{{ .Site.BaseURL }}</link><description>Releases</description>
{{ range ${some === '' ? '.Site.RegularPages' : `(${some}.Site.RegularPages)`} }}<item><title>{{ .Title }}</title><link>{{ .Site.BaseURL }}{{ .Params.link }}</link><guid>{{ .Site.BaseURL }}{{ .Params.link }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
`,
  )
  return {
    name: 'Hugo',
    before: () => rmSync(join(folder, 'public'), { recursive: true, force: true }),
    run: () =>
      atLeast(
        runProcess('hugo', ['--quiet'], { cwd: folder }),
        join(folder, 'public', 'index.xml'),
      ),
  }
}

/** A run, unless it wrote no feed to speak of: then it was not the work that was timed. */
function atLeast(run, file) {
  const items = readFileSync(file, 'utf8').match(/<item>/g)?.length ?? 0
  if (items < 50) throw new Error(`${file} has ${items} items, ${statSync(file).size} bytes`)
  return run
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, rounds] = process.argv.slice(2).map(Number)
  console.log(JSON.stringify(measureBuild(count, rounds), null, 1))
}
