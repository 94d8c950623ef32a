/** What `announce` is told, and what it reports. */
import type { Issue } from '../issue.js'

/** Options of `announce`. */
export interface AnnounceOptions {
  /** The output folder of the build, absolute or relative to the working folder. Default: `dist`. */
  readonly outDir?: string | undefined
  /**
   * The file that remembers what was announced, absolute or relative to the working folder; made if it is not there.
   * Default: `.pressfeed/announced.json` in the output folder.
   */
  readonly stateFile?: string | undefined
  /** Whether to announce feeds too that have not changed since they were announced. Default: `false`. */
  readonly all?: boolean | undefined
  /** Whether to send and write nothing and only report. Default: `false`. */
  readonly dryRun?: boolean | undefined
  /** For how many seconds a hub may keep us waiting at each try; more than 0. Default: 10. */
  readonly timeoutInSeconds?: number | undefined
  /** How often it is tried to reach a hub for one feed, in all; from 1. Default: 3. */
  readonly tries?: number | undefined
}

/** What became of one feed at one hub. */
export interface Announcement {
  /** Where the feed stands in the output folder, with slashes: `fr/atom.xml`. */
  readonly path: string
  /** The address at which it is served: the topic that subscribers know it by. */
  readonly url: string
  readonly hub: string
  /**
   * `announced`: the hub took it; in a dry run, it would be told. `unchanged`: the hub was told of these very bytes
   * before. `failed`: the next run tries again.
   */
  readonly status: 'announced' | 'unchanged' | 'failed'
  /** How often it was tried. 0 where nothing was sent. */
  readonly tries: number
  /** The status code of the hub's last answer, if it gave one. */
  readonly httpStatus?: number | undefined
  /** Of what failed, why, in one line: `the hub answered 400: unknown topic`. */
  readonly reason?: string | undefined
}

/** What `announce` did. */
export interface AnnounceReport {
  /** Whether all is announced that had to be: no error among the issues, and nothing failed. */
  readonly ok: boolean
  /** Whether it was a dry run. */
  readonly dryRun: boolean
  /** Absolute path of the output folder. */
  readonly outDir: string
  /** Absolute path of the file that remembers what was announced. */
  readonly stateFile: string
  /** One for each feed and hub, in the order of the newsroom's feeds. */
  readonly announcements: readonly Announcement[]
  /** What is wrong with the newsroom, the output folder or the file of what was announced. */
  readonly issues: readonly Issue[]
  /** How long it took. */
  readonly milliseconds: number
}
