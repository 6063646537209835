/**
 * A place in a film.
 *
 * @example
 * clock(3_725) // "1:02:05"
 */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
    : `${minutes}:${String(rest).padStart(2, '0')}`
}

/**
 * How long something ran of a film: in minutes, of a short film to the second.
 *
 * @example
 * lengthOf(2_820_000, 3_120_000) // "47"
 */
export const lengthOf = (milliseconds: number, ofFilm: number): string =>
  ofFilm < 600_000 ? clock(Math.round(milliseconds / 1000)) : String(Math.round(milliseconds / 60_000))
