/**
 * Would this entry contradict the book? What stands in the way is an objection with the cells it is about and the entries
 * behind it. The trade allows some contradictions, which are then warnings: docs/rights.md has the table.
 */
import { type Region, regionsOf } from '../availability/regions.ts'
import { type Box, boxesMeet, intersectBoxes } from '../box/box.ts'
import { mergeBoxes } from '../box/merge-boxes.ts'
import { type Line, meets } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import { linesBeside, linesWith, type WouldBeEntry } from './would-be.ts'

/** Every way in which an entry can contradict the book. */
export const OBJECTIONS = {
  'not-owned': 'No grant covers it.',
  'grant-ends': 'The grant that covers it ends before the entry does.',
  sold: 'It is sold exclusively to somebody else.',
  'sold-beside': 'It is sold to somebody else, not exclusively: it can no longer be sold exclusively.',
  'granted-beside': 'The house holds it, but not exclusively: it cannot sell it exclusively.',
  'held-back': 'It is held back.',
  optioned: 'Somebody else has a live option on it.',
  'promises-what-is-sold': 'The entry would hold back what is already sold to somebody else.',
  'promises-what-is-optioned': 'The entry would hold back what somebody else has a live option on.',
  'overlapping-grant': 'Another grant covers the same.',
  'leaves-uncovered': 'It was sold on the strength of this grant, and the house would no longer hold what it sold.',
  'begins-in-the-past': 'It begins before today.',
  undated: 'It rests on a window that waits for an event without a date.',
  'unknown-cut': 'It is of a cut that the sheet of the film does not list.',
} as const
export type ObjectionCode = keyof typeof OBJECTIONS

export interface Objection {
  readonly code: ObjectionCode
  /** Refused: the entry may not be signed. A warning is shown, and the entry may stand. */
  readonly severity: 'refused' | 'warning'
  readonly box: Box
  /** The entries in the way, by id. */
  readonly entries: readonly string[]
  /** Where a cut is not known: those that are. */
  readonly cuts?: readonly string[]
}

export interface Verdict {
  readonly verdict: 'clear' | 'warning' | 'refused'
  readonly objections: readonly Objection[]
}

/**
 * Judges an entry against the lines of its title.
 *
 * @param today which options are alive, and what is in the past
 * @param cuts those that the sheet of the title lists; where it lists none, nothing is said of the entry’s
 */
export function checkEntry(entry: WouldBeEntry, lines: readonly Line[], today: Day, cuts: readonly string[] = []): Verdict {
  const book = linesBeside(entry, lines)
  const objections = [
    ...entry.boxes.flatMap((box) => OBJECT[entry.kind](box, entry, book, today)),
    ...entry.imposes.flatMap((box) => promises(box, book, today)),
    ...(entry.kind === 'grant' ? uncovered(lines, linesWith(entry, lines), today) : []),
    ...[...entry.boxes, ...entry.imposes].flatMap((box) => ofUnknownCuts(box, cuts)),
    ...entry.boxes.filter((box) => box.from < today && entry.kind !== 'grant').map((box): Objection => ({ code: 'begins-in-the-past', severity: 'warning', box: { ...box, to: Math.min(box.to, today - 1) }, entries: [] })), // prettier-ignore
  ]
  const refused = objections.some(({ severity }) => severity === 'refused')
  return { verdict: refused ? 'refused' : objections.length > 0 ? 'warning' : 'clear', objections: together(objections) }
}

type Judge = (box: Box, entry: WouldBeEntry, book: readonly Line[], today: Day) => Objection[]

const OBJECT: Readonly<Record<WouldBeEntry['kind'], Judge>> = {
  licence: (box, entry, book, today) =>
    regionsOf(box, book, today).flatMap((region) => saleObjections(region, entry.exclusive, 'refused', book)),
  // an option is a promise that can be broken by nobody but an earlier one: the second in line is told so
  option: (box, _entry, book, today) =>
    regionsOf(box, book, today).flatMap((region) =>
      saleObjections(region, true, region.status === 'held' || region.status === 'non-exclusive' ? 'warning' : 'refused', book),
    ),
  // what the producer keeps for himself is a fact of his contract, whatever was sold before: shown, not refused
  holdback: (box, _entry, book, today) => [
    ...regionsOf(box, book, today).flatMap((region) => (region.status === 'not-owned' ? [] : soldWithin(region.box, book))),
    ...optionedWithin(box, book, today),
  ],
  grant: (box, _entry, book) => {
    const others = book.filter((line) => line.kind === 'grant' && line.exclusive && boxesMeet(line.box, box))
    return others.map((other) => ({ code: 'overlapping-grant', severity: 'warning', box: intersectBoxes(other.box, box)!, entries: [other.entry] })) // prettier-ignore
  },
}

