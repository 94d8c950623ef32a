/**
 * A newsroom's feeds as answers to requests, on every runtime that has `Request` and `Response`: Node, Bun, Deno,
 * and edge networks.
 *
 * @packageDocumentation
 */
export { createHandler, type Handler, type HandlerOptions } from './handler.js'
export type { ReadDocument } from './built-site.js'
