/** The book of a title as it was recorded at a moment: from the states that existed then. */
import type { Locale } from '@vitrine/messages'
import type { Line } from '@vitrine/rights/book/line'
import { linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import { PERPETUITY, SINCE_EVER, writeDay } from '@vitrine/rights/days/day'
import type { VersionRow } from '@vitrine/store/rights/entries'
import type { EntrySummary } from '../contract/rights.ts'
import { termsSummary } from './in-words.ts'

const byEntry = (states: readonly VersionRow[]): Map<string, VersionRow[]> => Map.groupBy(states, ({ entryId }) => entryId)

/** The lines that had effect; states in the order in which they were recorded. */
export const linesAsRecorded = (states: readonly VersionRow[]): Line[] =>
  [...byEntry(states)].flatMap(([id, versions]) => linesOfVersions(id, versions))

export function summariesAsRecorded(states: readonly VersionRow[], title: string, locale: Locale): EntrySummary[] {
  return [...byEntry(states)].map(([id, versions]) => {
    const last = versions.at(-1)!
    const { terms } = last
    const lines = linesOfVersions(id, versions)
    const from = Math.min(...lines.map(({ box }) => box.from))
    const to = Math.max(...lines.map(({ box }) => box.to))
    return {
      id,
      titleId: last.titleId,
      title,
      version: last.version,
      kind: terms.kind,
      status: last.status,
      ...termsSummary(terms, locale),
      firstDay: lines.length === 0 || from === SINCE_EVER ? null : writeDay(from),
      lastDay: lines.length === 0 || to === PERPETUITY ? null : writeDay(to),
      expires: terms.expires,
      undated: terms.event !== null && terms.event.date === null,
      updatedAt: last.at,
    }
  })
}
