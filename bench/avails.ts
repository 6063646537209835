/**
 * What can be had, asked of a whole catalogue: the columns in memory at three sizes, and the same questions put to the
 * definition cell by cell and to PostgreSQL, with equal answers. `node bench/avails.ts` prints every question.
 * BENCH_TITLES=10000 measures that size alone.
 */
import type { Answer, Line, Request } from '@vitrine/rights/book/line'
import { USES } from '@vitrine/rights/languages/languages'
import { MEDIA } from '@vitrine/rights/media/tree'
import { type Cell, naiveAnswer } from '@vitrine/rights/naive/naive'
import { Columns } from '@vitrine/rights/shelf/columns'
import { ANSWERS, NONE } from '@vitrine/rights/shelf/answers'
import { classes } from '@vitrine/rights/shelf/classes'
import { ask } from '@vitrine/rights/shelf/question'
import { Ranking } from '@vitrine/rights/shelf/rank'
import { onesIn } from '@vitrine/rights/territories/territory-set'
import { openPostgres } from '@vitrine/store/database/open-postgres'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { storeBook } from './_avails-in-postgres.ts'
import { CUTS, linesOf, QUESTIONS, TODAY } from './_generated-book.ts'

const SIZES = process.env['BENCH_TITLES'] ? [Number(process.env['BENCH_TITLES'])] : [1_000, 10_000, 100_000]
/** Milliseconds for the answer of every title: of the middle question and of the slowest but one in twenty. */
const TARGETS: Record<number, [p50: number, p95: number]> = { 1_000: [3, 3], 10_000: [3, 3], 100_000: [25, 60] }
const ROUNDS = 7

/** Entries of a generated book are numbers already. */
const entryNumbers = { numberOf: Number, entryOf: String }

/** A measured row of the table; without a target where it only stands beside another. */
interface Row {
  name: string
  value: number
  unit: string
  target: number | ''
  ok: boolean | null
}

function columnsOfBook(titles: number): Columns {
  const columns = new Columns(entryNumbers)
  for (let title = 0; title < titles; title++) columns.replace(title, linesOf(title))
  return columns
}

const share = (values: number[], part: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)]!
const memory = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/**
 * Milliseconds that this thread computes for one of many runs, whatever else the machine does: processor time is told in
 * steps of some milliseconds, so runs are counted together until they took many of them.
 */
function took(work: () => unknown, atLeast = 60): number {
  const before = process.threadCpuUsage()
  for (let runs = 1; ; runs++) {
    work()
    const { user, system } = process.threadCpuUsage(before)
    if (user + system >= atLeast * 1000) return (user + system) / 1000 / runs
  }
}

/** One look at every line's shape and days and nothing done with them: what no answer could be quicker than. */
function readThrough({ blocks }: Columns): number {
  let sum = 0
  for (const { shapes, from, to, filled } of blocks) sum ^= readBlock(shapes, from, to, filled)
  return sum
}

function readBlock(shapes: Uint32Array, from: Int32Array, to: Int32Array, lines: number): number {
  let sum = 0
  for (let line = 0; line < lines; line++) sum ^= shapes[line]! ^ from[line]! ^ to[line]!
  return sum
}

