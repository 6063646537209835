import { wouldBe } from '@vitrine/rights/check/would-be'
import { readHead } from '@vitrine/store/audit/lock-house'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { CheckResult, RightsVerbs } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { judge, toObjectionViews } from '../../rights/hold-book.ts'
import { holdTitle } from '../../rights/hold-title.ts'
import { termBoxInWords, termsInWords } from '../../rights/in-words.ts'
import { effectiveOf, readEntryInput } from '../../rights/read-input.ts'

/** The id of an entry that is not in the book yet. */
export const NOT_YET = 'new'

/** Whether an entry could be signed now, and what stands in its way. Writes nothing. */
export async function checkRights(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['checkRights']>[1],
): Promise<CheckResult> {
  authorise(actor, 'checkRights')
  const terms = readEntryInput(args.entry)
  await holdTitle(house, house.db, args.titleId)
  const { verdict } = await judge(house, house.db, args.titleId, wouldBe(NOT_YET, terms, args.replaces ?? [], effectiveOf(args)))
  return {
    verdict: verdict.verdict,
    objections: await toObjectionViews(house, house.db, verdict.objections, args.locale),
    text: termsInWords(terms, args.locale),
    boxes: terms.boxes.map((box) => termBoxInWords(box, terms, args.locale)),
    asOf: (await readHead(house.db, house.houseId))?.changeSeq ?? 0,
  }
}
