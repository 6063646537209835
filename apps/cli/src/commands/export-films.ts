/** `vitrine export --format mec …`: films as one file of a format of the trade. */
import { writeFile } from 'node:fs/promises'
import type { FormatId } from '@vitrine/exchange/formats/format'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import type { Run } from '../main.ts'
import { inHouse } from '../in-house.ts'
import { CommandError } from '../print.ts'
import { tellLosses } from './losses.ts'

export async function exportFilms(
  run: Run,
  options: { format: FormatId; formatVersion?: string; id: string[]; column: string[]; out?: string },
): Promise<number> {
  const { printer } = run
  const words = cliExchange[printer.locale]
  if (options.out === undefined && process.stdout.isTTY) throw new CommandError(words.outNeeded, 2)
  return inHouse(run, async (house) => {
    const { bytes, films, losses } = await house.exportFilms({
      format: options.format,
      version: options.formatVersion ?? null,
      ids: options.id.length === 0 ? null : options.id,
      columns: options.column.length === 0 ? null : options.column,
      locale: printer.locale,
    })
    if (options.out === undefined) await new Promise<void>((done) => process.stdout.write(bytes, () => done()))
    else {
      await writeFile(options.out, bytes)
      printer.note(words.written(films, options.out))
    }
    tellLosses(printer, losses)
    return 0
  })
}
