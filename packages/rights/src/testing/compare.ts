/** Compares the engine with the definition on random books, and names the seed of the first difference. */
import { boxesMeet, isEmptyBox, type Box } from '../box/box.ts'
import { regionsOf } from '../availability/regions.ts'
import { naiveCell, type Cell } from '../naive/naive.ts'
import { randomBox, randomCell, randomFrom, randomLines, TODAY } from './random-book.ts'

/** Whether a cell lies in a box. */
export const boxHas = (box: Box, cell: Cell): boolean =>
  box.from <= cell.day &&
  cell.day <= box.to &&
  ((box.media >>> cell.medium) & 1) === 1 &&
  box.territories.has(cell.territory) &&
  box.languages.has(cell.language, cell.use) &&
  box.cuts.has(cell.cut)

/** One random book and request: every cell asked must lie in one region and no other, with the definition's status and reasons. */
export function compareBook(seed: number, cells: number): void {
  const random = randomFrom(seed)
  const lines = randomLines(random)
  const box = randomBox(random)
  const regions = regionsOf(box, lines, TODAY)
  const say = (what: string, detail: unknown): never => {
    throw new Error(`seed ${seed}: ${what}: ${JSON.stringify(detail)}`)
  }
  regions.forEach((a, at) => {
    if (isEmptyBox(a.box)) say('an empty region', at)
    for (const b of regions.slice(at + 1)) if (boxesMeet(a.box, b.box)) say('regions that share cells', [at, a.status, b.status])
  })
  for (let n = 0; n < cells; n++) {
    const cell = randomCell(random)
    const found = regions.filter((region) => boxHas(region.box, cell))
    if (!boxHas(box, cell)) {
      if (found.length > 0) say('a region beyond the request', cell)
      continue
    }
    const [region] = found
    if (region === undefined || found.length !== 1) return say(`${found.length} regions for one cell`, cell)
    const right = naiveCell(lines, cell, TODAY)
    if (region.status !== right.status || region.because.join() !== right.because.join()) say('another answer than the definition', { cell, region: [region.status, region.because], right }) // prettier-ignore
  }
}
