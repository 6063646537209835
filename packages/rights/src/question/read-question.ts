/** The phone question in one line, as agents and buyers put it, in English or French. */
import { CutSet } from '../box/cut-set.ts'
import type { Request } from '../book/line.ts'
import { type Day, PERPETUITY } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { languagePhrases } from '../languages/phrases.ts'
import { ALL_MEDIA, mediaOf } from '../media/media-set.ts'
import {
  boxRead,
  type BoxRead,
  excludedApart,
  exclusivityRead,
  narrowedByBrackets,
  narrowedByKinds,
  withoutRefused,
} from '../sentence/boxes.ts'
import { withoutBounds } from '../sentence/bounded-lengths.ts'
import type { Found } from '../sentence/found.ts'
import { type Item, itemsOf } from '../sentence/items.ts'
import { layOut, type Line, type Span } from '../sentence/line.ts'
import type { Note } from '../sentence/note.ts'
import { isMarker, type Notes, notesOf } from '../sentence/notes-of.ts'
import { paperDates } from '../sentence/paper-dates.ts'
import { placesByAdjective, withoutAskers } from '../sentence/places-by-adjective.ts'
import { numbersOfNames } from '../sentence/numbers-of-names.ts'
import { withWordsOfTitles } from '../sentence/words-of-films.ts'
import { partedBeforeReserved, reservedBeside, reservedRest, setAside } from '../sentence/set-aside.ts'
import { parseTerritories } from '../territories/parse.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { type Completion, completionsOf } from './completions.ts'
import { filmYears } from './film-years.ts'
import { nearTerritories } from './near-territories.ts'
import { windowOfQuestion } from './window-of-question.ts'

/** A question longer than this is no question: the rest is not read. */
const LONGEST_QUESTION = 2_000

export interface Question extends BoxRead {
  /** Names of cuts (`52`, `3x52`, `series`); null when none was asked for. */
  readonly cuts: Found<readonly string[]> | null
  /** Always there: what was not said is assumed, and a note says so. */
  readonly window: Found<{ readonly from: Day; readonly to: Day }>
  readonly exclusive: Found<boolean>
  /** What the films should be about. */
  readonly themes: readonly WordsRead[]
  /** Words that are no term of a deal, for the catalogue's text search. */
  readonly words: readonly WordsRead[]
  /** Facets of the catalogue that were named. */
  readonly facets: readonly { readonly facet: 'year'; readonly from: number; readonly to: number | null; readonly span: Span }[]
  /** The word that is being typed, and what it may become. */
  readonly unfinished: (WordsRead & { readonly completions: readonly Completion[] }) | null
  readonly notes: readonly Note[]
}

export interface WordsRead {
  readonly text: string
  readonly span: Span
}

export interface ReadQuestionOptions {
  readonly today: Day
  /** The language of the completions. */
  readonly locale?: 'en' | 'fr'
}

/**
 * Reads a question. Any text is read, half a line too: what is not understood is in `words`, `unfinished` and `notes`, and
 * nothing is thrown. "Free" before "for", "in" and "from" means not sold yet. Without a window: three years from today.
 *
 * @example
 * const today = dayOf('2026-11-25')!
 * const question = readQuestion("SVOD, Poland + Baltics, from Jan 2027, 3 years, excl., 52', themes: Central Asia", { today })
 * question.territories!.value.set.leaves() // ['EE', 'LT', 'LV', 'PL']
 * writeDay(question.window.value.to)       // '2029-12-31'
 * question.themes[0]!.text                 // 'Central Asia'
 */
