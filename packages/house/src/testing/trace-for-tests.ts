/** What a copy can be traced to: a marked reel and viewings of it whose keys open; and what reading a clear copy of one finds. */
import { randomBytes } from 'node:crypto'
import { symbolOf } from '@vitrine/screening/mark/code'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { drawsOf } from '@vitrine/screening/trace/statistics/random'
import { verdictOf } from '@vitrine/screening/trace/statistics/verdict'
import type { Asker } from '@vitrine/store/asker'
import { putScreener } from '@vitrine/store/screening/screeners'
import { putViewing } from '@vitrine/store/screening/viewings'
import { sql } from 'kysely'
import type { ReelTrace, TraceWork } from '../contract/traces.ts'
import { newId } from '../ids.ts'
import { sealKey } from '../screening/sealed-key.ts'
import { aReel } from './reel-for-tests.ts'

const AT = '2026-11-22T08:00:00.000Z'

export interface SealedHouse {
  db: Asker
  houseId: string
  /** What its keys of marks are sealed with. */
  sealing: Uint8Array
}

/** Its id. Two minutes of film, in sixty segments. */
export async function aTraceableReel({ db, houseId, sealing }: SealedHouse, titleId: string): Promise<string> {
  const id = await aReel(db, houseId, titleId, { reel: reelForTest(60) })
  await sql`update reel set sealed_key = ${sealKey(sealing, `reel ${id}`, randomBytes(32))} where house_id = ${houseId} and id = ${id}`.execute(db)
  return id
} // prettier-ignore

/** Somebody watched the first minute of it. */
export async function aTraceableViewing({ db, houseId, sealing }: SealedHouse, reelId: string, name: string): Promise<{ id: string; key: Uint8Array }> {
  const [screenerId, id] = [newId(Date.parse(AT)), newId(Date.parse(AT))]
  const key = new Uint8Array(randomBytes(32))
  await putScreener(db, houseId, { id: screenerId, secretHash: screenerId, audience: 'anybody', contactId: null, companyId: null, toName: name, toEmail: null, locale: 'en', message: null, expiresAt: '2099-01-01T00:00:00.000Z', viewingsAllowed: null, devicesAtOnce: 1, countries: [], visibleMark: true, requestId: null, marketId: null, ownerId: null, madeAt: AT, madeById: null, madeBy: 'Sam', reelIds: [reelId] })
  await putViewing(db, houseId, { id, screenerId, reelId, contactId: null, userId: null, name, email: `${name.split(' ')[0]!.toLowerCase()}@kanal.example`, device: 'computer', deviceHash: name, placeHash: null, country: null, sealedKey: sealKey(sealing, `viewing ${id}`, key), lengthMs: 119_200, positionMs: 0, at: AT })
  await sql`insert into served (house_id, viewing_id, segments, bytes, at) values (${houseId}, ${id}, '0-29', 1, ${AT}::timestamptz)`.execute(db)
  return { id, key }
} // prettier-ignore

/** What reading a clear copy of one viewing finds. */
export function clearCopyOf({ reels }: TraceWork, key: Uint8Array): ReelTrace {
  const { id, key: reelKey, candidates } = reels[0]!
  const readings = Array.from({ length: 60 }, (_, index) => ({ index, level: symbolOf(reelKey, key, index) === 1 ? 0.8 : -0.8, deviation: 0.1 })) // prettier-ignore
  const placed = { mirrored: false, pieces: [{ from: 0, to: 119, speed: 1, offset: 0 }], likeness: 0.9 }
  const read = { readings, placed, transform: [1, 0, 0, 0, 1, 0] as never, area: { left: 0, top: 0, right: 1, bottom: 1 }, alike: 0.99, pictures: 300, strange: 0 } // prettier-ignore
  return { id, trace: { read, verdict: verdictOf(reelKey, readings, candidates, drawsOf('innocent viewings'), { draws: 500 }) } }
}
