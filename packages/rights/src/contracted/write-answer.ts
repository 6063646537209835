/**
 * Answers in the shape that other programs rely on: leaves and days, no wording that could change. Fields may be added to it,
 * none changes its meaning.
 */
import { answerRequest } from '../availability/answer.ts'
import type { Region } from '../availability/regions.ts'
import { type Change, type Repair, repairsOf } from '../availability/repairs.ts'
import type { Answer, Line, Request, Status } from '../book/line.ts'
import { linesByTitle, type RightsBook } from '../book/read-book.ts'
import { type Day, PERPETUITY, writeDay } from '../days/day.ts'
import { LANGUAGES } from '../languages/languages.ts'
import type { LanguageSet } from '../languages/language-set.ts'
import { mediaLeaves } from '../media/media-set.ts'
import type { WordsLocale } from '../words/box-in-words.ts'
import { repairInWords } from '../words/repair-in-words.ts'

export interface ContractedRegion {
  readonly territories: string[]
  readonly media: string[]
  readonly languages: string[]
  /** Only where `languages` is a long list: those that it leaves out, of all languages. */
  readonly languagesExcept?: string[]
  /** Only where the region is not of all cuts. */
  readonly cuts?: string[]
  /** Of all cuts, those made later included, all but these; `cuts` then has those of the film's own that are left. */
  readonly cutsExcept?: string[]
  readonly from: string | null
  readonly to: string | null
  readonly status: Status
  readonly because: readonly string[]
  /** Only where it rests on a window that waits for an event. */
  readonly undated?: true
}

export interface ContractedAnswer {
  readonly title: string
  readonly answer: Answer
  /** The part of the request's cells that is met, from 0 to 1. */
  readonly share: number
  readonly regions: ContractedRegion[]
  readonly firstFullyMet: string | null
  readonly repairs: Record<string, unknown>[]
}

/**
 * The answers of a book to one request, a title each, in the book's order.
 *
 * @param only ids of the titles to answer for; null: all
 */
export function answersOf(
  book: RightsBook,
  request: Request,
  today: Day,
  only: ReadonlySet<string> | null = null,
  locale: WordsLocale = 'en',
): { asOf: string; titles: ContractedAnswer[] } {
  const lines = linesByTitle(book)
  const titles = book.titles
    .filter(({ id }) => only === null || only.has(id))
    .map(({ id, cuts }) => contractedAnswer(id, request, lines.get(id)!, cuts, today, locale))
  return { asOf: writeDay(today)!, titles }
}

export function contractedAnswer(
  title: string,
  request: Request,
  lines: readonly Line[],
  cuts: readonly string[],
  today: Day,
  locale: WordsLocale = 'en',
): ContractedAnswer {
  const { answer, share, regions, firstFullyMet } = answerRequest(request, lines, cuts, today)
  return {
    title,
    answer,
    share,
    regions: regions.map((region) => contractedRegion(region, cuts)),
    firstFullyMet: firstFullyMet === null ? null : writeDay(firstFullyMet),
    repairs: answer === 'full' ? [] : repairsOf(request, lines, cuts, today).map((repair) => contractedRepair(repair, locale)),
  }
}

function contractedRegion({ box, status, because, undated }: Region, cuts: readonly string[]): ContractedRegion {
  return {
    territories: box.territories.leaves(),
    media: mediaLeaves(box.media),
    ...contractedLanguages(box.languages),
    ...(box.cuts.isAll ? {} : { cuts: box.cuts.rest ? cuts.filter((cut) => box.cuts.has(cut)) : [...box.cuts.named] }),
    ...(box.cuts.rest && !box.cuts.isAll ? { cutsExcept: [...box.cuts.named] } : {}),
    from: writeDay(box.from),
    to: writeDay(box.to),
    status,
    because,
    ...(undated ? { undated: true as const } : {}),
  }
}

function contractedLanguages(set: LanguageSet): { languages: string[]; languagesExcept?: string[] } {
  const languages = set.leaves()
  if (set.rest === 0 || set.isAll) return { languages }
  const except = [...set.named.keys()].filter((language) => LANGUAGES.includes(language))
  return { languages, languagesExcept: except }
}

function contractedRepair(repair: Repair, locale: WordsLocale): Record<string, unknown> {
  const [only, second] = repair.changes.map(contractedChange)
  const whole = second === undefined ? only! : { change: 'several', changes: [only, second] }
  const { box, exclusive } = repair.request
  return {
    ...whole,
    text: repairInWords(repair, locale),
    cost: Math.round(repair.cost * 1e6) / 1e6,
    request: {
      territories: box.territories.leaves(),
      media: mediaLeaves(box.media),
      ...contractedLanguages(box.languages),
      ...(box.cuts.isAll ? {} : { cuts: [...box.cuts.named] }),
      from: writeDay(box.from),
      to: box.to >= PERPETUITY ? null : writeDay(box.to),
      exclusive,
    },
  }
}

function contractedChange(change: Change): Record<string, unknown> {
  switch (change.kind) {
    case 'drop-territories':
      return { change: change.kind, territories: change.territories.leaves() }
    case 'drop-media':
      return { change: change.kind, media: mediaLeaves(change.media) }
    case 'drop-languages':
      return { change: change.kind, ...contractedLanguages(change.languages) }
    case 'other-cut':
      return { change: change.kind, cut: change.cut }
    case 'shift-dates':
    case 'shorten-dates':
      return { change: change.kind, from: writeDay(change.from), to: writeDay(change.to) }
    case 'non-exclusive':
      return { change: change.kind }
  }
}
