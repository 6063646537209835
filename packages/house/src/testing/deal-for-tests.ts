/** A house with a film that it may sell, a buyer's company, and a deal with them: what tests of a sale begin with. */
import type { Asker } from '@vitrine/store/asker'
import { sql } from 'kysely'
import { SYSTEM } from '../actors.ts'
import type { Actor, CompanyRole, House } from '../contract.ts'
import type { DealView, OfferInput } from '../contract/deals.ts'
import { slugOf } from '@vitrine/catalogue/model/slug'
import { aSheet, type TestHouse } from './house-for-tests.ts'

export interface TestSale {
  film: string
  company: string
  contact: string
  deal: DealView
}

/** Free TV and SVOD in Europe are the house's to sell until 2040. */
export async function aFilm(house: House, title = 'The Salt Road'): Promise<string> {
  const film = await house.createTitle(SYSTEM, { sheet: aSheet(title) })
  const entry = { kind: 'grant', exclusive: true, party: 'The producer', territory: 'Europe', media: 'free-tv, svod', from: '2026-01-01', to: '2040-12-31' } // prettier-ignore
  await house.enterEntry(SYSTEM, { titleId: film.id, entry, acceptWarnings: true, note: null, locale: 'en' })
  return film.id
}

/** A company with somebody in it, and a deal about a film. */
export async function aSale(house: House, actor: Actor, name = 'Kanal Ost', film?: string): Promise<TestSale> {
  const titleId = film ?? (await aFilm(house))
  const company = (await house.addCompany(actor, { company: { name } })).id
  const email = `ana@${slugOf(name)}.example`
  const contact = (await house.addContact(actor, { contact: { name: 'Ana Nowak', companyId: company, email } })).id
  const deal = await house.openDeal(actor, { deal: { companyId: company, contactId: contact, titleIds: [titleId] }, reader: 'en' }) // prettier-ignore
  return { film: titleId, company, contact, deal }
}

/** An exclusive free TV licence in Germany for three years, for 12,500 euros, until the end of the year. */
export const someTerms = (titleId: string, changed: Partial<OfferInput> = {}): OfferInput => ({
  currency: 'EUR',
  lines: [{ titleId, rights: { exclusive: true, territory: 'Germany', media: 'free-tv', from: '2027-01-01', to: '2029-12-31', runs: 3 }, minor: 1_250_000 }], // prettier-ignore
  expires: '2026-12-31',
  ...changed,
})

/** An offer that is out. */
export async function anOffer(house: House, actor: Actor, sale: TestSale, terms = someTerms(sale.film)) {
  const draft = await house.draftOffer(actor, { dealId: sale.deal.id, terms, reader: 'en' })
  return house.sendOffer(actor, { id: draft.id, revision: draft.revision, reader: 'en' })
}

/** A buyer who sits in a company's room. */
export async function aBuyer(test: TestHouse, company: string, companyRole: CompanyRole, name: string): Promise<Actor> {
  const buyer = await test.member('buyer', name)
  await seat(test.database.db, test.house.id, buyer.userId!, company, companyRole)
  return (await test.house.actorForUser(buyer.userId!))!
}

const seat = (db: Asker, houseId: string, userId: string, company: string, role: CompanyRole) =>
  sql`update member set company_id = ${company}, company_role = ${role} where house_id = ${houseId} and user_id = ${userId}`.execute(db) // prettier-ignore
