/** Keys of marks as they lie in the database: AES-256-GCM under a key of the server’s secret. Who has the database alone reads none of them. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const KEY = 32
const NONCE = 12
const TAG = 16

/** The key that keys are sealed with, from the server’s secret. */
export const sealingKey = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, 'vitrine', 'keys of marks', KEY))

/**
 * @param about whose key it is, as `reel 01k…`: a sealed key put into another row does not open there
 * @example
 * openKey(sealing, 'reel 1', sealKey(sealing, 'reel 1', key)) // key
 */
export function sealKey(sealing: Uint8Array, about: string, key: Uint8Array): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** The key again; null when it was sealed under another secret, for another row, or was touched. */
export function openKey(sealing: Uint8Array, about: string, sealed: string): Uint8Array | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= NONCE + TAG) return null
  const opening = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-TAG))
  try {
    return new Uint8Array(Buffer.concat([opening.update(bytes.subarray(NONCE, -TAG)), opening.final()]))
  } catch {
    return null
  }
}
