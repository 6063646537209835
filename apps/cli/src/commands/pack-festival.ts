/** `vitrine export --format festival-pack --id ID`: one film as festivals ask for it with an entry. */
import { writeFile } from 'node:fs/promises'
import { LOCALES, type Locale } from '@vitrine/messages'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import type { Run } from '../main.ts'
import { inHouse } from '../in-house.ts'
import { CommandError } from '../print.ts'

export async function packFestival(run: Run, options: { id: string[]; language?: string; out?: string }): Promise<number> {
  const { printer } = run
  const words = cliExchange[printer.locale]
  const { id: ids, out } = options
  const [id] = ids
  if (id === undefined || ids.length > 1) throw new CommandError(words.packOne, 2)
  if (out === undefined && process.stdout.isTTY) throw new CommandError(words.outNeeded, 2)
  const asked = LOCALES.filter((locale) => options.language?.split(',').includes(locale) === true)
  const locales: Locale[] = asked.length > 0 ? asked : [printer.locale]
  return inHouse(run, async (house) => {
    const { bytes, missing } = await house.packFestival({ id, locales })
    if (out === undefined) await new Promise<void>((done) => process.stdout.write(bytes, () => done()))
    else {
      await writeFile(out, bytes)
      printer.note(words.packed(out, missing.length))
    }
    return 0
  })
}
