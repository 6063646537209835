/** The moment as which the book is read and the day on which it is asked, as an address says them: `?at=2026-10-01T17:30:00.000Z&as=2026-10-01`. */
import type { AsOf } from '@vitrine/house'

export interface When {
  /** The book as it was recorded then, an instant; null: as it stands. */
  at: string | null
  /** The day of asking; null: today. */
  as: string | null
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/

/** What an address says; what cannot be read is not said. A moment without its place on the clock is in UTC, a day alone is its end. */
export function whenOf(query: URLSearchParams): When {
  const [, day, time, zone] = MOMENT.exec(query.get('at') ?? '') ?? []
  const as = query.get('as') ?? ''
  const instant = day === undefined || !isDay(day) ? null : new Date(`${day}${time ?? 'T23:59:59.999'}${zone ?? 'Z'}`)
  return {
    at: instant === null || Number.isNaN(instant.getTime()) ? null : instant.toISOString(),
    as: isDay(as) ? as : null,
  }
}

/** Days that there are not (30 February) are read as others by some. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** The same for the house. */
export const asOfOf = ({ at, as }: When): { asOf?: AsOf } =>
  at === null && as === null ? {} : { asOf: { ...(at !== null && { recordedAt: at }), ...(as !== null && { today: as }) } }

/** An address with a moment and a day in it. */
export function withWhen(address: string, when: When): string {
  const query = new URLSearchParams(address)
  for (const name of ['at', 'as'] as const) {
    if (when[name] === null) query.delete(name)
    else query.set(name, when[name])
  }
  return query.toString()
}

export const NOW: When = { at: null, as: null }
export const isNow = ({ at, as }: When): boolean => at === null && as === null
