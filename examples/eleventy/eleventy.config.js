import { pressfeed } from 'pressfeed/eleventy'
import newsroom from './pressfeed.config.mjs'

export default function (config) {
  config.addPassthroughCopy({ public: '/' })
  config.addPlugin(pressfeed(newsroom))
  return { dir: { input: 'content' } }
}
