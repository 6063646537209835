import { simulate } from '@vitrine/rights/check/simulate'
import { wouldBe } from '@vitrine/rights/check/would-be'
import { EVERYTHING } from '@vitrine/rights/box/box'
import { readTitleLines } from '@vitrine/store/rights/lines'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, SimulationView } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { toBoxInWords, toRegionView } from '../../rights/in-words.ts'
import { effectiveOf, readEntryInput } from '../../rights/read-input.ts'
import { listsThatWouldChange } from '../../rights/stale-lists.ts'
import { todayOf } from '../../rights/today.ts'
import { checkRights, NOT_YET } from './check-rights.ts'

/** What an entry would take off the shelf: the film's whole picture before and after, and the sent lists it would make untrue. */
export async function simulateRights(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['simulateRights']>[1],
): Promise<SimulationView> {
  authorise(actor, 'simulateRights')
  const check = await checkRights(house, actor, args)
  const terms = readEntryInput(args.entry)
  const lines = await readTitleLines(house.db, house.houseId, args.titleId)
  const today = todayOf(house)
  const { before, after, changes } = simulate(
    wouldBe(NOT_YET, terms, args.replaces ?? [], effectiveOf(args)),
    lines,
    { ...EVERYTHING, from: today },
    today,
  )
  const { locale } = args
  return {
    check,
    changes: changes.map((change) => ({ box: toBoxInWords(change.box, locale), before: change.before.status, after: change.after.status })), // prettier-ignore
    before: before.map((region) => toRegionView(region, locale)),
    after: after.map((region) => toRegionView(region, locale)),
    staleLists: await listsThatWouldChange(house, args.titleId, changes, locale),
    asOf: check.asOf,
  }
}
