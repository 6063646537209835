/** Compares the book's way from words to answers with the definition, on random entries with their histories, at any moment and on any day. */
import { strict as assert } from 'node:assert'
import { answerRequest } from '../availability/answer.ts'
import { readRequest } from '../contracted/read-request.ts'
import type { Line } from '../book/line.ts'
import { linesByTitle, readBook } from '../book/read-book.ts'
import { dayOf, writeDay } from '../days/day.ts'
import { MEDIA } from '../media/tree.ts'
import { naiveEntries, type PlainBox, type PlainCell, type PlainEntry, type PlainTerms } from '../naive/naive-entries.ts'
import { ANSWERS } from '../shelf/answers.ts'
import { classes } from '../shelf/classes.ts'
import { ask } from '../shelf/question.ts'
import { columnsOf } from '../shelf/testing/columns-of.ts'
import { boxHas } from './compare.ts'
import { below, CUTS, FIRST, LAST, oneOf, randomFrom } from './random-book.ts'
import { randomBoxOf, randomEntries, randomPlainCell } from './random-entries.ts'

/** A box, terms, an entry as a file has them. */
const written = ({ territory, media, languages, cuts, from, to }: PlainBox) => ({ territory: territory.text, media: media.text, languages: languages.text, cuts, from, to }) // prettier-ignore
const writtenTerms = ({ boxes, holdbacks, runs, ...terms }: PlainTerms) => ({
  ...terms,
  boxes: boxes.map(written),
  holdbacks: holdbacks.map(written),
  runs: runs?.count ?? null,
  catchUpDays: runs?.catchUpDays ?? null,
  broadcasts: runs?.broadcasts ?? null,
})

/** The file of a book as it was recorded at a moment. */
export function bookAt(entries: readonly PlainEntry[], moment: number) {
  return {
    titles: [{ id: 't', cuts: [...CUTS] }],
    entries: entries.flatMap(({ id, states }) => {
      const history = states.filter(({ recorded }) => recorded <= moment).map(({ status, effective, terms }) => ({ status, effective, ...writtenTerms(terms) })) // prettier-ignore
      const last = history.at(-1)
      return last === undefined ? [] : [{ ...last, id, title: 't', effective: undefined, history }]
    }),
  }
}

/** What reads a book: the program, or in a test of this comparison something worse. */
export type Reader = (book: unknown) => Line[]
const read: Reader = (book) => linesByTitle(readBook(book)).get('t')!

/** How often a cell is drawn from anywhere. */
const ANYWHERE = 0.1

interface Drawn {
  entries: readonly PlainEntry[]
  moment: number
  today: string
  box: PlainBox
  exclusive: boolean
  cells: readonly PlainCell[]
}

function draw(seed: number, count: number): Drawn {
  const random = randomFrom(seed)
  const { entries, moments } = randomEntries(random)
  const today = writeDay(FIRST - 2 + below(random, LAST - FIRST))!
  const box = randomBoxOf(random)
  const moment = random() < 0.5 ? moments : below(random, moments)
  const offered = [box.from === null || box.from < today ? today : box.from, box.to ?? writeDay(LAST + 60)!].map((day) => dayOf(day)!) as [number, number] // prettier-ignore
  const cells = Array.from({ length: count }, (): PlainCell => {
    const cell = randomPlainCell(random)
    if (random() < ANYWHERE) return cell
    const [first, last] = offered
    const inside = {
      ...cell,
      territory: oneOf(random, box.territory.members),
      medium: oneOf(random, box.media.members),
      day: writeDay(first + below(random, Math.max(1, last - first + 1)))!,
    }
    if (random() < 0.5) return inside
    // days at which something begins or ends, and those beside them, are where mistakes live
    const { terms, effective } = oneOf(random, oneOf(random, entries).states)
    const { from, to } = oneOf(random, [...terms.boxes, ...terms.holdbacks])
    const days = [from, to, effective, terms.event?.date, ...(terms.runs?.broadcasts ?? [])].filter((day) => day !== null && day !== undefined) // prettier-ignore
    return days.length === 0 ? inside : { ...inside, day: writeDay(dayOf(oneOf(random, days))! + below(random, 3) - 1)! }
  })
  return { entries, moment, today, box, exclusive: random() < 0.6, cells }
}

/** The first cell that is not as the definition has it, with what is wrong; null where there is none. */
function fault(
  { entries, moment, today, box, exclusive, cells }: Drawn,
  reader: Reader,
): { what: string; cell: PlainCell | null; within: number } | { within: number } {
  // prettier-ignore
  const lines = reader(bookAt(entries, moment))
  const request = readRequest({ ...written(box), cut: box.cuts, from: box.from ?? writeDay(FIRST - 2)!, exclusive })
  const day = dayOf(today)!
  const { answer, regions } = answerRequest(request, lines, CUTS, day)
  let within = 0
  for (const cell of cells) {
    const coded = { ...cell, medium: MEDIA.findIndex(({ code }) => code === cell.medium), day: dayOf(cell.day)! }
    const found = regions.filter((region) => boxHas(region.box, coded))
    const asked = box.territory.members.includes(cell.territory) && box.media.members.includes(cell.medium) && boxHas(request.box, coded) && cell.day >= today // prettier-ignore
    if (found.length !== (asked ? 1 : 0)) return { what: `${found.length} regions for a cell that is ${asked ? '' : 'not '}on offer`, cell, within } // prettier-ignore
    if (!asked) continue
    within++
    const right = naiveEntries(entries, cell, today, moment)
    const [{ status, because } = assert.fail()] = found
    if (status !== right.status || because.join() !== right.because.join())
      return { what: `the engine says ${status} (${because.join(', ')}), the definition ${right.status} (${right.because.join(', ')})`, cell, within } // prettier-ignore
  }
  const columns = columnsOf([lines])
  const onShelf = ANSWERS[classes(columns, ask(columns, request, day))[0] ?? 0]
  return onShelf === answer ? { within } : { what: `the columns say ${onShelf}, the engine ${answer}`, cell: null, within }
}

/** Compares one random book; gives how many of its cells lay in what was on offer. @throws Error that tells the difference, with as few entries and states as show it */
export function compareEntries(seed: number, count: number, reader: Reader = read): number {
  const drawn = draw(seed, count)
  const found = fault(drawn, reader)
  if (!('what' in found)) return found.within
  const [small, last] = smaller({ ...drawn, cells: found.cell === null ? drawn.cells : [found.cell] }, found, reader)
  throw new Error(`seed ${seed}: ${last.what}\n${JSON.stringify({ cell: last.cell, today: small.today, asked: written(small.box), book: bookAt(small.entries, small.moment) }, null, 1)}`) // prettier-ignore
}

type Fault = { what: string; cell: PlainCell | null }

function smaller(drawn: Drawn, found: Fault, reader: Reader): [Drawn, Fault] {
  const { entries } = drawn
  const fewer = [
    ...entries.map((_, at) => entries.toSpliced(at, 1)),
    ...entries.flatMap((entry, at) => (entry.states.length < 2 ? [] : entry.states.map((_state, no) => entries.with(at, { ...entry, states: entry.states.toSpliced(no, 1) })))), // prettier-ignore
  ]
  for (const some of fewer) {
    const still = fault({ ...drawn, entries: some }, reader)
    if ('what' in still) return smaller({ ...drawn, entries: some }, still, reader)
  }
  return [drawn, found]
}