function saleObjections(region: Region, exclusive: boolean, severity: Objection['severity'], book: readonly Line[]): Objection[] {
  const { box, status, because: entries, undated } = region
  if (meets(status, exclusive)) return undated ? [{ code: 'undated', severity: 'warning', box, entries }] : []
  const kinds = new Set(book.filter((line) => entries.includes(line.entry) && boxesMeet(line.box, box)).map((line) => line.kind))
  switch (status) {
    case 'not-owned': {
      const ending = grantsEndingBefore(box, book)
      return [{ code: ending.length > 0 ? 'grant-ends' : 'not-owned', severity, box, entries: ending }]
    }
    case 'blocked':
      return [{ code: kinds.has('licence') ? 'sold' : 'held-back', severity, box, entries }]
    case 'held':
      return [{ code: 'optioned', severity, box, entries }]
    default:
      return [{ code: kinds.has('licence') ? 'sold-beside' : 'granted-beside', severity, box, entries }]
  }
}

/** A cut that is mistyped is a cut of its own to the book: what is sold or kept of it is nothing of the film. It may be one that is made later. */
const ofUnknownCuts = (box: Box, cuts: readonly string[]): Objection[] =>
  cuts.length > 0 && box.cuts.named.some((cut) => !cuts.includes(cut))
    ? [{ code: 'unknown-cut', severity: 'warning', box, entries: [], cuts }]
    : []

/** Grants that cover the day before a box begins: it is not that the house never held it, it holds it no longer. */
const grantsEndingBefore = (box: Box, book: readonly Line[]): string[] => {
  const before = { ...box, from: box.from - 1, to: box.from - 1 }
  return [
    ...new Set(book.filter((line) => line.kind === 'grant' && boxesMeet(line.box, before)).map((line) => line.entry)),
  ].sort()
}

const promises = (box: Box, book: readonly Line[], today: Day): Objection[] => [
  ...soldWithin({ ...box, from: Math.max(box.from, today) }, book).map((one) => ({ ...one, severity: 'refused' as const })),
  ...optionedWithin(box, book, today),
]

/** A holdback stands before an option: whoever holds the option could never take it up. They have to be told, so it is a warning. */
const optionedWithin = (box: Box, book: readonly Line[], today: Day): Objection[] => {
  const coming = { ...box, from: Math.max(box.from, today) }
  return book
    .filter((line) => line.kind === 'option' && today <= line.expires && boxesMeet(line.box, coming))
    .map((line) => ({ code: 'promises-what-is-optioned', severity: 'warning', box: intersectBoxes(line.box, coming)!, entries: [line.entry] })) // prettier-ignore
}

const soldWithin = (box: Box, book: readonly Line[]): Objection[] =>
  book
    .filter((line) => line.kind === 'licence' && boxesMeet(line.box, box))
    .map((line) => ({
      code: 'promises-what-is-sold',
      severity: 'warning',
      box: intersectBoxes(line.box, box)!,
      entries: [line.entry],
    }))

/** Objections of one kind for one reason, each once, in a fixed order. */
function together(objections: readonly Objection[]): Objection[] {
  const reasons: Objection[] = []
  const tags = new Map<string, number>()
  const tagged = objections.map((one) => {
    const key = `${one.code}|${one.severity}|${one.entries.join('\n')}`
    let tag = tags.get(key)
    if (tag === undefined) {
      tags.set(key, (tag = reasons.length))
      reasons.push(one)
    }
    return { box: one.box, tag }
  })
  return mergeBoxes(tagged)
    .map(({ box, tag }) => ({ ...reasons[tag]!, box }))
    .sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

/** Titles of a package are judged one by one: each has its own verdict. */
export const checkPackage = (
  entries: readonly { title: string; entry: WouldBeEntry; lines: readonly Line[] }[],
  today: Day,
): Map<string, Verdict> => new Map(entries.map(({ title, entry, lines }) => [title, checkEntry(entry, lines, today)]))

/** Licences that outlast every grant: sold longer than held. For the watch list. */
export function soldBeyondGrant(lines: readonly Line[], today: Day): Objection[] {
  const grants = lines.filter((line) => line.kind === 'grant')
  return together(
    soldFrom(lines, today).flatMap(({ entry, box }) =>
      regionsOf(box, grants, today)
        .filter((region) => region.status === 'not-owned')
        .map((region): Objection => ({ code: 'grant-ends', severity: 'warning', box: region.box, entries: [entry] })),
    ),
  )
}

/** What was sold, from today on, while the house held it, and would hold no longer, or no longer alone. A contract can end: shown, not refused. */
function uncovered(before: readonly Line[], after: readonly Line[], today: Day): Objection[] {
  const [had, has] = [before, after].map((lines) => lines.filter((line) => line.kind === 'grant')) as [Line[], Line[]]
  return soldFrom(after, today).flatMap(({ entry, exclusive, box }) =>
    regionsOf(box, has, today)
      .filter(({ status }) => !meets(status, exclusive))
      .flatMap((lost) => regionsOf(lost.box, had, today).filter(({ status }) => meets(status, exclusive)))
      .map((region): Objection => ({ code: 'leaves-uncovered', severity: 'warning', box: region.box, entries: [entry] })),
  )
}

/** The licences, from today on. */
const soldFrom = (lines: readonly Line[], today: Day): Line[] =>
  lines
    .filter((line) => line.kind === 'licence' && line.box.to >= today)
    .map((line) => ({ ...line, box: { ...line.box, from: Math.max(line.box.from, today) } }))
