import { wouldBe } from '@vitrine/rights/check/would-be'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryView, RightsVerbs } from '../../contract/rights.ts'
import { holdBook } from '../../rights/hold-book.ts'
import { noteOf } from '../../rights/note-of.ts'
import { entryView, holdStatus, holdVersion, reachEntry } from '../../rights/reach-entry.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { takeUp } from '../../rights/take-up.ts'
import { write } from '../../write.ts'

/**
 * Signs a draft. It is checked on the committed rows under the house's lock, so of any number of signatures at once that
 * contradict one another exactly one goes through, and the others are told which entry stands in their way.
 */
export async function signEntry(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['signEntry']>[1],
): Promise<EntryView> {
  const takesUp = args.takesUp ?? []
  return write(house, actor, async (writing) => {
    const before = await reachEntry(house, writing.trx, actor, 'signEntry', args.id)
    holdVersion(before, args.baseVersion)
    holdStatus(before, 'draft')
    const { id, titleId, terms } = before
    await takeUp(house, writing, actor, titleId, takesUp, id)
    await holdBook(house, writing.trx, titleId, wouldBe(id, terms, takesUp), args.acceptWarnings === true, args.locale)
    await recordEntry(house, writing, actor, { id, titleId, before, status: 'signed', terms, effective: null, verb: 'signEntry', note: noteOf(args.note) }) // prettier-ignore
    return entryView(house, writing.trx, id, args.locale)
  })
}
