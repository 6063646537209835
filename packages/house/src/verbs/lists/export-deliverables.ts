import { DELIVERABLE_STATES } from '@vitrine/deals/states/machines'
import { afterWords } from '@vitrine/messages/after'
import { stateWords } from '@vitrine/messages/deals'
import { type DeliverableRow, listDeliverableRows } from '@vitrine/store/after/deliverables'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ListVerbs } from '../../contract/lists.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { parse } from '../../input.ts'
import { type Columns, listAsked, listFile, BY_HAND, pagesBehind } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { SHELVES } from '../after/list-deliverables.ts'

const STEP = 500
const Filter = z.object({ shelf: z.enum(['open', 'sent', 'done', 'all']).default('all') })
const COLUMNS: Columns<'deliverables', DeliverableRow> = {
  dueOn: [12, ({ dueOn }) => dueOn],
  kind: [22, ({ kind }, locale) => afterWords[locale][`deliverable.${kind}`]],
  detail: [24, ({ detail }) => detail],
  film: [36, ({ title }, locale) => title ?? afterWords[locale].wholeDeal],
  deal: [10, ({ dealNumber }) => `D-${dealNumber}`],
  dealName: [36, ({ dealName }) => dealName],
  company: [28, ({ companyName }) => companyName],
  state: [14, ({ state }, locale) => stateWords[locale].deliverable[state]],
  lies: [30, ({ lies }) => lies],
  note: [30, ({ note }) => note],
  files: [8, ({ files }) => files],
}

/** What is to be delivered across all deals, as a spreadsheet, the soonest first. */
export async function exportDeliverables(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ListVerbs['exportDeliverables']>[1],
  leaving = BY_HAND,
): Promise<TakenAway> {
  authorise(actor, 'exportDeliverables')
  const asked = listAsked('deliverables', args)
  const { shelf } = parse(Filter, { shelf: args.shelf })
  const states = shelf === 'all' ? [...DELIVERABLE_STATES] : SHELVES[shelf]
  const pages = pagesBehind<DeliverableRow>((after) => listDeliverableRows(house.db, house.houseId, { states, after, limit: STEP }), STEP) // prettier-ignore
  return listFile('deliverables', afterWords[asked.locale].deliverables, COLUMNS, pages, asked, leaving)
}
