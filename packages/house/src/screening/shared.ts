/** Whether a link is used by more people than it was made out for. It is noticed and told to the desk; nobody is shut out for it. */
import type { Audience, Shared } from '@vitrine/store/screening/screeners'

export interface Seen {
  deviceHash: string
  placeHash: string | null
  country: string | null
}

/** In milliseconds: what was seen within it was seen at once. */
export const SHARED_WITHIN = 3_600_000

/** So many devices, networks and countries within an hour are one person's on a journey; more are not. */
const MOST: Record<Audience, { devices: number; places: number; countries: number }> = {
  person: { devices: 2, places: 2, countries: 1 },
  company: { devices: 20, places: 8, countries: 3 },
  anybody: { devices: 100, places: 100, countries: 20 },
}

/**
 * What was seen of a link within the last hour, if it is too much for whom it was made out to.
 *
 * @example
 * seemsShared('person', [{ deviceHash: 'a', placeHash: 'x', country: 'FR' }, { deviceHash: 'b', placeHash: 'y', country: 'PL' }]) // { devices: 2, places: 2, countries: ['FR', 'PL'] }
 */
export function seemsShared(audience: Audience, seen: readonly Seen[]): Shared | null {
  const of = (texts: readonly (string | null)[]): string[] => [...new Set(texts.filter((text) => text !== null))].toSorted()
  const devices = of(seen.map(({ deviceHash }) => deviceHash)).length
  const places = of(seen.map(({ placeHash }) => placeHash)).length
  const countries = of(seen.map(({ country }) => country))
  const most = MOST[audience]
  return devices > most.devices || places > most.places || countries.length > most.countries
    ? { devices, places, countries }
    : null
}

/** What the trail says of it: how many, and not where, for the trail is never erased. */
export const sharedDetail = ({ devices, places, countries }: Shared): Record<keyof Shared, number> => ({ devices, places, countries: countries.length }) // prettier-ignore
