// The site generators that pressfeed has plugins and recipes for, each as it is now and as it was one major version before.

const sites = ['index.html', 'news/night-ferries/index.html', 'news/lighthouse/index.html']
const vite = 'node_modules/vite/bin/vite.js'
const astro = 'node_modules/astro/bin/astro.mjs'
const eleventy = 'node_modules/@11ty/eleventy/cmd.cjs'
const next = 'node_modules/next/dist/bin/next'
const eleventy2 = ['node_modules/@11ty/eleventy/cmd.js', '--config=eleventy-2.config.cjs']

/**
 * `example` is the folder of the example, `packages` what is installed beside pressfeed, the tool itself first. `node` is
 * the version of Node where the tool does not run on the oldest that pressfeed runs on. `build` and `dev` are a module and
 * its words; behind those of `dev` comes a port. `out` is the folder that the tool writes, `pages` are the pages in it
 * that have to name the feeds, `content` is where the articles lie. `types` is a module that has to compile. Where no
 * files are built, `start` is the server that answers after a build, and `check` what looks at the articles before it.
 */
export const tools = [
  ...[{ vite: '8.4.0' }, { vite: '7.3.8' }].map((packages) => ({
    example: 'vite',
    packages,
    build: [vite, 'build'],
    dev: [vite, '--host', '127.0.0.1', '--port'],
    out: 'dist',
    pages: sites,
    content: 'content/news',
    types: `import { pressfeed } from 'pressfeed/vite'
      import type { Plugin } from 'vite'
      import newsroom from './pressfeed.config.js'
      export const plugin: Plugin = pressfeed(newsroom)`,
  })),
  ...[{ astro: '7.3.5' }, { astro: '6.4.8' }].map((packages) => ({
    example: 'astro',
    packages,
    node: '24',
    build: [astro, 'build'],
    dev: [astro, 'dev', '--host', '127.0.0.1', '--port'],
    out: 'dist',
    pages: sites,
    devNamesFeeds: false,
    content: 'src/content/news',
    types: `import type { AstroIntegration } from 'astro'
      import { pressfeed } from 'pressfeed/astro'
      import newsroom from './pressfeed.config.js'
      export const integration: AstroIntegration = pressfeed(newsroom)`,
  })),
  ...[
    { packages: { '@11ty/eleventy': '3.1.8' }, build: [eleventy], dev: [eleventy] },
    { packages: { '@11ty/eleventy': '2.0.1' }, build: eleventy2, dev: eleventy2 },
  ].map(({ packages, build, dev }) => ({
    example: 'eleventy',
    packages,
    build,
    dev: [...dev, '--serve', '--port'],
    out: '_site',
    pages: sites,
    content: 'content/news',
    keepsList: true,
  })),
  ...[
    { node: '24', packages: { '@sveltejs/kit': '3.2.0' } },
    {
      packages: {
        '@sveltejs/kit': '2.70.4',
        '@sveltejs/adapter-static': '3.0.11',
        '@sveltejs/vite-plugin-svelte': '6.2.4',
        vite: '7.3.8',
      },
    },
  ].map((version) => ({
    example: 'sveltekit',
    ...version,
    build: [vite, 'build'],
    dev: [vite, 'dev', '--host', '127.0.0.1', '--port'],
    out: 'build',
    pages: ['index.html'],
    content: 'content/news',
  })),
  ...[{ next: '16.4.6' }, { next: '15.5.29' }].map((packages) => ({
    example: 'next',
    packages,
    check: ['node_modules/pressfeed/dist/cli/main.js', 'check'],
    build: [next, 'build'],
    start: [next, 'start', '--hostname', '127.0.0.1', '--port'],
    content: 'content/news',
  })),
]
