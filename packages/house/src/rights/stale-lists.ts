/** Lists that were sent, held against the book as it is now. */
import type { Locale } from '@vitrine/messages'
import { answerRequest, onOffer } from '@vitrine/rights/availability/answer'
import { regionsOf } from '@vitrine/rights/availability/regions'
import { meets, type Request } from '@vitrine/rights/book/line'
import { boxesMeet, isEmptyBox } from '@vitrine/rights/box/box'
import { type StatusChange, statusChanges } from '@vitrine/rights/check/simulate'
import { readRequest } from '@vitrine/rights/contracted/read-request'
import { dayOf } from '@vitrine/rights/days/day'
import { type ListRow, listsWithTitle, titlesChangedSince } from '@vitrine/store/rights/availability-lists'
import { listVersions } from '@vitrine/store/rights/entries'
import { readTitleLines } from '@vitrine/store/rights/lines'
import type { HouseContext } from '../context.ts'
import type { QuestionInWords, SentListRow, SentListSummary } from '../contract-rights.ts'
import { linesAsRecorded } from './as-recorded.ts'
import { toQuestionInWords } from './in-words.ts'
import { todayOf } from './today.ts'

/** What is kept of a list's question: leaves, so that it means the same for ever. */
export interface KeptQuestion {
  territory: string[]
  media: string[]
  languages: string[]
  cut: string | null
  from: string
  to: string | null
  exclusive: boolean
}
export interface KeptAnswer {
  rows: SentListRow[]
  house: string
}

export const requestOf = (list: ListRow): Request => readRequest(list.question as KeptQuestion)

export const toListSummary = (list: ListRow, stale: boolean, locale: Locale): SentListSummary => ({
  id: list.id,
  token: list.token,
  toName: list.toName,
  toCompany: list.toCompany,
  toEmail: list.toEmail,
  at: list.at,
  byName: list.byName,
  titles: list.titleIds.length,
  question: questionOf(list, locale),
  stale,
  recalledAt: list.recalledAt,
  openedAt: list.openedAt,
})
export const questionOf = (list: ListRow, locale: Locale): QuestionInWords => toQuestionInWords(requestOf(list), locale)

/** Cells of a list's question whose status is another than when it was sent, for one film; days gone by are left out. */
export async function changesSince(
  house: HouseContext,
  list: ListRow,
  titleId: string,
): Promise<{ changes: StatusChange[]; now: ReturnType<typeof answerRequest> }> {
  const request = requestOf(list)
  const today = todayOf(house)
  const lines = await readTitleLines(house.db, house.houseId, titleId)
  const now = answerRequest(request, lines, [], today)
  const box = onOffer(request.box, today)
  if (isEmptyBox(box)) return { changes: [], now }
  const then = linesAsRecorded(await listVersions(house.db, house.houseId, { titleId }, { changeSeq: list.changeSeq }))
  const before = regionsOf(box, then, dayOf(list.at.slice(0, 10))!)
  return { changes: statusChanges(before, now.regions), now }
}

/** Whether a change of status makes a promise untrue, or opens what was said to be closed. */
export const matters = (change: StatusChange, exclusive: boolean): boolean =>
  meets(change.before.status, exclusive) !== meets(change.after.status, exclusive)

/** A list is stale when for some film in it a cell that could be had no longer can, or the other way round. */
export async function isStale(house: HouseContext, list: ListRow): Promise<boolean> {
  if (list.recalledAt !== null) return false
  const { exclusive } = requestOf(list)
  for (const titleId of await titlesChangedSince(house.db, house.houseId, list.titleIds, list.changeSeq)) {
    const { changes } = await changesSince(house, list, titleId)
    if (changes.some((change) => matters(change, exclusive))) return true
  }
  return false
}

/** Lists that an entry would make untrue. */
export async function listsThatWouldChange(
  house: HouseContext,
  titleId: string,
  changes: readonly StatusChange[],
  locale: Locale,
): Promise<SentListSummary[]> {
  const lists = await listsWithTitle(house.db, house.houseId, titleId)
  return lists
    .filter((list) => {
      const { box, exclusive } = requestOf(list)
      return changes.some((change) => matters(change, exclusive) && boxesMeet(change.box, box))
    })
    .map((list) => toListSummary(list, true, locale))
}
