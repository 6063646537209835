import { deliverablesOf } from '@vitrine/deals/after/deliverables'
import type { OfferTerms } from '@vitrine/deals/offer/offer'
import type { EntryTerms } from '@vitrine/rights/book/entry'
import type { AmendedLicence } from '@vitrine/store/after/amendments'
import { deliverablesOfDeal } from '@vitrine/store/after/deliverables'
import type { HouseContext } from '../context.ts'
import type { Writing } from '../write.ts'
import { putWanted } from './lay-out-deliverables.ts'

/** A cut or a language version that a licence speaks of since it was amended is to be delivered too: at once where it runs. */
export async function wantMore(
  house: HouseContext,
  writing: Writing,
  dealId: string,
  amended: readonly AmendedLicence[],
): Promise<void> {
  const known = new Set((await deliverablesOfDeal(writing.trx, house.houseId, dealId)).map(keyOf))
  const today = writing.at.slice(0, 10)
  const wanted = amended.flatMap((licence) => {
    const before = impliedBy(licence, licence.before, today).map(keyOf)
    return impliedBy(licence, licence.after, today).filter((each) => !before.includes(keyOf(each)) && !known.has(keyOf(each)))
  })
  // two licences of one film want the same thing once
  await putWanted(house, writing, dealId, [...new Map(wanted.map((each) => [keyOf(each), each])).values()])
}

const keyOf = ({ titleId, kind, detail }: { titleId: string | null; kind: string; detail: string | null }): string =>
  JSON.stringify([titleId, kind, detail])
function impliedBy({ titleId, title }: AmendedLicence, rights: EntryTerms, today: string) {
  const terms: OfferTerms = { currency: 'EUR', package: null, payments: [], expires: null, withholding: 0, note: null, lines: [{ titleId, title, minor: 0, materials: [], rights }] } // prettier-ignore
  return deliverablesOf(terms, today)
}
