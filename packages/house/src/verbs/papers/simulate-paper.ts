import { licenceOf } from '@vitrine/deals/offer/rights-of-offer'
import { writeTerms } from '@vitrine/rights/book/write-terms'
import { findDeal } from '@vitrine/store/deals/deals'
import { findOffer } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperSimulation, PaperVerbs } from '../../contract/papers.ts'
import { optionsHeld } from '../../deals/hold-rights.ts'
import { dealReference } from '../../deals/step-deal.ts'
import { reachPaper } from '../../papers/reach-paper.ts'
import { simulateRights } from '../rights/simulate-rights.ts'

/** What a paper would take off the shelf if it were signed now, film by film; the deal's own options stand in nobody's way. */
export async function simulatePaper(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['simulatePaper']>[1],
): Promise<PaperSimulation> {
  const paper = await reachPaper(house, house.db, actor, 'simulatePaper', args.id)
  const deal = (await findDeal(house.db, house.houseId, paper.dealId))!
  const offer = (await findOffer(house.db, house.houseId, paper.offerId))!
  const signed = deal.state === 'signed' || deal.state === 'completed' || deal.state === 'terminated'
  if (signed) return { films: [], staleLists: 0, verdict: 'clear' } // it stands in the book already
  const replaces = (await optionsHeld(house, house.db, deal.id)).map(({ id }) => id)
  const films: PaperSimulation['films'] = []
  for (const line of offer.terms.lines) {
    const terms = licenceOf(line, { party: deal.companyName, contract: dealReference(deal) })
    const simulation = await simulateRights(house, actor, { titleId: line.titleId, entry: writeTerms(terms), replaces, locale: args.locale }) // prettier-ignore
    films.push({ titleId: line.titleId, title: line.title, simulation })
  }
  const verdicts = films.map(({ simulation }) => simulation.check.verdict)
  return {
    films,
    staleLists: new Set(films.flatMap(({ simulation }) => simulation.staleLists.map(({ id }) => id))).size,
    verdict: verdicts.includes('refused') ? 'refused' : verdicts.includes('warning') ? 'warning' : 'clear',
  }
}
