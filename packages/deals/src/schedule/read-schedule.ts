/** A schedule of rights read back into what it means, by the same readers that read anybody's contract. */
import type { EntryTerms, EventKind } from '@vitrine/rights/book/entry'
import { CutSet } from '@vitrine/rights/box/cut-set'
import { readClause } from '@vitrine/rights/clause/read-clause'
import { dayOf, PERPETUITY, writeDay } from '@vitrine/rights/days/day'
import { ExpressionError } from '@vitrine/rights/expression-error'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import { mediaLeaves, mediaOf } from '@vitrine/rights/media/media-set'
import { parseMedia } from '@vitrine/rights/media/parse'
import { parseTerritories } from '@vitrine/rights/territories/parse'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import type { WordsLocale } from '@vitrine/rights/words/box-in-words'
import { readCutList } from './cuts-in-words.ts'
import { SCHEDULE_FIELDS, type ScheduleField, scheduleWords } from './schedule-words.ts'

/** One box, each part in the one order that equal parts have. */
export interface BoxMeaning {
  readonly territories: readonly string[]
  readonly media: readonly string[]
  readonly languages: readonly string[]
  readonly cuts: readonly string[] | null
  readonly from: string | null
  readonly to: string | null
}
/** What of an entry's terms a schedule says. */
export interface ScheduleMeaning {
  readonly exclusive: boolean
  readonly boxes: readonly BoxMeaning[]
  readonly imposes: readonly BoxMeaning[]
  readonly runs: { readonly count: number; readonly catchUpDays: number } | null
  readonly event: { readonly kind: EventKind; readonly months: number | null; readonly date: string | null } | null
}

/** What terms mean, whatever their territories were called. */
export function meaningOf({ exclusive, boxes, imposes, runs, event }: EntryTerms): ScheduleMeaning {
  const box = (one: EntryTerms['boxes'][number]): BoxMeaning => ({
    territories: TerritorySet.of(one.territories).leaves(),
    media: mediaLeaves(mediaOf(one.media)),
    languages: LanguageSet.of(one.languages).leaves(),
    cuts: one.cuts === null ? null : CutSet.of(one.cuts).named,
    from: one.from,
    to: one.to,
  })
  return {
    exclusive,
    boxes: boxes.map(box),
    imposes: imposes.map(box),
    runs: runs && { count: runs.count, catchUpDays: runs.catchUpDays },
    event: event && { kind: event.kind, months: event.months, date: event.date },
  }
}

export const sameMeaning = (a: ScheduleMeaning | null, b: ScheduleMeaning): boolean => JSON.stringify(a) === JSON.stringify(b)

interface Block {
  readonly kind: 'rights' | 'holdback'
  readonly fields: Map<ScheduleField, string>
}

/**
 * What a schedule means, or null when the text is none, says a thing twice, or contradicts itself.
 *
 * @example
 * readSchedule(scheduleOf(terms, 'fr').text, 'fr') // equals meaningOf(terms)
 */
export function readSchedule(text: string, locale: WordsLocale): ScheduleMeaning | null {
  const blocks = blocksIn(text, locale)
  if (blocks === null) return null
  try {
    return meaningIn(blocks, locale)
  } catch (thrown) {
    if (thrown instanceof ExpressionError || thrown instanceof Unread) return null
    throw thrown
  }
}

class Unread extends Error {}
const unread = (): never => {
  throw new Unread()
}

function blocksIn(text: string, locale: WordsLocale): Block[] | null {
  const words = scheduleWords[locale]
  const blocks: Block[] = []
  for (const line of text.split('\n')) {
    const heading = line.replace(/ \d+$/, '')
    if (heading === words.rights || heading === words.holdback) {
      blocks.push({ kind: heading === words.rights ? 'rights' : 'holdback', fields: new Map() })
      continue
    }
    const field = SCHEDULE_FIELDS.find((one) => line.startsWith(`${words.labels[one]}${words.colon}`))
    const block = blocks.at(-1)
    if (field === undefined || block === undefined || block.fields.has(field)) return null
    block.fields.set(field, line.slice(words.labels[field].length + words.colon.length))
  }
  return blocks
}

