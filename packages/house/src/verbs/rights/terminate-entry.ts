import { wouldEnd } from '@vitrine/rights/check/would-be'
import { dayOf, writeDay } from '@vitrine/rights/days/day'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryView, RightsVerbs } from '../../contract/rights.ts'
import { parse } from '../../input.ts'
import { holdBook } from '../../rights/hold-book.ts'
import { noteOf } from '../../rights/note-of.ts'
import { entryView, holdStatus, holdVersion, reachEntry } from '../../rights/reach-entry.ts'
import { DayText } from '../../rights/read-input.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { write } from '../../write.ts'

/**
 * Ends a signed entry: `lastDay` is the last day on which it counts, and what it was until then stays. A draft is rejected. Of a grant, what
 * was sold on its strength is a warning (`rights-warnings`) that has to be accepted.
 */
export async function terminateEntry(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['terminateEntry']>[1],
): Promise<EntryView> {
  const lastDay = args.lastDay === null ? null : parse(DayText, args.lastDay)
  return write(house, actor, async (writing) => {
    const before = await reachEntry(house, writing.trx, actor, 'terminateEntry', args.id)
    holdVersion(before, args.baseVersion)
    holdStatus(before, 'draft', 'signed')
    const { id, titleId, terms } = before
    const draft = before.status === 'draft'
    // without a last day the entry never counted: it is taken back from its beginning
    const effective = draft || lastDay === null ? null : writeDay(dayOf(lastDay)! + 1)
    if (!draft)
      await holdBook(house, writing.trx, titleId, wouldEnd(id, terms, effective), args.acceptWarnings === true, args.locale)
    await recordEntry(house, writing, actor, { id, titleId, before, status: draft ? 'rejected' : 'terminated', terms, effective, verb: 'terminateEntry', note: noteOf(args.note) }) // prettier-ignore
    return entryView(house, writing.trx, id, args.locale)
  })
}
