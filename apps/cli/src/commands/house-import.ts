/** `vitrine house import`: a house moves into an empty one. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { cliHouse } from '@vitrine/messages/cli-house'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { CommandError } from '../print.ts'

const EVERY_MS = 250

export async function importHouse(run: Run, file: string): Promise<number> {
  const { printer } = run
  const words = cliHouse[printer.locale]
  if (!(await stat(file).catch(() => null))?.isFile()) throw new CommandError(printer.words.files.missing(file), 2)
  let said = 0
  return inHouse(run, async (house) => {
    const moved = await house.importHouse({
      archive: createReadStream(file, { highWaterMark: 1024 * 1024 }),
      onProgress: ({ step, done, total }) => {
        if (!process.stderr.isTTY || (done < total && Date.now() - said < EVERY_MS)) return
        said = Date.now()
        process.stderr.write(`\r${words[`progress.${step}`](done, total)}   ${done === total ? '\n' : ''}`)
      },
    })
    if (printer.json) printer.out(JSON.stringify(moved, null, 2))
    else {
      printer.out(words.moved(moved.house, moved.rows, moved.files))
      if (moved.missing > 0) printer.note(words.missing(moved.missing))
    }
    return 0
  })
}