function meaningIn(blocks: readonly Block[], locale: WordsLocale): ScheduleMeaning {
  const granted = blocks.filter(({ kind }) => kind === 'rights')
  const first = granted[0] ?? unread()
  const windows = granted.map(({ fields }) => readTerm(said(fields, 'term')))
  const events = windows.map(({ event }) => event)
  const event = events[0] ?? null
  if (events.some((other) => JSON.stringify(other) !== JSON.stringify(event))) unread()
  const happened = first.fields.get('happened')
  return {
    exclusive: clauseOf(said(first.fields, 'exclusivity')).exclusive?.value ?? unread(),
    boxes: granted.map(({ fields }, at) => boxIn(fields, windows[at]!, locale)),
    imposes: blocks
      .filter(({ kind }) => kind === 'holdback')
      .map(({ fields }) => boxIn(fields, readHeldTerm(said(fields, 'term'), locale), locale)),
    runs: readRuns(first.fields.get('runs')),
    event: event && { ...event, date: happened === undefined ? null : readHappened(happened, event.kind, locale) },
  }
}

const said = (fields: Block['fields'], field: ScheduleField): string => fields.get(field) ?? unread()

function boxIn(
  fields: Block['fields'],
  { from, to }: { from: string | null; to: string | null },
  locale: WordsLocale,
): BoxMeaning {
  const { set } = parseTerritories(said(fields, 'territory'))
  const members = fields.get('members')
  if (members !== undefined && !parseTerritories(members).set.equals(set)) unread()
  const cuts = said(fields, 'cuts')
  return {
    territories: set.leaves(),
    media: mediaLeaves(parseMedia(said(fields, 'media'))),
    languages: parseLanguages(said(fields, 'languages')).leaves(),
    cuts: cuts === scheduleWords[locale].allCuts ? null : CutSet.of(readCutList(cuts) ?? unread()).named,
    from,
    to,
  }
}

/** A day to reckon from where a text leaves one out; none of ours does. */
const NO_DAY = dayOf('2000-01-01')!
const clauseOf = (text: string) => readClause(text, { today: NO_DAY })

function readTerm(text: string): {
  from: string | null
  to: string | null
  event: { kind: EventKind; months: number | null } | null
} {
  const { from, to, event, months } = clauseOf(text)
  if (months !== null) unread()
  if (event === null) {
    if (from === null && to === null) unread()
    return {
      from: from && writeDay(from.value),
      to: to === null || to.value >= PERPETUITY ? null : writeDay(to.value),
      event: null,
    }
  }
  const { kind, months: length, earliest, outer } = event.value
  if (earliest === null || outer === null) unread()
  return { from: writeDay(earliest!), to: writeDay(outer!), event: { kind, months: length } }
}

/** The term of a holdback: its own days, or "until the end of the licence". */
function readHeldTerm(text: string, locale: WordsLocale): { from: string | null; to: string | null } {
  const end = scheduleWords[locale].withLicence
  if (!text.endsWith(end)) return readTerm(text)
  return { from: text === end ? null : readDayOf(text.slice(0, -end.length)), to: null }
}

function readRuns(text: string | undefined): ScheduleMeaning['runs'] {
  if (text === undefined) return null
  const { runs, catchUpDays } = clauseOf(text)
  if (runs === null || runs.value.withinMonths !== null) unread()
  return { count: runs!.value.count, catchUpDays: catchUpDays?.value ?? 0 }
}

/** "the delivery on 3 March 2027": the day alone is read, for beside a deal it would be no part of it. */
function readHappened(text: string, kind: EventKind, locale: WordsLocale): string {
  const name = scheduleWords[locale].events[kind]
  return text.startsWith(name) ? readDayOf(text.slice(name.length)) : unread()
}

function readDayOf(text: string): string {
  const { from } = clauseOf(text)
  return from === null ? unread() : writeDay(from.value)!
}
