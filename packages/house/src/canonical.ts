import { createHash } from 'node:crypto'

export { canonical } from './canonical-json.ts' // apart, because it also runs in the browser, at the desk

/** SHA-256 in hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
