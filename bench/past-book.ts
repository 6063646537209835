/**
 * The book as it was recorded at a past moment, for a question about the whole catalogue: how long the book in memory takes to be
 * copied, and the first question after it, for which the picture by shape is taken. What changed since is read from the database:
 * past-changes.ts measures that. `node bench/past-book.ts` runs it; BENCH_TITLES=10000 measures that size alone.
 */
import { classes } from '@vitrine/rights/shelf/classes'
import { Columns } from '@vitrine/rights/shelf/columns'
import { ask } from '@vitrine/rights/shelf/question'
import { linesOf, QUESTIONS, TODAY } from './_generated-book.ts'

const SIZES = process.env['BENCH_TITLES'] ? [Number(process.env['BENCH_TITLES'])] : [10_000, 100_000]
const ROUNDS = 9

/** Milliseconds of processor time, the middle of some rounds. */
function took(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  })
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1]!
}

export async function bench() {
  return SIZES.flatMap((titles) => {
    const columns = new Columns({ numberOf: Number, entryOf: String })
    for (let title = 0; title < titles; title++) columns.replace(title, linesOf(title))
    const copies = took(() => columns.copy())
    const { request } = QUESTIONS[0]!
    const asked = took(() => {
      const copy = columns.copy()
      return classes(copy, ask(copy, request, TODAY))
    })
    const row = (name: string, value: number) => ({ name, value: Math.round(value * 10) / 10, unit: 'ms', target: 1_000, ok: value <= 1_000 })
    return [row(`rights, the book of ${titles} films and ${columns.lines} lines copied for a past moment`, copies), row('the same, and the first question answered', asked)]
  })
} // prettier-ignore

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench()) console.log(`${name.padEnd(90)} ${String(value).padStart(8)} ${unit} (target ${target}) ${ok ? 'ok' : 'MISSED'}`) // prettier-ignore
