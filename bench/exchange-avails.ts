/** Avails of 10,000 rows: written and read as a spreadsheet and as XML, in processor time, and how much memory writing takes at most. */
import { readAvailsSpreadsheet } from '@vitrine/exchange/avails-spreadsheet/read-avails-spreadsheet'
import { writeAvailsSpreadsheet } from '@vitrine/exchange/avails-spreadsheet/write-avails-spreadsheet'
import type { Avail } from '@vitrine/exchange/avails/avail'
import { madeMovieAvails } from '@vitrine/exchange/avails/made-avails'
import { readAvails } from '@vitrine/exchange/avails/read-avails'
import { writeAvails } from '@vitrine/exchange/avails/write-avails'
import fc from 'fast-check'

const ROWS = 10_000
const sender = { name: 'Lanterne', url: 'https://lanterne.example', email: null, country: 'FR' }

/** As many avails as make so many rows, none of them like its neighbour. */
function avails(rows: number): Avail[] {
  const made = fc.sample(madeMovieAvails, { numRuns: 500, seed: 1 }).flat()
  return Array.from({ length: rows }, (_, n): Avail => {
    const one = made[n % made.length]!
    const transaction = { ...one.transaction, territories: one.transaction.territories.slice(0, 1) }
    return { ...one, alid: `md:alid:org:lanterne.example:f${n}`, transaction }
  })
}

interface Measure {
  name: string
  value: number
  unit: string
  target: number | null
  ok: boolean | null
}

export async function bench(): Promise<Measure[]> {
  const all = avails(ROWS)
  const sheet = (await writeAvailsSpreadsheet(all, { kind: 'movies', as: 'xlsx' })).bytes
  const xml = writeAvails(all, { sender }).bytes
  const { avails: read } = await readAvailsSpreadsheet(sheet)
  if (read.length !== ROWS) throw new Error(`${read.length} avails were read of ${ROWS} rows`)
  return [
    ...(await measured('10,000 rows of avails, xlsx written', 3, () =>
      writeAvailsSpreadsheet(all, { kind: 'movies', as: 'xlsx' }),
    )),
    ...(await measured('10,000 rows of avails, xlsx read', 3, () => readAvailsSpreadsheet(sheet))),
    ...(await measured('10,000 avails, XML 2.6 written', null, () => writeAvails(all, { sender }))),
    ...(await measured('10,000 avails, XML 2.6 read', null, () => readAvails(xml))),
    ...(await memory()),
  ]
}

/** The quicker of two runs, in processor time, so that what else the machine does counts for little. */
async function measured(name: string, target: number | null, run: () => unknown): Promise<Measure[]> {
  let value = Infinity
  for (let n = 0; n < 2; n++) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    value = Math.min(value, (user + system) / 1e6)
  }
  return [{ name, value, unit: 's', target, ok: target === null ? null : value <= target }]
}

/** What a run takes at most beside what was there before, sampled while it goes, at 10,000 rows and at three times as many. */
async function memory(): Promise<Measure[]> {
  const most = async (rows: number): Promise<number> => {
    const all = avails(rows)
    globalThis.gc?.()
    const used = (): number => {
      const { heapUsed, external, arrayBuffers } = process.memoryUsage()
      return heapUsed + Math.max(external, arrayBuffers)
    }
    const before = used()
    let peak = 0
    const watch = setInterval(() => {
      globalThis.gc?.()
      peak = Math.max(peak, used() - before)
    }, 500)
    await writeAvailsSpreadsheet(all, { kind: 'movies', as: 'xlsx' })
    clearInterval(watch)
    return Math.max(peak, used() - before) / 1e6
  }
  const [few, many] = [await most(ROWS), await most(ROWS * 3)]
  return [
    { name: '10,000 rows written, memory at most', value: few, unit: 'MB', target: null, ok: null },
    { name: '30,000 rows written, memory at most', value: many, unit: 'MB', target: null, ok: null },
  ]
}

if (import.meta.main) console.table(await bench())
