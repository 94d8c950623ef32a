export { GET } from '../../feeds.mjs'

export const dynamic = 'force-dynamic'
