/** The hosts that can be told which headers to send. */
import type { Host, HostWithFile } from './definition.js'

/** The file that a host reads in the folder that it serves. */
export const hostFileNames: Readonly<Record<HostWithFile, string>> = {
  netlify: '_headers',
  cloudflare: '_headers',
  vercel: 'vercel.json',
  apache: '.htaccess',
}

/** All of them. */
export const hostNames: readonly Host[] = ['netlify', 'cloudflare', 'vercel', 'nginx', 'apache']
