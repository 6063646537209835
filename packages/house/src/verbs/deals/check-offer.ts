import { faultsOfOffer } from '@vitrine/deals/offer/faults-of-offer'
import { paymentsOf, priceOf } from '@vitrine/deals/offer/offer'
import { licenceOf } from '@vitrine/deals/offer/rights-of-offer'
import { offerFault } from '@vitrine/messages/deals'
import { wouldBe } from '@vitrine/rights/check/would-be'
import { writeDay } from '@vitrine/rights/days/day'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferCheck } from '../../contract/deals.ts'
import { liveOptions } from '../../deals/hold-rights.ts'
import { reachDeal } from '../../deals/reach-deal.ts'
import { readOffer } from '../../deals/read-offer.ts'
import { dealReference } from '../../deals/step-deal.ts'
import { judge, toObjectionViews } from '../../rights/hold-book.ts'
import { termsInWords } from '../../rights/in-words.ts'
import { todayOf } from '../../rights/today.ts'
import { NOT_YET } from '../rights/check-rights.ts'

const WORST = ['clear', 'warning', 'refused'] as const

/** What stands in the way of an offer that is being written: in its sums, and line by line in the rights book. Writes nothing. */
export async function checkOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['checkOffer']>[1],
): Promise<OfferCheck> {
  const { reader } = args
  const deal = await reachDeal(house, house.db, actor, 'checkOffer', args.dealId)
  const terms = await readOffer(house, house.db, args.terms)
  const own = await liveOptions(house, { trx: house.db }, deal.id)
  const lines = await Promise.all(
    terms.lines.map(async (line) => {
      const licence = licenceOf(line, { party: deal.companyName, contract: dealReference(deal) })
      const { verdict } = await judge(house, house.db, line.titleId, wouldBe(NOT_YET, licence, own))
      const objections = await toObjectionViews(house, house.db, verdict.objections, reader)
      return { titleId: line.titleId, title: line.title, text: termsInWords(line.rights, reader), verdict: verdict.verdict, objections } // prettier-ignore
    }),
  )
  const payments = terms.payments.every(({ share }) => share === 0) ? terms.payments.map(() => 0) : paymentsOf(terms)
  return {
    verdict: WORST[Math.max(0, ...lines.map(({ verdict }) => WORST.indexOf(verdict)))]!,
    terms,
    totalMinor: priceOf(terms),
    shares: terms.lines.map(({ minor }) => minor),
    payments,
    faults: faultsOfOffer(terms, writeDay(todayOf(house))!).map((fault) => ({
      path: fault.path,
      code: fault.code,
      missing: fault.missing ?? null,
      text: offerFault(fault, terms.currency, reader),
    })),
    lines,
  }
}
