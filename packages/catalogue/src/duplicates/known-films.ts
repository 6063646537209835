/**
 * Which films of a catalogue a sheet may be: by what registries say first, then by the name with its year and director,
 * then by names that are nearly spelt so. Asked of every film that comes in, and of the catalogue itself for its duplicates.
 *
 * Names are compared by the share of three-letter pieces that they have in common (Dice's coefficient), which is counted through an
 * index of the pieces, year by year: what shares nothing, or is of another time, is not looked at.
 */
import type { Identifiers, TitleSheet } from '../model/title-sheet.ts'
import { fold } from '../model/slug.ts'
import { eidrKey, isanKey } from './identifier-keys.ts'

/** What of a sheet tells which film it is. */
export interface FilmMarks {
  titles: string[]
  year: number | null
  directors: string[]
  identifiers: Identifiers
}

export const MATCH_REASONS = ['eidr', 'isan', 'imdb', 'wikidata', 'tmdb', 'reference', 'same-name', 'alike'] as const
export type MatchReason = (typeof MATCH_REASONS)[number]

export interface FilmMatch {
  id: string
  why: MatchReason
  /** Taken to be the same film unless somebody says otherwise. What is not certain is asked. */
  certain: boolean
  /** How much of the names is shared, 0 to 100. */
  alike: number
}

/** The marks of a sheet: every title it goes by, and the rest. */
export function marksOf(sheet: TitleSheet): FilmMarks {
  const titles = [sheet.title, sheet.originalTitle, ...Object.values(sheet.titles), ...sheet.otherTitles.map((one) => one.title)]
  return {
    titles: [...new Set(titles.filter((title): title is string => title !== null && title !== ''))],
    year: sheet.year,
    directors: sheet.directors,
    identifiers: sheet.identifiers,
  }
}

/** A film as it is kept: by its names alone. Their pieces are six times as long, and stand in the index. */
interface Kept {
  id: string
  names: string[]
  year: number | null
  directors: string[]
  keys: Partial<Record<MatchReason, string | undefined>>
}
interface Name {
  text: string
  pieces: ReadonlySet<string>
}
/** A film that is asked about, with its names in pieces. */
type Asked = Omit<Kept, 'id' | 'names' | 'directors'> & { names: Name[]; directors: Name[] }

/** Names this far alike are the same film where director and year agree; without a director on both sides more is asked. */
const ALIKE = { withDirector: 60, withoutDirector: 80, director: 60 }
const MOST_MATCHES = 5
/** Of titles and of directors: a sheet with more of them was made to be slow. */
const MOST_NAMES = 20

export class KnownFilms {
  readonly #films: Kept[] = []
  readonly #byKey = new Map<string, number[]>()
  /** Every name, with the film that goes by it. */
  readonly #names: { film: number; size: number }[] = []
  /** How many pieces each name shares with the one that is asked: all 0 between two questions. */
  #shared = new Uint16Array(1024)
  /** Names with a piece, year by year. */
  readonly #byPiece = new Map<number | null, Map<string, number[]>>()

  constructor(films: Iterable<{ id: string } & FilmMarks> = []) {
    for (const film of films) this.add(film)
  }

