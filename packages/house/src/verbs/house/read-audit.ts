import { readAuditLines } from '@vitrine/store/audit/read-audit'
import type { HouseContext } from '../../context.ts'
import type { Actor, AuditLine, Page } from '../../contract.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

/** The trail, the newest line first. */
export async function readAudit(
  house: HouseContext,
  actor: Actor,
  args: { cursor?: string | null; subjectId?: string; verb?: string; limit?: number },
): Promise<Page<AuditLine>> {
  authorise(actor, 'readAudit')
  const limit = Math.min(Math.max(Math.trunc(args.limit ?? 50), 1), 200)
  const cursor = fromCursor(args.cursor)
  const rows = await readAuditLines(house.db, house.houseId, {
    before: cursor ? Number(cursor[0]) : null,
    subjectId: args.subjectId ?? null,
    verb: args.verb ?? null,
    limit: limit + 1,
  })
  const items = rows.slice(0, limit).map(({ previous: _previous, hash: _hash, ...line }) => line)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? toCursor(last.seq) : null }
}
