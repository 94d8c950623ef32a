/** The documents and local files of a newsroom at addresses of this machine. */
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { lookup } from 'mrmime'
import { escapeHtml } from '../html/escape.js'
import { mediaTypes, servedType } from '../newsroom/media-types.js'
import type { LocalFile } from '../newsroom/source.js'
import { replaceInJson, replaceInMarkup } from './local-addresses.js'
import type { BuildReport, DocumentReport } from './report.js'

interface Resource {
  readonly file: string
  readonly type: string
  /** Whether it is a document, whose addresses are rewritten. */
  readonly isDocument: boolean
}

/** Answers requests for what a build made and for the files that it names, and for nothing else. */
export class LocalSite {
  /** Its own address, `http://127.0.0.1:4080`. */
  origin = ''
  /** By path on this machine. */
  readonly #resources = new Map<string, Resource>()
  /** Path on this machine by public address. */
  readonly #paths = new Map<string, string>()
  readonly #feeds: readonly DocumentReport[]
  readonly #pages: readonly DocumentReport[]

  constructor(
    { outDir, documents }: Pick<BuildReport, 'outDir' | 'documents'>,
    files: readonly LocalFile[],
  ) {
    const whole = documents.filter(({ archiveOf }) => archiveOf === undefined)
    this.#pages = whole.filter(({ format }) => format === 'html')
    this.#feeds = whole.filter(({ format }) => format !== 'html' && format !== 'css')
    const isStyled = documents.some(({ format }) => format === 'css')
    for (const { url, path, format } of documents) {
      const charset = format === 'json' ? '' : '; charset=utf-8'
      const type = `${servedType(format, isStyled)}${charset}`
      const resource = { file: join(outDir, path), type, isDocument: true }
      this.#add(url, resource)
      // A page is at the address of its folder, and people also ask for its file.
      if (format === 'html' && url.endsWith('/')) this.#add(`${url}index.html`, resource)
    }
    for (const { url, path } of files) {
      const type = lookup(path) ?? 'application/octet-stream'
      this.#add(url, { file: path, type, isDocument: false })
    }
  }

  #add(url: string, resource: Resource): void {
    if (this.#paths.has(url)) return
    const { host, pathname, search } = new URL(url)
    const ours = this.#feeds.some((feed) => new URL(feed.url).host === host)
    const path = `${ours ? '' : `/${host}`}${pathname}${search}`
    this.#paths.set(url, path)
    this.#resources.set(path, resource)
  }

  /** The addresses of the feeds on this machine. */
  get feedAddresses(): readonly string[] {
    return this.#feeds.flatMap(({ url }) => this.#localOf(url) ?? [])
  }

  /** The addresses of the pages for people on this machine. */
  get pageAddresses(): readonly string[] {
    return this.#pages.flatMap(({ url }) => this.#localOf(url) ?? [])
  }

  /** Answers one request. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    if (!this.#isMe(headers.host)) return send(response, 421, {})
    if (method !== 'GET' && method !== 'HEAD') return send(response, 405, { allow: 'GET, HEAD' })
    const resource = this.#resources.get(url)
    if (url === '/' && resource === undefined) return this.#sendList(request, response)
    const bytes = resource === undefined ? undefined : await read(resource.file)
    if (resource === undefined || bytes === undefined) return send(response, 404, {})
    const { type, isDocument } = resource
    const body = isDocument ? Buffer.from(this.#rewrite(bytes.toString(), type)) : bytes
    respond(request, response, type, body)
  }

  // A page elsewhere can give its own host name the address of this machine, and then read what is here.
  #isMe(host = ''): boolean {
    const { port } = new URL(this.origin)
    const names = ['127.0.0.1', 'localhost']
    return names.some((name) => host.toLowerCase() === (port === '' ? name : `${name}:${port}`))
  }

  #sendList(request: IncomingMessage, response: ServerResponse): void {
    const links = [...this.#feeds, ...this.#pages].map(({ url, path, format }) => {
      const href = escapeHtml(this.#localOf(url) ?? url)
      const alternate =
        format === 'opml' || format === 'html'
          ? ''
          : `<link rel="alternate" type="${mediaTypes[format]}" title="${escapeHtml(path)}" href="${href}">`
      return { alternate, item: `<li><a href="${href}">${escapeHtml(path)}</a></li>` }
    })
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Feeds</title>`
    const body = `<h1>Feeds on this machine</h1><ul>${links.map(({ item }) => item).join('')}</ul>`
    const page = `<!doctype html><html lang="en"><head>${head}${links.map(({ alternate }) => alternate).join('')}</head><body>${body}</body></html>\n`
    respond(request, response, 'text/html; charset=utf-8', Buffer.from(page))
  }

  #localOf(url: string): string | undefined {
    const path = this.#paths.get(url)
    return path === undefined ? undefined : this.origin + path
  }

  #rewrite(text: string, type: string): string {
    const replace = type === mediaTypes.json ? replaceInJson : replaceInMarkup
    return replace(text, (url) => this.#localOf(url))
  }
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch {
    // Removed since: to the reader it is not there.
    return undefined
  }
}

function respond(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  type: string,
  body: Buffer,
): void {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`
  const caching = { etag, 'cache-control': 'no-cache' }
  if (headers['if-none-match']?.includes(etag)) return send(response, 304, caching)
  response.writeHead(200, { ...caching, 'content-type': type, 'content-length': body.length })
  response.end(method === 'HEAD' ? undefined : body)
}

function send(response: ServerResponse, status: number, headers: Record<string, string>): void {
  response.writeHead(status, headers)
  response.end()
}
