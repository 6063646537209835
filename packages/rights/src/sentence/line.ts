/** A sentence laid out for reading: its tokens, its letters without accents and case, and where everything stood as written. */
import { type Token, tokensOf } from '../expression/tokens.ts'

/** Where something stands, in UTF-16 units of the text as it was given: `text.slice(from, to)`. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Line {
  /** As given, with accents composed: a text from a PDF may have them apart. */
  readonly text: string
  /** The same length as `text`: small letters without accents, plain quotes, plain hyphens. */
  readonly flat: string
  readonly tokens: readonly Token[]
  /** Whether a sentence begins at a token. */
  readonly begins: readonly boolean[]
  /** Nothing but capitals: a short word in them is no code. */
  readonly isShouted: boolean
  /** The span of the tokens `at` to `end` (not included) in the text as it was given. */
  spanOf(at: number, end: number): Span
}

/** Lays out the first `limit` characters of a text. */
export function layOut(given: string, limit: number): Line {
  const { text, origin } = compose(given.slice(0, limit))
  const tokens = tokensOf(text)
  const begins = tokens.map((token, at) => at === 0 || isSentenceEnd(text, tokens[at - 1]!, token))
  const spanOf = (at: number, end: number): Span => {
    const from = tokens[at]?.at ?? text.length
    const to = Math.max(from, tokens[end - 1]?.end ?? from)
    return { from: origin(from), to: origin(to) }
  }
  return { text, flat: flatten(text), tokens, begins, isShouted: !/\p{Ll}/u.test(text), spanOf }
}

const CLUSTER = /\P{M}\p{M}+/gu

/** Composes accents, and tells where each place of the composed text was before. */
function compose(given: string): { text: string; origin: (at: number) => number } {
  if (given.normalize('NFC').length === given.length) return { text: given, origin: (at) => at }
  const kept: { at: number; was: number }[] = [{ at: 0, was: 0 }]
  let text = ''
  let done = 0
  for (const match of given.matchAll(CLUSTER)) {
    text += given.slice(done, match.index) + match[0].normalize('NFC')
    done = match.index + match[0].length
    kept.push({ at: text.length, was: done })
  }
  text += given.slice(done)
  const origin = (at: number): number => {
    let low = 0
    for (let high = kept.length; high - low > 1;) {
      const middle = (low + high) >> 1
      if (kept[middle]!.at <= at) low = middle
      else high = middle
    }
    return kept[low]!.was + at - kept[low]!.at
  }
  return { text, origin }
}

const PLAIN: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '′': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
}

const flatten = (text: string): string => text.toLowerCase().length === text.length ? text.toLowerCase().replace(/[^\0-~]|\t/g, plain) : text.replace(/[^a-z\d]/g, plain) // prettier-ignore

/** One UTF-16 unit for one. */
function plain(unit: string): string {
  const known = PLAIN[unit]
  if (known !== undefined) return known
  const base = unit.normalize('NFD')[0]!.toLowerCase()
  return base.length === 1 ? base : unit
}

/** After these a full stop ends no sentence. */
const SHORT = new Set('incl excl exkl inkl rep approx art no nr ca yrs yr mths mos min mr mrs ms ltd inc st sub subs dub vol ed etc resp ie eg u k s a jan feb mar apr jun jul aug sept sep oct nov dec janv fevr avr juil env max non'.split(' ')) // prettier-ignore

function isSentenceEnd(text: string, before: Token, token: Token): boolean {
  if (token.newLine || before.raw === ';' || before.raw === '?' || before.raw === '!') return true
  const gap = text.slice(before.end, Math.min(token.at, before.end + 8))
  return /^["”»’)\s]*\.["”»’)]*\s/.test(gap) && !SHORT.has(before.key) && !/^\d{1,2}$/.test(before.raw)
}
