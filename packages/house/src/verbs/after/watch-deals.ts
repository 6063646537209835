import { addDays } from '@vitrine/deals/after/days'
import { afterWords } from '@vitrine/messages/after'
import { invoiceWords } from '@vitrine/messages/invoices'
import { formatShare } from '@vitrine/messages/money'
import { deliverablesDue, instalmentsDue, invoicesLate } from '@vitrine/store/after/due'
import { endingDeals } from '@vitrine/store/after/renewals'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DealWatchItem } from '../../contract/after.ts'
import { accountsOf } from '../../after/accounts.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const Args = z.object({ days: z.number().int().min(1).max(3_660).default(30), locale: z.enum(['en', 'fr']) })
/** Of each kind: more than anybody reads in one go; the lists have all of them. */
const MOST = 100

/** What is to be delivered, invoiced or asked for in the days to come, what is late, and which deals could be renewed. */
export async function watchDeals(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['watchDeals']>[1],
): Promise<DealWatchItem[]> {
  authorise(actor, 'watchDeals')
  const { days, locale } = parse(Args, args)
  const { db, houseId } = house
  const today = house.now().toISOString().slice(0, 10)
  const until = addDays(today, days)
  const { renewalDays } = await accountsOf(house, db)
  const [words, invoices] = [afterWords[locale], invoiceWords[locale]]
  const [deliverables, instalments, late, ending] = [
    await deliverablesDue(db, houseId, until, MOST),
    await instalmentsDue(db, houseId, until, MOST),
    await invoicesLate(db, houseId, today, MOST),
    await endingDeals(db, houseId, today, addDays(today, Math.max(days, renewalDays)), MOST),
  ]
  const item = (kind: DealWatchItem['kind'], of: { dealId: string; dealNumber: number; dealName: string; companyName: string; dueOn: string }, text: string, amount: DealWatchItem['amount'] = null, invoiceId: string | null = null): DealWatchItem => ({ kind, day: of.dueOn, late: of.dueOn < today, dealId: of.dealId, dealNumber: of.dealNumber, dealName: of.dealName, companyName: of.companyName, text, amount, invoiceId }) // prettier-ignore
  return [
    ...deliverables.map((each) => item('deliverable-due', each, each.kinds.map((kind) => words[`deliverable.${kind}`]).join(', '))), // prettier-ignore
    ...instalments.map((each) => item('instalment-due', each, `${formatShare(locale, each.share)} ${invoices[`event.${each.event}`]}`, { currency: each.currency, minor: each.minor })), // prettier-ignore
    ...late.map((each) => item('invoice-late', each, each.number, { currency: each.currency, minor: each.open }, each.invoiceId)),
    ...ending.map(({ id, number, name, companyName, lastDay, licences }) => item('licence-renews', { dealId: id, dealNumber: number, dealName: name, companyName, dueOn: lastDay }, words.licencesEnd(licences))), // prettier-ignore
  ].sort((a, b) => (a.day! < b.day! ? -1 : 1))
}
