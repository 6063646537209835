/** What a buyer's taste is held against, of every film that is shown: from the catalogue's copy in memory. */
import type { Asker } from '../asker.ts'
import { STATUSES } from './catalogue-copy.ts'
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

/** The traits of every published film of a house, by its number. */
export async function traitsOfFilms(db: Asker, houseId: string): Promise<TraitsOfFilm[]> {
  const { copy } = await follow(db, houseId)
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
