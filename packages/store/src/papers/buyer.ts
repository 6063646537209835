/** What a paper says of the buyer: the company's address, and the person who signs. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface Signatory {
  id: string
  name: string
  email: string | null
  companyId: string | null
}

/** A person of a company who can be asked to sign; null when there is none under this id. */
export async function findSignatory(db: Asker, houseId: string, id: string): Promise<Signatory | null> {
  const { rows } = await sql<{ id: string; name: string; email: string | null; company_id: string | null }>`
    select id, name, email, company_id from contact where house_id = ${houseId} and id = ${id} and erased_at is null and merged_into is null`.execute(
    db,
  )
  return rows[0] === undefined
    ? null
    : { id: rows[0].id, name: rows[0].name, email: rows[0].email, companyId: rows[0].company_id }
}

/** Those of a company who have a mail address, by name. */
export async function signatoriesOf(
  db: Asker,
  houseId: string,
  companyId: string,
): Promise<(Signatory & { role: string | null })[]> {
  const { rows } = await sql<{ id: string; name: string; email: string; company_id: string; role: string | null }>`
    select id, name, email, company_id, role from contact
    where house_id = ${houseId} and company_id = ${companyId} and email is not null and erased_at is null and merged_into is null
    order by lower(name), id limit 200`.execute(db)
  return rows.map((row) => ({ id: row.id, name: row.name, email: row.email, companyId: row.company_id, role: row.role }))
}

export async function addressOfCompany(db: Asker, houseId: string, companyId: string): Promise<string | null> {
  const { rows } = await sql<{ address: string | null }>`
    select profile->>'address' as address from company where house_id = ${houseId} and id = ${companyId}`.execute(db)
  return rows[0]?.address ?? null
}
