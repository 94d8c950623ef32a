/** nginx and Apache, as they are installed, with what `hostHeaders` tells them. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostHeaders } from 'pressfeed'
import { build } from 'pressfeed/node'
import type { DocumentReport } from '../../src/node/report.js'
import { handlerSays, hosted, others, toldOf } from '../newsroom/hosted-newsroom.js'
import { freePort, start } from './server.js'

const folder = mkdtempSync(join(tmpdir(), 'pressfeed-servers-'))
const files = join(folder, 'site')
let documents: readonly DocumentReport[] = []

beforeAll(async () => {
  // A server that is started as root reads as somebody else.
  chmodSync(folder, 0o755)
  const report = await build(hosted, { outDir: files, now: '2026-06-01' })
  documents = report.documents
  for (const path of others) {
    mkdirSync(dirname(join(files, path)), { recursive: true })
    writeFileSync(join(files, path), 'x')
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Compares with the handler what a server says of the documents; with itself, what it says of other files. */
async function expectTold(origin: string, untold: string): Promise<void> {
  expect(documents.filter(({ archiveOf }) => archiveOf !== undefined).length).toBeGreaterThan(4)
  for (const { url, bytes, archiveOf } of documents) {
    const response = await fetch(origin + new URL(url).pathname)
    expect(response.status, url).toBe(200)
    expect((await response.arrayBuffer()).byteLength).toBe(bytes)
    expect(toldOf(response.headers), url).toEqual(await handlerSays(url, archiveOf !== undefined))
  }
  for (const path of others) {
    const [told, before] = await Promise.all([fetch(origin + path), fetch(untold + path)])
    expect([told.status, toldOf(told.headers)], path).toEqual([200, toldOf(before.headers)])
  }
}

/** Starts nginx with lines in its `server`; its address. */
async function nginx(lines: string): Promise<string> {
  const port = await freePort()
  const own = mkdtempSync(join(folder, 'nginx-'))
  chmodSync(own, 0o755)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const config = `
daemon off;
pid ${own}/pid;
events { }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${own}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${files};
    charset utf-8;
    ${lines}
    location / { try_files $uri =404; }
  }
}
`
  writeFileSync(join(own, 'nginx.conf'), config)
  const origin = `http://127.0.0.1:${port}`
  await start(found('nginx'), ['-c', join(own, 'nginx.conf'), '-p', own, '-e', 'stderr'], {
    origin,
    install: 'install the package nginx-light or nginx',
  })
  return origin
}

/** Starts Apache with lines in its configuration, which reads `.htaccess` or not; its address. */
async function apache(lines: string, override: 'None' | 'FileInfo'): Promise<string> {
  const port = await freePort()
  const own = mkdtempSync(join(folder, 'apache-'))
  const modules = ['mpm_event', 'authz_core', 'mime', 'headers', 'dir']
  const config = `
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerRoot ${own}
ServerName localhost
DefaultRuntimeDir ${own}
PidFile ${own}/pid
ErrorLog ${own}/error.log
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
Listen 127.0.0.1:${port}
TypesConfig /etc/mime.types
DocumentRoot ${files}
<Directory ${files}>
  Require all granted
  AllowOverride ${override}
</Directory>
${lines}
`
  writeFileSync(join(own, 'apache.conf'), config)
  const origin = `http://127.0.0.1:${port}`
  await start(found('apache2'), ['-f', join(own, 'apache.conf'), '-DFOREGROUND'], {
    origin,
    install: 'install the package apache2',
  })
  return origin
}

/** Debian keeps servers where only root looks for programs. */
function found(program: string): string {
  return existsSync(`/usr/sbin/${program}`) ? `/usr/sbin/${program}` : program
}

it('nginx says what the handler says', { timeout: 120_000 }, async () => {
  await expectTold(await nginx(hostHeaders(hosted, 'nginx')), await nginx(''))
})

it('Apache says what the handler says', { timeout: 120_000 }, async () => {
  await expectTold(await apache(hostHeaders(hosted, 'apache'), 'None'), await apache('', 'None'))
})

it('Apache says the same from the file that build writes', { timeout: 120_000 }, async () => {
  const { hostFiles } = await build(
    { ...hosted, hosts: 'apache' },
    { outDir: files, now: '2026-06-01' },
  )
  expect(hostFiles).toMatchObject([{ path: '.htaccess', status: 'written' }])
  await expectTold(await apache('', 'FileInfo'), await apache('', 'None'))
})
