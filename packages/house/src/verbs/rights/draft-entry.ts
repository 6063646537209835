import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryView, RightsVerbs } from '../../contract/rights.ts'
import { newId } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { readEntryInput } from '../../rights/read-input.ts'
import { entryView } from '../../rights/reach-entry.ts'
import { holdTitle } from '../../rights/hold-title.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { noteOf } from '../../rights/note-of.ts'
import { write } from '../../write.ts'

/** Writes a draft into the book: paper without effect, whatever it contradicts. */
export async function draftEntry(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['draftEntry']>[1],
): Promise<EntryView> {
  authorise(actor, 'draftEntry')
  const terms = readEntryInput(args.entry)
  return write(house, actor, async (writing) => {
    await holdTitle(house, writing.trx, args.titleId)
    const id = newId(Date.parse(writing.at))
    await recordEntry(house, writing, actor, {
      id,
      titleId: args.titleId,
      before: null,
      status: 'draft',
      terms,
      effective: null,
      verb: 'draftEntry',
      note: noteOf(args.note),
    })
    return entryView(house, writing.trx, id, args.locale)
  })
}
