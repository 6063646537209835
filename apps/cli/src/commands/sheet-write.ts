/** `vitrine sheet write`: a sheet in the house's own form, from any sheet or from a JSON record. */
import { TitleSheet } from '@vitrine/catalogue'
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import { sheetFrom } from '@vitrine/catalogue/reader/sheet-from'
import { writeSheet } from '@vitrine/catalogue/writer/write-sheet'
import type { Run } from '../main.ts'
import { CommandError, type Printer } from '../print.ts'
import { textOf, today } from '../source.ts'

export async function sheetWrite(
  { printer }: Run,
  file: string,
  options: { format: 'text' | 'markdown' | 'html'; language?: string },
): Promise<number> {
  const text = await textOf(printer, file)
  const sheet = recordOf(text) ?? sheetOf(printer, file, text)
  const language = options.language ?? Object.keys(sheet.synopsis)[0] ?? printer.locale
  printer.out(writeSheet(sheet, { format: options.format, language }).trimEnd())
  return 0
}

/** A JSON record (as `titles --json` or the API give it), or null when the text is none. */
function recordOf(text: string): TitleSheet | null {
  if (!text.trimStart().startsWith('{')) return null
  try {
    const value = JSON.parse(text) as { sheet?: unknown }
    const parsed = TitleSheet.safeParse(value.sheet ?? value)
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function sheetOf(printer: Printer, file: string, text: string): TitleSheet {
  const reading = readSheet(text, { today: today() })
  if (reading.title === '') throw new CommandError(printer.words.sheet.noTitle(file), 2)
  return sheetFrom(reading)
}
