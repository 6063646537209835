/**
 * A selection as MEC's ReleaseHistory: the festival is the organisation, the year the date, and what MEC has no element for
 * (city, section, award, premiere) stands in the description as lines that people and programs can read.
 */
import { PREMIERES, type FestivalEntry } from '@vitrine/catalogue'
import { child, textAt } from '../xml/look.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { element, textElement, type Element } from '../xml/write-xml.ts'
import type { MecVersion } from './carries.ts'
import { isMecCountry } from './regions.ts'

/** Festivals are among the controlled words of releases since Common Metadata 2.7. */
export const hasFestivals = (version: MecVersion): boolean => version !== '2.6'

const LINES = ['city', 'section', 'award', 'premiere'] as const
const label = (key: string): string => `${key[0]!.toUpperCase()}${key.slice(1)}: `

/** Null where the year is not known: MEC dates every release. */
export function writeFestival(entry: FestivalEntry): Element | null {
  if (entry.year === null) return null
  const said = LINES.flatMap((key) => (entry[key] === null ? [] : `${label(key)}${entry[key].replace(/\s+/g, ' ')}`))
  return element(
    'md:ReleaseHistory',
    {},
    element('md:ReleaseType', {}, 'Festival'),
    isMecCountry(entry.country) ? element('md:DistrTerritory', {}, element('md:country', {}, entry.country)) : null,
    element('md:Date', {}, String(entry.year)),
    textElement('md:Description', said.join('\n')),
    element('md:ReleaseOrg', { role: 'festival' }, element('md:DisplayName', {}, entry.festival)),
  )
}

/** Null where no festival has a name. */
export function readFestival(release: XmlElement): FestivalEntry | null {
  const entry: FestivalEntry = {
    festival: textAt(release, 'ReleaseOrg', 'DisplayName') ?? '',
    year: Number(/^\d{4}/.exec(textAt(release, 'Date') ?? '')?.[0] ?? 0) || null,
    city: null,
    country: textAt(release, 'DistrTerritory', 'country'),
    section: null,
    award: null,
    premiere: null,
  }
  const free: string[] = []
  for (const line of (textAt(release, 'Description') ?? '').split('\n')) {
    const key = LINES.find((one) => line.startsWith(label(one)))
    const value = key === undefined ? line.trim() : line.slice(label(key).length).trim()
    if (key === undefined) free.push(value)
    else if (key !== 'premiere') entry[key] = value
    else entry.premiere = PREMIERES.find((one) => one === value) ?? null
  }
  const said = free.filter((line) => line !== '').join(', ')
  if (entry.festival === '') entry.festival = said
  else if (said !== '' && entry.section === null) entry.section = said
  return entry.festival === '' ? null : entry
}

export const isFestival = (release: XmlElement): boolean => child(release, 'ReleaseType')?.text.toLowerCase() === 'festival'
