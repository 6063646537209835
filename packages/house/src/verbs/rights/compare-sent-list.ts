import { answerRequest } from '@vitrine/rights/availability/answer'
import { findEntries } from '@vitrine/store/rights/entries'
import { lettersAbout } from '@vitrine/store/letters/letters'
import { findList } from '@vitrine/store/rights/availability-lists'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, SentListChange } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { toBoxInWords, toEntrySummary } from '../../rights/in-words.ts'
import { changesSince, type KeptAnswer, matters, requestOf, titleReader, toListSummary } from '../../rights/stale-lists.ts'
import { todayOf } from '../../rights/today.ts'

/** What of a sent list is no longer true, film by film, with the entries behind it. */
export async function compareSentList(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['compareSentList']>[1],
): ReturnType<RightsVerbs['compareSentList']> {
  authorise(actor, 'compareSentList')
  const list = await findList(house.db, house.houseId, { id: args.id })
  if (list === null) throw new HouseError('not-found', { subject: 'AvailabilityList' })
  const request = requestOf(list)
  const reader = titleReader(house)
  const found: SentListChange[] = []
  for (const row of (list.answer as KeptAnswer).rows) {
    const changes = await changesSince(house, list, request, row.titleId, reader)
    const mattering = changes.filter((change) => matters(change, request.exclusive))
    if (mattering.length === 0) continue
    const now = answerRequest(request, await reader.lines(row.titleId), [], todayOf(house))
    const ids = [...new Set(mattering.flatMap(({ before, after }) => [...before.because, ...after.because]))]
    const entries = await findEntries(house.db, house.houseId, ids)
    found.push({
      titleId: row.titleId,
      title: row.title,
      sent: row.answer,
      now: now.answer,
      changes: mattering.map(({ box, before, after }) => ({ box: toBoxInWords(box, args.locale), before: before.status, after: after.status })), // prettier-ignore
      entries: entries.filter((entry) => entry.updatedAt > list.at).map((entry) => toEntrySummary(entry, args.locale)),
    })
  }
  const stale = found.length > 0 && list.recalledAt === null
  const [letter = null] = await lettersAbout(house.db, house.houseId, 'AvailabilityList', list.id)
  return {
    list: toListSummary(list, stale, args.locale),
    listLocale: list.locale,
    titleIds: list.titleIds,
    changes: found,
    letter,
  }
}
