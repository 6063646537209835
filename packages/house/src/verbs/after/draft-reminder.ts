import { daysBetween } from '@vitrine/deals/after/days'
import { spacedIban } from '@vitrine/ledger/invoice/party'
import { formatDay } from '@vitrine/messages'
import { formatMoney } from '@vitrine/messages/money'
import { findBilling } from '@vitrine/store/after/accounts'
import { lastReminderLevel } from '@vitrine/store/after/invoices'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, ReminderDraft } from '../../contract/after.ts'
import { accountsOf } from '../../after/accounts.ts'
import { invoiceView, reachInvoice } from '../../after/reach-invoice.ts'
import { HouseError } from '../../errors.ts'
import { wordLetter } from '../../letters/word-letter.ts'
import { Id, parse } from '../../input.ts'
import { withDefaults } from '../../settings/defaults.ts'

/** A letter that asks for what is late, more urgent each time: as the days since it was due and the letters before it say. */
export async function draftReminder(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['draftReminder']>[1],
): Promise<ReminderDraft> {
  const row = await reachInvoice(house, house.db, actor, 'draftReminder', parse(Id, args.invoiceId))
  const { invoice, open } = await invoiceView(house, house.db, actor, row.id)
  if (open === 0) throw new HouseError('wrong-state', { subject: 'Invoice', state: row.state, asked: 'reminded' })
  const { reminderDays } = await accountsOf(house, house.db)
  const late = daysBetween(row.dueOn, house.now().toISOString().slice(0, 10))
  const byDays = reminderDays.filter((days) => late >= days).length
  const level = Math.max(1, Math.min(3, byDays, (await lastReminderLevel(house.db, house.houseId, row.id)) + 1)) as 1 | 2 | 3
  const { locale, number, seller } = invoice
  const name = seller.name || withDefaults((await readSettings(house.db, house.houseId))?.settings).name
  const account = seller.iban === null ? null : [spacedIban(seller.iban), seller.bic].filter((part) => part !== null).join(', ')
  const letter = await wordLetter(house, house.db, `reminder-${level}`, locale, {
    house: name,
    invoice: number,
    issued: formatDay(locale, row.issuedOn),
    due: formatDay(locale, row.dueOn),
    amount: formatMoney(locale, open, row.currency),
    account,
  })
  const to = (await findBilling(house.db, house.houseId, row.companyId))?.party.email ?? invoice.buyer.email
  return { level, to, ...letter }
}
