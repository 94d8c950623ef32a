/** What a thread of a build runs: it reads files and makes pages, both without the rest of the build. */
import { makePage } from '../newsroom/make-page.js'
import { readFileNow } from './read-article-file.js'
import { answerJobs } from './thread-pool.js'
import type { ReadFile, ThreadAnswer, ThreadJob } from './threads.js'

answerJobs<ThreadJob, ThreadAnswer>((job) => {
  if (job.page !== undefined) return { page: makePage(job.page) }
  const { folder, extent, files } = job.read
  return {
    files: files.map((file): ReadFile => {
      const { article, issues } = readFileNow(file, folder, extent)
      return { article, issues }
    }),
  }
})
