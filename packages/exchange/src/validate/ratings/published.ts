/** MovieLabs' list of rating systems (Common Metadata Ratings), read where it is at hand. */
import { children, everyElement, textAt } from '../../xml/look.ts'
import { readXml, type XmlElement } from '../../xml/read-xml.ts'
import type { RatingSystem, RatingSystems } from './rating-system.ts'

/** Null when this is not that list. */
export function readRatingSystems(bytes: Uint8Array): RatingSystems | null {
  const { root } = readXml(bytes)
  if (root?.name !== 'RatingSystemSet') return null
  const systems = new Map<string, RatingSystem[]>()
  for (const one of children(root, 'RatingSystem')) {
    const name = textAt(one, 'RatingSystemID', 'System')
    if (name !== null) systems.set(name, [...(systems.get(name) ?? []), system(one)])
  }
  return systems.size === 0 ? null : { of: (name) => systems.get(name) ?? [], complete: true }
}

function system(one: XmlElement): RatingSystem {
  const regions = children(one, 'AdoptiveRegion').flatMap((region) => [
    textAt(region, 'country'),
    textAt(region, 'countryRegion'),
  ])
  const ratings = children(one, 'Rating')
  const id = (rating: XmlElement) => rating.attributes['ratingID'] ?? ''
  const reasons = [...everyElement(one)]
    .filter(({ name }) => name === 'RatingReason')
    .map((reason) => reason.attributes['reasonID'] ?? '')
  return {
    regions: new Set(regions.filter((region) => region !== null)),
    ratings: new Set(ratings.map(id)),
    former: new Set(ratings.filter((rating) => textAt(rating, 'Deprecated') === 'true').map(id)),
    reasons: reasons.length === 0 ? null : new Set(reasons),
  }
}
