import {
  type DeliverableFile,
  type DeliverableRow,
  deliverableCounts,
  deliverablesOfDeal,
  filesOfDeal,
  findDeliverable,
} from '@vitrine/store/after/deliverables'
import type { Asker } from '@vitrine/store/asker'
import type { DealRow } from '@vitrine/store/deals/deals'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { DealHead, DeliverablesOfDeal } from '../contract/after.ts'
import { HouseError } from '../errors.ts'
import { authoriseEver } from '../policies/authorise.ts'
import type { Verb } from '../policies/policy.ts'
import { can } from '../policies/table.ts'
import { onTheSheet } from './on-the-sheet.ts'

/** A deliverable by id, for a verb. To a buyer of another company it is not there. */
export async function reachDeliverable(
  house: HouseContext,
  db: Asker,
  actor: Actor,
  verb: Verb,
  id: string,
): Promise<DeliverableRow> {
  authoriseEver(actor, verb)
  const row = await findDeliverable(db, house.houseId, id)
  if (row === null || !can(actor, verb, { companyId: row.companyId }))
    throw new HouseError('not-found', { subject: 'Deliverable' })
  return row
}

/** Fails with `revision-changed` when somebody else was quicker. */
export function holdDeliverableRevision(row: DeliverableRow, revision: number): void {
  if (row.revision !== revision) throw new HouseError('revision-changed', { revision: row.revision, baseRevision: revision })
}

export const dealHead = (deal: DealRow): DealHead => {
  const { id, number, name, state, companyId, companyName, currency, locale, signedOn, revision } = deal
  return { id, number, name, state, companyId, companyName, currency, locale, signedOn, revision }
}

/** All that a deal's buyer is to get. What is said within the house alone is not shown to the buyer. */
export async function deliverablesView(house: HouseContext, db: Asker, actor: Actor, deal: DealRow): Promise<DeliverablesOfDeal> {
  const rows = await deliverablesOfDeal(db, house.houseId, deal.id)
  const files = Map.groupBy(await filesOfDeal(db, house.houseId, deal.id), ({ deliverableId }) => deliverableId)
  const titles = await findTitles(db, house.houseId, [...new Set(rows.flatMap(({ titleId }) => titleId ?? []))])
  const sheets = new Map(titles.map(({ id, sheet }) => [id, sheet]))
  const outside = actor.role === 'buyer'
  return {
    deal: { ...dealHead(deal), ...(outside ? { name: '' } : {}) }, // how the house calls a deal is its own
    items: rows.map((row) => ({
      ...row,
      ...(outside ? { dealName: '' } : {}),
      lies: outside && row.state !== 'sent' && row.state !== 'accepted' ? null : row.lies,
      note: outside && row.state !== 'refused' ? null : row.note,
      onTheSheet: outside
        ? 'unknown'
        : onTheSheet(row.titleId === null ? null : (sheets.get(row.titleId) ?? null), row.kind, row.detail),
      files: (outside && row.state !== 'sent' && row.state !== 'accepted' ? [] : (files.get(row.id) ?? [])).map(fileView),
    })),
    counts: await deliverableCounts(db, house.houseId, deal.id),
  }
}

const fileView = ({ id, fileName, mediaType, bytes, at, byName }: DeliverableFile): DeliverablesOfDeal['items'][number]['files'][number] => ({ id, fileName, mediaType, bytes, at, byName }) // prettier-ignore
