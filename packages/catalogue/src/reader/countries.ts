/** Countries of production: names in any reading language, ISO codes, car plates, a year attached. */
import { countryTable } from '../tables/countries.ts'
import { fold } from './fold.ts'
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

/** The countries of a piece, in order. Words in brackets that are no country are taken for remarks. */
export function readCountries(piece: Piece): CountryReading {
  const table = countryTable()
  const tokens: { raw: string; key: string; start: number; end: number; depth: number }[] = []
  let depth = 0
  let scanned = 0
  for (const match of piece.text.matchAll(WORD)) {
    for (; scanned < match.index; scanned++) {
      const mark = piece.text[scanned]
      if (mark === '(' || mark === '[') depth++
      else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1)
    }
    tokens.push({ raw: match[0], key: fold(match[0]), start: match.index, end: match.index + match[0].length, depth })
    if (tokens.length > 400) break
  }
  const keys = tokens.map((token) => token.key)
  const isShort = (raw: string) => /^[A-Z]{1,3}$/.test(raw)
  // One letter is a car plate, and where one stands the others are plates too; "U. S." is no list of plates
  const plates =
    tokens.some((token) => token.raw.length === 1 && isShort(token.raw) && table.fromPlate(token.raw)) &&
    tokens.every((token) => (isShort(token.raw) && table.fromPlate(token.raw)) || /^\d{4}$/.test(token.raw))
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
    if (/^(?:18[89]|19\d|20\d|21\d)\d$/.test(token.raw)) {
      closeUnknown()
      reading.years.push({ year: Number(token.raw), start: piece.start + token.start, end: piece.start + token.end })
      continue
    }
    if (isShort(token.raw)) {
      const code = plates
        ? table.fromPlate(token.raw)
        : token.raw.length === 3
          ? table.fromAlpha3(token.raw)
          : token.raw.length === 2 && table.isCode(token.raw)
            ? token.raw
            : table.fromPlate(token.raw)
      if (code) {
        take(code, token.start, token.end)
        continue
      }
    }
    if (JOINING.has(token.key) && open === null) continue
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
  const reading = readCountries(piece)
  return reading.found.length === 1 && reading.unknown.length === 0 && reading.years.length === 0 ? reading.found[0]!.code : null
}
