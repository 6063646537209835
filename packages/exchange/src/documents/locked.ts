/** OpenDocument files that are locked with a password. */
import { DocumentError } from './errors.ts'
import { decodeXml } from './markup.ts'
import type { Zip } from './zip.ts'

/**
 * Each part may be locked by itself, which the manifest tells, or all of them in one part, as office suites do since 2024.
 *
 * @throws DocumentError `encrypted`
 */
export function refuseLocked(zip: Zip): void {
  const locked = zip.entries.some(
    (entry) =>
      entry.name === 'encrypted-package' ||
      (entry.name === 'META-INF/manifest.xml' && /encryption-data/.test(decodeXml(zip.read(entry)))),
  )
  if (locked) throw new DocumentError('encrypted')
}
