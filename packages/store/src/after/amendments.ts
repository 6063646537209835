/** Amendments of signed deals, as they were made. */
import type { PaymentOfAmount } from '@vitrine/deals/after/amend-plan'
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface AmendedLicence {
  entryId: string
  titleId: string
  /** The film as it was called when it was sold. */
  title: string
  before: EntryTerms
  after: EntryTerms
}
export interface AmendedPrice {
  currency: string
  before: number
  after: number
  /** Each film of the sale. */
  lines: { title: string; before: number; after: number }[]
  /** What was laid out in place of what was open. */
  instalments: PaymentOfAmount[]
  /** What was open until then and is not any more; missing where nobody noted it. */
  replaced?: PaymentOfAmount[]
}
export interface AmendmentRow {
  number: number
  effective: string | null
  note: string | null
  licences: AmendedLicence[]
  price: AmendedPrice | null
  at: string
  byName: string
}

/** The number that the next amendment of a deal has. */
export async function nextAmendment(db: Asker, houseId: string, dealId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from deal_amendment where house_id = ${houseId} and deal_id = ${dealId}`.execute(
    db,
  )
  return rows[0]!.next
}

export async function putAmendment(
  trx: Asker,
  houseId: string,
  dealId: string,
  { number, effective, note, licences, price, at, byId, byName }: AmendmentRow & { byId: string | null },
): Promise<void> {
  await sql`
    insert into deal_amendment (house_id, deal_id, number, effective, note, licences, price, at, by_id, by_name)
    values (${houseId}, ${dealId}, ${number}, ${effective}::date, ${note}, ${JSON.stringify(licences)}::text::jsonb,
      ${price === null ? null : JSON.stringify(price)}::text::jsonb, ${at}::timestamptz, ${byId}, ${byName})`.execute(trx)
}

/** The newest first. */
export async function amendmentsOfDeal(db: Asker, houseId: string, dealId: string): Promise<AmendmentRow[]> {
  const { rows } = await sql<Omit<AmendmentRow, 'at' | 'byName'> & { at: unknown; by_name: string }>`
    select number, effective, note, licences, price, at, by_name from deal_amendment
    where house_id = ${houseId} and deal_id = ${dealId} order by number desc`.execute(db)
  return rows.map(({ at, by_name: byName, ...row }) => ({ ...row, at: instant(at), byName }))
}
