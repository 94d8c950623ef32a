/** The functions that do the work of the commands. */
import type { Host, Newsroom } from '../newsroom/definition.js'
import type { HostHeaders } from '../newsroom/host-headers.js'
import type { AnnounceOptions, AnnounceReport } from '../node/announce-report.js'
import type { BuildOptions, BuildReport } from '../node/report.js'
import type { ServeOptions } from '../node/serve.js'
import type { WatchOptions } from '../node/watch.js'

/** What `articles` of a configuration in JSON can name. */
export interface Sources {
  readonly markdownFolder: (path: string, options: Readonly<Record<string, unknown>>) => unknown
  readonly jsonFile: (path: string) => unknown
}

/** The functions behind the commands. `run` gets them, so that tests can bring their own. */
export interface Services {
  readonly runBuild: (newsroom: unknown, options: BuildOptions) => Promise<BuildReport>
  /** A dry run that also compares with the feeds that are out. */
  readonly runCheck: (newsroom: unknown, options: BuildOptions) => Promise<BuildReport>
  readonly watch: (load: () => Promise<unknown>, options: WatchOptions) => Promise<void>
  readonly serve: (newsroom: unknown, options: ServeOptions) => Promise<void>
  readonly announce: (newsroom: unknown, options: AnnounceOptions) => Promise<AnnounceReport>
  /** The `<link rel="alternate">` lines for the head of a page. May throw a `FeedError`. */
  readonly alternateLinks: (newsroom: unknown) => string | Promise<string>
  /** What a host is told of the feeds. May throw a `FeedError`. */
  readonly hostHeaders: (newsroom: unknown, host: Host) => HostHeaders | Promise<HostHeaders>
  readonly sources: () => Promise<Sources>
  /**
   * Our own entry points by the name that a configuration imports: it always gets those of the running
   * command, whether or not pressfeed is installed in its folder.
   */
  readonly ownModules: () => Promise<Readonly<Record<string, unknown>>>
}

// A configuration may hold anything; what it holds is checked by what uses it.
const asNewsroom = (value: unknown): Newsroom => value as Newsroom

/** The real ones. Loaded when they are called, so that `--help` need not wait for them. */
export const services: Services = {
  runBuild: async (newsroom, options) =>
    (await import('../node/build.js')).runBuild(asNewsroom(newsroom), options),
  runCheck: async (newsroom, options) =>
    (await import('../node/check.js')).check(asNewsroom(newsroom), options),
  watch: async (load, options) => (await import('../node/watch.js')).watch(load, options),
  serve: async (newsroom, options) =>
    (await import('../node/serve.js')).serve(asNewsroom(newsroom), options),
  announce: async (newsroom, options) =>
    (await import('../node/announce.js')).announce(asNewsroom(newsroom), options),
  alternateLinks: async (newsroom) =>
    (await import('../newsroom/alternate-links.js')).alternateLinks(asNewsroom(newsroom)),
  hostHeaders: async (newsroom, host) =>
    (await import('../newsroom/host-headers.js')).readHostHeaders(asNewsroom(newsroom), host),
  sources: () => import('../node/index.js'),
  ownModules: async () => ({
    pressfeed: await import('../index.js'),
    'pressfeed/node': await import('../node/index.js'),
    'pressfeed/web': await import('../web/index.js'),
    'pressfeed/markdown': await import('../markdown/index.js'),
    'pressfeed/feed': await import('../interop/feed-package.js'),
  }),
}
