/** How much a file is to whoever reads it: of an archive what it says that it unpacks to, which is what it is held to. */
import { DocumentError } from './errors.ts'
import { HOUSE_LIMITS } from './limits.ts'
import { openZip } from './zip.ts'

/**
 * @example
 * unpackedSize(new TextEncoder().encode('Salt')) // 4
 */
export function unpackedSize(bytes: Uint8Array): number {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes.length
  try {
    const { entries } = openZip(bytes, HOUSE_LIMITS)
    return entries.reduce((sum, { size }) => sum + size, bytes.length)
  } catch (thrown) {
    // it is damaged or a bomb: nobody knows how much it is
    if (thrown instanceof DocumentError) return Infinity
    throw thrown
  }
}
