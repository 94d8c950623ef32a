import { createHandler } from 'pressfeed/web'
import newsroom from './pressfeed.config.mjs'

export const GET = createHandler(newsroom, {
  root: process.cwd(),
  onError: (error) => console.error(error),
})
