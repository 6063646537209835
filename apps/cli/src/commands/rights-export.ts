/** `vitrine rights export`: the rights book as a file. */
import { writeFile } from 'node:fs/promises'
import type { Run } from '../main.ts'
import { CommandError } from '../print.ts'
import { reachHouse } from '../reach.ts'

export async function rightsExport(
  run: Run,
  options: { format: 'json' | 'csv' | 'xlsx'; title?: string; out?: string },
): Promise<number> {
  const { printer } = run
  const words = printer.words.rights.export
  if (options.format === 'xlsx' && options.out === undefined && printer.terminal) throw new CommandError(words.terminal, 2)
  const house = await reachHouse(run)
  try {
    const { format, title } = options
    const { bytes } = await house.exportRights({ format, ...(title === undefined ? {} : { titleId: title }), locale: printer.locale }) // prettier-ignore
    if (options.out === undefined) await new Promise<void>((written) => process.stdout.write(bytes, () => written()))
    else {
      await writeFile(options.out, bytes).catch((error: Error) => {
        throw new CommandError(error.message, 2)
      })
      printer.note(words.done(options.out))
    }
    return 0
  } finally {
    await house.close()
  }
}
