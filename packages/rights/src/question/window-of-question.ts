/** The window that a question asks for. */
import { addMonths, type Day, PERPETUITY } from '../days/day.ts'
import { type Confidence, type Found, leastSure } from '../sentence/found.ts'
import type { Item, ItemOf } from '../sentence/items.ts'
import type { Line, Span } from '../sentence/line.ts'
import { isMarker, type Notes } from '../sentence/notes-of.ts'
import { datesOf, isLead } from '../sentence/dates-of.ts'
import { firstDayOf, lastDayOf } from '../sentence/window.ts'

/** What a buyer who says nothing is taken to want. */
export const USUAL_MONTHS = 36

/** From today when no beginning is said, for three years when neither an end nor a length is. */
export function windowOfQuestion(line: Line, items: readonly Item[], today: Day, notes: Notes): Found<{ from: Day; to: Day }> {
  const said = datesOf(line, items, today, notes)
  const length = items.find((item, n): item is ItemOf<'duration'> => item.kind === 'duration' && !isLead(line, items, n))
  const perpetuity = items.find((item) => isMarker(item, 'perpetuity'))
  const spans: Span[] = [...said.places, ...[length, perpetuity].filter((item) => item !== undefined)]
    .sort((a, b) => a.at - b.at)
    .map(({ at, end }) => line.spanOf(at, end))
  let confidence: Confidence = said.isAssumed ? 'assumed' : 'read'
  const assume = (): void => void (confidence = leastSure(confidence, 'assumed'))

  let to = perpetuity ? PERPETUITY : said.to
  let from = said.from
  if (from === null && length && to !== null && to < PERPETUITY) {
    from = Math.max(today, firstDayOf(to, length))
    assume()
  }
  if (from === null) {
    from = today
    assume()
  }
  if (said.period && length) to = lastDayOf(from, length)
  else if (said.period) notes.add('whole-period', said.places[0]!)
  if (to !== null && to < from) {
    notes.add('window-reversed', said.places[0] ?? null)
    confidence = 'unclear'
    to = null
  }
  if (length && to !== null && !said.period && said.from !== null && lastDayOf(from, length) !== to) {
    notes.add('window-disagrees', length)
    confidence = 'unclear'
  }
  if (to === null && length) to = lastDayOf(from, length)
  if (to === null) {
    notes.add(said.from === null ? 'window-assumed' : 'length-assumed', null)
    to = addMonths(from, USUAL_MONTHS) - 1
    assume()
  }
  if (from < today) notes.add('begins-in-the-past', said.places[0] ?? null)
  return { value: { from, to }, spans, confidence }
}
