/** The public entry point `pressfeed/markdown`: text in, article records and findings out. */
export { fromMarkdown, type MarkdownArticle } from './from-markdown.js'
export { locateIssues, type Place } from './places.js'
