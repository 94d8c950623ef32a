const { pressfeed } = require('pressfeed/eleventy')
const { default: newsroom } = require('./pressfeed.config.mjs')

module.exports = function (config) {
  config.addPassthroughCopy({ public: '/' })
  config.addPlugin(pressfeed(newsroom))
  return { dir: { input: 'content' } }
}