function atSize(titles: number, print: boolean): Row[] {
  const before = memory()
  const columns = columnsOfBook(titles)
  classes(columns, ask(columns, QUESTIONS[0]!.request, TODAY)) // with the picture by shape that the first question finds taken
  const bytes = (memory() - before) / columns.lines
  const times: number[] = []
  for (let warm = 0; warm < 4; warm++) for (const { request } of QUESTIONS) classes(columns, ask(columns, request, TODAY))
  let worst = { name: '', p50: 0 }
  for (const { name, request } of QUESTIONS) {
    const own: number[] = []
    for (let round = 0; round < ROUNDS; round++) own.push(took(() => classes(columns, ask(columns, request, TODAY))))
    const p50 = share(own, 0.5)
    if (p50 > worst.p50) worst = { name, p50 }
    times.push(...own)
    if (!print) continue
    const asking = took(() => ask(columns, request, TODAY))
    const ranking = took(() => new Ranking(columns, ask(columns, request, TODAY), { cutsOf: () => CUTS }).page(0, 50))
    const counts = [0, 0, 0]
    for (const answer of classes(columns, ask(columns, request, TODAY))) counts[answer]!++
    console.log(`  ${name.padEnd(52)} ${p50.toFixed(2).padStart(7)} ms, of that asking the shapes ${asking.toFixed(2)}, first page ranked ${ranking.toFixed(1)}; none/partial/full ${counts.join(' ')}`) // prettier-ignore
  }
  const floor = took(() => readThrough(columns), 200)
  const changed = Array.from({ length: 2000 }, (_, n) => linesOf((n * 7919) % titles, 2))
  const changes = changed.map((lines, n) => {
    const started = performance.now()
    columns.replace((n * 7919) % titles, lines)
    return performance.now() - started
  })
  if (print)
    console.log(
      `  ${columns.lines} lines, ${columns.bytes / columns.lines} bytes a line by their own account, ${columns.shapes.length} shapes, ${columns.shapes.territorySets.size} territory sets; floor ${floor.toFixed(2)} ms`,
    )
  const [p50, p95] = [share(times, 0.5), share(times, 0.95)]
  const target = TARGETS[titles]
  const size = `${titles.toLocaleString('en')} titles`
  // small books have their fixed costs: these are promised of large ones
  const upTo = (most: number, value: number): { target: number | ''; ok: boolean | null } =>
    titles >= 100_000 ? { target: most, ok: value <= most } : { target: '', ok: null }
  return [
    { name: `avails: ${size}, every title's answer, p50`, value: p50, unit: 'ms', target: target?.[0] ?? 0, ok: p50 <= (target?.[0] ?? Infinity) },
    { name: `avails: ${size}, p95`, value: p95, unit: 'ms', target: target?.[1] ?? 0, ok: p95 <= (target?.[1] ?? Infinity) },
    { name: `avails: ${size}, slowest question (${worst.name})`, value: worst.p50, unit: 'ms', target: target?.[1] ?? 0, ok: worst.p50 <= (target?.[1] ?? Infinity) },
    { name: `avails: ${size}, p50 as a multiple of reading the columns through`, value: p50 / floor, unit: '×', ...upTo(4, p50 / floor) },
    { name: `avails: ${size}, reading the columns through`, value: floor, unit: 'ms', target: '', ok: null },
    { name: `avails: ${size}, memory`, value: bytes, unit: 'bytes/line', ...upTo(64, bytes) },
    { name: `avails: ${size}, a title's change, p95`, value: share(changes, 0.95), unit: 'ms', target: '', ok: null },
    { name: `avails: ${size}, a title's change, slowest of 2,000`, value: Math.max(...changes), unit: 'ms', target: '', ok: null },
  ] // prettier-ignore
}

/** The same questions put to PostgreSQL at one size, every answer compared with the columns'. */
async function besidePostgres(titles: number, print: boolean): Promise<Row[]> {
  const database = await openPostgres(await newPostgresDatabase({ template: false }), { connections: 1 })
  try {
    const columns = columnsOfBook(titles)
    const store = await storeBook(database.pool!, titles, linesOf)
    let different = 0
    const [theirs, ours]: [number[], number[]] = [[], []]
    for (const { name, request } of QUESTIONS) {
      let found = new Map<number, number>()
      const own: number[] = []
      // a second and a third time, with all in memory, where the first was not minutes
      for (let round = 0; round < 3 && (own[0] ?? 0) < 20_000; round++) {
        const started = performance.now()
        found = await store.answers(request, TODAY)
        own.push(performance.now() - started)
      }
      const answers = classes(columns, ask(columns, request, TODAY))
      const unequal = answers.filter((answer, title) => answer !== (found.get(title) ?? NONE)).length
      different += unequal
      theirs.push(share(own, 0.5))
      ours.push(took(() => classes(columns, ask(columns, request, TODAY))))
      if (print)
        console.log(
          `  ${name.padEnd(52)} PostgreSQL ${share(own, 0.5).toFixed(0).padStart(6)} ms, columns ${ours.at(-1)!.toFixed(2)} ms, ${unequal} answers differ`,
        )
    }
    const size = `${titles.toLocaleString('en')} titles`
    return [
      { name: `avails: ${size}, the same in PostgreSQL, p50`, value: share(theirs, 0.5), unit: 'ms', target: '', ok: null },
      { name: `avails: ${size}, the same in PostgreSQL, slowest`, value: Math.max(...theirs), unit: 'ms', target: '', ok: null },
      { name: `avails: ${size}, columns are quicker than PostgreSQL, p50 of the questions`, value: share(theirs.map((ms, at) => ms / ours[at]!), 0.5), unit: '×', target: '', ok: null },
      { name: `avails: ${size}, answers that differ from PostgreSQL's`, value: different, unit: '', target: 0, ok: different === 0 },
    ] // prettier-ignore
  } finally {
    await database.close()
  }
}

