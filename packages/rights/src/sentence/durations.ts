/** How long: 3 years, 24 mois, 18m, thirty-six (36) months, 7-day, two and a half years, un an et demi, the next three years. And how long a film is: 52', 90 min, 3 x 52'. */
import type { Line } from './line.ts'
import { numberAt } from './numbers.ts'

export interface Duration {
  /** One of the two is 0. */
  readonly months: number
  readonly days: number
  readonly end: number
  readonly disagrees: number | null
}

type Unit = readonly [months: number, days: number]
const YEAR: Unit = [12, 0]
const MONTH: Unit = [1, 0]
const WEEK: Unit = [0, 7]
const DAY: Unit = [0, 1]
const unitsOf = (unit: Unit, words: string): [string, Unit][] => words.split(' ').map((word) => [word, unit])
const UNITS = new Map<string, Unit>([
  ...unitsOf(YEAR, 'year years yr yrs y an ans annee annees jahr jahre jahren ano anos anno anni'),
  ...unitsOf(MONTH, 'month months mth mths mo mos m mois monat monate monaten mes meses mese mesi'),
  ...unitsOf(WEEK, 'week weeks wk wks w semaine semaines woche wochen semana semanas settimana settimane'),
  ...unitsOf(DAY, 'day days d j jour jours jr jrs tag tage tagen dia dias giorno giorni'),
])
const TOGETHER = /^(\d{1,3})([a-z]+)$/
/** What no figure before it can be the short form of a year: the words of a length, as a pattern. */
export const UNIT_WORDS = [...UNITS.keys()].join('|')
/** Words between a number and its unit, and before the number: "the next three full years", "les trois prochaines années". */
const BETWEEN = new Set([
  'consecutive',
  'calendar',
  'full',
  'further',
  'whole',
  'next',
  'coming',
  'prochaines',
  'prochains',
  'prochaine',
  'prochain',
])
const BEFORE = new Set(['next', 'coming', 'following', 'prochaines', 'prochains'])

/** The duration that begins at a token, or null. */
export function durationAt(line: Line, at: number): Duration | null {
  const { tokens } = line
  const key = tokens[at]?.key ?? ''
  const together = TOGETHER.exec(key)
  if (together && UNITS.has(together[2]!)) return of(Number(together[1]), UNITS.get(together[2]!)!, at + 1, null)
  if (key === 'j' && tokens[at + 1]?.key === '+' && /^\d{1,2}$/.test(tokens[at + 2]?.raw ?? '')) return of(Number(tokens[at + 2]!.raw), DAY, at + 3, null)
  if (key === 'a' || key === 'an') return named(line, at + 1, 1, null)
  if (BEFORE.has(key)) return numberAt(line, at + 1) && durationAt(line, at + 1)
  if (key === 'couple') return named(line, tokens[at + 1]?.key === 'of' ? at + 2 : at + 1, 2, null)
  const number = numberAt(line, at)
  if (!number) return null
  const half = halfAt(line, number.end)
  return half === null ? named(line, number.end, number.value, number.disagrees) : named(line, half, number.value + 0.5, number.disagrees)
} // prettier-ignore

/** "Two and a half years", "two years and a half", "deux ans et demi": the token after the half, or null. */
function halfAt({ tokens }: Line, at: number): number | null {
  if (tokens[at]?.key !== '&') return null
  const half = tokens[at + 1]?.key === 'a' ? at + 2 : at + 1
  return HALVES.has(tokens[half]?.key ?? '') ? half + 1 : null
}

const HALVES = new Set(['half', 'demi', 'demie'])

/** 50 years is longer than any deal, and an honest limit for the arithmetic of days. */
const MAX_MONTHS = 1200

function named(line: Line, at: number, count: number, disagrees: number | null): Duration | null {
  const { tokens } = line
  const end = BETWEEN.has(tokens[at]?.key ?? '') ? at + 1 : at
  const unit = tokens[end]?.isWord ? UNITS.get(tokens[end]!.key) : undefined
  if (!unit) return null
  const half = halfAt(line, end + 1)
  return half === null ? of(count, unit, end + 1, disagrees) : of(count + 0.5, unit, half, disagrees)
}

function of(count: number, [months, days]: Unit, end: number, disagrees: number | null): Duration | null {
  if (count === 0 || count * months > MAX_MONTHS) return null
  if (!Number.isInteger(count * months) || !Number.isInteger(count * days)) return null
  return { months: count * months, days: count * days, end, disagrees }
}

export interface CutRead {
  /** The cut's name: `52`, `3x52`. */
  readonly cut: string
  readonly end: number
}

const LENGTH = /(?:(\d{1,3})\s?[x×*]\s?)?(\d{1,3})(?:\s?(?:'|mn\b|mins?\b|minut(?:e|es|en|os|i)?\b)|-minut(?:e|es|en)\b)/y
const SEVERAL = /(\d{1,3})\s?[x×*]\s?(\d{1,3})(?!\d)/y

/** The length of a cut that begins at a token, or null. */
export function cutAt(line: Line, at: number): CutRead | null {
  const start = line.tokens[at]!.at
  if (!/\d/.test(line.flat[start]!)) return null
  const found = matchAt(LENGTH, line.flat, start) ?? matchAt(SEVERAL, line.flat, start)
  if (!found) return null
  const [all, episodes, minutes] = found as unknown as [string, string | undefined, string]
  const cut = episodes === undefined ? String(Number(minutes)) : `${Number(episodes)}x${Number(minutes)}`
  return { cut, end: tokenAfter(line, at, start + all.length) }
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The first token from `at` on that begins at or after a place in the text. */
export function tokenAfter({ tokens }: Line, at: number, place: number): number {
  while (at < tokens.length && tokens[at]!.at < place) at++
  return at
}
