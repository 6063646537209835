/** A rights book, or an entry of one, in a file: read, or refused in one line that names the entry and the field. */
import { BookError, readBook, type RightsBook } from '@vitrine/rights/book/read-book'
import { RequestError } from '@vitrine/rights/contracted/read-request'
import { CommandError, type Printer } from './print.ts'
import { bytesOf } from './source.ts'

/** @throws CommandError with exit code 2 */
export async function bookOf(printer: Printer, file: string): Promise<RightsBook> {
  const json = await jsonOf(printer, file)
  return refusing(printer, () => readBook(json))
}

/** What a file holds as JSON. `-` is standard input. */
export async function jsonOf(printer: Printer, file: string, what: 'badBook' | 'badEntry' = 'badBook'): Promise<unknown> {
  const bytes = await bytesOf(printer, file)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (thrown) {
    throw new CommandError(printer.words.avails[what](thrown instanceof Error ? thrown.message : String(thrown)), 2)
  }
}

/** A mistake in an option or in the file is told in one line, and nothing is printed of the rest. */
export function refusing<T>(printer: Printer, read: () => T, what: 'badBook' | 'badEntry' = 'badBook'): T {
  const { locale } = printer
  const words = printer.words.avails
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof RequestError) throw new CommandError(words.badOption(`--${OPTIONS[thrown.field] ?? thrown.field}`, thrown.what[locale]), 2) // prettier-ignore
    if (thrown instanceof BookError) throw new CommandError(words[what](words.badOption([what === 'badBook' ? thrown.entry : null, thrown.field].filter(Boolean).join(', '), thrown.what[locale])), 2) // prettier-ignore
    throw thrown
  }
}
const OPTIONS: Readonly<Record<string, string>> = { languages: 'language' }
