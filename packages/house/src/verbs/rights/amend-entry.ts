import { wouldBe } from '@vitrine/rights/check/would-be'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryView, RightsVerbs } from '../../contract/rights.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { holdBook } from '../../rights/hold-book.ts'
import { noteOf } from '../../rights/note-of.ts'
import { entryView, holdStatus, holdVersion, reachEntry } from '../../rights/reach-entry.ts'
import { effectiveOf, readEntryInput } from '../../rights/read-input.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { write } from '../../write.ts'

/**
 * Other terms for a signed entry from a day on: an extension, a territory more, a window shortened. Days before it keep the
 * terms they had; without a day the entry is put right from its beginning. Either way what was recorded before stays readable.
 */
export async function amendEntry(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['amendEntry']>[1],
): Promise<EntryView> {
  authoriseEver(actor, 'amendEntry') // before a word of what was sent is judged
  const terms = readEntryInput(args.entry)
  const effective = effectiveOf(args)
  return write(house, actor, async (writing) => {
    const before = await reachEntry(house, writing.trx, actor, 'amendEntry', args.id)
    holdVersion(before, args.baseVersion)
    holdStatus(before, 'signed')
    const { id, titleId } = before
    await holdBook(house, writing.trx, titleId, wouldBe(id, terms, [], effective), args.acceptWarnings === true, args.locale)
    await recordEntry(house, writing, actor, { id, titleId, before, status: 'signed', terms, effective, verb: 'amendEntry', note: noteOf(args.note) }) // prettier-ignore
    return entryView(house, writing.trx, id, args.locale)
  })
}