/**
 * The same questions put to the definition, cell by cell, for some titles: of days those on which something begins or ends, of
 * languages those that the title's lines name and one that they do not, for all cells between are alike.
 */
function besideNaive(titles: number, print: boolean): Row[] {
  const columns = columnsOfBook(titles)
  let [different, compared, theirs] = [0, 0, 0]
  const asked = QUESTIONS.filter(({ request: { box } }) => box.territories.size * onesIn(box.media) <= 60)
  for (const { name, request } of asked) {
    const question = ask(columns, request, TODAY)
    for (let title = 3; title < titles; title += Math.ceil(titles / 12)) {
      const lines = columns.linesOf(title)
      const cells = cellsAlike(lines, request)
      let naive: Answer = 'none'
      theirs += took(() => (naive = naiveAnswer(lines, cells, request, TODAY)), 0)
      compared++
      if (ANSWERS[classes(columns, question, Uint32Array.of(title))[0]!] !== naive) {
        different++
        if (print) console.log(`  ${name}: title ${title} differs from the definition`)
      }
    }
  }
  const each = theirs / compared
  const ofColumns = took(() => asked.map(({ request }) => classes(columns, ask(columns, request, TODAY)))) / asked.length / titles
  if (print) console.log(`  ${compared} answers compared with the definition's`)
  return [
    { name: 'avails: the definition cell by cell, a title', value: each, unit: 'ms', target: '', ok: null },
    { name: 'avails: columns are quicker than the definition', value: each / ofColumns, unit: '×', target: '', ok: null },
    { name: "avails: answers that differ from the definition's", value: different, unit: '', target: 0, ok: different === 0 },
  ]
}

function cellsAlike(lines: readonly Line[], { box }: Request): Cell[] {
  const first = Math.max(box.from, TODAY)
  const edges = lines.flatMap((line) => [line.box.from, line.box.to + 1]).filter((day) => day > first && day <= box.to)
  const days = [...new Set([first, ...edges])]
  const languages = new Set([
    'zu',
    ...lines.flatMap((line) => [...line.box.languages.named.keys()]),
    ...box.languages.named.keys(),
  ])
  const media = MEDIA.map((_, bit) => bit).filter((bit) => (box.media >>> bit) & 1)
  const cells: Cell[] = []
  for (const territory of box.territories.leaves())
    for (const medium of media)
      for (const language of languages)
        for (const use of USES.filter((use) => box.languages.has(language, use)))
          for (const cut of [...CUTS, '-'].filter((cut) => box.cuts.has(cut)))
            for (const day of days) cells.push({ territory, medium, language, use, cut, day })
  return cells
}

/** Each size has a process's memory to itself only in turn; the comparisons are made at the middle size. */
export async function bench(print = false): Promise<Row[]> {
  const rows: Row[] = []
  for (const titles of SIZES) rows.push(...atSize(titles, print))
  const middle = Math.min(10_000, SIZES.at(-1)!)
  return [...rows, ...besideNaive(middle, print), ...(await besidePostgres(middle, print))]
}

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench(true))
    console.log(
      `${name.padEnd(90)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(10)} ${target === '' ? '' : `(target ${target}) ${ok ? 'ok' : 'MISSED'}`}`,
    )
