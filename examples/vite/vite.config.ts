import { pressfeed } from 'pressfeed/vite'
import { defineConfig } from 'vite'
import newsroom from './pressfeed.config.js'

export default defineConfig({
  appType: 'mpa',
  build: {
    rollupOptions: {
      input: ['index.html', 'news/night-ferries/index.html', 'news/lighthouse/index.html'],
    },
  },
  plugins: [pressfeed(newsroom)],
})
