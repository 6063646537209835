import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryView, RightsVerbs } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { entryView } from '../../rights/reach-entry.ts'

/** An entry with its boxes in words, its papers and its history. */
export async function viewEntry(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['viewEntry']>[1],
): Promise<EntryView> {
  authorise(actor, 'viewEntry')
  return entryView(house, house.db, args.id, args.locale)
}
