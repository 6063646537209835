/** `vitrine export --format avails`: signed licences of platforms, as a document or as the spreadsheet. */
import { pipeline } from 'node:stream/promises'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { findingMessage } from '@vitrine/messages/findings'
import type { Run } from '../main.ts'
import { inHouse } from '../in-house.ts'
import { CommandError } from '../print.ts'
import { save } from './save-stream.ts'

const SHOWN = 20

export async function exportAvails(
  run: Run,
  options: { format: string; formatVersion?: string; licensee?: string; out?: string },
): Promise<number> {
  const { printer } = run
  const words = cliExchange[printer.locale]
  if (options.out === undefined && process.stdout.isTTY) throw new CommandError(words.outNeeded, 2)
  return inHouse(run, async (house) => {
    const { stream, avails, unsaid, told } = await house.exportAvails({
      as: options.format === 'avails' ? 'xml' : 'xlsx',
      version: options.formatVersion ?? null,
      licensee: options.licensee ?? null,
      locale: printer.locale,
    })
    if (options.out === undefined) await pipeline(stream, process.stdout, { end: false })
    else {
      await save(stream, options.out)
      printer.note(words.availsWritten(avails, options.out))
    }
    const all = Object.values(told).reduce((sum, times) => sum + times, 0)
    if (all > 0) printer.note(words.unsaid(all))
    for (const finding of unsaid.slice(0, SHOWN)) printer.note(`  ${findingMessage(printer.locale, finding)}`)
    return 0
  })
}
