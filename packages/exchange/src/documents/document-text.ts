import { DocumentError } from './errors.ts'
import { DEFAULT_LIMITS, megabytes, type Limits } from './limits.ts'
import { readDocument, type DocumentText } from './read.ts'
import { signature } from './sniff.ts'

const SMALL = 300_000 // bytes that any reader but that of PDF is through with in a few hundredths of a second

/**
 * Any document to text. What it is, is told by its content: a Word file named `.txt` is read as Word. PDF, and whatever is
 * large, is read in a thread of its own with bounded time and memory, so that no file can hold up the house.
 *
 * @param bytes the file; it is not changed
 * @param options.fileName only for a note when the name says something else than the content
 * @param options.limits overrides of DEFAULT_LIMITS
 * @throws DocumentError of the closed list in packages/messages/src/documents.ts
 * @example
 * const { text, mediaType, notes } = await documentText(await readFile('sheet.docx'), { fileName: 'sheet.docx' })
 */
export async function documentText(
  bytes: Uint8Array,
  options: { fileName?: string | null; limits?: Partial<Limits> } = {},
): Promise<DocumentText> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const fileName = options.fileName ?? null
  if (bytes.length === 0) throw new DocumentError('empty')
  if (bytes.length > limits.fileBytes) throw new DocumentError('too-large', { limit: megabytes(limits.fileBytes) })
  if (!(await needsThread(bytes, limits))) return readDocument(bytes, fileName, limits)
  const { readApart } = await import('./apart.ts')
  return readApart(bytes, fileName, limits)
}

async function needsThread(bytes: Uint8Array, limits: Limits): Promise<boolean> {
  if (bytes.length > SMALL) return true
  const found = signature(bytes)
  if (found === 'pdf') return true
  if (found !== 'zip') return false
  const { openZip } = await import('./zip.ts')
  const unpacked = openZip(bytes, limits).entries.filter((entry) => /\.xml$/i.test(entry.name))
  return unpacked.reduce((sum, entry) => sum + entry.size, 0) > 4 * SMALL
}
