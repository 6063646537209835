/**
 * The writer's own notation for a festival entry, which says what each part is:
 * `FIPADOC 2021 (Biarritz, France) – Section: Panorama – Prize: Best Film, ex aequo – World premiere`.
 */
import type { FestivalEntry, Premiere } from '../model/title-sheet.ts'
import { readOneCountry } from './countries.ts'
import { plain } from './source.ts'

const CITY = 'City|Ville|Stadt|Ciudad|Città|Cidade'
const SECTION = 'Section|Sektion|Sección|Sezione|Secção'
const PRIZE = 'Prize|Award|Prix|Preis|Premio|Prémio'
const PART = new RegExp(`\\s–\\s(?=(?:${CITY}|${SECTION}|${PRIZE})\\s?:\\s|[^–]{3,40}$)`)
const LABELLED = new RegExp(`^(?:(?<city>${CITY})|(?<section>${SECTION})|(?<prize>${PRIZE}))\\s?:\\s+(?<value>\\S.*)$`)
const HEAD = /^(\P{Pd}[^–—:@"“”()]*?)(?:\s((?:18|19|20|21)\d\d))?(?:\s\(([^()]+)\))?$/u

/** The entry of a line in this notation; null for every line that is not wholly and certainly so. */
export function readWrittenFestival(text: string, premiereOf: (words: string) => Premiere | null): FestivalEntry | null {
  const tidy = plain(text)
  // without a part behind a dash, only a bracket makes a line certain
  if (!tidy.includes('–') && !tidy.includes('(')) return null
  const parts = tidy.includes('–') ? tidy.split(PART) : [tidy]
  const head = HEAD.exec(parts[0]!)
  if (!head) return null
  const entry: FestivalEntry = {
    festival: head[1]!,
    year: head[2] === undefined ? null : Number(head[2]),
    city: null,
    country: null,
    section: null,
    award: null,
    premiere: null,
  }
  let sure = false
  for (const part of parts.slice(1)) {
    const labelled = LABELLED.exec(part)?.groups
    const premiere = labelled ? null : premiereOf(part)
    if (labelled?.['city'] && entry.city === null) entry.city = labelled['value']!
    else if (labelled?.['section'] && entry.section === null) entry.section = labelled['value']!
    else if (labelled?.['prize'] && entry.award === null) entry.award = labelled['value']!
    else if (premiere !== null && part === parts.at(-1)) entry.premiere = premiere
    else return null
    sure ||= labelled !== undefined
  }
  const place = head[3]?.split(', ') ?? []
  const country = place.length === 0 ? null : readOneCountry({ text: place.at(-1)!, start: 0 })
  if (place.length > 2 || (place.length === 2 && country === null)) return null
  // `Fest 2021 (City, Country)` is as certain, a premiere behind a country, a country with a dash in its name; anything less is left to the reading of every other notation
  sure ||=
    (place.length === 2 || (country !== null && (entry.premiere !== null || place[0]!.includes(' - ')))) &&
    !entry.festival.includes(',')
  if (!sure) return null
  entry.country = country
  if (place.length === 2 || (place.length === 1 && country === null)) entry.city ??= place[0]!
  return entry
}
