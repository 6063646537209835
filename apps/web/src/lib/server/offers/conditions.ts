/** What of an offered right stands beside its box: exclusivity, runs, what its term waits for, holdbacks. In the words of the contract, so that what is accepted is what is signed. */
import { type ScheduleLine, scheduleOf, ScheduleError } from '@vitrine/deals/schedule/schedule'
import { scheduleWords } from '@vitrine/deals/schedule/schedule-words'
import type { Locale } from '@vitrine/messages'
import type { EntryTerms } from '@vitrine/rights/book/entry'

export interface Condition {
  field: 'exclusivity' | 'runs' | 'event' | 'holdbacks'
  label: string
  text: string
}

/**
 * @example
 * conditionsOf({ ...licence, exclusive: true, runs: { count: 2, catchUpDays: 7, broadcasts: [] } }, 'en')
 * // [{ field: 'exclusivity', label: 'Exclusivity', text: 'exclusive' }, { field: 'runs', label: 'Runs', text: '2 runs, …' }]
 */
export function conditionsOf(rights: EntryTerms, locale: Locale): Condition[] {
  const blocks = wordedBlocks(rights, locale)
  if (blocks === null) {
    const { labels, exclusive, nonExclusive } = scheduleWords[locale]
    return [{ field: 'exclusivity', label: labels.exclusivity, text: rights.exclusive ? exclusive : nonExclusive }]
  }
  return blocks.flatMap(({ kind, heading, lines }): Condition[] => {
    if (kind === 'holdback') return [{ field: 'holdbacks', label: heading, text: lines.filter(({ field }) => field !== 'members').map(({ text }) => text).join(' · ') }] // prettier-ignore
    return lines.flatMap((line) => {
      const field = fieldOf(line, rights)
      return field === null ? [] : [{ field, label: line.label, text: line.text }]
    })
  })
}

function fieldOf({ field }: ScheduleLine, rights: EntryTerms): Condition['field'] | null {
  if (field === 'exclusivity' || field === 'runs') return field
  // a term of fixed days stands in the box already
  return field === 'happened' || (field === 'term' && rights.event !== null) ? 'event' : null
}

function wordedBlocks(rights: EntryTerms, locale: Locale) {
  try {
    return scheduleOf(rights, locale).blocks
  } catch (thrown) {
    if (thrown instanceof ScheduleError) return null // no contract can be drawn up of it either, and that says why
    throw thrown
  }
}
