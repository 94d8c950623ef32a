// Inputs that nobody should send: each alone in a process of its own, small and then ten times as large, with the
// time and the peak of memory of both. Ten times the input may take at most twice ten times the time: a ratio does not
// depend on the machine. Needs `npm run build`.
//   npm run test:huge            every input
//   npm run test:huge pictures   those with this word
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const self = fileURLToPath(import.meta.url)
const step = 10
// Of time: a small run has its start in it, and large ones wait for the collector of garbage.
const steepest = 2 * step
// Peak of memory for each byte of input, beyond what Node and the library take by themselves.
const idle = 120e6

// [what, size of the large input, how it is made, how many bytes of memory a byte of input may take]
const inputs = {
  'body of 100 MB, paragraphs': [
    100e6,
    (size) => feedOf('<p>Text of a release.</p>'.repeat(size / 25)),
    60,
  ],
  'body of 100 MB, one text': [100e6, (size) => feedOf(`<p>${'word '.repeat(size / 5)}</p>`), 40],
  'body of 100 MB, unclosed tags': [100e6, (size) => feedOf('<b><i>'.repeat(size / 6)), 60],
  'Markdown of 100 MB': [
    100e6,
    (size) => markdownOf('A line of a release.\n\n'.repeat(size / 22)),
    120,
  ],
  'Markdown of 6 MB': [
    5.9e6,
    (size) => markdownOf('A line of a release.\n\n'.repeat(size / 22)),
    250,
  ],
  'Markdown of 6 MB, a letter a paragraph': [
    5.9e6,
    (size) => markdownOf('a\n\n'.repeat(size / 3)),
    700,
  ],
  'front matter of 6 MB': [5.9e6, (size) => `---\n${'tags: [a]\n'.repeat(size / 10)}---\n`, 300],
  '100,000 pictures in a body': [
    100_000,
    (count) =>
      feedOf(Array.from({ length: count }, (_, n) => `<img src="/${n}.jpg" alt="A">`).join('')),
    400,
  ],
  '100,000 pictures of a record': [100_000, (count) => feedOf('<p>x</p>', pictures(count)), 400],
  '100,000 captioned pictures in both': [
    100_000,
    (count) =>
      feedOf(
        Array.from(
          { length: count },
          (_, n) => `<figure><img src="/${n}.jpg"><figcaption>C</figcaption></figure>`,
        ).join(''),
        pictures(count),
      ),
    400,
  ],
  '1,000-deep HTML, again and again': [
    1000,
    (times) =>
      feedOf(
        `${'<div><blockquote>'.repeat(500)}x${'</blockquote></div>'.repeat(500)}`.repeat(
          times / 10,
        ),
      ),
    200,
  ],
  '100,000-deep HTML': [100_000, (depth) => feedOf('<blockquote>'.repeat(depth) + 'x'), 400],
  '100,000-deep Markdown': [100_000, (depth) => markdownOf('>'.repeat(depth) + ' x'), 400],
}

if (process.argv[2] === '--run') await answer(process.argv[3], Number(process.argv[4]))
else compareAll(process.argv[2] ?? '')

function compareAll(word) {
  const names = Object.keys(inputs).filter((name) => name.includes(word))
  let failed = names.length === 0 ? 1 : 0
  for (const name of names) {
    const [size, , allowed] = inputs[name]
    const [small, large] = [measure(name, size / step), measure(name, size)]
    const steep = large.seconds / Math.max(small.seconds, 0.05)
    const memory = Math.max(0, large.peak - idle) / large.bytes
    const bad = [
      ...(large.answer === '' ? ['no answer'] : []),
      ...(steep > steepest ? [`time grows ${steep.toFixed(1)} times over ${step}`] : []),
      ...(memory > allowed && large.peak > 2 * idle
        ? [`${memory.toFixed(0)} bytes of memory for a byte`]
        : []),
    ]
    failed += bad.length > 0 ? 1 : 0
    console.log(
      `${bad.length > 0 ? 'FAILED' : 'ok'}  ${name}: ${large.seconds.toFixed(2)} s (${steep.toFixed(1)} times that of a tenth), ` +
        `${(large.peak / 1e6).toFixed(0)} MB at the peak for ${(large.bytes / 1e6).toFixed(1)} MB, ${large.answer}${bad.map((text) => `; ${text}`).join('')}`,
    )
  }
  process.exit(failed === 0 ? 0 : 1)
}

function measure(name, size) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [self, '--run', name, String(size)],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  )
  if (status !== 0) {
    console.error(`${name}, ${size}: ended with ${status}\n${stderr.slice(-2000)}`)
    return { seconds: Infinity, peak: 0, bytes: 1, answer: '' }
  }
  return JSON.parse(stdout)
}

/** In the process of its own: a feed in its formats, or the findings that refuse it. */
async function answer(name, size) {
  const { createFeed, FeedError, toAtom, toJsonFeed, toRss } = await import('../dist/index.js')
  const { fromMarkdown } = await import('../dist/markdown/index.js')
  const input = inputs[name][1](size)
  const bytes = typeof input === 'string' ? input.length : lengthOf(input)
  const started = process.cpuUsage()
  let answer
  try {
    const feed = createFeed(
      typeof input === 'string' ? head(fromMarkdownOrThrow(fromMarkdown, input, FeedError)) : input,
    )
    const written = [toRss, toAtom, toJsonFeed].map((write) => write(feed).length)
    answer = `feeds of ${(written.reduce((a, b) => a + b) / 1e6).toFixed(1)} MB`
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    answer = `refused: ${error.issues.find(({ severity }) => severity === 'error').code}`
  }
  const { user, system } = process.cpuUsage(started)
  const peak = process.resourceUsage().maxRSS * 1024
  // Of the processor, so that other programs on the machine do not count.
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, peak, bytes, answer }))
}

function fromMarkdownOrThrow(fromMarkdown, text, FeedError) {
  const { article, issues } = fromMarkdown(text)
  if (article === undefined) throw new FeedError(issues)
  return article
}

function feedOf(body, images = []) {
  return head({ title: 'One', link: '/1', published: '2026-03-02', body, images })
}

function head(article) {
  const feed = {
    title: 'News',
    link: 'https://newsroom.example/',
    description: 'All',
    language: 'en',
  }
  return { ...feed, articles: [article] }
}

function markdownOf(body) {
  return `---\ntitle: One\nlink: /1\npublished: 2026-03-02\n---\n\n${body}`
}

function pictures(count) {
  return Array.from({ length: count }, (_, n) => ({ url: `/${n}.jpg`, alt: 'A', caption: 'C' }))
}

function lengthOf({ articles: [{ body, images }] }) {
  return body.length + images.length * 40
}
