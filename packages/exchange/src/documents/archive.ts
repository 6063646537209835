// oxlint-disable no-control-regex -- control characters are what this file is about
/** An archive of sheets: a ZIP whose files are read one by one. */
import { DocumentError } from './errors.ts'
import { DEFAULT_LIMITS, megabytes, type Limits } from './limits.ts'
import { openZip } from './zip.ts'

/** Left behind by file managers; nobody sends them on purpose. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i

/**
 * A name that would leave the folder it is unpacked into, or that a file system would read in another way: climbing (`../`),
 * absolute, with a drive letter or a network share, with NUL or control characters, or a Windows device.
 */
export function isPathTrick(name: string): boolean {
  if (name === '' || name.length > 1_000) return true
  if (/[\u0000-\u001f\u007f]/.test(name)) return true
  const path = name.replaceAll('\\', '/')
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.startsWith('~')) return true
  const parts = path.replace(/\/$/, '').split('/')
  return parts.some(
    (part) => part === '..' || part === '' || /:/.test(part) || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part),
  )
}

/**
 * Reads the files of a ZIP one after the other, in the order of their names. Every name is checked before the first file
 * comes out; archives within the archive are given as they are and not opened (`documentText` refuses them by name).
 *
 * @throws DocumentError `too-large`, `damaged`, `encrypted`, `zip-bomb`, `path-trick`, `too-many-entries`, `empty`
 * @example
 * for await (const { path, bytes } of openArchive(upload)) console.log(path, (await documentText(bytes)).text.length)
 */
export async function* openArchive(
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  const bounds = { ...DEFAULT_LIMITS, ...limits }
  if (bytes.length === 0) throw new DocumentError('empty')
  if (bytes.length > bounds.archiveBytes) throw new DocumentError('too-large', { limit: megabytes(bounds.archiveBytes) })
  const zip = openZip(bytes, bounds)
  const files = zip.entries.filter((entry) => !LITTER.test(entry.name.replaceAll('\\', '/')))
  for (const entry of files) {
    if (entry.symbolicLink || isPathTrick(entry.name)) throw new DocumentError('path-trick', { name: printable(entry.name) })
    if (entry.encrypted) throw new DocumentError('encrypted')
  }
  for (const entry of files
    .filter((file) => !file.directory)
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    yield { path: entry.name.replaceAll('\\', '/'), bytes: zip.read(entry) }
  }
}

/** A name that can be shown: control characters become visible, and it is not endless. */
function printable(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�').slice(0, 200)
}
