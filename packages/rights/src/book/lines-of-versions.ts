/** An entry through its states: what was agreed later holds from its day on and leaves what was before as it was. */
import { type Day, dayOf } from '../days/day.ts'
import type { EntryStatus, EntryTerms } from './entry.ts'
import type { Line } from './line.ts'
import { linesOfEntry } from './lines-of-entry.ts'

export interface EntryState {
  readonly status: EntryStatus
  readonly terms: EntryTerms
  /** The day from which this state holds; null: it puts the entry right from its beginning. */
  readonly effective: string | null
}

/**
 * The lines of an entry from all of its states, oldest first. A termination is a state that has no lines from its day on. When an event
 * happened and which runs were broadcast is no agreement but what came to pass: as the newest state tells it, it counts in all of them.
 *
 * @example
 * const terms = readTerms({ kind: 'licence', territory: 'FR', media: 'svod', from: '2026-01-01', to: '2028-12-31' }, 'e1')
 * const states = [{ status: 'signed', terms, effective: null }, { status: 'terminated', terms, effective: '2027-07-01' }]
 * linesOfVersions('e1', states).map(({ box }) => writeDay(box.to)) // ['2027-06-30']
 */
export function linesOfVersions(id: string, states: readonly EntryState[]): Line[] {
  let lines: Line[] = []
  const newest = states.at(-1)?.terms
  for (const { status, terms, effective } of states) {
    const now = linesOfEntry(id, status, asItHappened(terms, newest!))
    if (effective === null) {
      lines = now
      continue
    }
    const day = dayOf(effective)
    if (day === null) throw new RangeError(`${effective} is no day of the calendar.`)
    lines = [...between(lines, null, day - 1), ...between(now, day, null)]
  }
  return lines
}

function asItHappened(terms: EntryTerms, { event, runs }: EntryTerms): EntryTerms {
  return {
    ...terms,
    event: terms.event !== null && event?.kind === terms.event.kind ? { ...terms.event, date: event.date } : terms.event,
    runs: terms.runs !== null && runs !== null ? { ...terms.runs, broadcasts: runs.broadcasts } : terms.runs,
  }
}

const between = (lines: readonly Line[], first: Day | null, last: Day | null): Line[] =>
  lines
    .map((line) => ({
      ...line,
      box: { ...line.box, from: Math.max(line.box.from, first ?? line.box.from), to: Math.min(line.box.to, last ?? line.box.to) },
    })) // prettier-ignore
    .filter(({ box }) => box.from <= box.to)
