/** `vitrine import` of lists and standard files: they wait beside the catalogue, or what is plain is taken at once. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { type Printer, harmless } from '../print.ts'
import type { ReachedHouse } from '../reach.ts'
import { wordsFor } from '../failures.ts'

/** Files that are no sheets of one film or several, by their endings. */
export const LISTS = new Set(['.xml', '.json', '.jsonld', '.ttl', '.csv', '.tsv', '.xlsx', '.xlsm'])

/** Exit 0 when each was read, 1 when one was not. */
export async function stageFiles(
  printer: Printer,
  house: ReachedHouse,
  paths: readonly string[],
  { take, licences }: { take: boolean; licences?: 'draft' | 'signed' },
): Promise<number> {
  const words = cliExchange[printer.locale]
  let failed = 0
  for (const path of paths) {
    try {
      const intake = await house.receiveFile({ bytes: new Uint8Array(await readFile(path)), fileName: basename(path) })
      const outcome = take && intake.state === 'open' ? await house.takeIntake({ id: intake.id }) : null
      const entered =
        licences !== undefined && intake.licences > 0 && intake.state !== 'discarded'
          ? await house.takeIntakeLicences({ id: intake.id, as: licences, locale: printer.locale })
          : null
      if (printer.json) printer.out(JSON.stringify({ file: path, intake, outcome, licences: entered }))
      else if (outcome === null) printer.out(words.staged(harmless(path), intake.films, FORMAT_NAMES[intake.format]))
      else printer.out(words.takenIn(harmless(path), outcome.created, outcome.changed, outcome.unchanged, outcome.left.length))
      if (printer.json || intake.licences === 0) continue
      printer.out(entered === null ? words.licencesWait(intake.licences) : words.licencesEntered(entered.entries))
    } catch (thrown) {
      failed += 1
      printer.note(`${harmless(path)}: ${wordsFor(thrown, printer.locale)}`)
    }
  }
  return failed > 0 ? 1 : 0
}
