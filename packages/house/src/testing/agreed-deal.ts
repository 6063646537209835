/** A film with a grant, a buyer with somebody who signs, and a deal that has agreed on an offer: what a paper is drawn up of. */
import type { OfferTerms } from '@vitrine/deals/offer/offer'
import type { DealState } from '@vitrine/deals/states/machines'
import { readTerms } from '@vitrine/rights/book/read-book'
import { findDeal, openDealRow, stepDealRow } from '@vitrine/store/deals/deals'
import { putOffer, stepOfferRow } from '@vitrine/store/deals/offers'
import { sql } from 'kysely'
import { SYSTEM } from '../actors.ts'
import { newId } from '../ids.ts'
import { aSheet, type TestHouse } from './house-for-tests.ts'

const AT = '2026-11-22T09:00:00.000Z'

export interface AgreedDeal {
  dealId: string
  offerId: string
  companyId: string
  contactId: string
  titleId: string
}

/** The licence that is sold unless a test says otherwise. */
export const LICENCE = { kind: 'licence', exclusive: true, territory: 'DACH', media: 'free tv, catch-up', languages: 'de:dubbed, de:subtitled', from: '2027-01-01', to: '2029-12-31', runs: 3, catchUpDays: 7 } // prettier-ignore

/** Opens a deal by what the database has, without the verbs by which people agree. */
export async function agreedDeal(
  { house, database: { db } }: Pick<TestHouse, 'house' | 'database'>,
  parts: { minor?: number; state?: DealState; titleId?: string; rights?: Record<string, unknown>; email?: string; terms?: Partial<OfferTerms> } = {}, // prettier-ignore
): Promise<AgreedDeal> {
  const houseId = house.id
  const ids = { companyId: newId(Date.parse(AT)), contactId: newId(Date.parse(AT)), dealId: newId(Date.parse(AT)), offerId: newId(Date.parse(AT)) } // prettier-ignore
  const titleId = parts.titleId ?? (await filmWithGrant(house))
  await sql`insert into company (house_id, id, name, profile, created_at, updated_at) values (${houseId}, ${ids.companyId}, 'Kanal Nord', '{"address":"12 Ostgade, Haven"}', now(), now())`.execute(db) // prettier-ignore
  await sql`insert into contact (house_id, id, company_id, name, email, created_at, updated_at) values (${houseId}, ${ids.contactId}, ${ids.companyId}, 'Jon Arvid', ${parts.email ?? 'jon@kanal.example'}, now(), now())`.execute(db) // prettier-ignore
  await openDealRow(db, houseId, { id: ids.dealId, name: 'Salt to Kanal Nord', companyId: ids.companyId, contactId: ids.contactId, ownerId: null, requestId: null, marketId: null, currency: 'EUR', locale: 'en', expectedMinor: 0, closesOn: null }, AT) // prettier-ignore
  const half = { share: 5000, event: 'signature' as const, days: 30, day: null }
  const terms: OfferTerms = {
    currency: 'EUR',
    lines: [{ titleId, title: 'Salt', rights: readTerms(parts.rights ?? LICENCE, 'x'), minor: parts.minor ?? 1_250_000, materials: [{ kind: 'cut', detail: 'HD ProRes 422 HQ', days: 30 }] }], // prettier-ignore
    package: null,
    payments: [half, { ...half, event: 'delivery' }],
    expires: null,
    withholding: 0,
    note: null,
    ...parts.terms,
  }
  await putOffer(db, houseId, { id: ids.offerId, dealId: ids.dealId, side: 'house', state: 'live', terms, message: null, at: AT, byId: null, byName: 'Sam' }) // prettier-ignore
  await stepOfferRow(db, houseId, ids.offerId, { state: 'accepted', byName: 'Jon', at: AT })
  for (const state of ['offered', 'agreed'] as const) await stepDealRow(db, houseId, ids.dealId, { state, at: AT })
  return { ...ids, titleId }
}

export async function filmWithGrant(house: TestHouse['house'], name = 'Salt'): Promise<string> {
  const { id } = await house.createTitle(SYSTEM, { sheet: aSheet(name) })
  await house.enterEntry(SYSTEM, { titleId: id, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, locale: 'en' }) // prettier-ignore
  return id
}

export const stateOfDeal = async ({ house, database }: Pick<TestHouse, 'house' | 'database'>, id: string): Promise<DealState> => (await findDeal(database.db, house.id, id))!.state // prettier-ignore

/** The text of the newest letter to somebody, as it waits. */
export async function newestLetter({ house, database }: Pick<TestHouse, 'house' | 'database'>, to: string): Promise<{ subject: string; body: string }> {
  const { rows } = await sql<{ subject: string; body: string }>`
    select subject, body from letter where house_id = ${house.id} and to_email = ${to} and body is not null order by at desc, id desc limit 1`.execute(database.db)
  return rows[0]!
} // prettier-ignore

export const codeIn = (body: string): string => /^ {4}(\d{6})$/m.exec(body)![1]!
export const tokenIn = (body: string): string => /\/sign\/([\w-]+)/.exec(body)![1]!
