/** A sheet from a file or from standard input, as text. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { CommandError, type Printer } from './print.ts'

const MOST_BYTES = 50 * 1024 * 1024

/** @throws CommandError with exit code 2: one line that says what is wrong with the file */
export async function textOf(printer: Printer, file: string): Promise<string> {
  const bytes = await bytesOf(printer, file)
  const [{ documentText }, { DocumentError }] = await Promise.all([
    import('@vitrine/exchange/documents/document-text'),
    import('@vitrine/exchange/documents/errors'),
  ])
  try {
    return (await documentText(bytes, { fileName: file === '-' ? null : basename(file) })).text
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const { documentErrorText } = await import('@vitrine/messages/documents')
    throw new CommandError(
      `${file === '-' ? printer.words.files.standardInput : file}: ${documentErrorText(error.code, error.params, printer.locale)}`,
      2,
    )
  }
}

/** @param most where the reading stops: what is longer is too large for who asks */
export async function bytesOf(printer: Printer, file: string, most = MOST_BYTES): Promise<Uint8Array> {
  const { files } = printer.words
  if (file !== '-') {
    const found = await stat(file).catch(() => null)
    if (found === null) throw new CommandError(files.missing(file), 2)
    if (found.isDirectory()) throw new CommandError(files.isFolder(file), 2)
  }
  try {
    return await collect(file === '-' ? process.stdin : createReadStream(file), most)
  } catch {
    throw new CommandError(files.unreadable(file), 2)
  }
}

/** Reads to the end, or to just past the limit: the reader of documents then says that it is too large. */
async function collect(stream: AsyncIterable<Buffer>, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size > most) break
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** The current day where the command runs, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
