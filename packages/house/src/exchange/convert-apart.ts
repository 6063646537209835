import { type Converted, convert, type NotConverted } from '@vitrine/exchange/formats/convert'
import type { Finding } from '@vitrine/exchange/formats/finding'
import type { FormatId, Sender } from '@vitrine/exchange/formats/format'
import type { Locale } from '@vitrine/messages'
import { type FileIn, readIncoming } from '../intake/read-incoming.ts'
import { apart, isSmall } from './apart.ts'

export interface FileToConvert extends FileIn {
  to: FormatId
  version: string | null
  locale: Locale
  sender: Sender
}
/** What became of it; or why it says nothing, as of any file that comes in. */
export type FileConverted =
  | { made: Converted | NotConverted; format: FormatId; version: string | null; doubts: Finding[]; avails: number }
  | { problem: Finding | 'unsupported' }

export async function convertHere({ to, version, locale, sender, ...file }: FileToConvert): Promise<FileConverted> {
  const read = await readIncoming(file)
  if ('problem' in read) return read
  const { films, avails, findings, ...of } = read.films
  const made = await convert(read.films, { to, locale, sender, today: file.today, ...(version === null ? {} : { version }) })
  const doubts = [...findings, ...films.flatMap((film) => film.doubts)]
  return { made, format: of.format, version: of.version, doubts, avails: avails.length }
}

/** Reads a file and writes it anew, a large one beside the thread that answers. */
export async function convertApart(file: FileToConvert): Promise<FileConverted> {
  if (isSmall(file.bytes)) return convertHere(file)
  const answer = await apart<FileConverted>(new URL('./convert-thread.ts', import.meta.url), file)
  if ('made' in answer) return answer.made
  return { problem: { severity: 'fatal', rule: `file/${answer.failed}`, line: null, path: null, values: {} } }
}
