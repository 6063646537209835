/** `vitrine house export`: everything the house has, as one file. */
import { createWriteStream } from 'node:fs'
import { link, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { cliHouse } from '@vitrine/messages/cli-house'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { CommandError } from '../print.ts'

/** The file is there under its name only when it is whole; one that is there already is never written over. */
export async function exportHouse(run: Run, out: string): Promise<number> {
  const { printer } = run
  const words = cliHouse[printer.locale]
  const there = () => new CommandError(words.there(out), 2)
  if (await stat(out).catch(() => null)) throw there()
  const part = `${out}.part-${process.pid}`
  return inHouse(run, async (house) => {
    try {
      await pipeline(house.exportHouse(), createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }))
      await link(part, out).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? there() : error
      })
    } finally {
      await rm(part, { force: true })
    }
    const { size } = await stat(out)
    if (printer.json) printer.out(JSON.stringify({ file: out, bytes: size }, null, 2))
    else printer.note(words.written(out, new Intl.NumberFormat(printer.locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(size / 1e6))) // prettier-ignore
    return 0
  })
}
