/** Cities that are certainly cities: those after which the time zones are named. */
import { phraseKey } from './phrases.ts'

let cities: Set<string> | null = null

/**
 * Whether a name is that of a city known to the time zone database. A name that is not may be one all the same.
 *
 * @example
 * isCity('Amsterdam') // true
 */
export function isCity(name: string): boolean {
  cities ??= new Set(Intl.supportedValuesOf('timeZone').map((zone) => phraseKey(zone.slice(zone.lastIndexOf('/') + 1))))
  return cities.has(phraseKey(name))
}
