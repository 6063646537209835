/** What tells companies and people apart, of all that a house has: no more of each than is compared, as one text for all (a row each takes a database in this process twice as long). */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface CompanyCompared {
  id: string
  name: string
  web: string | null
}

/** All of one kind: `text` tells whether any is another than before, sooner than reading it does. */
export interface Compared<T> {
  text: string
  read(): T[]
}

export async function companiesCompared(db: Asker, houseId: string): Promise<Compared<CompanyCompared>> {
  const { rows } = await sql<{ told: string | null }>`
    select json_agg(json_build_array(id, name, profile->>'web') order by id collate "C")::text as told
    from company where house_id = ${houseId} and merged_into is null`.execute(db)
  const text = rows[0]?.told ?? '[]'
  return {
    text,
    read: () => (JSON.parse(text) as [string, string, string | null][]).map(([id, name, web]) => ({ id, name, web })),
  }
}

export interface PersonCompared {
  id: string
  name: string
  email: string | null
  companyId: string | null
}

/** Everybody who is kept. */
export async function peopleCompared(db: Asker, houseId: string): Promise<Compared<PersonCompared>> {
  const { rows } = await sql<{ told: string | null }>`
    select json_agg(json_build_array(id, name, email, company_id) order by id collate "C")::text as told
    from contact where house_id = ${houseId} and merged_into is null and erased_at is null`.execute(db)
  const text = rows[0]?.told ?? '[]'
  const each = () => JSON.parse(text) as [string, string, string | null, string | null][]
  return { text, read: () => each().map(([id, name, email, companyId]) => ({ id, name, email, companyId })) }
}
