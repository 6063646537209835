import { writeDay } from '@vitrine/rights/days/day'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { readSettings } from '@vitrine/store/settings/settings'
import { findTitle } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { authorise, authoriseEver } from '../../policies/authorise.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { toQuestionInWords, toRegionView } from '../../rights/in-words.ts'
import { readQuestionOf } from '../../rights/read-input.ts'
import { answerWith, ownOptions } from '../../room/held-for.ts'
import { withDefaults } from '../../settings/defaults.ts'

/**
 * What a buyer sees of a public film when the house wishes it: what can be had and when, never who holds the rest, on what
 * paper, or whether an option or a sale is behind it. What the buyer's own offers hold is theirs to have, until the day that is told.
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
  const lines = await readTitleLines(house.db, house.houseId, title.id)
  const own = actor.companyId ? (await ownOptions(house, actor.companyId)).filter(({ titleId }) => titleId === title.id) : []
  const { got, until } = answerWith(house, request, lines, cutsOf(title.sheet), own)
  return {
    question: toQuestionInWords(request, args.locale),
    answer: got.answer,
    share: got.share,
    heldUntil: until,
    firstFullyMet: got.firstFullyMet === null ? null : writeDay(got.firstFullyMet),
    regions: got.regions.map((region) => {
      const { because: _because, ...view } = toRegionView(region, args.locale)
      const closed = view.status === 'held' || view.status === 'not-owned' ? ('blocked' as const) : view.status
      return { ...view, status: closed, undated: false }
    }),
  }
}
