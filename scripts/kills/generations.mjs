// Two inputs for one output folder, in which every document differs, and some are in one of them alone.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { present } from './run-build.mjs'

export const site = 'https://newsroom.example/'

/** Writes the newsrooms `a` and `b` into a folder. */
export function writeGenerations(folder) {
  writeNewsroom(join(folder, 'a'), 'a', [...Array(150).keys()])
  // Articles are gone and others are new, so that archive pages begin elsewhere.
  writeNewsroom(
    join(folder, 'b'),
    'b',
    [...Array(160).keys()].filter((number) => number % 11 !== 3),
  )
}

function writeNewsroom(folder, generation, numbers) {
  const content = join(folder, 'content')
  mkdirSync(content, { recursive: true })
  writeFileSync(join(folder, 'pressfeed.config.json'), JSON.stringify(config(generation)))
  for (const number of numbers) {
    writeFileSync(join(content, `${number}.md`), article(number, generation))
  }
}

function config(generation) {
  const slices = {
    all: {},
    'energy-fr': { tag: 'energy', language: 'fr' },
    [`only-${generation}`]: { tag: `only-${generation}` },
  }
  const formats = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' }
  const feeds = Object.entries(slices).flatMap(([name, only]) =>
    Object.entries(formats).map(([format, file]) => {
      return { format, path: `/${name}/${file}`, only, limit: 10, archive: { size: 10 } }
    }),
  )
  return {
    title: `Generation ${generation}`,
    link: site,
    updated: present,
    description: 'Every document tells its generation',
    language: 'en',
    articles: { markdownFolder: 'content', link: '/{path}' },
    feeds,
    opml: '/feeds.opml',
  }
}

function article(number, generation) {
  const day = new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10)
  const tags = [number % 3 === 0 ? 'energy' : 'rail', `only-${generation}`]
  const language = number % 2 === 0 ? 'en' : 'fr'
  const text = `Release ${number} as it is in generation ${generation}.\n\n`
  // Lengths differ, so that a file which is half of each does not look whole.
  const body = text.repeat(1 + ((number * 7 + generation.charCodeAt(0)) % 9))
  return `---
title: Release ${number} of ${generation}
published: ${day}
language: ${language}
tags: [${tags.join(', ')}]
---

${body}`
}
