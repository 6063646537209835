/** Run lengths between minutes and `xs:duration`. */

/**
 * The seconds of an `xs:duration` of days, hours, minutes and seconds; null for what is none, or counts months.
 *
 * @example
 * secondsOf('PT1H32M') // 5520
 */
export function secondsOf(duration: string): number | null {
  const match = /^P(?:(\d{1,5})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?$/.exec(duration.trim())
  if (match === null || !/\d/.test(duration)) return null
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
}

/** Seconds as `xs:duration`: `PT52M`, `PT1H30M5S`. */
export function durationOf(total: number): string {
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', seconds > 0 ? `${seconds}S` : ''].join('')
  return `PT${parts === '' ? '0S' : parts}`
}
