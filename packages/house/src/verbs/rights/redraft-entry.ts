import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryView, RightsVerbs } from '../../contract/rights.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { noteOf } from '../../rights/note-of.ts'
import { entryView, holdStatus, holdVersion, reachEntry } from '../../rights/reach-entry.ts'
import { readEntryInput } from '../../rights/read-input.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { write } from '../../write.ts'

/** Changes a draft. What it said before stays in its history. */
export async function redraftEntry(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['redraftEntry']>[1],
): Promise<EntryView> {
  authoriseEver(actor, 'redraftEntry') // before a word of what was sent is judged
  const terms = readEntryInput(args.entry)
  return write(house, actor, async (writing) => {
    const before = await reachEntry(house, writing.trx, actor, 'redraftEntry', args.id)
    holdVersion(before, args.baseVersion)
    holdStatus(before, 'draft')
    const { id, titleId } = before
    await recordEntry(house, writing, actor, { id, titleId, before, status: 'draft', terms, effective: null, verb: 'redraftEntry', note: noteOf(args.note) }) // prettier-ignore
    return entryView(house, writing.trx, id, args.locale)
  })
}
