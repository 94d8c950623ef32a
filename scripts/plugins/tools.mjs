// The build tools that pressfeed has plugins and recipes for, each as it is now and as it was one major version before.

/**
 * `name` is also the folder of the example. `build` and `dev` are modules and their words, for Node; `node` is the
 * version of Node where the tool does not run on the oldest that pressfeed runs on. `out` is the folder that the tool
 * writes; `pages` are the pages in it that have to name the feeds. `content` is where the articles lie.
 */
export const tools = [
  {
    name: 'vite',
    versions: [{ vite: '8.4.0' }, { vite: '7.3.8' }],
    build: ['node_modules/vite/bin/vite.js', 'build'],
    dev: ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port'],
    out: 'dist',
    pages: ['index.html', 'news/night-ferries/index.html', 'news/lighthouse/index.html'],
    content: 'content/news',
    types: { file: 'vite.config.ts' },
  },
]
