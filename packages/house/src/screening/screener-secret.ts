/** What is kept of the secrets of a screener's link and of a device: enough to know them again, nothing to make them from. */
import { createHmac } from 'node:crypto'
import { sha256 } from '../canonical.ts'

export const secretHash = (secret: string): string => sha256(`screener ${secret}`)
export const deviceHash = (device: string): string => sha256(`device ${device}`)

/**
 * The network that somebody watches from, under a key of the server: whether two viewings come from one place can be told, where that is
 * cannot. A home changes its address within its network, so the last part is left out.
 */
export function placeHash(sealing: Uint8Array, address: string | null): string | null {
  if (address === null || address === '' || address === 'unknown') return null
  const network = address.includes(':') ? address.split(':').slice(0, 3).join(':') : address.split('.').slice(0, 3).join('.')
  return createHmac('sha256', sealing).update(`place ${network}`).digest('base64url').slice(0, 22)
}