export function readQuestion(line: string, { today, locale = 'en' }: ReadQuestionOptions): Question {
  const laid = layOut(line, LONGEST_QUESTION)
  const notes = notesOf(laid, line)
  if (line.length > LONGEST_QUESTION) notes.add('too-long', { at: laid.tokens.length - 1, end: laid.tokens.length })
  let all = withoutBounds(laid, itemsOf(laid, { today, themes: true }), notes)
  all = numbersOfNames(laid, withoutAskers(laid, placesByAdjective(laid, all)))
  all = narrowedByKinds(laid, narrowedByBrackets(partedBeforeReserved(laid, all), notes))
  all = withoutRefused(excludedApart(laid, all, notes))
  const reserved = reservedBeside(laid, all, true)
  const items = all.filter((item) => !reserved.some(({ items: own }) => own.includes(item)))
  const facets = filmYears(laid, items, today)
  const ofPapers = new Set(paperDates(laid, items, notes))
  const { kept: asked, aside } = setAside(
    laid,
    items.filter((item) => !ofPapers.has(item) && !facets.some(({ at, end }) => item.at >= at && item.at < end)),
  )
  for (const place of aside) notes.add('unread', place)
  const textOf = (at: number, end: number): WordsRead => {
    const span = laid.spanOf(at, end)
    return { text: line.slice(span.from, span.to), span }
  }
  const unfinished = unfinishedOf(laid, asked, locale, textOf)
  const narrowing = reservedRest(laid, reserved)
  const box = boxRead(laid, [...withRelease(laid, asked), ...narrowing], notes)
  for (const place of reserved) if (!narrowing.some(({ at }) => at >= place.at && at < place.end)) notes.add('reserved', place)
  const themes = asked.filter(({ kind }) => kind === 'theme')
  const fromTheme = box.territories ? null : territoryOfTheme(laid, themes, notes)
  const free = asked.find((item) => item.kind === 'word' && laid.tokens[item.at]!.key === 'free')
  if (free) notes.add('free', free)
  // of the word that is still being typed its completions tell
  const whole = unfinished === null ? asked : asked.filter(({ at }) => at < laid.tokens.length - unfinished.tokens)
  for (const use of usesOfNothing(laid, whole)) notes.add('unread', use)
  const typed = withoutUnknown(whole)
  for (const { name, ...place } of nearTerritories(laid, typed, (fromTheme?.territories ?? box.territories) === null)) notes.add('territory-perhaps', place, { suggestion: name })
  return {
    ...box,
    territories: fromTheme?.territories ?? box.territories,
    cuts: cutsRead(laid, asked),
    window: windowOfQuestion(laid, asked, today, notes),
    exclusive: exclusivityRead(laid, asked, notes) ?? assumeExclusive(notes),
    themes: themes.map(({ at, end }) => textOf(at, fromTheme?.theme === at ? fromTheme.themeEnd : end)),
    words: freeWords(laid, withoutUses(laid, withoutUnknown(asked)), unfinished ? laid.tokens.length - unfinished.tokens : laid.tokens.length).map(({ at, end }) => textOf(at, end)),
    facets: facets.map(({ from, to, at, end }) => ({ facet: 'year', from, to, span: laid.spanOf(at, end) })),
    unfinished: unfinished && { ...textOf(laid.tokens.length - unfinished.tokens, laid.tokens.length), completions: unfinished.completions },
    notes: notes.all,
  }
} // prettier-ignore

/**
 * What a question asks of the book: what was not said is everywhere, all media, all languages, all cuts.
 *
 * @example
 * requestOf(readQuestion('SVOD, Poland', { today })).exclusive // true: assumed, because a yes to it is a yes to both
 */
export const requestOf = (question: Question): Request => ({
  exclusive: question.exclusive.value,
  box: {
    territories: question.territories?.value.set ?? TerritorySet.world,
    media: question.media?.value ?? ALL_MEDIA,
    languages: question.languages?.value ?? LanguageSet.all,
    cuts: question.cuts ? CutSet.of(question.cuts.value) : CutSet.all,
    from: question.window.value.from,
    to: Math.min(question.window.value.to, PERPETUITY),
  },
})

function assumeExclusive(notes: Notes): Found<boolean> {
  notes.add('exclusivity-assumed', null)
  return { value: true, spans: [], confidence: 'assumed' }
}

function cutsRead(line: Line, items: readonly Item[]): Found<readonly string[]> | null {
  const cuts: string[] = []
  const spans: Span[] = []
  for (const item of items) {
    if (item.kind !== 'cut' && !isMarker(item, 'series')) continue
    const cut = item.kind === 'cut' ? item.cut : 'series'
    if (!cuts.includes(cut)) cuts.push(cut)
    spans.push(line.spanOf(item.at, item.end))
  }
  return cuts.length > 0 ? { value: cuts, spans, confidence: 'read' } : null
}

