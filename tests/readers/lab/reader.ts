/** What the lab asks of a reader. Each reader is one file beside this folder, and its line in `readers.ts`. */

export const formats = ['rss', 'atom', 'json'] as const
export type Format = (typeof formats)[number]

/** A value for each format. */
export function byFormat<Value>(make: (format: Format) => Value): Readonly<Record<Format, Value>> {
  return { rss: make('rss'), atom: make('atom'), json: make('json') }
}

/** What a person sees of an article when it is open. */
export interface Shown {
  /** All text in its order. White space does not count. */
  readonly text: string
  /** The addresses of its pictures in their order, each as often as it is shown. */
  readonly pictures: readonly string[]
}

/** An article as a reader has it. What it does not keep is `undefined`. */
export interface StoredArticle {
  readonly title: string | undefined
  readonly link: string | undefined
  readonly id?: string | undefined
  readonly authors?: readonly string[] | undefined
  /** When it was published, RFC 3339 in UTC with whole seconds. */
  readonly published?: string | undefined
  /** Plain text. */
  readonly summary?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly language?: string | undefined
  /** The body in HTML, as it is kept. */
  readonly html?: string | undefined
}

/** A running reader with its subscriptions. */
export interface Session {
  /** Subscribes to feeds and fetches them. */
  subscribe(urls: readonly string[]): Promise<void>
  /** Asks all feeds again, as a person does who presses the button. */
  refresh(): Promise<void>
  /** What the reader has of a feed. Empty for a feed that it does not understand. */
  read(url: string): Promise<readonly StoredArticle[]>
  /** What the reader shows of an article; without this it is what the body has. */
  show?(url: string, article: StoredArticle): Promise<Shown>
  /** Writes a picture (PNG) of the reader with that article open. */
  screenshot?(url: string, article: StoredArticle, path: string): Promise<void>
  /** Ends everything that was started. */
  close(): Promise<void>
}

export interface Reader {
  readonly name: string
  /** The formats that it says it reads. The others are tried too. */
  readonly formats: readonly Format[]
  /** The Debian packages it needs, by a program (or another file, with its whole path) of each. */
  readonly packages: Readonly<Record<string, string>>
  version(): Promise<string>
  /** Starts it with nothing but this empty folder to write to. */
  open(folder: string): Promise<Session>
}
