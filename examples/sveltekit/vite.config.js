import adapter from '@sveltejs/adapter-static'
import { sveltekit } from '@sveltejs/kit/vite'
import { pressfeed } from 'pressfeed/vite'
import { defineConfig } from 'vite'
import newsroom from './pressfeed.config.js'

export default defineConfig({
  plugins: [pressfeed(newsroom, { links: false }), sveltekit({ adapter: adapter() })],
})
