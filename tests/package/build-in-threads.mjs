// Builds the newsroom in the working folder as a user's script does, and prints what became of it and what threads did:
//   node build-in-threads.mjs <threads> <plain | checked | dies | extension>
// The reading waits until the threads are there: on a fast machine some hundred articles more are read before.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { check, markdownFolder } from '../../dist/node/index.js'
import { runBuild } from '../../dist/node/build.js'

const [threads, variant] = process.argv.slice(2)
const jobs = { head: 0, whole: 0, pages: 0 }
let answers = 0
const ready = []

process.on('worker', (worker) => {
  const post = worker.postMessage.bind(worker)
  worker.postMessage = (message) => {
    const { read, page } = message.job
    jobs[page !== undefined ? 'pages' : read.extent] += 1
    post(message)
    if (variant === 'dies') void worker.terminate()
  }
  ready.push(
    new Promise((resolve) => {
      worker.on('message', (said) => {
        if (said === 'ready') resolve()
        else answers += said.answer === undefined ? 0 : 1
      })
    }),
  )
})

const source = markdownFolder('content', { link: '/{path}', publicFolder: 'public' })
const slow = {
  ...source,
  [Symbol.asyncIterator]: source[Symbol.asyncIterator],
  async *readEntries(context) {
    let count = 0
    for await (const entry of source.readEntries(context)) {
      count += 1
      if (count === 1010) await Promise.all(ready)
      yield entry
    }
  },
}
const config = JSON.parse(readFileSync('pressfeed.config.json', 'utf8'))
const own = {
  prefix: 'own',
  namespace: 'https://newsroom.example/own',
  article: ({ title }) => [{ name: 'own:mark', attributes: {}, children: [`of ${title}`] }],
}
const newsroom = {
  ...config,
  articles: slow,
  ...(variant === 'extension' && { extensions: [own] }),
}
const options = {
  outDir: `out-${threads}-${variant}`,
  now: '2026-06-01',
  threads: Number(threads),
}
const report = await runBuild(newsroom, options)
const looked = variant === 'checked' ? await check(newsroom, options) : undefined
const said = {
  report: { ...report, milliseconds: 0, outDir: '' },
  found: looked?.issues,
  jobs,
  answers,
  started: ready.length,
}
console.log(JSON.stringify(said))
