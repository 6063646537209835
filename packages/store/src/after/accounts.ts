/** What invoices need to know of the house and of its buyers. */
import type { Party } from '@vitrine/ledger/invoice/party'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export async function readAccounts(db: Asker, houseId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{
    accounts: Record<string, unknown>
  }>`select accounts from house where house_id = ${houseId}`.execute(db)
  return rows[0]?.accounts ?? {}
}

export async function writeAccounts(trx: Asker, houseId: string, accounts: object): Promise<void> {
  await sql`update house set accounts = ${JSON.stringify(accounts)}::text::jsonb where house_id = ${houseId}`.execute(trx)
}

export interface BillingRow {
  party: Party & { buyerReference: string | null }
  revision: number
}

/** To whom a company's invoices are made out; null when nobody has said so. */
export async function findBilling(db: Asker, houseId: string, companyId: string): Promise<BillingRow | null> {
  const { rows } = await sql<{ detail: BillingRow['party']; revision: number }>`
    select detail, revision from billing where house_id = ${houseId} and company_id = ${companyId}`.execute(db)
  return rows[0] === undefined ? null : { party: rows[0].detail, revision: rows[0].revision }
}

export async function putBilling(
  trx: Asker,
  houseId: string,
  companyId: string,
  party: BillingRow['party'],
  at: string,
): Promise<void> {
  await sql`
    insert into billing (house_id, company_id, detail, updated_at) values (${houseId}, ${companyId}, ${JSON.stringify(party)}::text::jsonb, ${at}::timestamptz)
    on conflict (house_id, company_id) do update set detail = excluded.detail, revision = billing.revision + 1, updated_at = excluded.updated_at`.execute(
    trx,
  )
}

/** What is known of a company by itself: where an invoice begins before anybody has said to whom it is made out. */
export async function findCompanyForBilling(
  db: Asker,
  houseId: string,
  id: string,
): Promise<{ name: string; country: string | null } | null> {
  const { rows } = await sql<{
    name: string
    country: string | null
  }>`select name, country from company where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] ?? null
}
