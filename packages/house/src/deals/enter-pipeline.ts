/** The demonstration house's requests and sales, each taken as far as it is said to have come. */
import { minorDigits } from '@vitrine/ledger/money/currency'
import { addMonths, writeDay } from '@vitrine/rights/days/day'
import { listAllCompanies } from '@vitrine/store/contacts/companies'
import { findDeal } from '@vitrine/store/deals/deals'
import { countDealRows } from '@vitrine/store/deals/list-deals'
import { findOffer } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../context.ts'
import type { Actor, Demonstration, DemonstrationDeal, DemonstrationRequest } from '../contract.ts'
import type { OfferInput } from '../contract-deals.ts'
import { todayOf } from '../rights/today.ts'
import { acceptOffer } from '../verbs/deals/accept-offer.ts'
import { changeDeal } from '../verbs/deals/change-deal.ts'
import { draftOffer } from '../verbs/deals/draft-offer.ts'
import { loseDeal } from '../verbs/deals/lose-deal.ts'
import { openDeal } from '../verbs/deals/open-deal.ts'
import { sendOffer } from '../verbs/deals/send-offer.ts'
import { sendRequest } from '../verbs/requests/send-request.ts'
import { write } from '../write.ts'
import { signSale } from './sign-sale.ts'

/** Once: a house that has a deal already is somebody's. Deals are with companies, not with people, so no letter goes out. */
export async function enterPipeline(
  house: HouseContext,
  actor: Actor,
  { requests = [], deals = [] }: Demonstration,
  films: ReadonlyMap<string, string>,
): Promise<void> {
  if ((await countDealRows(house.db, house.houseId, { words: [], number: null })) > 0) return
  const companies = new Map((await listAllCompanies(house.db, house.houseId)).map(({ name, id }) => [name, id]))
  const start = todayOf(house) + 30
  const wished = ({ months, ...wishes }: NonNullable<DemonstrationRequest['wishes']>) => ({ ...wishes, from: writeDay(start)!, to: writeDay(addMonths(start, months) - 1) }) // prettier-ignore
  for (const { films: slugs, person, wishes, kind, message } of requests)
    await sendRequest(house, actor, { kind, titleIds: slugs.flatMap((slug) => films.get(slug) ?? []), wishes: wishes === null ? null : wished(wishes), ...person, message, locale: 'en' }) // prettier-ignore
  for (const deal of deals) {
    const companyId = companies.get(deal.company)
    if (companyId !== undefined) await enterDeal(house, actor, deal, companyId, films)
  }
}

const reader = 'en'

async function enterDeal(
  house: HouseContext,
  actor: Actor,
  deal: DemonstrationDeal,
  companyId: string,
  films: ReadonlyMap<string, string>,
): Promise<void> {
  const terms = termsOf(house, deal, films)
  const expectedMinor = terms.lines.reduce((sum, { minor }) => sum + minor, 0)
  const { id, revision } = await openDeal(house, actor, { deal: { companyId, currency: deal.currency, expectedMinor, titleIds: terms.lines.map(({ titleId }) => titleId) }, reader }) // prettier-ignore
  if (deal.likelihood !== null) await changeDeal(house, actor, { id, revision, change: { likelihood: deal.likelihood }, reader })
  if (deal.state === 'open') return
  const draft = await draftOffer(house, actor, { dealId: id, terms, reader })
  if (deal.state === 'drafted') return
  const offer = await sendOffer(house, actor, { id: draft.id, revision: draft.revision, reader })
  if (deal.state === 'offered') return
  if (deal.state === 'lost') {
    const { revision: now } = (await findDeal(house.db, house.houseId, id))!
    await loseDeal(house, actor, { id, revision: now, reason: 'price', reader })
    return
  }
  await acceptOffer(house, actor, { id: offer.id, reader })
  if (deal.state === 'signed') await sign(house, actor, id, offer.id)
}

async function sign(house: HouseContext, actor: Actor, dealId: string, offerId: string): Promise<void> {
  await write(house, actor, async (writing) => {
    const deal = (await findDeal(writing.trx, house.houseId, dealId))!
    const offer = (await findOffer(writing.trx, house.houseId, offerId))!
    await signSale(house, writing, actor, { deal, offer, day: writing.at.slice(0, 10), locale: reader })
  })
}

const HALF = 5_000 // hundredths of a percent

function termsOf(house: HouseContext, deal: DemonstrationDeal, films: ReadonlyMap<string, string>): OfferInput {
  const today = todayOf(house)
  const unit = 10 ** minorDigits(deal.currency)
  const lines = deal.lines.map(({ film, territory, media, exclusive, runs, fromInDays, months, price }) => ({
    titleId: films.get(film) ?? '',
    rights: { kind: 'licence', exclusive, territory, media, from: writeDay(today + fromInDays), to: writeDay(addMonths(today + fromInDays, months) - 1), ...(runs === null ? {} : { runs }) }, // prettier-ignore
    minor: price * unit,
    materials: [
      { kind: 'cut' as const, detail: 'ProRes 422 HQ', days: 30 },
      { kind: 'stills' as const, detail: null, days: 30 },
    ],
  }))
  return {
    currency: deal.currency,
    lines,
    package: deal.package ? { minor: lines.reduce((sum, { minor }) => sum + minor, 0) } : null,
    payments: [
      { share: HALF, event: 'signature', days: 30, day: null },
      { share: HALF, event: 'delivery', days: 30, day: null },
    ],
    expires: writeDay(today + deal.standsDays),
  }
}
