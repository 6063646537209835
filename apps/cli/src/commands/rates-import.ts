/** `vitrine rates import`: the reference rates of the European Central Bank, by day, for figures and invoices. */
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { harmless } from '../print.ts'
import { bytesOf } from '../source.ts'

/** Exit code 1 when lines of the file were not read; what was read is kept. */
export async function ratesImport(run: Run, file: string): Promise<number> {
  const { printer } = run
  const words = printer.words.rates
  const bytes = await bytesOf(printer, file)
  return inHouse(run, async (house) => {
    const read = await house.importRates({ bytes })
    if (printer.json) printer.out(JSON.stringify(read, null, 2))
    else {
      printer.out(words.read(read.days, read.first ?? '', read.last ?? ''))
      printer.out(words.changed(read.changed, read.sales))
      for (const { line, text } of read.unread) printer.note(words.unread(line, harmless(text)))
    }
    return read.unread.length > 0 ? 1 : 0
  })
}
