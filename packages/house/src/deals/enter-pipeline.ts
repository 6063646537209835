/** The demonstration house's requests and sales, each taken as far as it is said to have come, on the days on which it came there. */
import { minorDigits } from '@vitrine/ledger/money/currency'
import { addMonths, writeDay } from '@vitrine/rights/days/day'
import { deliverablesOfDeal } from '@vitrine/store/after/deliverables'
import { instalmentsOfDeal } from '@vitrine/store/after/instalments'
import { listAllCompanies } from '@vitrine/store/contacts/companies'
import { findDeal } from '@vitrine/store/deals/deals'
import { countDealRows } from '@vitrine/store/deals/list-deals'
import { findOffer } from '@vitrine/store/deals/offers'
import { findMemberByEmail } from '@vitrine/store/users/members'
import type { HouseContext } from '../context.ts'
import type { Actor, Demonstration, DemonstrationDeal, DemonstrationRequest } from '../contract.ts'
import type { OfferInput } from '../contract/deals.ts'
import { HouseError } from '../errors.ts'
import { daysAgo } from '../days-ago.ts'
import { todayOf } from '../rights/today.ts'
import { answerDeliverable } from '../verbs/after/answer-deliverable.ts'
import { issueInvoice } from '../verbs/after/issue-invoice.ts'
import { notePayment } from '../verbs/after/note-payment.ts'
import { stepDeliverables } from '../verbs/after/step-deliverables.ts'
import { acceptOffer } from '../verbs/deals/accept-offer.ts'
import { changeDeal } from '../verbs/deals/change-deal.ts'
import { draftOffer } from '../verbs/deals/draft-offer.ts'
import { loseDeal } from '../verbs/deals/lose-deal.ts'
import { openDeal } from '../verbs/deals/open-deal.ts'
import { sendOffer } from '../verbs/deals/send-offer.ts'
import { sendRequest } from '../verbs/requests/send-request.ts'
import { write } from '../write.ts'
import { signSale } from './sign-sale.ts'

/** A house that has a deal already is somebody's: false, and nothing is entered. Deals are with companies, not with people, so no letter goes out. */
export async function enterPipeline(
  house: HouseContext,
  actor: Actor,
  { requests = [], deals = [] }: Demonstration,
  films: ReadonlyMap<string, string>,
): Promise<boolean> {
  if ((await countDealRows(house.db, house.houseId, { words: [], number: null })) > 0) return false
  const companies = new Map((await listAllCompanies(house.db, house.houseId)).map(({ name, id }) => [name, id]))
  // Sales overlap: what happened first is written first, so that the house's history runs forward.
  const steps = deals.flatMap((deal) => {
    const companyId = companies.get(deal.company)
    return companyId === undefined ? [] : stepsOf(house, actor, deal, companyId, films)
  })
  const stuck = new Set<DemonstrationDeal>()
  for (const { sale, ago, take } of steps.toSorted((one, other) => other.ago - one.ago)) {
    if (stuck.has(sale)) continue
    // The book has days of the calendar: in some later year a sale will reach past what the house holds. It stays as far as it came.
    await take(daysAgo(house, ago)).catch((thrown: unknown) => {
      if (!(thrown instanceof HouseError && thrown.code === 'rights-conflict')) throw thrown
      stuck.add(sale)
    })
  }

  const start = todayOf(house) + 30
  const wished = ({ months, ...wishes }: NonNullable<DemonstrationRequest['wishes']>) => ({ ...wishes, from: writeDay(start)!, to: writeDay(addMonths(start, months) - 1) }) // prettier-ignore
  for (const { films: slugs, person, wishes, kind, message } of requests)
    await sendRequest(house, actor, { kind, titleIds: slugs.flatMap((slug) => films.get(slug) ?? []), wishes: wishes === null ? null : wished(wishes), ...person, message, locale: 'en' }) // prettier-ignore
  return true
}

const reader = 'en'

/** Days after a sale was opened on which it comes further. */
const SENT = 1
const AGREED = 6
const SIGNED = 14
const INVOICED = 15
const HALF_PAID = 38
const DELIVERED = 40
const ACCEPTED = 47
const PAID = 75

interface Step {
  sale: DemonstrationDeal
  /** So many days ago. */
  ago: number
  take: (house: HouseContext) => Promise<unknown>
}

