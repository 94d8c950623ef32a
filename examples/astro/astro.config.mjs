import { defineConfig } from 'astro/config'
import { pressfeed } from 'pressfeed/astro'
import newsroom from './pressfeed.config.ts'

export default defineConfig({
  site: 'https://harbour.example',
  integrations: [pressfeed(newsroom)],
})
