/** What stands over the picture when a film of several has come to its end: the next one, and the way back to all of them. */
import type { Stage } from './stage.ts'

export function offerNext({ box, film }: Stage): void {
  const offer = box.querySelector<HTMLElement>('[data-next]')
  if (offer === null) return
  film.addEventListener('ended', () => {
    offer.hidden = false
    if (document.activeElement === document.body || box.contains(document.activeElement))
      offer.querySelector<HTMLElement>('button, a')?.focus()
  })
  for (const goesOn of ['play', 'seeking', 'emptied'] as const) film.addEventListener(goesOn, () => (offer.hidden = true))
}
