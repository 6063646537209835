/** From the bytes of a file to the films in it. */
import { type Reading, TitleSheet, type WarningCode } from '@vitrine/catalogue'
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import { sheetFrom } from '@vitrine/catalogue/reader/sheet-from'
import { splitSheets } from '@vitrine/catalogue/reader/split-sheets'
import { DocumentError, documentText, openArchive } from '@vitrine/exchange'
import { HouseError } from '../errors.ts'
import { cleanText } from '../input.ts'
import { whatToDo } from './what-to-do.ts'

/** A document as text, cut where its films begin; the row of a table stands under the heading of its columns. */
export interface SheetFile {
  mediaType: string
  parts: string[]
}

const REFUSED = new Set<string>([
  'not-a-document',
  'unknown-type',
  'unsupported-format',
  'archive',
  'not-a-picture',
  'svg-refused',
])
const TOO_LARGE = new Set<string>(['too-large', 'text-too-long', 'too-many-pages', 'too-many-entries'])

/**
 * The text of a file, as a database could keep it.
 *
 * @throws HouseError `too-large`, `unsupported-file`, `unreadable-file`; `details.reason` is the code of the document's own error
 */
export async function textOfFile(bytes: Uint8Array, fileName: string | null): Promise<{ text: string; mediaType: string }> {
  try {
    const { text, mediaType } = await documentText(bytes, { fileName })
    return { text: cleanText(text), mediaType }
  } catch (thrown) {
    throw documentFailure(thrown)
  }
}

/** Reads a file and cuts it into films. Fails as `textOfFile` does. */
export async function readFile(bytes: Uint8Array, fileName: string | null): Promise<SheetFile> {
  const { text, mediaType } = await textOfFile(bytes, fileName)
  return { mediaType, parts: splitSheets(text).map((part) => part.text) }
}

/** The files in an archive, or the file itself when it is none. An archive in an archive stays closed. */
export async function* filesIn(file: { path: string; bytes: Uint8Array }): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  if (!/\.zip$/i.test(file.path) || !isZip(file.bytes)) {
    yield file
    return
  }
  try {
    for await (const inside of openArchive(file.bytes)) yield { path: `${file.path}/${inside.path}`, bytes: inside.bytes }
  } catch (thrown) {
    throw documentFailure(thrown)
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function documentFailure(thrown: unknown): unknown {
  if (!(thrown instanceof DocumentError)) return thrown
  const details = { reason: thrown.code, params: thrown.params, issues: [whatToDo(thrown)] }
  if (TOO_LARGE.has(thrown.code))
    return new HouseError('too-large', { ...details, limit: thrown.params['limit'] ?? null }, thrown)
  return new HouseError(REFUSED.has(thrown.code) ? 'unsupported-file' : 'unreadable-file', details, thrown)
}

/** One film as it was read, and the sheet that is proposed for it. */
export interface ReadPart {
  text: string
  reading: Reading
  proposed: TitleSheet
  /** Whether the proposal can become a title as it is. */
  sound: boolean
}

/** Reads one film's text. The same text read on the same day is the same reading: it need not be kept. */
export function readPart(text: string, today: string): ReadPart {
  const reading = readSheet(text, { today })
  const proposed = sheetFrom(reading)
  const checked = reading.title === '' ? null : TitleSheet.safeParse(proposed)
  return { text, reading, proposed: checked?.success ? checked.data : proposed, sound: checked?.success === true }
}

/** Whether anything at all was understood: a text without a title may still be a sheet whose title a person can type. */
export function saysSomething({ reading }: ReadPart): boolean {
  return (
    reading.title !== '' ||
    reading.year !== null ||
    reading.durations.length > 0 ||
    reading.directors.length > 0 ||
    reading.cuts.length > 0
  )
}

/** Warnings after which a person should look before anybody else does: a fact may be wrong, not only spelt oddly. */
const GRAVE = new Set<WarningCode>([
  'no-title',
  'not-a-year',
  'not-a-duration',
  'year-and-duration-swapped',
  'unknown-country',
  'unknown-language',
  'bad-check-character',
  'bad-identifier',
  'two-values',
  'several-films',
  'year-out-of-range',
  'ambiguous',
  'truncated',
])

/** The codes of the warnings that need an eye, each once. */
export function graveWarnings(reading: Reading): WarningCode[] {
  return [...new Set(reading.warnings.map((warning) => warning.code).filter((code) => GRAVE.has(code)))]
}