  add(film: { id: string } & FilmMarks): void {
    const n = this.#films.length
    const kept = { id: film.id, ...keptOf(film) }
    this.#films.push(kept)
    for (const key of keysOf(kept)) put(this.#byKey, key, n)
    const ofYear = this.#byPiece.get(kept.year) ?? new Map<string, number[]>()
    this.#byPiece.set(kept.year, ofYear)
    for (const name of kept.names) {
      const { pieces } = named(name)
      for (const piece of pieces) put(ofYear, piece, this.#names.length)
      this.#names.push({ film: n, size: pieces.size })
      if (this.#names.length > this.#shared.length) this.#shared = new Uint16Array(2 * this.#shared.length)
    }
  }

  /**
   * The films that this one may be, the likeliest first; empty when it is new. Where both have an EIDR, or an ISAN, and they
   * differ, they are two films whatever else agrees.
   *
   * @example
   * new KnownFilms([{ id: 't1', ...marksOf(salt) }]).matches(marksOf(salt))[0] // { id: 't1', why: 'same-name', certain: true, alike: 100 }
   */
  matches(film: FilmMarks): FilmMatch[] {
    const kept = keptOf(film)
    const asked = { ...kept, names: kept.names.map(named), directors: kept.directors.map(named) }
    const candidates = this.#candidates(keysOf(kept), asked)
    const found: FilmMatch[] = []
    for (const n of candidates) {
      const other = this.#films[n]!
      const match = matchOf(asked, other)
      if (match !== null) found.push({ id: other.id, ...match })
    }
    const rank = (match: FilmMatch) => MATCH_REASONS.indexOf(match.why)
    return found.sort((a, b) => rank(a) - rank(b) || b.alike - a.alike || (a.id < b.id ? -1 : 1)).slice(0, MOST_MATCHES)
  }

  #candidates(keys: readonly string[], asked: Asked): Set<number> {
    const candidates = new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []))
    const years = [...this.#byPiece].flatMap(([year, films]) => (isOfItsTime(asked.year, year) ? [films] : []))
    for (const { pieces } of asked.names) {
      // Whatever is alike shares so many pieces that it has one of the rare ones: "the" and "of", which half the catalogue has, are not asked.
      const spared = sparedOf(pieces.size)
      const touched: number[] = []
      for (const { lists } of rarestFirst(pieces, years).slice(0, pieces.size - spared))
        for (const list of lists) for (const name of list) if (this.#shared[name]!++ === 0) touched.push(name)
      for (const name of touched) {
        const { film, size } = this.#names[name]!
        if (percent(this.#shared[name]! + spared, pieces.size, size) >= ALIKE.withDirector) candidates.add(film)
        this.#shared[name] = 0
      }
    }
    return candidates
  }
}

/**
 * How many pieces of a name need not be asked for. What is alike to a name of n pieces shares s of its own m with it, where
 * 200 s ≥ (ALIKE − ½)(n + m) and m ≥ s: s is at least the share below of n, so that all but one of so many may be left out.
 */
function sparedOf(pieces: number): number {
  const least = (ALIKE.withDirector - 0.5) / 200
  return Math.max(0, Math.ceil((pieces * least) / (1 - least) - 1e-9) - 1)
}

/** The pieces of a name with the names that have them, the rarest first. */
function rarestFirst(
  pieces: ReadonlySet<string>,
  years: readonly Map<string, number[]>[],
): { lists: number[][]; count: number }[] {
  const found: { lists: number[][]; count: number }[] = []
  for (const piece of pieces) {
    const lists: number[][] = []
    let count = 0
    for (const year of years) {
      const list = year.get(piece)
      if (list === undefined) continue
      lists.push(list)
      count += list.length
    }
    found.push({ lists, count })
  }
  return found.sort((a, b) => a.count - b.count)
}

/**
 * Pairs of films that may be one, the surest first.
 *
 * @example
 * twinsOf([{ id: 'a', ...marksOf(salt) }, { id: 'b', ...marksOf(salt) }]) // [{ a: 'a', b: 'b', why: 'same-name', … }]
 */
export function twinsOf(films: readonly ({ id: string } & FilmMarks)[]): (Omit<FilmMatch, 'id'> & { a: string; b: string })[] {
  const known = new KnownFilms()
  const pairs = films.flatMap((film) => {
    const matches = known.matches(film)
    known.add(film)
    return matches.map(({ id, ...match }) => ({ a: id, b: film.id, ...match }))
  })
  return pairs.sort((x, y) => Number(y.certain) - Number(x.certain) || y.alike - x.alike || (x.a + x.b < y.a + y.b ? -1 : 1))
}

/** A year is often that of the shooting in one list and of the release in another. */
const isOfItsTime = (a: number | null, b: number | null) => a === null || b === null || Math.abs(a - b) <= 1

function matchOf(a: Asked, b: Kept): Omit<FilmMatch, 'id'> | null {
  const agrees = (why: MatchReason) => a.keys[why] !== undefined && a.keys[why] === b.keys[why]
  const speaksAgainst = (why: MatchReason) =>
    a.keys[why] !== undefined && b.keys[why] !== undefined && a.keys[why] !== b.keys[why]
  for (const why of ['eidr', 'isan', 'imdb', 'wikidata', 'tmdb'] as const)
    if (agrees(why)) return { why, certain: true, alike: nearest(a.names, b.names) }
  if (speaksAgainst('eidr') || speaksAgainst('isan')) return null
  // A house's own reference is its own: another house may count the same way.
  if (agrees('reference')) {
    const alike = nearest(a.names, b.names)
    if (alike >= ALIKE.withDirector) return { why: 'reference', certain: true, alike }
  }
  if (!isOfItsTime(a.year, b.year)) return null
  const directors = a.directors.length === 0 || b.directors.length === 0 ? null : nearest(a.directors, b.directors)
  if (directors !== null && directors < ALIKE.director) return null
  const alike = nearest(a.names, b.names)
  if (alike < 100 && countedApart(a.names, b.names)) return null
  if (alike === 100 && a.year !== null && a.year === b.year && directors === 100)
    return { why: 'same-name', certain: true, alike }
  return alike >= (directors === null ? ALIKE.withoutDirector : ALIKE.withDirector)
    ? { why: 'alike', certain: false, alike }
    : null
}

/** "Rivers 1" and "Rivers 2" are two films, however alike they are spelt: both name a number, and not the same. */
function countedApart(a: readonly Name[], b: readonly string[]): boolean {
  const numbers = (names: readonly string[]) => new Set(names.flatMap((name) => name.match(/\d+/g)?.join(' ') ?? []))
  const mine = numbers(a.map(({ text }) => text))
  const theirs = numbers(b)
  return mine.size > 0 && theirs.size > 0 && ![...mine].some((number) => theirs.has(number))
}

function keptOf({ titles, year, directors, identifiers }: FilmMarks): Omit<Kept, 'id'> {
  const plain = (text: string | null | undefined) =>
    text === null || text === undefined || text === '' ? undefined : text.toLowerCase()
  const keys: Kept['keys'] = {
    eidr: eidrKey(identifiers.eidr) ?? undefined,
    isan: isanKey(identifiers.isan) ?? undefined,
    imdb: plain(identifiers.imdb),
    wikidata: plain(identifiers.wikidata),
    tmdb: plain(identifiers.tmdb),
    reference: plain(identifiers.reference),
  }
  const folded = (names: string[]) => [...new Set(names.slice(0, MOST_NAMES).map((name) => fold(name) || name))]
  // "Mirzoeva Gulya" is "Gulya Mirzoeva".
  const sorted = (name: string) => name.split(' ').sort().join(' ')
  return { names: folded(titles), year, directors: folded(directors).map(sorted), keys }
}

const keysOf = ({ keys, names }: Omit<Kept, 'id'>): string[] => [
  ...Object.entries(keys).flatMap(([why, key]) => (key === undefined ? [] : [`${why} ${key}`])),
  ...names.map((name) => `name ${name}`),
]

function put<K>(map: Map<K, number[]>, key: K, n: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [n])
  else if (list.at(-1) !== n) list.push(n)
}

/** A name with its pieces of three letters, the edges of the whole included: "  a", " ab" … */
function named(text: string): Name {
  const padded = `  ${text} `
  const pieces = new Set<string>()
  for (let i = 0; i + 3 <= padded.length; i++) pieces.add(padded.slice(i, i + 3))
  return { text, pieces }
}

/** How much the nearest two of these names share. */
function nearest(mine: readonly Name[], theirs: readonly string[]): number {
  let most = 0
  for (const name of mine) for (const other of theirs) most = Math.max(most, sharedBy(name, other))
  return most
}

function sharedBy(a: Name, text: string): number {
  if (a.text === text) return 100
  const b = named(text)
  let both = 0
  for (const piece of a.pieces) if (b.pieces.has(piece)) both += 1
  return percent(both, a.pieces.size, b.pieces.size)
}

const percent = (both: number, one: number, other: number): number => Math.round((200 * both) / (one + other))

/** How much two names share, in whole percent: 100 the same, 0 nothing. */
export const share = (a: string, b: string): number => sharedBy(named(a), b)
