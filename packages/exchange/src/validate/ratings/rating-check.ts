/** Ratings: a system that exists, a rating that it has, in a country that uses it, for a reason that it names. */
import { child, children, textAt } from '../../xml/look.ts'
import { addCheck, type Checks } from '../structure/rule-check.ts'
import { placeOf, type Above } from '../place.ts'
import { textIn } from '../text-in.ts'
import type { Findings } from '../validation.ts'
import { ANYWHERE, type RatingSystem, type RatingSystems } from './rating-system.ts'

/** @param systems asked for when the first rating is met: the published list takes a moment to read */
export function addRatings(checks: Checks, systems: () => RatingSystems): void {
  addCheck(checks, 'Rating', (above, findings) => {
    const rating = above.at(-1)!
    const where = child(rating, 'System')
    const name = where === null ? null : textIn(where)
    if (name === null) return // the schema's matter
    if (name === '') return findings.add('error', 'rating/no-system', placeOf([...above, where!]))
    if (name.startsWith('Custom:')) return
    const all = systems()
    const known = all.of(name)
    if (known.length === 0) {
      const value = { system: name }
      if (all.complete) findings.add('error', 'rating/system', placeOf([...above, where!]), value)
      else findings.add('notice', 'rating/not-checked', placeOf([...above, where!]), value)
      return
    }
    const region = child(rating, 'Region')
    const country = region === null ? null : (textAt(region, 'country') ?? textAt(region, 'countryRegion'))
    const here = known.filter(({ regions }) => country !== null && regions.has(country))
    const candidates = here.length > 0 ? here : known
    value(name, candidates, all.complete || here.length > 0, above, findings)
    // A country that is none has been told of; a system of which we know one of many is not judged by its countries.
    if (country !== null && here.length === 0 && (all.complete || name !== 'Film') && /^[A-Z]{2}(?:-|$)/.test(country))
      findings.add('warning', 'rating/region', placeOf([...above, region!]), { system: name, region: country })
  })
}

function value(name: string, systems: readonly RatingSystem[], sure: boolean, above: Above, findings: Findings): void {
  const rating = above.at(-1)!
  const where = child(rating, 'Value')
  const said = where === null ? '' : textIn(where)
  if (where !== null && said !== '' && !ANYWHERE.has(said)) {
    const values = () => ({ system: name, value: said, ratings: [...systems[0]!.ratings].filter((one) => !systems[0]!.former.has(one)).slice(0, 12).join(', ') }) // prettier-ignore
    if (!systems.some(({ ratings }) => ratings.has(said))) {
      if (sure || name !== 'Film') findings.add('error', 'rating/value', placeOf([...above, where]), values())
    } else if (systems.every(({ former }) => former.has(said)))
      findings.add('warning', 'rating/former', placeOf([...above, where]), values())
  }
  for (const reason of children(rating, 'Reason')) {
    if (systems.every(({ reasons }) => reasons !== null && !reasons.has(textIn(reason))))
      findings.add('error', 'rating/reason', placeOf([...above, reason]), { system: name, reason: textIn(reason) })
  }
}
