/** A calendar that other programs subscribe to: whole days, no alarms, nothing of a time zone (iCalendar, RFC 5545). */
import ical, { ICalCalendarMethod } from 'ical-generator'

export interface CalendarDay {
  /** The same for the same thing at every fetch, so that a calendar moves it instead of doubling it. */
  id: string
  /** `YYYY-MM-DD`. */
  day: string
  summary: string
  description: string
  url: string | null
}

/**
 * The text of a calendar.
 *
 * @param at when it was made, ISO 8601
 * @example
 * writeCalendar('Rights', [{ id: 'e1', day: '2027-06-30', summary: 'Licence ends', description: '', url: null }], '2026-11-22T09:00:00Z')
 */
export function writeCalendar(name: string, days: readonly CalendarDay[], at: string): string {
  const calendar = ical({
    name,
    prodId: { company: 'Vitrine', product: 'Rights', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 3600,
  })
  for (const { id, day, summary, description, url } of days) {
    calendar.createEvent({
      id,
      allDay: true,
      start: new Date(`${day}T00:00:00Z`), // the library reads a whole day off the UTC fields
      stamp: new Date(at),
      summary,
      description: { plain: description },
      ...(url === null ? {} : { url }),
    })
  }
  return calendar.toString()
}
