/** The demonstration house's accounts: who issues invoices, to whom they are made out, and what other currencies are worth. */
import { type Day, writeDay } from '@vitrine/rights/days/day'
import { listAllCompanies } from '@vitrine/store/contacts/companies'
import type { HouseContext } from '../context.ts'
import type { Actor, Demonstration } from '../contract.ts'
import { todayOf } from '../rights/today.ts'
import { changeAccounts } from '../verbs/after/change-accounts.ts'
import { changeBilling } from '../verbs/after/change-billing.ts'
import { importRates } from '../verbs/after/import-rates.ts'
import { accountsOf, DEFAULT_ACCOUNTS } from './accounts.ts'

/** Accounts that name somebody are somebody's: false, and nothing is entered. */
export async function enterAccounts(
  house: HouseContext,
  actor: Actor,
  accounts: NonNullable<Demonstration['accounts']>,
  today: Day,
): Promise<boolean> {
  if ((await accountsOf(house, house.db)).seller.name !== '') return false
  const companies = new Map((await listAllCompanies(house.db, house.houseId)).map(({ name, id }) => [name, id]))
  for (const { company, ...billing } of accounts.billing) {
    const companyId = companies.get(company)
    if (companyId !== undefined)
      await changeBilling(house, actor, { companyId, billing: { ...NOBODY, name: company, ...billing } })
  }
  await importRates(house, actor, { bytes: new TextEncoder().encode(weekly(accounts.rates, todayOf(house), today)) })
  await changeAccounts(house, actor, { accounts: { ...accounts.house, seller: { ...DEFAULT_ACCOUNTS.seller, ...accounts.house.seller } } }) // prettier-ignore
  return true
}

/** The same rates for every week of these days, in the layout of the European Central Bank. */
function weekly(rates: Readonly<Record<string, string>>, first: Day, last: Day): string {
  const weeks = Array.from({ length: Math.floor((last - first) / 7) + 1 }, (_, week) => writeDay(first + 7 * week)!)
  return [['Date', ...Object.keys(rates)], ...weeks.map((day) => [day, ...Object.values(rates)])].map((row) => row.join(',')).join('\n') // prettier-ignore
}

const NOBODY = {
  street: [],
  postcode: null,
  city: null,
  country: 'FR',
  vatId: null,
  registration: null,
  email: null,
  buyerReference: null,
}
