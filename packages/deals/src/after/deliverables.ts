/** What a signed sale obliges the house to hand over: what the offer names, and what the licence cannot be used without. */
import type { DeliverableKind, MaterialWanted, OfferTerms } from '../offer/offer.ts'
import { addDays, type DayText } from './days.ts'

export interface DeliverableWanted {
  readonly titleId: string
  readonly kind: DeliverableKind
  readonly detail: string | null
  readonly dueOn: DayText | null
}

/**
 * Everything that is due for an offer, film by film, each thing once. What the offer names stands first, in its order; a cut
 * and the language versions that the licence speaks of follow where it names none of them.
 *
 * @param signedOn the day from which days are counted
 * @example
 * deliverablesOf(terms, '2027-01-10').map(({ kind, dueOn }) => [kind, dueOn]) // [['cut', '2027-02-09'], ['stills', null]]
 */
export function deliverablesOf(terms: OfferTerms, signedOn: DayText): DeliverableWanted[] {
  const wanted = new Map<string, DeliverableWanted>()
  for (const line of terms.lines) {
    const before = beforeLicence(line.rights.boxes.map(({ from }) => from), signedOn) // prettier-ignore
    for (const { kind, detail, days } of [...line.materials, ...impliedBy(line)]) {
      const key = JSON.stringify([line.titleId, kind, detail])
      const dueOn = days === null ? before : addDays(signedOn, days)
      const known = wanted.get(key)
      if (known === undefined || (dueOn !== null && (known.dueOn === null || dueOn < known.dueOn)))
        wanted.set(key, { titleId: line.titleId, kind, detail, dueOn })
    }
  }
  return [...wanted.values()]
}

/** The day before the first on which a licence may be used; null when nothing says when that is, or it is past. */
function beforeLicence(from: readonly (DayText | null)[], signedOn: DayText): DayText | null {
  const first = from.filter((day) => day !== null).toSorted()[0]
  if (first === undefined) return null
  return first <= signedOn ? signedOn : addDays(first, -1)
}

function impliedBy({ materials, rights }: OfferTerms['lines'][number]): MaterialWanted[] {
  const has = (...kinds: DeliverableKind[]) => materials.some(({ kind }) => kinds.includes(kind))
  const cuts = [...new Set(rights.boxes.flatMap((box) => box.cuts ?? []))]
  const languages = [...new Set(rights.boxes.flatMap((box) => box.languages).filter((language) => !language.startsWith('all')))]
  return [
    ...(has('cut') ? [] : cuts.length === 0 ? [null] : cuts).map((detail) => ({ kind: 'cut' as const, detail, days: null })),
    ...(has('language-version', 'subtitles') ? [] : languages).map((detail) => ({ kind: 'language-version' as const, detail, days: null })), // prettier-ignore
  ]
}
