/** Where the film stood when its very page was loaded again: the server heard of it after it had answered. */
import type { Stage } from './stage.ts'

/** Where the film begins, in seconds: whoever had come to the credits begins again. */
export function placeToBegin({ box, base, seconds }: Stage): number {
  const start = kept(base) ?? Number(box.dataset['at'])
  return start > 0 && start < seconds - Math.min(10, seconds / 20) ? start : 0
}

/** Where the film stands: until it has come to where it goes on, that is the place, for nobody has left it at its very beginning. */
export const standsAt = ({ film, from }: Stage): number =>
  film.currentTime === 0 && film.readyState < 2 ? from : film.currentTime

export function keepPlace({ base, film }: Stage): void {
  try {
    if (film.readyState >= 2) sessionStorage.setItem(base, String(film.currentTime))
  } catch {
    // It begins where the server knows.
  }
}

function kept(base: string): number | null {
  try {
    const place = sessionStorage.getItem(base)
    sessionStorage.removeItem(base) // once: elsewhere it may have gone on since
    return place === null ? null : Number(place)
  } catch {
    return null // a browser that keeps nothing
  }
}
