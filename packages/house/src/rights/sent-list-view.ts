import type { ListRow } from '@vitrine/store/rights/availability-lists'
import type { SentListView } from '../contract/rights.ts'
import { type KeptAnswer, questionOf } from './stale-lists.ts'

/** A list as its receiver sees it: as it was sent. */
export function sentListView(list: ListRow): SentListView {
  const { rows, house } = list.answer as KeptAnswer
  const { id, token, toName, toCompany, toEmail, at, byName, recalledAt, openedAt, locale, message } = list
  return { id, token, toName, toCompany, toEmail, at, byName, recalledAt, openedAt, locale, message, question: questionOf(list, locale), rows, house } // prettier-ignore
}
