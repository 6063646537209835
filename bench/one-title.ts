/**
 * One film's rights: its full picture, and the check of a licence that somebody wants to sign. Run it: `node bench/one-title.ts`.
 */
import { regionsOf } from '@vitrine/rights/availability/regions'
import type { Line } from '@vitrine/rights/book/line'
import { EVERYTHING } from '@vitrine/rights/box/box'
import { checkEntry } from '@vitrine/rights/check/check-entry'
import type { WouldBeEntry } from '@vitrine/rights/check/would-be'
import { addMonths, dayOf } from '@vitrine/rights/days/day'
import { mediaOf } from '@vitrine/rights/media/media-set'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { linesOf } from './_generated-book.ts'

interface Measure {
  name: string
  value: number
  unit: string
  target: number
  ok: boolean
}

const TODAY = dayOf('2026-11-25')!
const TITLES = 60
const LINES = 200

/** Films of two hundred lines: those of generated films laid together until there are enough. */
function bigTitles(): Line[][] {
  return Array.from({ length: TITLES }, (_, n) => {
    const lines: Line[] = []
    for (let title = n * 100; lines.length < LINES; title++) {
      const more = linesOf(title)
      lines.push(
        ...(lines.length === 0 ? more : more.filter(({ kind }) => kind !== 'grant')).map((line) => ({
          ...line,
          entry: `${title}-${line.entry}`,
        })),
      )
    }
    return lines.slice(0, LINES)
  })
}

/** Milliseconds of processor time a call, by title: the middle and the worst in twenty. */
function times(titles: readonly Line[][], call: (lines: Line[]) => unknown): { p50: number; p95: number } {
  const REPEATS = 20
  for (const lines of titles) for (let n = 0; n < 3; n++) call(lines)
  const found = titles.map((lines) => {
    const before = process.cpuUsage()
    for (let n = 0; n < REPEATS; n++) call(lines)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / REPEATS
  })
  found.sort((a, b) => a - b)
  return { p50: found[Math.floor(found.length / 2)]!, p95: found[Math.floor(found.length * 0.95)]! }
}

export async function bench(): Promise<Measure[]> {
  const titles = bigTitles()
  const world = { ...EVERYTHING, from: TODAY, to: addMonths(TODAY, 120) - 1 }
  const picture = times(titles, (lines) => regionsOf(world, lines, TODAY))
  const licence: WouldBeEntry = {
    id: 'new', kind: 'licence', exclusive: true, imposes: [], replaces: [], expires: null, undated: false, effective: null,
    boxes: [{ ...EVERYTHING, territories: TerritorySet.of(['PL', 'EE', 'LV', 'LT']), media: mediaOf(['svod']), from: TODAY + 40, to: TODAY + 40 + 1095 }],
  } // prettier-ignore
  const check = times(titles, (lines) => checkEntry(licence, lines, TODAY))
  const row = (name: string, value: number, target: number): Measure => ({ name, value: Math.round(value * 1000) / 1000, unit: 'ms', target, ok: value <= target }) // prettier-ignore
  return [
    row(`rights, full picture of one film of ${LINES} lines, world, all media, 10 years, p50`, picture.p50, 2),
    row('the same, p95', picture.p95, 5),
    row(`rights, check of a licence against ${LINES} lines, p50`, check.p50, 1),
    row('the same, p95', check.p95, 1),
  ]
}

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench())
    console.log(`${name.padEnd(90)} ${String(value).padStart(8)} ${unit} (target ${target}) ${ok ? 'ok' : 'MISSED'}`)
