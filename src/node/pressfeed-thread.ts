/** What a thread of a build runs: it reads files and makes pages, both without the rest of the build. */
import { fromMarkdown } from '../markdown/from-markdown.js'
import { readHead } from '../markdown/read-head.js'
import { makePage } from '../newsroom/make-page.js'
import { readByItselfSync } from './read-article-file.js'
import { answerJobs } from './thread-pool.js'
import type { ReadFile, ThreadAnswer, ThreadJob } from './threads.js'

answerJobs<ThreadJob, ThreadAnswer>((job) => {
  if (job.page !== undefined) return { page: makePage(job.page) }
  const { folder, whole, files } = job.read
  const read = whole ? fromMarkdown : readHead
  return {
    files: files.map((file): ReadFile => {
      const { article, issues } = readByItselfSync(file, folder, read)
      return { article, issues }
    }),
  }
})
