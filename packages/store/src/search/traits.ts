/** What a buyer's taste is held against, of every film that is shown: from the catalogue's copy in memory. */
import type { Asker } from '../asker.ts'
import { type CatalogueCopy, STATUSES } from './catalogue-copy.ts'
import { FACETS } from './facets-of-sheet.ts'
import { follow } from './follow.ts'

export interface TraitsOfFilm {
  ord: number
  id: string
  genres: string[]
  themes: string[]
  slots: string[]
  languages: string[]
  year: number | null
}

const [THEME, SLOT, VERSION, GENRE] = (['theme', 'slot', 'version', 'genre'] as const).map((facet) => FACETS.indexOf(facet))
const PUBLISHED = STATUSES.indexOf('published')

/** What was told last of a copy, and as of which change: until the next one it is told again. */
const told = new WeakMap<CatalogueCopy, { asOf: number; films: readonly TraitsOfFilm[] }>()

/** The traits of every published film of a house, by its number. They are one and the same until the house changes: nobody writes in them. */
export async function traitsOfFilms(db: Asker, houseId: string): Promise<readonly TraitsOfFilm[]> {
  const { copy, asOf } = await follow(db, houseId)
  const known = told.get(copy)
  if (known?.asOf === asOf) return known.films
  const films = readTraits(copy)
  told.set(copy, { asOf, films })
  return films
}

function readTraits(copy: CatalogueCopy): TraitsOfFilm[] {
  const films: TraitsOfFilm[] = []
  for (let ord = 0; ord < copy.size; ord++) {
    if (copy.status[ord] !== PUBLISHED) continue
    const film: TraitsOfFilm = { ord, id: copy.ids[ord]!, genres: [], themes: [], slots: [], languages: [], year: copy.year[ord] || null } // prettier-ignore
    const first = copy.first[ord]! + copy.tail[ord]!
    for (let at = first; at < copy.first[ord]! + copy.count[ord]!; at++) {
      const code = copy.pool[at]!
      const facet = copy.facetOf[code]
      if (facet === THEME) film.themes.push(copy.values[code]!)
      else if (facet === SLOT) film.slots.push(copy.values[code]!)
      else if (facet === VERSION) film.languages.push(copy.values[code]!)
      else if (facet === GENRE) film.genres.push(copy.values[code]!)
    }
    films.push(film)
  }
  return films
}

/** What the films that are shown are about, all of them together. Nothing is made for a film that nobody asks about. */
export interface SubjectsOfFilms {
  /** How many films are shown. */
  readonly size: number
  /** In how many of them each theme and genre stands. */
  readonly counts: ReadonlyMap<string, number>
  get(id: string): Pick<TraitsOfFilm, 'genres' | 'themes'> | undefined
  /** The films that have one of these themes or genres. */
  about(subjects: readonly string[]): string[]
}

/** The themes and genres of every published film of a house, read where they lie in the catalogue's copy. */
export async function subjectsOfFilms(db: Asker, houseId: string): Promise<SubjectsOfFilms> {
  const { copy } = await follow(db, houseId)
  const isSubject = (code: number): boolean => copy.facetOf[code] === THEME || copy.facetOf[code] === GENRE
  const films: number[] = []
  const counted = new Int32Array(copy.values.length)
  for (let ord = 0; ord < copy.size; ord++) {
    if (copy.status[ord] !== PUBLISHED) continue
    films.push(ord)
    for (let at = copy.first[ord]! + copy.tail[ord]!; at < copy.first[ord]! + copy.count[ord]!; at++) counted[copy.pool[at]!]!++
  }
  const counts = new Map<string, number>()
  for (const [code, count] of counted.entries())
    if (count > 0 && isSubject(code)) counts.set(copy.values[code]!, (counts.get(copy.values[code]!) ?? 0) + count)
  let ords: Map<string, number> | null = null
  return {
    size: films.length,
    counts,
    get(id) {
      ords ??= new Map(films.map((ord) => [copy.ids[ord]!, ord]))
      const ord = ords.get(id)
      if (ord === undefined) return undefined
      const codes = [...copy.pool.subarray(copy.first[ord]! + copy.tail[ord]!, copy.first[ord]! + copy.count[ord]!)]
      const of = (facet: number | undefined) =>
        codes.filter((code) => copy.facetOf[code] === facet).map((code) => copy.values[code]!)
      return { themes: of(THEME), genres: of(GENRE) }
    },
    about(subjects) {
      const wanted = Uint8Array.from(copy.values, (value, code) => Number(isSubject(code) && subjects.includes(value)))
      const has = (ord: number): boolean => {
        for (let at = copy.first[ord]! + copy.tail[ord]!; at < copy.first[ord]! + copy.count[ord]!; at++) if (wanted[copy.pool[at]!] === 1) return true // prettier-ignore
        return false
      }
      return films.filter(has).map((ord) => copy.ids[ord]!)
    },
  }
}
