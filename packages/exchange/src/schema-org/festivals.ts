/** Showings at festivals (`releasedEvent`) and prizes (`award`), put together into entries. */
import type { FestivalEntry } from '@vitrine/catalogue'
import { distinct, type Doubts, yearOf } from '../formats/film-in.ts'
import { countryIn, premiereIn } from '../formats/words-in.ts'
import type { Graph } from '../json-ld/graph.ts'

/** No film has more of either; a file that says so is not searched award by event. */
const MOST = 1000
const LONGEST = 500

export function festivalsOf(graph: Graph, film: unknown, said: Doubts): FestivalEntry[] {
  const events = graph.values(film, 'releasedEvent').slice(0, MOST)
  const entries = events.flatMap((event) => showing(graph, event) ?? [])
  for (const award of graph.texts(film, 'award').slice(0, MOST)) {
    const at = entries.find((entry) => entry.award === null && award.endsWith(`, ${placeOf(entry)}`))
    if (at !== undefined) at.award = award.slice(0, -placeOf(at).length - 2)
    else {
      // "Golden Dune, Sand Days 2021": the festival is what ends in a year
      const [, prize, festival, year] = award.length > LONGEST ? [] : (/^(.+?), ([^,]+?) (\d{4})$/.exec(award) ?? [])
      if (prize === undefined) said.notice('award', { award })
      else entries.push({ ...nowhere(festival!), year: yearOf(year!), award: prize })
    }
  }
  return distinct(entries)
}

const placeOf = ({ festival, year }: FestivalEntry): string => (year === null ? festival : `${festival} ${year}`)
const nowhere = (festival: string): FestivalEntry => ({
  festival,
  year: null,
  city: null,
  country: null,
  section: null,
  award: null,
  premiere: null,
})

/** Null for a release that is none of a festival. A page of ours names it as "Sand Days – World premiere". */
function showing(graph: Graph, event: unknown): FestivalEntry | null {
  const [above] = graph.values(event, 'superEvent')
  const name = graph.nameOf(event)
  const [place] = graph.values(event, 'location')
  const [post] = graph.values(place, 'address')
  const found: FestivalEntry = {
    ...nowhere(''),
    year: yearOf(graph.first(event, 'startDate')),
    city: graph.nameOf(place),
    country: countryIn(graph.first(post, 'addressCountry')),
  }
  if (above !== undefined && graph.text(above) !== null)
    return {
      ...found,
      festival: graph.text(above)!,
      section: name,
      premiere: premiereIn(graph.first(event, 'description') ?? ''),
    }
  const [, festival, premiere] = /^(.+) – (.+)$/s.exec(name ?? '') ?? []
  if (festival !== undefined && premiereIn(premiere!) !== null) return { ...found, festival, premiere: premiereIn(premiere!) }
  return name !== null && graph.typesOf(event).includes('Festival') ? { ...found, festival: name } : null
}
