/** A reel that is ready to be watched, without the packaging of one: what is asked of it in tests of screeners is its shape. */
import { reelForTest } from '@vitrine/screening/testing/reel'
import type { Reel } from '@vitrine/screening'
import type { Asker } from '@vitrine/store/asker'
import { putScreener } from '@vitrine/store/screening/screeners'
import { putViewing } from '@vitrine/store/screening/viewings'
import { sql } from 'kysely'
import { newId } from '../ids.ts'

const AT = '2026-11-22T08:00:00.000Z'

export interface TestReel {
  cut?: string | null
  reel?: Reel
  sealedKey?: string
}

/** Its id. */
export async function aReel(db: Asker, houseId: string, titleId: string, { cut = null, reel = reelForTest(), sealedKey = 'sealed' }: TestReel = {}): Promise<string> {
  const [id, masterId] = [newId(Date.parse(AT)), newId(Date.parse(AT))]
  await sql`insert into master (house_id, id, title_id, cut, file_name, size, checksum, uploaded_at, uploaded_by) values (${houseId}, ${masterId}, ${titleId}, ${cut}, 'film.mov', 1, ${'0'.repeat(64)}, ${AT}::timestamptz, 'Sam')`.execute(db)
  await sql`
    insert into reel (house_id, id, title_id, master_id, cut, languages, marked, sealed_key, state, state_since, ordered_at, ordered_by, updated_at)
    values (${houseId}, ${id}, ${titleId}, ${masterId}, ${cut}, ${JSON.stringify(reel.sound.map(({ language }) => language))}::text::jsonb, ${reel.variants.length === 2}, ${sealedKey}, 'waiting', ${AT}::timestamptz, ${AT}::timestamptz, 'Sam', ${AT}::timestamptz)`.execute(db)
  await sql`update reel set state = 'packaging', taken_by = 'worker', taken_until = ${AT}::timestamptz where house_id = ${houseId} and id = ${id}`.execute(db)
  await sql`update reel set state = 'ready', taken_by = null, taken_until = null, reel = ${JSON.stringify(reel)}::text::jsonb, bytes = 1, ready_at = ${AT}::timestamptz where house_id = ${houseId} and id = ${id}`.execute(db)
  return id
} // prettier-ignore

export interface TestViewer {
  contactId?: string
  /** The link is a company's, and this is who they said they are. */
  companyId?: string
  name: string
  email: string | null
  userId?: string
  placeHash?: string
}

/** A screener for a person or a company, and that they watched: as rows. */
export async function aScreening(db: Asker, houseId: string, reelId: string, { contactId, companyId, name, email, userId, placeHash }: TestViewer): Promise<void> {
  const id = newId(Date.parse(AT))
  const to = companyId === undefined ? { audience: 'person' as const, toName: name, toEmail: email } : { audience: 'company' as const, toName: 'A company', toEmail: null }
  await putScreener(db, houseId, { id, secretHash: id, ...to, contactId: contactId ?? null, companyId: companyId ?? null, locale: 'en', message: `Dear ${to.toName}`, expiresAt: '2027-01-01T00:00:00.000Z', viewingsAllowed: null, devicesAtOnce: 1, countries: [], visibleMark: true, requestId: null, marketId: null, ownerId: null, madeAt: AT, madeById: null, madeBy: 'Sam', reelIds: [reelId] })
  await putViewing(db, houseId, { id: newId(Date.parse(AT)), screenerId: id, reelId, contactId: contactId ?? null, userId: userId ?? null, name, email, device: 'phone', deviceHash: 'phone', placeHash: placeHash ?? null, country: null, sealedKey: 'sealed', lengthMs: 9_200, positionMs: 0, at: AT })
} // prettier-ignore
