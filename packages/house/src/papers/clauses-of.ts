import { EXAMPLE_CLAUSES } from '@vitrine/deals/clauses/example-clauses'
import type { Asker } from '@vitrine/store/asker'
import { type ClauseRow, listClauseRows } from '@vitrine/store/papers/clauses'
import type { HouseContext } from '../context.ts'
import type { ClauseView } from '../contract/papers.ts'

/** The house's clauses; before it has saved any, the example that it begins with, so that a first paper can be drawn up. */
export async function clausesOf(house: HouseContext, db: Asker): Promise<ClauseView[]> {
  const rows = await listClauseRows(db, house.houseId)
  if (rows.length > 0) return rows.map(toClauseView)
  return EXAMPLE_CLAUSES.map((terms) => ({ id: null, version: 0, terms, retiredAt: null, updatedAt: null, byName: null }))
}

export const toClauseView = (row: ClauseRow): ClauseView => ({
  id: row.id,
  version: row.version,
  terms: row.terms,
  retiredAt: row.retiredAt,
  updatedAt: row.updatedAt,
  byName: row.byName,
})
