import type { EntryTerms, TermBox } from '@vitrine/rights/book/entry'
import { type OfferTerms, priceOf } from './offer.ts'

/** One thing that two versions of an offer say differently. `null`: the version does not have it. */
export interface OfferChange {
  /** `price`, `payments`, `expires`…; of a film `rights`, `price`, `runs`, `holdbacks`, `materials`, or `film` when only one has it. */
  readonly field: 'price' | 'package' | 'currency' | 'payments' | 'expires' | 'withholding' | 'note' | 'film' | 'film-price' | 'exclusivity' | 'boxes' | 'runs' | 'event' | 'holdbacks' | 'materials' // prettier-ignore
  readonly titleId: string | null
  readonly before: unknown
  readonly after: unknown
}

/**
 * What changed between two versions of an offer, film by film, in the order in which an offer is read. Two versions that say
 * the same have none.
 *
 * @example
 * compareOffers(ours, theirs).map(({ field }) => field) // ['price', 'film-price', 'exclusivity']
 */
export function compareOffers(before: OfferTerms, after: OfferTerms): OfferChange[] {
  const whole = [
    change('currency', before.currency, after.currency),
    change('price', priceOf(before), priceOf(after)),
    change('package', before.package, after.package),
    change('payments', before.payments, after.payments),
    change('expires', before.expires, after.expires),
    change('withholding', before.withholding, after.withholding),
    change('note', before.note, after.note),
  ]
  const films = keysOf(before, after).flatMap(([titleId, nth]) => {
    const one = lineOf(before, titleId, nth)
    const other = lineOf(after, titleId, nth)
    if (one === null || other === null) return [change('film', one?.title ?? null, other?.title ?? null, titleId)]
    return [
      change('film-price', one.minor, other.minor, titleId),
      change('exclusivity', one.rights.exclusive, other.rights.exclusive, titleId),
      change('boxes', meant(one.rights.boxes), meant(other.rights.boxes), titleId),
      change('runs', one.rights.runs, other.rights.runs, titleId),
      change('event', one.rights.event, other.rights.event, titleId),
      change('holdbacks', meant(one.rights.imposes), meant(other.rights.imposes), titleId),
      change('materials', one.materials, other.materials, titleId),
    ]
  })
  return [...whole, ...films].filter((each) => each !== null)
}

/** Boxes by what they mean, not by how a territory was worded. */
const meant = (boxes: EntryTerms['boxes']): Omit<TermBox, 'territory'>[] => boxes.map(({ territory: _wording, ...box }) => box)

function change(field: OfferChange['field'], before: unknown, after: unknown, titleId: string | null = null): OfferChange | null {
  return JSON.stringify(before) === JSON.stringify(after) ? null : { field, titleId, before, after }
}

/** A film may stand in an offer more than once, with other rights: the first is compared with the first. */
function keysOf(...versions: readonly OfferTerms[]): [titleId: string, nth: number][] {
  const keys = new Map<string, [string, number]>()
  for (const { lines } of versions) {
    const seen = new Map<string, number>()
    for (const { titleId } of lines) {
      const nth = seen.get(titleId) ?? 0
      seen.set(titleId, nth + 1)
      keys.set(`${titleId} ${nth}`, [titleId, nth])
    }
  }
  return [...keys.values()]
}

const lineOf = ({ lines }: OfferTerms, titleId: string, nth: number) =>
  lines.filter((line) => line.titleId === titleId)[nth] ?? null
