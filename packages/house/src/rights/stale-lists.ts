/** Lists that were sent, held against the book as it is now. */
import type { Locale } from '@vitrine/messages'
import { onOffer } from '@vitrine/rights/availability/answer'
import { regionsOf } from '@vitrine/rights/availability/regions'
import { type Line, meets, type Request } from '@vitrine/rights/book/line'
import { boxesMeet, isEmptyBox } from '@vitrine/rights/box/box'
import { type StatusChange, statusChanges } from '@vitrine/rights/check/simulate'
import { readRequest } from '@vitrine/rights/contracted/read-request'
import { dayOf } from '@vitrine/rights/days/day'
import { type ListRow, listsWithTitle, titlesChangedSinceSent } from '@vitrine/store/rights/availability-lists'
import { listVersions, type VersionRow } from '@vitrine/store/rights/entries'
import { readTitleLines } from '@vitrine/store/rights/lines'
import type { HouseContext } from '../context.ts'
import type { QuestionInWords, SentListRow, SentListSummary } from '../contract/rights.ts'
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

/** What the book says of titles, each read once. */
export interface TitleReader {
  lines(titleId: string): Promise<Line[]>
  states(titleId: string): Promise<VersionRow[]>
}

const MOST_TITLES = 500 // in memory at once, where many lists are looked at

export function titleReader(house: HouseContext): TitleReader {
  const once = <T>(read: (titleId: string) => Promise<T>): ((titleId: string) => Promise<T>) => {
    const kept = new Map<string, Promise<T>>()
    return (titleId) => {
      const known = kept.get(titleId)
      if (known !== undefined) return known
      if (kept.size >= MOST_TITLES) kept.clear()
      const reading = read(titleId)
      kept.set(titleId, reading)
      return reading
    }
  }
  return {
    lines: once((titleId) => readTitleLines(house.db, house.houseId, titleId)),
    states: once((titleId) => listVersions(house.db, house.houseId, { titleId })),
  }
}

/** Cells of a list's question whose status is another than when it was sent, for one film; days gone by are left out. */
export async function changesSince(
  house: HouseContext,
  list: ListRow,
  { box: asked }: Request,
  titleId: string,
  reader: TitleReader,
): Promise<StatusChange[]> {
  const today = todayOf(house)
  const box = onOffer(asked, today)
  if (isEmptyBox(box)) return []
  const states = (await reader.states(titleId)).filter(({ changeSeq }) => changeSeq <= list.changeSeq)
  const before = regionsOf(box, linesAsRecorded(states), dayOf(list.at.slice(0, 10))!)
  return statusChanges(before, regionsOf(box, await reader.lines(titleId), today))
}

/** Whether a change of status makes a promise untrue, or opens what was said to be closed. */
export const matters = (change: StatusChange, exclusive: boolean): boolean =>
  meets(change.before.status, exclusive) !== meets(change.after.status, exclusive)

/** Which of some lists are stale: for some film in them a cell that could be had no longer can, or the other way round. */
export async function staleAmong(house: HouseContext, lists: readonly ListRow[], reader: TitleReader): Promise<Set<string>> {
  const stale = new Set<string>()
  const standing = lists.filter(({ recalledAt }) => recalledAt === null)
  const changed = await titlesChangedSinceSent(house.db, house.houseId, standing.map(({ id }) => id)) // prettier-ignore
  for (const list of standing) {
    const request = requestOf(list)
    for (const titleId of changed.get(list.id) ?? []) {
      const changes = await changesSince(house, list, request, titleId, reader)
      if (!changes.some((change) => matters(change, request.exclusive))) continue
      stale.add(list.id)
      break
    }
  }
  return stale
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
