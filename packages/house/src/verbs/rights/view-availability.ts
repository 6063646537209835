import { answerRequest } from '@vitrine/rights/availability/answer'
import { freeFrom } from '@vitrine/rights/availability/first-fully-met'
import { repairsOf } from '@vitrine/rights/availability/repairs'
import { meets } from '@vitrine/rights/book/line'
import { dayOf, writeDay } from '@vitrine/rights/days/day'
import { readHead } from '@vitrine/store/audit/lock-house'
import { findEntries, listVersions } from '@vitrine/store/rights/entries'
import { readTitleLines } from '@vitrine/store/rights/lines'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AvailabilityView, EntrySummary, RightsVerbs } from '../../contract/rights.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { linesAsRecorded, summariesAsRecorded } from '../../rights/as-recorded.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { holdTitle } from '../../rights/hold-title.ts'
import { toEntrySummary, toQuestionInWords, toRegionView, toRepairView } from '../../rights/in-words.ts'
import { readQuestionOf, When } from '../../rights/read-input.ts'
import { todayOf } from '../../rights/today.ts'

/** One film's full picture: every region of the question with its status and reasons, when all of it is free, and the smallest changes that can be had now. */
export async function viewAvailability(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['viewAvailability']>[1],
): Promise<AvailabilityView> {
  authorise(actor, 'viewAvailability')
  const request = readQuestionOf(args.question)
  const asOf = parse(When, args.asOf)
  const { titleId, locale } = args
  const sheet = await holdTitle(house, house.db, titleId)
  const cuts = cutsOf(sheet)
  const today = asOf?.today === undefined ? todayOf(house) : dayOf(asOf.today)!
  const head = await readHead(house.db, house.houseId)
  const states = asOf?.recordedAt === undefined ? null : await listVersions(house.db, house.houseId, { titleId }, { recordedAt: asOf.recordedAt }) // prettier-ignore
  const lines = states === null ? await readTitleLines(house.db, house.houseId, titleId) : linesAsRecorded(states)

  const got = answerRequest(request, lines, cuts, today)
  const named = new Set(got.regions.flatMap(({ because }) => because))
  const entries: EntrySummary[] =
    states === null
      ? (await findEntries(house.db, house.houseId, [...named])).map((row) => toEntrySummary(row, locale))
      : summariesAsRecorded(states, sheet.title, locale).filter(({ id }) => named.has(id))
  return {
    titleId,
    title: sheet.titles[locale] ?? sheet.title,
    cuts,
    question: toQuestionInWords(request, locale),
    answer: got.answer,
    share: got.share,
    firstFullyMet: got.firstFullyMet === null ? null : writeDay(got.firstFullyMet),
    regions: got.regions.map((region) => {
      const free =
        meets(region.status, request.exclusive) || region.status === 'not-owned'
          ? null
          : freeFrom(region.box, request.exclusive, lines, today)
      return { ...toRegionView(region, locale), freeFrom: free === null ? null : writeDay(free) }
    }),
    repairs: got.answer === 'full' ? [] : repairsOf(request, lines, cuts, today).map((repair) => toRepairView(repair, locale)),
    entries: Object.fromEntries(entries.map((entry) => [entry.id, entry])),
    asOf: head?.changeSeq ?? 0,
    today: writeDay(today)!,
  }
}
