/** Countries given by their adjectives: `Pays : français`, `Production: French`, "a French-Belgian documentary". */
import { nationality } from '../tables/nationalities.ts'
import { readCountries } from './countries.ts'
import type { CountryReading } from './countries.ts'
import { fold } from './fold.ts'
import { isGenre, opensGenre } from './formats.ts'
import { subPiece, trimPiece } from './source.ts'
import type { Piece } from './source.ts'

const WORD = /[\p{L}\p{M}]+/gu
const JOINING = /^(?:and|et|und|y|e|i|ed|en|co|production|coproduction)$/i
const ARTICLE = /^(?:an?|the|une?|le|la|les|eine?|der|die|das|una?|unha|el|il|lo|um|uma|o|een|de|het)$/i

/** The first half of a shared adjective ("franco-belge", "Italo-Swiss"): no adjective by itself, a country before a hyphen and one. */
// prettier-ignore
const HALVES = new Map(Object.entries({
  franco: 'FR', germano: 'DE', italo: 'IT', belgo: 'BE', hispano: 'ES', luso: 'PT', austro: 'AT', helvetico: 'CH', anglo: 'GB',
  sino: 'CN', nippo: 'JP', russo: 'RU', greco: 'GR', turco: 'TR', dano: 'DK', polono: 'PL', israelo: 'IL', hungaro: 'HU',
}))

/** The country of an adjective, or of the half of one that the text goes on from. */
function countryOf(word: string, after: string): string | null {
  const whole = nationality(word)
  if (whole !== null) return whole
  const joined = /^[-‐‑]([\p{L}\p{M}]+)/u.exec(after)
  const half = joined === null ? undefined : HALVES.get(fold(word))
  return half !== undefined && (nationality(joined![1]!) !== null || HALVES.has(fold(joined![1]!))) ? half : null
}

interface Adjective {
  code: string
  start: number
  end: number
}

/** The adjectives of a piece that consists of them; null when anything else stands there. */
export function onlyNationalities(piece: Piece): Adjective[] | null {
  if (piece.text.length > 120 || /[^\p{L}\p{M}\s,;&/|+'’().–-]/u.test(piece.text)) return null
  const found: Adjective[] = []
  // a search that ended at the tenth word left its place behind, and all matches are looked for from there
  WORD.lastIndex = 0
  for (const match of piece.text.matchAll(WORD)) {
    const code = countryOf(match[0], piece.text.slice(match.index + match[0].length))
    if (code !== null) found.push({ code, start: piece.start + match.index, end: piece.start + match.index + match[0].length })
    else if (!JOINING.test(match[0])) return null
  }
  return found.length === 0 ? null : found
}

/** The countries of a value whose label asks for countries: by name, code or adjective. */
export function readOrigin(piece: Piece): CountryReading {
  const reading = readCountries(piece)
  const unknown: Piece[] = []
  const found = [...reading.found]
  for (const one of reading.unknown) {
    const adjectives = onlyNationalities(one)
    if (adjectives === null) unknown.push(one)
    else found.push(...adjectives.filter((adjective) => !found.some((other) => other.code === adjective.code)))
  }
  return { ...reading, found: found.toSorted((a, b) => a.start - b.start), unknown }
}

/** "A French-Belgian documentary by …": the adjectives, the genre they stand with, and what follows. */
export interface GenreWithOrigin {
  origin: Adjective[]
  genre: Piece
  rest: Piece
}

/** A genre with adjectives of nationality before or behind it; null for any other text. */
export function genreWithOrigin(piece: Piece): GenreWithOrigin | null {
  if (piece.text.length > 160 || !piece.text.includes(' ') || !hasGenre(piece.text)) return null
  const words = wordsOf(piece)
  const genre = genreAmong(piece, words)
  if (genre === null) return null
  const first = ARTICLE.test(words[0]!.text) ? 1 : 0
  if (genre.from > first) {
    const origin = onlyNationalities(subPiece(piece, words[first]!.start, words[genre.from - 1]!.end))
    return origin && { origin, genre: genre.piece, rest: restOf(piece, words, genre.to) }
  }
  const stretch = (at: number) => subPiece(piece, words[genre.to]!.start, words[at]!.end)
  let to = genre.to
  for (let at = to; at < words.length && (nationality(words[at]!.text) !== null || HALVES.has(fold(words[at]!.text))); at++)
    if (nationality(words[at]!.text) !== null && onlyNationalities(stretch(at)) !== null) to = at + 1
  const origin = to === genre.to ? null : onlyNationalities(subPiece(piece, words[genre.to]!.start, words[to - 1]!.end))
  return origin && { origin, genre: genre.piece, rest: restOf(piece, words, to) }
}

/** Whether a word of a text can begin a genre; few texts have one, and the others need no list of their words. */
function hasGenre(text: string): boolean {
  WORD.lastIndex = 0
  for (let match = WORD.exec(text), count = 0; match && count < MOST_WORDS; match = WORD.exec(text), count++)
    if (opensGenre(match[0])) return true
  return false
}

/** A genre with its origin stands among the first words of a text. */
const MOST_WORDS = 10

interface Word {
  text: string
  start: number
  end: number
}

function wordsOf(piece: Piece): Word[] {
  const words: Word[] = []
  WORD.lastIndex = 0
  for (let match = WORD.exec(piece.text); match && words.length < MOST_WORDS; match = WORD.exec(piece.text))
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  return words
}

/** The first and longest genre of a piece, as places in its words. */
function genreAmong(piece: Piece, words: Word[]): { piece: Piece; from: number; to: number } | null {
  for (let from = 0; from < words.length; from++) {
    if (!opensGenre(words[from]!.text)) continue
    for (let to = Math.min(from + 3, words.length); to > from; to--) {
      const genre = subPiece(piece, words[from]!.start, words[to - 1]!.end)
      if (isGenre(genre.text)) return { piece: genre, from, to }
    }
  }
  return null
}

const restOf = (piece: Piece, words: Word[], to: number): Piece => trimPiece(subPiece(piece, words[to - 1]!.end))
