import { listPaperRows, type PaperRow } from '@vitrine/store/papers/papers'
import { papersWaitingFor } from '@vitrine/store/papers/signing'
import { findMember } from '@vitrine/store/users/members'
import { z } from 'zod'
import { PAPER_STATES } from '@vitrine/deals/states/machines'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs } from '../../contract/papers.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { toPaperSummary } from '../../papers/reach-paper.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'

const Asked = z.object({
  dealId: Id.optional(),
  state: z.enum(PAPER_STATES).optional(),
  limit: z.int().min(1).max(200).optional(),
})

/** Papers, the newest change first. A buyer gets those of their company that were sent. */
export async function listPapers(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['listPapers']>[1],
): ReturnType<PaperVerbs['listPapers']> {
  authoriseEver(actor, 'listPapers')
  const { dealId, state, limit = 50 } = parse(Asked, { dealId: args.dealId, state: args.state, limit: args.limit })
  const everyones = can(actor, 'listPapers')
  if (!everyones && !actor.companyId) return { items: [], nextCursor: null }
  const after = fromCursor(args.cursor)
  const rows = await listPaperRows(house.db, house.houseId, {
    dealId,
    state,
    ...(everyones ? {} : { companyId: actor.companyId!, sentOnly: true }),
    after: after === null ? null : { updatedAt: String(after[0]), id: String(after[1]) },
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const mine = await waitingFor(house, actor, items)
  return {
    items: items.map((row) => ({ ...toPaperSummary(row), mine: mine.has(row.id) })),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last.updatedAt, last.id) : null,
  }
}

/** What the asker, who buys, is to sign themselves. */
async function waitingFor(house: HouseContext, actor: Actor, rows: readonly PaperRow[]): Promise<Set<string>> {
  const out = rows.filter(({ state }) => state === 'out').map(({ id }) => id)
  if (actor.role !== 'buyer' || actor.userId === null || out.length === 0) return new Set()
  const member = await findMember(house.db, house.houseId, actor.userId)
  return member === null ? new Set() : papersWaitingFor(house.db, house.houseId, out, member.email, house.now().toISOString())
}
