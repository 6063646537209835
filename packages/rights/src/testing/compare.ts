/** Compares the engine with the definition on random books; the first difference is made as small as it can be before it is told. */
import { type Region, regionsOf } from '../availability/regions.ts'
import type { Line } from '../book/line.ts'
import { boxesMeet, type Box, EVERYTHING, isEmptyBox } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { writeDay } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { MEDIA } from '../media/tree.ts'
import { type Cell, naiveCell } from '../naive/naive.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { boxInWords } from '../words/box-in-words.ts'
import { randomBox, randomCell, randomCellIn, randomFrom, randomLines, TODAY } from './random-book.ts'

/** What answers the full picture of a title: the engine, or in a test of this comparison something worse. */
export type Engine = typeof regionsOf

export interface Difference {
  readonly what: string
  readonly lines: readonly Line[]
  readonly box: Box
  /** The cell that is answered wrongly; null where the regions themselves are no good. */
  readonly cell: Cell | null
}

/** Whether a cell lies in a box. */
export const boxHas = (box: Box, cell: Cell): boolean =>
  box.from <= cell.day &&
  cell.day <= box.to &&
  ((box.media >>> cell.medium) & 1) === 1 &&
  box.territories.has(cell.territory) &&
  box.languages.has(cell.language, cell.use) &&
  box.cuts.has(cell.cut)

/** How often a cell is drawn from anywhere: mostly beside the request, where there must be no region. */
const ANYWHERE = 0.1

/** The book, the request and the cells of a seed. */
export function drawBook(seed: number, cells: number): { lines: Line[]; box: Box; cells: Cell[] } {
  const random = randomFrom(seed)
  const lines = randomLines(random)
  const box = randomBox(random)
  return {
    lines,
    box,
    cells: Array.from({ length: cells }, () => (random() < ANYWHERE ? randomCell(random) : randomCellIn(random, box))),
  }
}

/** The first thing that is not as the definition has it: every cell must lie in one region and no other, with its status and reasons. */
export function differenceOn(
  lines: readonly Line[],
  box: Box,
  cells: readonly Cell[],
  engine: Engine = regionsOf,
): Difference | null {
  const regions = engine(box, lines, TODAY)
  const shape = faultOfShape(regions)
  if (shape !== null) return { what: shape, lines, box, cell: null }
  for (const cell of cells) {
    const what = faultOfCell(regions, lines, box, cell)
    if (what !== null) return { what, lines, box, cell }
  }
  return null
}

function faultOfShape(regions: readonly Region[]): string | null {
  for (const [at, a] of regions.entries()) {
    if (isEmptyBox(a.box)) return 'an empty region'
    for (const b of regions.slice(at + 1))
      if (boxesMeet(a.box, b.box)) return `regions that share cells: ${a.status}, ${b.status}`
  }
  return null
}

function faultOfCell(regions: readonly Region[], lines: readonly Line[], box: Box, cell: Cell): string | null {
  const found = regions.filter((region) => boxHas(region.box, cell))
  if (!boxHas(box, cell)) return found.length === 0 ? null : 'a region beyond the request'
  const [region] = found
  if (region === undefined || found.length !== 1) return `${found.length} regions for one cell`
  const right = naiveCell(lines, cell, TODAY)
  if (region.status === right.status && region.because.join() === right.because.join()) return null
  return `the engine says ${region.status} (${region.because.join(', ')}), the definition ${right.status} (${right.because.join(', ')})`
}

/** Compares one random book; gives how many of its cells lay in the request. @throws Error that tells the smallest difference */
export function compareBook(seed: number, count: number): number {
  const { lines, box, cells } = drawBook(seed, count)
  const difference = differenceOn(lines, box, cells)
  if (difference !== null) throw new Error(`seed ${seed}: ${told(smallest(difference))}`)
  return cells.filter((cell) => boxHas(box, cell)).length
}

/** The same fault with fewer lines, of which each is as wide as it may be, and a request that is no wider than the cell. */
export function smallest(difference: Difference, engine: Engine = regionsOf): Difference {
  const { cell } = difference
  const still = (lines: readonly Line[], box: Box): Difference | null =>
    differenceOn(lines, box, cell === null ? [] : [cell], engine)
  let best = still(difference.lines, difference.box) ?? difference
  for (let again = true; again;) {
    again = false
    for (const [lines, box] of simpler(best)) {
      const found = still(lines, box)
      if (found === null) continue
      best = found
      again = true
      break
    }
  }
  return best
}

/** Each way of making it a little simpler; every one makes something smaller or wider for good, so there is an end. */
function* simpler({ lines, box, cell }: Difference): Generator<[lines: readonly Line[], box: Box]> {
  for (const at of lines.keys()) yield [lines.toSpliced(at, 1), box]
  if (cell !== null) for (const narrower of changed(box, boxOfCell(cell))) yield [lines, narrower]
  for (const [at, line] of lines.entries())
    for (const wider of changed(line.box, EVERYTHING)) yield [lines.with(at, { ...line, box: wider }), box]
}

/** The box with one side of the other, for each side that is not the same already. */
function* changed(box: Box, other: Box): Generator<Box> {
  for (const side of ['territories', 'languages', 'cuts'] as const)
    if (box[side].key !== other[side].key) yield { ...box, [side]: other[side] }
  for (const side of ['media', 'from', 'to'] as const) if (box[side] !== other[side]) yield { ...box, [side]: other[side] }
}

const boxOfCell = ({ territory, medium, language, use, cut, day }: Cell): Box => ({
  territories: TerritorySet.of([territory]),
  media: 1 << medium,
  languages: LanguageSet.of([`${language}:${use}`]),
  cuts: CutSet.of([cut]),
  from: day,
  to: day,
})

/** A difference as a person reads it: what is wrong, the cell, the request and the book. */
export function told({ what, lines, box, cell }: Difference): string {
  const where = cell && [cell.territory, MEDIA[cell.medium]!.code, `${cell.language}:${cell.use}`, cell.cut, writeDay(cell.day)]
  return [
    what,
    ...(where ? [`  cell     ${where.join(' · ')}`] : []),
    `  asked    ${boxInWords(box, 'en')}`,
    `  today    ${writeDay(TODAY)}`,
    ...lines.map((line) => `  ${line.kind.padEnd(8)} ${line.entry}${line.exclusive ? ', exclusive' : ''}${line.kind === 'option' ? `, alive until ${writeDay(line.expires)}` : ''}: ${boxInWords(line.box, 'en')}`), // prettier-ignore
  ].join('\n')
}
