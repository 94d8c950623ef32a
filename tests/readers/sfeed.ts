/** sfeed: feeds as lines of text, for people who live in a terminal. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { instant } from './lab/plain.js'
import { run } from './lab/program.js'
import type { Reader, StoredArticle } from './lab/reader.js'

export const sfeed: Reader = {
  name: 'sfeed',
  formats: ['rss', 'atom'],
  packages: { sfeed_update: 'sfeed', curl: 'curl' },
  version: async () => (await run('dpkg-query', ['-W', '-f', '${Version}', 'sfeed'])).trim(),
  open: (folder) => {
    const feeds = join(folder, 'feeds')
    const config = join(folder, 'sfeedrc')
    const urls: string[] = []
    mkdirSync(feeds)
    const update = () => run('sfeed_update', [config], { anyCode: true, env: environment(folder) })
    return Promise.resolve({
      subscribe: async (added) => {
        urls.push(...added)
        const lines = urls.map((url, index) => `  feed 'feed-${index}' '${url}'`)
        writeFileSync(config, `sfeedpath='${feeds}'\nfeeds() {\n${lines.join('\n')}\n}\n`)
        await update()
      },
      refresh: async () => void (await update()),
      read: (url) => Promise.resolve(lines(join(feeds, `feed-${urls.indexOf(url)}`)).map(article)),
      close: () => Promise.resolve(),
    })
  },
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8' }
}

function lines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

function article(line: string): StoredArticle {
  const [time = '', title, link, content = '', , id, author, , tags = ''] = line.split('\t')
  return {
    title,
    link,
    id,
    authors: author === undefined ? undefined : [author],
    published: instant(Number(time) * 1000),
    tags: tags.split('|').filter((tag) => tag !== ''),
    html: content.replace(/\\([nt\\])/g, (_, letter: string) => escapes[letter] ?? letter),
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' }
