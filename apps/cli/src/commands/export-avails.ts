/** `vitrine export --format avails`: signed licences of platforms, as a document or as the spreadsheet. */
import { writeFile } from 'node:fs/promises'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { findingMessage } from '@vitrine/messages/findings'
import type { Run } from '../main.ts'
import { inHouse } from '../in-house.ts'
import { CommandError } from '../print.ts'

const SHOWN = 20

export async function exportAvails(
  run: Run,
  options: { format: string; formatVersion?: string; licensee?: string; out?: string },
): Promise<number> {
  const { printer } = run
  const words = cliExchange[printer.locale]
  if (options.out === undefined && process.stdout.isTTY) throw new CommandError(words.outNeeded, 2)
  return inHouse(run, async (house) => {
    const { bytes, avails, unsaid } = await house.exportAvails({
      as: options.format === 'avails' ? 'xml' : 'xlsx',
      version: options.formatVersion ?? null,
      licensee: options.licensee ?? null,
      locale: printer.locale,
    })
    if (options.out === undefined) await new Promise<void>((done) => process.stdout.write(bytes, () => done()))
    else {
      await writeFile(options.out, bytes)
      printer.note(words.availsWritten(avails, options.out))
    }
    if (unsaid.length > 0) printer.note(words.unsaid(unsaid.length))
    for (const finding of unsaid.slice(0, SHOWN)) printer.note(`  ${findingMessage(printer.locale, finding)}`)
    return 0
  })
}
