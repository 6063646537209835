/** `vitrine sheet split`: where a file with several films would be cut, and why. */
import { splitSheets } from '@vitrine/catalogue/reader/split-sheets'
import type { Run } from '../main.ts'
import { harmless, table } from '../print.ts'
import { textOf } from '../source.ts'

export async function sheetSplit({ printer }: Run, file: string): Promise<number> {
  const { words } = printer
  const parts = splitSheets(await textOf(printer, file))
  if (printer.json) {
    printer.out(
      JSON.stringify(
        { parts: parts.map(({ start, end, line, title, reason }) => ({ start, end, line, title, reason })) },
        null,
        2,
      ),
    )
    return 0
  }
  const rows = parts.map((part) => [
    words.sheet.line(part.line),
    harmless(part.title ?? words.sheet.untitled),
    harmless(part.reason),
  ])
  for (const line of table(printer, ['', words.fields.title, ''], rows)) printer.out(line)
  if (printer.terminal) printer.out(printer.dim(words.sheet.parts(parts.length)))
  return 0
}
