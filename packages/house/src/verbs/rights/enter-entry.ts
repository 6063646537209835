import { wouldBe } from '@vitrine/rights/check/would-be'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryView, RightsVerbs } from '../../contract/rights.ts'
import { newId } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { holdBook } from '../../rights/hold-book.ts'
import { holdTitle } from '../../rights/hold-title.ts'
import { noteOf } from '../../rights/note-of.ts'
import { entryView } from '../../rights/reach-entry.ts'
import { readEntryInput } from '../../rights/read-input.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { takeUp } from '../../rights/take-up.ts'
import { write } from '../../write.ts'

/** Writes a signed entry into the book, checked as `signEntry` checks a draft. */
export async function enterEntry(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['enterEntry']>[1],
): Promise<EntryView> {
  authorise(actor, 'enterEntry')
  const terms = readEntryInput(args.entry)
  const { titleId, takesUp = [] } = args
  return write(house, actor, async (writing) => {
    await holdTitle(house, writing.trx, titleId)
    const id = newId(Date.parse(writing.at))
    await takeUp(house, writing, actor, titleId, takesUp, id)
    await holdBook(house, writing.trx, titleId, wouldBe(id, terms, takesUp), args.acceptWarnings === true, args.locale)
    await recordEntry(house, writing, actor, { id, titleId, before: null, status: 'signed', terms, effective: null, verb: 'enterEntry', note: noteOf(args.note) }) // prettier-ignore
    return entryView(house, writing.trx, id, args.locale)
  })
}
