/** The calendar where the house sits. */

/** Those that were found to be zones: looking one up takes a third of a millisecond, and settings are read for every page. */
const known = new Set<string>()

/** Whether a text names a time zone of the IANA database: `Europe/Paris`, `UTC`. */
export function isTimeZone(text: string): boolean {
  if (known.has(text)) return true
  // "+02:00" is a zone to the library too, and no place: it knows no summer.
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    if (known.size < 1000) known.add(text) // there are some six hundred, in any case of their letters
    return true
  } catch {
    return false
  }
}

/**
 * The calendar day and the hour that a moment has in a time zone.
 *
 * @example
 * dayIn('Europe/Paris', new Date('2026-11-27T23:30:00Z')) // { day: '2026-11-28', hour: 0 }
 */
export function dayIn(timeZone: string, at: Date): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' }).formatToParts(at) // prettier-ignore
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)!.value
  return { day: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`, hour: Number(of('hour')) }
}
