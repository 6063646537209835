/** What the engine and the definition both say of a book that is written as a file would be. */
import { strict as assert } from 'node:assert'
import { answerRequest, type TitleAnswer } from '../availability/answer.ts'
import { type Region, regionsOf } from '../availability/regions.ts'
import type { Line, Request, Status } from '../book/line.ts'
import { linesByTitle, readBook } from '../book/read-book.ts'
import { type Box, EVERYTHING } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { type Day, dayOf, PERPETUITY, SINCE_EVER } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { USES } from '../languages/languages.ts'
import { parseLanguages } from '../languages/parse.ts'
import { mediaOf } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { MEDIA } from '../media/tree.ts'
import { type Cell, naiveAnswer, naiveCell } from '../naive/naive.ts'
import { parseTerritories } from '../territories/parse.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { boxHas } from './compare.ts'

export const CUTS = ['52', '90'] as const
export const day = (text: string): Day => dayOf(text) ?? assert.fail(`${text} is no day`)
export const TODAY = day('2027-03-15')

type Entry = Readonly<Record<string, unknown>>

/** The house holds all of it, alone and for good. */
export const GRANT: Entry = { id: 'grant', kind: 'grant', exclusive: true }

/** The lines of the film `t`. An entry is for all of the world and all media where it does not say otherwise. */
export function lines(...entries: readonly Entry[]): Line[] {
  const titles = ['t', 'other'].map((id) => ({ id, name: id, cuts: CUTS }))
  const written = entries.map((entry, at) => ({ id: `e${at}`, title: 't', ...(entry['boxes'] ? {} : { territory: 'World', media: 'all' }), ...entry })) // prettier-ignore
  return linesByTitle(readBook({ titles, entries: written })).get('t')!
}

/** A cell by its six sides but the film; what is not said is French dubbed, for subscription in France, of the 52', on 1 June 2027. */
export interface Place {
  readonly territory?: string
  readonly medium?: string
  readonly language?: `${string}:${Cell['use']}`
  readonly cut?: string
  readonly on?: string
}

function cellOf({ territory = 'FR', medium = 'svod', language = 'fr:dubbed', cut = '52', on = '2027-06-01' }: Place): Cell {
  const [code, use] = language.split(':') as [string, Cell['use']]
  const bit = MEDIA.findIndex((leaf) => leaf.code === medium)
  assert.ok(bit >= 0 && USES.includes(use), `${medium} ${language}`)
  return { territory, medium: bit, language: code, use, cut, day: day(on) }
}

/** The region of a cell: the same, asked for alone or within everything there is, and as the definition has it. */
export function region(book: readonly Line[], place: Place = {}, today = TODAY): Region {
  const cell = cellOf(place)
  const { territory, medium, language, use, cut } = cell
  const alone: Box = {
    territories: TerritorySet.of([territory]),
    media: mediaOf([MEDIA[medium]!.code]),
    languages: LanguageSet.of([`${language}:${use}`]),
    cuts: CutSet.of([cut]),
    from: cell.day,
    to: cell.day,
  }
  const [small, ...more] = regionsOf(alone, book, today)
  const wide = regionsOf(EVERYTHING, book, today).filter(({ box }) => boxHas(box, cell))
  const right = naiveCell(book, cell, today)
  assert.ok(small !== undefined && more.length === 0 && wide.length === 1)
  for (const found of [small, wide[0]!]) assert.deepEqual({ status: found.status, because: found.because }, right)
  assert.equal(wide[0]!.undated, small.undated)
  return small
}

export const status = (book: readonly Line[], place: Place = {}, today = TODAY): Status => region(book, place, today).status

/** A request as it is written: subscription in France in 2028, alone, where it does not say otherwise. */
export interface Asked {
  readonly territory?: string
  readonly media?: string
  readonly languages?: string
  readonly cuts?: readonly string[]
  readonly from?: string | null
  readonly to?: string | null
  readonly exclusive?: boolean
}

export function requestOf(asked: Asked = {}): Request {
  const {
    territory = 'FR',
    media = 'svod',
    languages = 'all',
    cuts,
    from = '2028-01-01',
    to = '2028-12-31',
    exclusive = true,
  } = asked
  return {
    exclusive,
    box: {
      territories: parseTerritories(territory).set,
      media: parseMedia(media),
      languages: parseLanguages(languages),
      cuts: cuts === undefined ? CutSet.all : CutSet.of(cuts),
      from: from === null ? SINCE_EVER : day(from),
      to: to === null ? PERPETUITY : day(to),
    },
  }
}

/** The answer for the film; the definition's, from all cells of two languages and both cuts, is the same one. */
export function answer(book: readonly Line[], asked: Asked = {}, today = TODAY): TitleAnswer {
  const request = requestOf(asked)
  const got = answerRequest(request, book, CUTS, today)
  assert.equal(got.answer, naiveAnswer(book, cellsOf(request.box), request, today))
  return got
}

function cellsOf(box: Box): Cell[] {
  const cells: Cell[] = []
  // nothing begins or ends later in these books: that day stands for all that follow
  const last = box.to === PERPETUITY ? day('2040-01-01') : box.to
  for (let at = box.from; at <= last; at++)
    for (const territory of box.territories.leaves())
      for (const medium of MEDIA.keys())
        for (const language of ['fr', 'de'])
          for (const use of USES)
            for (const cut of CUTS) {
              const cell = { territory, medium, language, use, cut, day: at }
              if (boxHas(box, cell)) cells.push(cell)
            }
  return cells
}