/** "Pour une sortie salles en Belgique", "theatrical release in Japan": where no medium is named it is the one that is asked for. */
function withRelease(line: Line, items: readonly Item[]): Item[] {
  if (items.some(({ kind }) => kind === 'media')) return [...items]
  return items.map((item, n) => {
    if (!isMarker(item, 'event:release') || isMarker(items[n - 1], 'from', 'after')) return item
    const isOfCinemas = line.tokens.slice(item.at, item.end).some(({ key }) => OF_CINEMAS.test(key))
    return isOfCinemas ? { kind: 'media', value: THEATRICAL, notes: [], at: item.at, end: item.end } : item
  })
}
const OF_CINEMAS = /^(?:theatrical|cinema|salles?|kinostart|cines|salas|sala|sale)$/
const THEATRICAL = mediaOf(['theatrical'])

const IN = new Set(['in', 'en', 'au', 'aux', 'for', 'pour'])

/** "What have you got on wolves in Poland": without another territory, the last of the subject is where it should be sold. */
function territoryOfTheme(line: Line, themes: readonly Item[], notes: Notes): { territories: BoxRead['territories']; theme: number; themeEnd: number } | null {
  for (const { at, end } of themes) {
    const place = Array.from({ length: end - at }, (_, n) => at + n).findLast((n) => n > at && IN.has(line.tokens[n]!.key))
    if (place === undefined || place + 1 >= end) continue
    const words = line.text.slice(line.tokens[place + 1]!.at, line.tokens[end - 1]!.end)
    try {
      const value = parseTerritories(words)
      notes.add('territory-from-theme', { at: place + 1, end })
      return { territories: { value, spans: [line.spanOf(place + 1, end)], confidence: 'assumed' }, theme: at, themeEnd: place }
    } catch {
      continue
    }
  }
  return null
} // prettier-ignore

/** A misspelt territory is no word to search for, and neither is "free". */
function withoutUnknown(items: readonly Item[]): Item[] {
  const places = new Set(items.flatMap((item) => ('notes' in item ? item.notes : [])).filter(({ code }) => code === 'unknown').map(({ at }) => at))
  return items.filter(({ at }) => !places.has(at))
} // prettier-ignore

/** "VOST", "dubbed" without a language: no word to look for in the catalogue either. */
const usesOfNothing = (line: Line, items: readonly Item[]): Item[] =>
  items.filter((item) => item.kind === 'word' && isUse(line, item))
const withoutUses = (line: Line, items: readonly Item[]): Item[] =>
  items.filter((item) => item.kind !== 'word' || !isUse(line, item))

function isUse(line: Line, { at, end }: Item): boolean {
  const phrase = languagePhrases().longest(line.tokens, at)
  return phrase?.end === end && phrase.meaning.kind === 'use' && end - at === 1 && USES_SAID.test(line.tokens[at]!.key)
}
const USES_SAID = /^(?:vost|dub|sub|doubl|sous|synchron|untertitel|voice)/

/** Words that are nothing else, with the small words between them. */
function freeWords(line: Line, items: readonly Item[], until: number): { at: number; end: number }[] {
  const runs: { at: number; end: number }[] = []
  let joins = false
  for (const item of items) {
    const last = runs.at(-1)
    if (item.at >= until) break
    if (item.kind === 'word' || isMarker(item, 'name')) {
      if (last && joins && !line.begins[item.at]) last.end = item.end
      else runs.push({ at: item.at, end: item.end })
      joins = true
    } else if (!isMarker(item, 'noise') || (last && item.at - last.end >= 2)) joins = false
  }
  const isNoise = (at: number): boolean => items.some((item) => isMarker(item, 'noise') && item.at <= at && at < item.end)
  return runs.map((run) => withWordsOfTitles(line, run, isNoise))
}

interface Unfinished {
  readonly tokens: number
  readonly completions: readonly Completion[]
}

/** The last word, or the last few, when they begin a name and are not one: "Pol", "South Afr". */
function unfinishedOf(line: Line, items: readonly Item[], locale: 'en' | 'fr', textOf: (at: number, end: number) => WordsRead): Unfinished | null {
  const { tokens, text } = line
  const last = items.at(-1)
  if (!last || tokens.at(-1)?.end !== text.length || (last.kind !== 'word' && !isMarker(last, 'noise'))) return null
  for (let count = Math.min(4, tokens.length); count >= 1; count--) {
    const at = tokens.length - count
    if (!items.some((item) => item.at === at) || items.some((item) => item.at >= at && item.kind === 'sign')) continue
    const { text: typed } = textOf(at, tokens.length)
    const completions = typed.length < 2 ? [] : completionsOf(typed, locale)
    if (completions.length > 0) return { tokens: count, completions }
  }
  return null
} // prettier-ignore
