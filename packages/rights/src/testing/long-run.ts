/**
 * The engine against the definition for as long as one likes: `npm run rights:long -- --cells 100000000 --seed 7`. Every book
 * has its own seed, counted up from the first; the first difference ends the run with that seed and the smallest book
 * that shows it. Titles are also put to the columns of the whole catalogue, whose answer must be the engine's. For every two books of
 * lines there is one as contracts write them, with its history.
 */
import { parseArgs } from 'node:util'
import { answerRequest } from '../availability/answer.ts'
import type { Line } from '../book/line.ts'
import type { Box } from '../box/box.ts'
import { ANSWERS } from '../shelf/answers.ts'
import { classes } from '../shelf/classes.ts'
import { ask } from '../shelf/question.ts'
import { columnsOf } from '../shelf/testing/columns-of.ts'
import { compareEntries } from './compare-entries.ts'
import { compareBook, drawBook } from './compare.ts'
import { CUTS, TODAY } from './random-book.ts'

const CELLS_A_BOOK = 400
const BOOKS_A_SHELF = 50
const SECONDS_BETWEEN = 10

const { values } = parseArgs({
  options: { cells: { type: 'string', default: '100000000' }, seed: { type: 'string', default: '1' } },
})
const wanted = Number(values.cells)
const first = Number(values.seed)
if (!Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(first) || first < 0) {
  console.error('--cells is a whole number from 1, --seed one from 0.')
  process.exit(2)
}

/** Every book of a shelf asked its own request, and its neighbour's, alone and beside others. */
function compareShelf(seed: number, books: readonly { lines: readonly Line[]; box: Box }[]): number {
  const columns = columnsOf(books.map(({ lines }) => lines))
  let compared = 0
  for (const [at, { box }] of books.entries())
    for (const exclusive of [true, false]) {
      const request = { box, exclusive }
      const answers = classes(columns, ask(columns, request, TODAY))
      for (const title of [at, (at + 1) % books.length]) {
        const right = answerRequest(request, books[title]!.lines, CUTS, TODAY).answer
        const found = ANSWERS[answers[title] ?? 0]
        if (found !== right) throw new Error(`seed ${seed + title}, asked what seed ${seed + at} asks, ${exclusive ? 'alone' : 'beside others'}: the columns say ${found}, the engine ${right}`) // prettier-ignore
        compared++
      }
    }
  return compared
}

const began = Date.now()
let said = began
let [seed, cells, within, titles] = [first, 0, 0, 0]
const figures = (): string => {
  const seconds = (Date.now() - began) / 1000
  return `${cells.toLocaleString('en')} cells (${within.toLocaleString('en')} of them in the request) of ${((seed - first) * 1.5).toLocaleString('en')} books, ${titles.toLocaleString('en')} titles on the shelf; ${Math.round(seconds)} s, ${Math.round(cells / seconds).toLocaleString('en')} cells a second` // prettier-ignore
}
try {
  while (cells < wanted) {
    const shelf = seed
    for (; seed < shelf + BOOKS_A_SHELF; seed++) within += compareBook(seed, CELLS_A_BOOK)
    for (let of = shelf; of < seed; of += 2) within += compareEntries(of, CELLS_A_BOOK)
    cells += BOOKS_A_SHELF * 1.5 * CELLS_A_BOOK
    titles += compareShelf(
      shelf,
      Array.from({ length: BOOKS_A_SHELF }, (_, at) => drawBook(shelf + at, 0)),
    )
    if (Date.now() - said < SECONDS_BETWEEN * 1000) continue
    said = Date.now()
    console.log(figures())
  }
  console.log(`No difference: ${figures()}; seeds ${first} to ${seed - 1}.`)
} catch (found) {
  console.error(`A difference after ${figures()}:\n${(found as Error).message}`)
  process.exitCode = 1
}
