/** A festival in lines that people and programs can read, for formats that have one place for all of it. */
import { PREMIERES, type FestivalEntry } from '@vitrine/catalogue'
import { yearOf } from './film-in.ts'
import { countryIn } from './words-in.ts'

const LINES = ['year', 'city', 'country', 'section', 'award', 'premiere'] as const
const label = (key: string): string => `${key[0]!.toUpperCase()}${key.slice(1)}: `

/** @example festivalLines(entry) // 'Year: 2021\nAward: Golden Dune' */
export const festivalLines = (entry: FestivalEntry): string =>
  LINES.flatMap((key) => (entry[key] === null ? [] : `${label(key)}${String(entry[key]).replace(/\s+/g, ' ')}`)).join('\n')

/** The entry of a festival by its lines; what is none of them is taken for the section. */
export function festivalFrom(festival: string, lines: string): FestivalEntry {
  const said = new Map<string, string>()
  const free: string[] = []
  for (const line of lines.split('\n')) {
    const key = LINES.find((one) => line.startsWith(label(one)))
    if (key !== undefined) said.set(key, line.slice(label(key).length).trim())
    else if (line.trim() !== '') free.push(line.trim())
  }
  const of = (key: string) => said.get(key) ?? null
  return {
    festival,
    year: yearOf(of('year')),
    city: of('city'),
    country: countryIn(of('country')),
    section: of('section') ?? (free.length === 0 ? null : free.join(', ')),
    award: of('award'),
    premiere: PREMIERES.find((one) => one === of('premiere')) ?? null,
  }
}
