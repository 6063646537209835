/**
 * The schedule of rights of a contract: the boxes of the rights book in plain words, English or French, that are read back to
 * exactly the same boxes (read-schedule.ts). What the parties sign and what stands in the book are therefore one thing.
 */
import type { EntryTerms, TermBox, WindowEvent } from '@vitrine/rights/book/entry'
import { dayOf, type Day } from '@vitrine/rights/days/day'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { printLanguages } from '@vitrine/rights/languages/print'
import { mediaOf } from '@vitrine/rights/media/media-set'
import { printMedia } from '@vitrine/rights/media/print'
import { printTerritories } from '@vitrine/rights/territories/print'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { parseTerritories } from '@vitrine/rights/territories/parse'
import { dayInWords, type WordsLocale } from '@vitrine/rights/words/box-in-words'
import { cutsAsList } from './cuts-in-words.ts'
import { meaningOf, readSchedule, sameMeaning } from './read-schedule.ts'
import { type ScheduleField, scheduleWords } from './schedule-words.ts'

export interface ScheduleLine {
  readonly field: ScheduleField
  readonly label: string
  readonly text: string
}
/** What is granted, or what is held back, in one box. */
export interface ScheduleBlock {
  readonly kind: 'rights' | 'holdback'
  readonly heading: string
  readonly lines: readonly ScheduleLine[]
}
export interface Schedule {
  readonly blocks: readonly ScheduleBlock[]
  /** The same as text, a line a fact: what is read back. */
  readonly text: string
}

/** A right that no wording says exactly, such as a window in the first century. It must be written otherwise before it is signed. */
export class ScheduleError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'ScheduleError'
  }
}

/**
 * The rights of one film in words. Each wording is read back before it is handed out; where it would mean anything else, one
 * that is longer and surer is taken: groups of countries one by one, days by their numbers.
 *
 * @example
 * const terms = readTerms({ kind: 'licence', exclusive: true, territory: 'DACH', media: 'svod', from: '2027-01-01', to: '2029-12-31' }, 'x')
 * scheduleOf(terms, 'en').blocks[0].lines.map(({ label, text }) => `${label}: ${text}`)
 * // ['Exclusivity: exclusive', 'Territory: German-speaking Europe', …, 'Term: from 1 January 2027 until 31 December 2029']
 * @throws ScheduleError when nothing reads back the same
 */
export function scheduleOf(rights: EntryTerms, locale: WordsLocale): Schedule {
  const meant = meaningOf(rights)
  for (const sure of [false, true]) {
    const blocks = blocksOf(rights, locale, sure)
    const text = textOf(blocks, locale)
    if (sameMeaning(readSchedule(text, locale), meant)) return { blocks, text }
  }
  throw new ScheduleError('These rights cannot be put into words that mean exactly them.')
}

/** @param sure whether the longest and surest wordings are taken */
function blocksOf(rights: EntryTerms, locale: WordsLocale, sure: boolean): ScheduleBlock[] {
  const words = scheduleWords[locale]
  const line = (field: ScheduleField, text: string): ScheduleLine => ({ field, label: words.labels[field], text })
  const day = (text: string): string => (sure || !READ_IN_WORDS.test(text) ? text : dayInWords(knownDay(text), locale))
  const numbered = (name: string, at: number, of: number): string => (of === 1 ? name : `${name} ${at + 1}`)
  const boxLines = (box: TermBox, term: string): ScheduleLine[] => {
    const set = TerritorySet.of(box.territories)
    const territory = sure ? box.territories.join(', ') : printTerritories(set, locale, { names: 'full' })
    const listed = parseTerritories(territory).groups.length > 0 && set.size <= MOST_MEMBERS
    return [
      line('territory', territory),
      ...(listed && !sure ? [line('members', namesOf(set, locale))] : []),
      line('media', printMedia(mediaOf(box.media), locale, { names: sure ? 'codes' : 'full' })),
      line('languages', printLanguages(LanguageSet.of(box.languages), locale, { names: sure ? 'codes' : 'full' })),
      line('cuts', box.cuts === null ? words.allCuts : cutsAsList(box.cuts)),
      line('term', term),
    ]
  }
  const granted = rights.boxes.map((box, at): ScheduleBlock => {
    const first = at === 0 ? [line('exclusivity', rights.exclusive ? words.exclusive : words.nonExclusive)] : []
    const last = at === 0 ? [...runsLine(), ...happenedLine()] : []
    const lines = [...first, ...boxLines(box, termOf(box, rights.event, locale, day)), ...last]
    return { kind: 'rights', heading: numbered(words.rights, at, rights.boxes.length), lines }
  })
  const held = rights.imposes.map((box, at): ScheduleBlock => ({
    kind: 'holdback',
    heading: numbered(words.holdback, at, rights.imposes.length),
    lines: boxLines(box, heldTerm(box)),
  }))
  return [...granted, ...held]

  /** Without a last day of its own a holdback ends with the licence, and the paper says so. */
  function heldTerm(box: TermBox): string {
    if (box.to !== null) return termOf(box, null, locale, day)
    return box.from === null ? words.withLicence : words.sinceWithLicence(day(box.from))
  }
  function runsLine(): ScheduleLine[] {
    if (rights.runs === null) return []
    const { count, catchUpDays } = rights.runs
    return [line('runs', catchUpDays === 0 ? words.runs(count) : words.catchUp(words.runs(count), catchUpDays))]
  }
  function happenedLine(): ScheduleLine[] {
    const { event } = rights
    return event?.date ? [line('happened', words.happened(words.events[event.kind], day(event.date)))] : []
  }
}

/** A year of another century is taken for a number when it stands behind a month's name: such a day is written in figures. */
const READ_IN_WORDS = /^(?:19|20)\d\d-/

/** Countries that are listed beside the name of their group; a schedule of half the world names the groups alone. */
const MOST_MEMBERS = 40

/** The countries of a set one by one, in the order of the alphabet. */
const namesOf = (set: TerritorySet, locale: WordsLocale): string =>
  set
    .leaves()
    .map((leaf) => printTerritories(TerritorySet.of([leaf]), locale, { names: 'full' }))
    .toSorted(new Intl.Collator(locale).compare)
    .join(', ')

function termOf({ from, to }: TermBox, event: WindowEvent | null, locale: WordsLocale, day: (text: string) => string): string {
  const words = scheduleWords[locale]
  if (event !== null && from !== null && to !== null)
    return words.onEvent(event.months, words.events[event.kind], day(from), day(to))
  if (from === null) return to === null ? words.always : words.until(day(to))
  return to === null ? words.since(day(from)) : words.between(day(from), day(to))
}

/** A schedule as text: headings and facts, a line each. */
export function textOf(blocks: readonly ScheduleBlock[], locale: WordsLocale): string {
  const { colon } = scheduleWords[locale]
  return blocks
    .flatMap(({ heading, lines }) => [heading, ...lines.map(({ label, text }) => `${label}${colon}${text}`)])
    .join('\n')
}

function knownDay(text: string): Day {
  const day = dayOf(text)
  if (day === null) throw new ScheduleError(`${text} is no day of the calendar.`)
  return day
}
