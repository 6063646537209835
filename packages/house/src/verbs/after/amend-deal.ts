import type { EntryTerms } from '@vitrine/rights/book/entry'
import { writeTerms } from '@vitrine/rights/book/write-terms'
import { wouldBe } from '@vitrine/rights/check/would-be'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DealHead } from '../../contract-after.ts'
import { licencesOf } from '../../after/licences-of.ts'
import { moveInstalments } from '../../after/move-instalments.ts'
import { dealHead } from '../../after/reach-deliverable.ts'
import { holdDealRevision, holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse, Revision } from '../../input.ts'
import { holdBook } from '../../rights/hold-book.ts'
import { noteOf } from '../../rights/note-of.ts'
import { DayText, readEntryInput } from '../../rights/read-input.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { write } from '../../write.ts'

const Args = z.object({
  id: Id,
  baseRevision: Revision,
  entryIds: z.array(Id).min(1).max(200), // prettier-ignore
  to: DayText.nullable().optional(),
  territory: z.string().trim().min(1).max(4_000).optional(),
  effective: DayText.nullable(),
})

/**
 * Changes what was signed: another last day, other territories, for licences of one deal. Each is checked on the committed book
 * as any amendment is; one that cannot be refuses all, and nothing is written.
 */
export async function amendDeal(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['amendDeal']>[1],
): Promise<DealHead> {
  const { id, baseRevision, entryIds, to, territory, effective } = parse(Args, args)
  if (to === undefined && territory === undefined)
    throw new HouseError('invalid-input', {
      issues: [
        {
          path: 'to',
          message: 'Say what changes: the last day, or the territories',
          messageFr: 'Dites ce qui change : le dernier jour, ou les territoires',
        },
      ],
    })
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'amendDeal', id)
    holdDealRevision(deal, baseRevision)
    holdDealState(deal, 'signed', 'completed')
    const licences = (await licencesOf(house, writing.trx, id)).filter((row) => entryIds.includes(row.id))
    if (licences.length !== new Set(entryIds).size) throw new HouseError('not-found', { subject: 'Entry' })
    for (const before of licences) {
      const boxes = before.terms.boxes.map((box) => ({ ...box, ...(to === undefined ? {} : { to }) }))
      const terms = territory === undefined ? { ...before.terms, boxes } : withTerritory({ ...before.terms, boxes }, territory)
      await holdBook(
        house,
        writing.trx,
        before.titleId,
        wouldBe(before.id, terms, [], effective),
        args.acceptWarnings === true,
        args.locale,
      )
      await recordEntry(house, writing, actor, { id: before.id, titleId: before.titleId, before, status: 'signed', terms, effective, verb: 'amendDeal', note: noteOf(args.note) }) // prettier-ignore
    }
    await noteDeal(house, writing, actor, id, 'amendDeal', {
      licences: entryIds,
      effective,
      ...(to === undefined ? {} : { to }),
      ...(territory === undefined ? {} : { territory }),
    })
    await moveInstalments(house, writing, actor, id)
    return dealHead(await reachDeal(house, writing.trx, actor, 'amendDeal', id))
  })
}

/** The same terms for other territories, read as any entry's are. */
function withTerritory(terms: EntryTerms, territory: string): EntryTerms {
  const boxes = terms.boxes.map((box) => {
    const { wording: _, ...written } = writeTerms({ ...terms, boxes: [box], imposes: [] })
    const { territory: wording, territories } = readEntryInput({ ...written, territory }).boxes[0]!
    return { ...box, territory: wording, territories }
  })
  return { ...terms, boxes }
}
