import { answerRequest } from '@vitrine/rights/availability/answer'
import { writeDay } from '@vitrine/rights/days/day'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { readSettings } from '@vitrine/store/settings/settings'
import { findTitle } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract-rights.ts'
import { HouseError } from '../../errors.ts'
import { authorise, authoriseEver } from '../../policies/authorise.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { toQuestionInWords, toRegionView } from '../../rights/in-words.ts'
import { readQuestionOf } from '../../rights/read-input.ts'
import { todayOf } from '../../rights/today.ts'
import { withDefaults } from '../../settings/defaults.ts'

/**
 * What a buyer sees of a public film when the house wishes it: what can be had and when, never who holds the rest, on what
 * paper, or whether an option or a sale is behind it.
 */
export async function viewPublicAvailability(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['viewPublicAvailability']>[1],
): ReturnType<RightsVerbs['viewPublicAvailability']> {
  authoriseEver(actor, 'viewPublicAvailability')
  const settings = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const title = await findTitle(house.db, house.houseId, args.titleId)
  if (title === null || title.status !== 'published' || !settings.publicAvailability)
    throw new HouseError('not-found', { subject: 'Title' })
  authorise(actor, 'viewPublicAvailability', { published: true })
  const request = readQuestionOf(args.question)
  const got = answerRequest(request, await readTitleLines(house.db, house.houseId, title.id), cutsOf(title.sheet), todayOf(house))
  return {
    question: toQuestionInWords(request, args.locale),
    answer: got.answer,
    share: got.share,
    firstFullyMet: got.firstFullyMet === null ? null : writeDay(got.firstFullyMet),
    regions: got.regions.map((region) => {
      const { because: _because, ...view } = toRegionView(region, args.locale)
      const closed = view.status === 'held' || view.status === 'not-owned' ? ('blocked' as const) : view.status
      return { ...view, status: closed, undated: false }
    }),
  }
}
