import { listEntryRows, listVersions } from '@vitrine/store/rights/entries'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page } from '../../contract.ts'
import type { EntrySummary, RightsVerbs } from '../../contract/rights.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { holdTitle } from '../../rights/hold-title.ts'
import { toEntrySummary } from '../../rights/in-words.ts'
import { summariesAsRecorded } from '../../rights/as-recorded.ts'

const Filter = z.object({
  titleId: Id.optional(),
  kind: z.enum(['grant', 'licence', 'holdback', 'option']).optional(),
  status: z.enum(['draft', 'signed', 'rejected', 'expired', 'terminated', 'taken-up']).optional(),
  text: z.string().max(200).optional(),
  contract: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(500).optional(),
  cursor: z.string().max(500).nullable().optional(),
  asOf: z.object({ today: z.string().optional(), recordedAt: z.iso.datetime({ offset: true }).optional() }).optional(),
})

/** Entries of the book, the last changed first; of one title also as they were recorded at a moment. */
export async function listEntries(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['listEntries']>[1],
): Promise<Page<EntrySummary>> {
  authorise(actor, 'listEntries')
  const { locale } = args
  const { asOf, limit = 100, cursor, ...filter } = parse(Filter, { ...args, locale: undefined })
  if (filter.titleId !== undefined && asOf?.recordedAt !== undefined) {
    const sheet = await holdTitle(house, house.db, filter.titleId)
    const states = await listVersions(house.db, house.houseId, { titleId: filter.titleId }, { recordedAt: asOf.recordedAt })
    return { items: summariesAsRecorded(states, sheet.title, locale), nextCursor: null }
  }
  const after = fromCursor(cursor)
  const rows = await listEntryRows(house.db, house.houseId, { ...filter, limit: limit + 1, after: after === null ? null : { updatedAt: String(after[0]), id: String(after[1]) } }) // prettier-ignore
  const items = rows.slice(0, limit).map((row) => toEntrySummary(row, locale))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? toCursor(last.updatedAt, last.id) : null }
}
