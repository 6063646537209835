/** What a reader has to say about its reading: what it did not understand, left out, or took for granted. */
import type { Advice } from '../expression-error.ts'
import type { Span } from './line.ts'

export const NOTE_CODES = [
  /** The words mean something that rights are not kept for here (South Tyrol, Québec), and were left out. */
  'left-out',
  /** The words can mean several things; nothing was read from them. */
  'ambiguous',
  /** "English and Spanish dubbed": the use was taken for each of the languages. */
  'use-of-each',
  /** Only what is excluded is said: all the rest was taken. */
  'everything-but',
  /** No such territory, medium or language beside others that are known; `suggestion` is the nearest. */
  'unknown',
  /** A number in words and another in figures: the words were taken. */
  'number-disagrees',
  /** The day was read before the month. */
  'day-first',
  /** The month was read before the day, because the other way round is no date. */
  'month-first',
  /** No year was written: the next one was taken. */
  'year-assumed',
  /** The year is written with the end only: it was taken for the beginning too. */
  'year-of-end',
  /** "mid", "early", "late": a day was chosen. */
  'about',
  /** A season has no days of its own: its months were guessed. */
  'season',
  /** A word that is not known stands between "from" or "until" and a date: only the date was read. */
  'only-the-date',
  /** The day on which the paper was made: no beginning of the term. */
  'date-of-paper',
  /** A day is only called by its name ("the Effective Date"): nothing was made of it. */
  'date-by-name',
  /** No window was asked for. */
  'window-assumed',
  /** No length was asked for. */
  'length-assumed',
  /** Two dates side by side: from the first to the second. */
  'side-by-side',
  /** "Excl." before territories was read as exclusive. */
  'excl-exclusive',
  /** "Excl." before a territory that nothing named before it holds: it was left out. */
  'excluded-beside',
  /** Nothing was made of these words. */
  'unread',
  /** A period without "from": exactly that period was taken. */
  'whole-period',
  /** "Available in January 2028": a month or a quarter in which it should begin, and no term. */
  'begins-then',
  /** Two periods, the second following on the first, were taken as one. */
  'periods-joined',
  /** It is said to be kept back: it was taken out of what is asked for or sold. */
  'reserved',
  /** The end is before the beginning. */
  'window-reversed',
  /** The length and the last day do not agree: the last day was taken. */
  'window-disagrees',
  /** The window begins before today. */
  'begins-in-the-past',
  /** Nothing was said of exclusivity. */
  'exclusivity-assumed',
  /** Both exclusive and non-exclusive are said. */
  'exclusivity-disagrees',
  /** A word that is nothing else is nearly the name of a territory: it stays a word that films are looked for by; `suggestion` is the territory. */
  'territory-perhaps',
  /** Codes in small letters, one of them a word too, were taken as countries. */
  'codes-guessed',
  /** An adjective ("Swiss", "Danish") was taken as the territory. */
  'place-by-adjective',
  /** "Hungarian TV wants …": without another territory, that of who asks was taken. */
  'place-of-asker',
  /** Media and territories in several pairs: they were read as one box, every medium in every territory. */
  'several-boxes',
  /** The end of the subject was taken as the territory. */
  'territory-from-theme',
  /** "Free" alone can mean free television, or not sold. */
  'free',
  /** What stands in brackets after the media was taken as all of them. */
  'brackets-narrow',
  /** The number of runs is said to be unlimited. */
  'runs-unlimited',
  /** More than one number of runs, days or months is said; the first was taken. */
  'said-twice',
  /** The months of the runs were taken as the length of the window. */
  'length-from-runs',
  /** A holdback is said to be in perpetuity: one that a licence imposes ends with it, so it is an entry of its own. */
  'holdback-perpetual',
  /** The length of a holdback was counted from the day after the licence. */
  'holdback-after-licence',
  /** The latest day was read as the last possible start. */
  'latest-start',
  /** The latest day was read as the outer date, whatever the event. */
  'latest-end',
  /** No word says what kind of entry it is: a licence was taken. */
  'kind-assumed',
  /** The text is longer than what is read. */
  'too-long',
] as const
export type NoteCode = (typeof NOTE_CODES)[number]

export interface Note {
  readonly code: NoteCode
  /** What it is about; null when it is about something that is not there. */
  readonly span: Span | null
  /** The words of the span. */
  readonly words: string
  readonly suggestion: string | null
  readonly advice: Advice | null
}
