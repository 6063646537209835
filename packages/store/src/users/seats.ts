/** Who sits in the room of which company. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Gives a member a place in a company's room, or takes it away; their sessions end with it. */
export async function seatMember(
  trx: Asker,
  houseId: string,
  userId: string,
  seat: { companyId: string; companyRole: 'lead' | 'colleague' } | null,
): Promise<void> {
  await sql`
    update member set company_id = ${seat?.companyId ?? null}, company_role = ${seat?.companyRole ?? null}
    where house_id = ${houseId} and user_id = ${userId}`.execute(trx)
}

/** Says which contact of a company signs in as a member; those who did before no longer do. */
export async function linkContact(
  trx: Asker,
  houseId: string,
  userId: string,
  contact: { companyId: string; email: string } | null,
): Promise<void> {
  await sql`update contact set user_id = null where house_id = ${houseId} and user_id = ${userId}`.execute(trx)
  if (contact === null) return
  await sql`
    update contact set user_id = ${userId} where house_id = ${houseId} and id = (
      select id from contact where house_id = ${houseId} and company_id = ${contact.companyId} and lower(email) = lower(${contact.email})
        and merged_into is null and erased_at is null order by id limit 1)`.execute(trx)
}
