import { alternateLinks } from 'pressfeed'
import newsroom from '../../pressfeed.config.js'

export const prerender = true

export const load = () => ({ links: alternateLinks(newsroom) })
