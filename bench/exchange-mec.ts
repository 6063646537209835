/** How fast films are written as MEC and read again: what a house sends to a platform, or moves in with. Processor time. */
import type { FilmOut, WriteOptions } from '@vitrine/exchange/formats/format'
import { readMec } from '@vitrine/exchange/mec/read-mec'
import { writeMec } from '@vitrine/exchange/mec/write-mec'
import { generator } from './_titles.ts'

const FILMS = 1000
const options: WriteOptions = {
  locale: 'en',
  sender: { name: 'Lanterne', url: 'https://lanterne.example', email: null, country: 'FR' },
  today: '2026-11-26',
}

export async function bench(): Promise<
  { name: string; value: number; unit: string; target: number | null; ok: boolean | null }[]
> {
  const { sheet } = generator()
  const films = Array.from({ length: FILMS }, (_, n): FilmOut => ({ id: `f${n}`, sheet: sheet(n), url: null, pictures: new Map(), changedAt: '2026-11-26T00:00:00Z' })) // prettier-ignore
  const { bytes } = writeMec(films, options)
  const write = rate(() => writeMec(films, options))
  const read = rate(() => readMec(bytes))
  return [
    { name: 'films written as MEC 2.12', value: write, unit: 'titles/s', target: 500, ok: write >= 500 },
    { name: 'films read from MEC 2.12', value: read, unit: 'titles/s', target: null, ok: null },
    { name: 'a film as MEC', value: bytes.byteLength / FILMS / 1000, unit: 'KB', target: null, ok: null },
  ]
}

/** Titles a second of processor time, so that what else the machine does counts for little. */
function rate(run: () => unknown): number {
  run()
  const before = process.cpuUsage()
  let runs = 0
  for (let used = 0; used < 3; runs += 1) {
    run()
    const { user, system } = process.cpuUsage(before)
    used = (user + system) / 1e6
  }
  const { user, system } = process.cpuUsage(before)
  return Math.round((runs * FILMS) / ((user + system) / 1e6))
}

if (import.meta.main) console.table(await bench())