/** What is done for a sale until it has come as far as it is said to; each step with the house of its day. */
function stepsOf(
  now: HouseContext,
  actor: Actor,
  deal: DemonstrationDeal,
  companyId: string,
  films: ReadonlyMap<string, string>,
): Step[] {
  const terms = termsOf(daysAgo(now, deal.daysAgo), deal, films)
  let dealId = ''
  let offerId = ''
  const on = (day: number, take: Step['take']): Step => ({ sale: deal, ago: Math.max(deal.daysAgo - day, 0), take })
  const open = on(0, async (house) => {
    const expectedMinor = terms.lines.reduce((sum, { minor }) => sum + minor, 0)
    const owner = deal.agent === null ? null : await findMemberByEmail(house.db, house.houseId, deal.agent)
    const { id, revision } = await openDeal(house, actor, { deal: { companyId, currency: deal.currency, expectedMinor, closesOn: deal.closesInDays === null ? null : writeDay(todayOf(house) + deal.closesInDays), ownerId: owner?.id ?? null, titleIds: terms.lines.map(({ titleId }) => titleId) }, reader }) // prettier-ignore
    if (deal.likelihood !== null)
      await changeDeal(house, actor, { id, revision, change: { likelihood: deal.likelihood }, reader })
    dealId = id
  })
  const draft = on(SENT, async (house) => {
    offerId = (await draftOffer(house, actor, { dealId, terms, reader })).id
  })
  const send = on(SENT, async (house) => {
    const { revision } = (await findOffer(house.db, house.houseId, offerId))!
    await sendOffer(house, actor, { id: offerId, revision, reader })
  })
  const lose = on(AGREED, async (house) => {
    const { revision } = (await findDeal(house.db, house.houseId, dealId))!
    await loseDeal(house, actor, { id: dealId, revision, reason: deal.reason ?? 'price', reader })
  })
  const agree = on(AGREED, (house) => acceptOffer(house, actor, { id: offerId, reader }))
  const sign = on(SIGNED, (house) =>
    write(house, actor, async (writing) => {
      const sold = (await findDeal(writing.trx, house.houseId, dealId))!
      const offer = (await findOffer(writing.trx, house.houseId, offerId))!
      return signSale(house, writing, actor, { deal: sold, offer, day: writing.at.slice(0, 10), locale: reader })
    }),
  )
  const invoice = (day: number) => on(day, (house) => invoiceWhatIsDue(house, actor, dealId))
  const pay = (day: number) => on(day, (house) => payWhatIsOwed(house, actor, dealId))
  const deliver = on(DELIVERED, async (house) => {
    const items = (await deliverablesOfDeal(house.db, house.houseId, dealId)).map(({ id, revision }) => ({ id, revision }))
    await stepDeliverables(house, actor, { dealId, items, to: 'sent' })
  })
  const accept = on(ACCEPTED, async (house) => {
    for (const { id, revision } of await deliverablesOfDeal(house.db, house.houseId, dealId))
      await answerDeliverable(house, actor, { id, revision, answer: 'accepted' })
  })
  const untilSigned = [open, draft, send, agree, sign]
  return {
    open: [open],
    drafted: [open, draft],
    offered: [open, draft, send],
    lost: [open, draft, send, lose],
    agreed: [open, draft, send, agree],
    signed: untilSigned,
    invoiced: [...untilSigned, invoice(INVOICED)],
    completed: [...untilSigned, invoice(INVOICED), pay(HALF_PAID), deliver, accept, invoice(ACCEPTED), pay(PAID)],
  }[deal.state]
}

async function invoiceWhatIsDue(house: HouseContext, actor: Actor, dealId: string): Promise<void> {
  const due = (await instalmentsOfDeal(house.db, house.houseId, dealId)).filter(({ state }) => state === 'due')
  await issueInvoice(house, actor, { dealId, instalmentIds: due.map(({ id }) => id) })
}

async function payWhatIsOwed(house: HouseContext, actor: Actor, dealId: string): Promise<void> {
  const receivedOn = house.now().toISOString().slice(0, 10)
  const invoiced = (await instalmentsOfDeal(house.db, house.houseId, dealId)).filter(({ state }) => state === 'invoiced')
  for (const { invoiceId, lines } of invoiced)
    await notePayment(house, actor, { invoiceId: invoiceId!, receivedOn, minor: lines.reduce((sum, minor) => sum + minor, 0) })
}

const HALF = 5_000 // hundredths of a percent

/** What is offered on the day the house has. */
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
