/** What is known of viewers and of sign-ins is not kept for ever: that a film was watched stays, by whom and from where goes. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Whoever is a contact of the house is kept and erased as one (contacts/person.ts); of them only the network is forgotten here. */
export async function forgetViewers(
  trx: Asker,
  houseId: string,
  before: { places: string; people: string; signIns: string },
): Promise<{ places: number; people: number }> {
  const people = await sql`
    update viewing set name = '', email = null, user_id = null, place_hash = null, country = null, been_in = '[]', refused_in = '[]'
    where house_id = ${houseId} and contact_id is null and heard_at < ${before.people}::timestamptz and (name <> '' or email is not null)
    returning id`.execute(trx)
  const places = await sql`
    update viewing set place_hash = null
    where house_id = ${houseId} and place_hash is not null and heard_at < ${before.places}::timestamptz returning id`.execute(trx)
  await sql`
    update screener set to_name = case when audience = 'company' then to_name else '' end, to_email = null, message = null
    where house_id = ${houseId} and contact_id is null and expires_at < ${before.people}::timestamptz
      and (to_email is not null or message is not null or (audience <> 'company' and to_name <> ''))`.execute(trx)
  // In which countries a link was used at once is told of its viewers as well.
  await sql`
    update screener set shared = jsonb_set(shared, '{countries}', '[]')
    where house_id = ${houseId} and contact_id is null and shared_at < ${before.people}::timestamptz and shared -> 'countries' <> '[]'`.execute(
    trx,
  )
  // A session that is over opens nothing any more; it still says from where and with what somebody signed in.
  await sql`delete from sign_in_session where expires_at < ${before.signIns}::timestamptz`.execute(trx)
  await sql`delete from sign_in_verification where expires_at < ${before.signIns}::timestamptz`.execute(trx)
  return { places: places.rows.length, people: people.rows.length }
}
