import { addDays } from '@vitrine/deals/after/days'
import { amendPlan, linesAtPrice, type PlanFault } from '@vitrine/deals/after/amend-plan'
import { dueDayOf } from '@vitrine/deals/after/instalments'
import type { Locale } from '@vitrine/messages'
import { formatMoney } from '@vitrine/messages/money'
import type { AmendedPrice } from '@vitrine/store/after/amendments'
import { instalmentsOfDeal, putInstalments, stepInstalmentRow } from '@vitrine/store/after/instalments'
import { invoicesOfDeal } from '@vitrine/store/after/invoices'
import { putSaleLines, saleLinesOf } from '@vitrine/store/after/sales'
import { titlesOfDeal } from '@vitrine/store/deals/links'
import type { DealRow } from '@vitrine/store/deals/deals'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { AmendmentToMake } from '../contract/after.ts'
import { HouseError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Writing } from '../write.ts'
import { signedOffer } from './compose-invoice.ts'
import { saleSoFar } from './move-instalments.ts'
import { amendmentFault } from './read-amendment.ts'
import { inHouseCurrency } from './record-sale.ts'
import { takeInvoiceBack } from './take-invoice-back.ts'

const DAYS_TO_PAY = 30

/**
 * Another price, and a plan that adds up to it. Instalments that were invoiced stay; those that were not give way to others.
 * Answers null where price and plan are what they were, and no invoice is to be credited.
 */
export async function amendPrice(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { deal, number, chosen, asked, locale }: { deal: DealRow; number: number; chosen: readonly number[]; asked: NonNullable<AmendmentToMake['price']>; locale: Locale }, // prettier-ignore
): Promise<AmendedPrice | null> {
  const { trx, at } = writing
  const { houseId } = house
  const sold = await saleLinesOf(trx, houseId, deal.id)
  const [first] = sold
  if (first === undefined) throw new HouseError('wrong-state', { subject: 'Deal', state: 'without a sale' })
  const { currency } = first
  const { minor: price, payments = null, credit = [] } = asked
  const before = sold.reduce((sum, { minor }) => sum + minor, 0)
  if (price === before && payments === null && credit.length === 0) return null
  await takeBack(house, writing, actor, { deal, number, credit, locale })

  const instalments = await instalmentsOfDeal(trx, houseId, deal.id)
  const openOnes = instalments.filter(({ state }) => state === 'planned' || state === 'due')
  const invoiced = instalments.filter(({ state }) => state === 'invoiced' || state === 'paid')
  const lines = linesAtPrice(sold.map(({ minor }) => minor), chosen, price) // prettier-ignore
  const plan = amendPlan({
    lines,
    invoiced: sold.map(({ line }) => invoiced.reduce((sum, { lines: parts }) => sum + (parts[line] ?? 0), 0)),
    open: openOnes.map(({ dated, dueOn, lines: parts, ...each }) => ({ ...each, dueOn: dated ? dueOn : null, lines: sold.map(({ line }) => parts[line] ?? 0) })), // prettier-ignore
    payments,
    more: { event: 'day', days: 0, day: addDays(at.slice(0, 10), DAYS_TO_PAY) },
  })
  if ('code' in plan) throw await planFault(house, writing, deal, plan, currency)

  const replaced = openOnes.filter(({ id }) => plan.cancel.includes(id))
  for (const { id, dueOn } of replaced)
    await stepInstalmentRow(trx, houseId, id, { state: 'cancelled', dueOn, invoiceId: null, creditId: null, at })
  const sale = await saleSoFar(house, trx, { id: deal.id, signedOn: deal.signedOn! })
  const last = Math.max(0, ...instalments.map(({ position }) => position))
  const laid = plan.lay.map(({ dueOn: said, ...each }, nth) => {
    const dueOn = said ?? dueDayOf(each, sale)
    const share = price === 0 ? 0 : Math.round((each.minor / price) * 10_000)
    return { ...each, lines: [...each.lines], id: newId(Date.parse(at)), position: last + nth + 1, share, currency, state: dueOn === null ? ('planned' as const) : ('due' as const), dueOn, dated: said !== null, amendment: number } // prettier-ignore
  })
  await putInstalments(trx, houseId, deal.id, laid, at)
  await putSaleLines(trx, houseId, await inHouseCurrency(house, trx, sold.map((line, nth) => ({ ...line, minor: lines[nth]! })))) // prettier-ignore
  const { terms } = await signedOffer(house, trx, deal.id)
  const titles = new Map((await titlesOfDeal(trx, houseId, deal.id)).map(({ id, title }) => [id, title]))
  return {
    currency,
    before,
    after: price,
    lines: sold.map((line, nth) => ({ title: terms.lines[line.line]?.title ?? titles.get(line.titleId) ?? '', before: line.minor, after: lines[nth]! })), // prettier-ignore
    instalments: laid.map(({ minor, event, days, day }) => ({ minor, event, days, day })),
    replaced: replaced.map(({ minor, event, days, day }) => ({ minor, event, days, day })),
  }
}

/** Invoices of the deal that are credited with the amendment: what they were for is to be paid anew. */
async function takeBack(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { deal, number, credit, locale }: { deal: DealRow; number: number; credit: readonly string[]; locale: Locale },
): Promise<void> {
  const all = await invoicesOfDeal(writing.trx, house.houseId, deal.id)
  const reason = locale === 'fr' ? `Avenant ${number}` : `Amendment ${number}`
  for (const id of new Set(credit)) {
    const before = all.find((invoice) => invoice.id === id)
    if (before === undefined) throw new HouseError('not-found', { subject: 'Invoice' })
    await takeInvoiceBack(house, writing, actor, { deal, before, reason, becomes: 'due' })
  }
}

async function planFault(
  house: HouseContext,
  writing: Writing,
  deal: DealRow,
  fault: PlanFault,
  currency: string,
): Promise<HouseError> {
  const en = (minor: number) => formatMoney('en', minor, currency)
  const fr = (minor: number) => formatMoney('fr', minor, currency)
  if (fault.code === 'adds-up')
    return amendmentFault(
      'price.payments',
      `The payments come to ${en(fault.minor)}; what is not invoiced of the price is ${en(fault.wanted)}`,
      `Les paiements font ${fr(fault.minor)} ; ce qui n’est pas facturé du prix est de ${fr(fault.wanted)}`,
    )
  const open = await invoicesOfDeal(writing.trx, house.houseId, deal.id)
  const numbers = open.filter(({ kind, state }) => kind === 'invoice' && state !== 'credited').map((row) => row.number).join(', ') // prettier-ignore
  return amendmentFault(
    'price.minor',
    `${en(fault.minor)} more than that was invoiced already: credit an invoice with the amendment (${numbers})`,
    `${fr(fault.minor)} de plus ont déjà été facturés : émettez un avoir avec l’avenant (${numbers})`,
  )
}
