/** Countries of production: names in any reading language, ISO codes, car plates, a year attached. */
import { countryTable } from '../tables/countries.ts'
import { fold } from './fold.ts'
import { remembered } from './memory.ts'
import type { Piece } from './source.ts'

export interface CountryReading {
  found: { code: string; start: number; end: number }[]
  /** Stretches that are no country, nor a word that joins countries. */
  unknown: Piece[]
  /** Years that stood beside the countries ("Germany 2020"). */
  years: { year: number; start: number; end: number }[]
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const JOINING = new Set([
  'and', 'et', 'und', 'y', 'e', 'i', 'ed', 'the', 'co', 'production', 'coproduction', 'coproduccion', 'koproduktion', 'coproduzione', 'coproducao', 'with', 'avec', 'mit', 'con', 'com', 'in', 'en', 'la', 'le', 'les', 'el', 'il', 'de', 'a', 'o', 'etc', 'u', 'of', 'produktion',
]) // prettier-ignore

/** A word as far as it can be known without its neighbours. */
interface Word {
  raw: string
  key: string
  /** One to three capitals: a code or a car plate. */
  short: boolean
  plate: string | null
  year: boolean
  joining: boolean
  /** Some list of countries takes this word; any other is unknown wherever it stands outside brackets. */
  possible: boolean
}

const wordOf = remembered((raw: string): Word => {
  const table = countryTable()
  const key = fold(raw)
  const short = /^[A-Z]{1,3}$/.test(raw)
  const year = /^(?:18[89]|19\d|20\d|21\d)\d$/.test(raw)
  const joining = JOINING.has(key)
  return {
    raw,
    key,
    short,
    plate: short ? table.fromPlate(raw) : null,
    year,
    joining,
    possible: short || year || joining || table.inNames.has(key),
  }
})

interface Token {
  word: Word
  raw: string
  key: string
  start: number
  end: number
  depth: number
}

/** The countries of a piece, in order. Words in brackets that are no country are taken for remarks. */
export function readCountries(piece: Piece): CountryReading {
  return readTokens(piece, tokensOf(piece.text, false)!)
}

/** The countries of a piece that names nothing else; null as soon as a word shows that it does. */
export function onlyCountries(piece: Piece): CountryReading | null {
  const tokens = tokensOf(piece.text, true)
  const reading = tokens && readTokens(piece, tokens)
  return reading === null || reading.found.length === 0 || reading.unknown.length > 0 ? null : reading
}

/** The words of a text; null when all outside brackets have to be possible and one is not. */
function tokensOf(text: string, allPossible: boolean): Token[] | null {
  const tokens: Token[] = []
  let depth = 0
  let scanned = 0
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    for (; scanned < match.index; scanned++) {
      const mark = text[scanned]
      if (mark === '(' || mark === '[') depth++
      else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1)
    }
    const word = wordOf(match[0])
    if (allPossible && depth === 0 && !word.possible) return null
    tokens.push({ word, raw: word.raw, key: word.key, start: match.index, end: match.index + match[0].length, depth })
    if (tokens.length > 400) break
  }
  return tokens
}

function readTokens(piece: Piece, tokens: Token[]): CountryReading {
  const table = countryTable()
  const keys = tokens.map((token) => token.key)
  // One letter is a car plate, and where one stands the others are plates too; "U. S." is no list of plates
  const plates =
    tokens.some(({ word }) => word.raw.length === 1 && word.plate !== null) &&
    tokens.every(({ word }) => word.plate !== null || /^\d{4}$/.test(word.raw))
  const reading: CountryReading = { found: [], unknown: [], years: [] }
  const seen = new Set<string>()
  let open: { from: number; to: number } | null = null
  const closeUnknown = () => {
    if (open) reading.unknown.push({ text: piece.text.slice(open.from, open.to), start: piece.start + open.from })
    open = null
  }
  const take = (code: string, from: number, to: number) => {
    closeUnknown()
    if (seen.has(code)) return
    seen.add(code)
    reading.found.push({ code, start: piece.start + from, end: piece.start + to })
  }
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!
    const match = plates ? null : table.names.match(keys, at)
    // a name must not run over a comma: "Congo, Republic" is listed so, "Niger, Ia" is not
    if (match && !(match.count === 1 && token.raw.length <= 3 && token.raw === token.key)) {
      take(match.value, token.start, tokens[at + match.count - 1]!.end)
      at += match.count
      continue
    }
    at++
    if (token.word.year) {
      closeUnknown()
      reading.years.push({ year: Number(token.raw), start: piece.start + token.start, end: piece.start + token.end })
      continue
    }
    if (token.word.short) {
      const code = plates
        ? token.word.plate
        : token.raw.length === 3
          ? table.fromAlpha3(token.raw)
          : token.raw.length === 2 && table.isCode(token.raw)
            ? token.raw
            : token.word.plate
      if (code) {
        take(code, token.start, token.end)
        continue
      }
    }
    if (token.word.joining && open === null) continue
    if (token.depth > 0 && reading.found.length > 0) continue
    if (open && /[,;/|]/.test(piece.text.slice(open.to, token.start))) closeUnknown()
    open = open ? { from: (open as { from: number }).from, to: token.end } : { from: token.start, to: token.end }
  }
  closeUnknown()
  return reading
}

/** The one country that a whole piece names; null when it says more or less than that. */
export function readOneCountry(piece: Piece): string | null {
  if (piece.text.length > 60) return null
  const reading = onlyCountries(piece)
  return reading?.found.length === 1 && reading.years.length === 0 ? reading.found[0]!.code : null
}
