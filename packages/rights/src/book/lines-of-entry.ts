/** From the terms of an entry to the lines the engine reckons with. */
import type { Box } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { addMonths, type Day, dayOf, PERPETUITY, SINCE_EVER } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { mediaOf } from '../media/media-set.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import type { EntryStatus, EntryTerms, TermBox } from './entry.ts'
import type { Line } from './line.ts'

/**
 * The lines of an entry; none when it has no effect. A licence that imposes holdbacks has a line for each of them.
 *
 * @example
 * const terms = readTerms({ kind: 'holdback', territory: 'FR', media: 'svod' }, 'e3')
 * linesOfEntry('e3', 'signed', terms).length // 1
 * linesOfEntry('e3', 'draft', terms)         // []: paper without effect
 */
export function linesOfEntry(id: string, status: EntryStatus, terms: EntryTerms): Line[] {
  if (status !== 'signed') return []
  const undated = terms.event !== null && terms.event.date === null
  const expires = terms.kind === 'option' && terms.expires !== null ? day(terms.expires) : PERPETUITY
  const line = (kind: Line['kind'], box: Box): Line => ({
    entry: id,
    kind,
    exclusive: terms.exclusive && (kind === 'grant' || kind === 'licence'),
    box,
    expires: kind === 'option' ? expires : PERPETUITY,
    undated,
  })
  const lines = [
    ...terms.boxes.map((box) => line(terms.kind, boxOf(box, terms))),
    ...terms.imposes.map((box) => line('holdback', imposedBoxOf(box, terms))),
  ]
  return lines.filter(({ box }) => box.from <= box.to)
}

/** A box as it counts today: its window begins with the event and ends with the last run. */
export function boxOf(box: TermBox, { event, runs }: Pick<EntryTerms, 'event' | 'runs'>): Box {
  let from = box.from === null ? SINCE_EVER : day(box.from)
  let to = box.to === null ? PERPETUITY : day(box.to)
  if (event !== null && event.date !== null) {
    const happened = day(event.date)
    from = Math.max(from, happened)
    if (event.months !== null) to = Math.min(to, addMonths(happened, event.months) - 1)
  }
  if (runs !== null && runs.broadcasts.length >= runs.count)
    to = Math.min(to, day(runs.broadcasts[runs.count - 1]!) + runs.catchUpDays)
  return {
    territories: TerritorySet.of(box.territories),
    media: mediaOf(box.media),
    languages: LanguageSet.of(box.languages),
    cuts: box.cuts === null ? CutSet.all : CutSet.of(box.cuts),
    from,
    to,
  }
}

/**
 * The box of a holdback that a licence imposes. One with a last day of its own was promised through that day, and neither the last run
 * nor the months from an event bring it forward; one without ends with the licence, on the last day of any of its boxes: what was promised
 * for the sake of a licence is not owed once there is none (decision 123).
 */
export function imposedBoxOf(box: TermBox, terms: Pick<EntryTerms, 'boxes' | 'event' | 'runs'>): Box {
  const { event } = terms
  if (box.to !== null) return boxOf(box, { event: event === null ? null : { ...event, months: null }, runs: null })
  const own = boxOf(box, terms)
  const ends = terms.boxes.reduce((last, one) => Math.max(last, boxOf(one, terms).to), SINCE_EVER)
  return { ...own, to: Math.min(own.to, ends) }
}

function day(text: string): Day {
  const found = dayOf(text)
  if (found === null) throw new RangeError(`${text} is no day of the calendar.`)
  return found
}
