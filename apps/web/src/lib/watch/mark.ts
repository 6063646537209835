/** The viewer's name over the picture, which moves now and then. */
import type { Stage } from './stage.ts'

const MARK_SECONDS = 12

export function moveMark({ box }: Stage): void {
  const mark = box.querySelector<HTMLElement>('[data-mark]')
  if (mark === null) return
  const move = (): void => {
    mark.style.left = `${Math.round(4 + Math.random() * 60)}%`
    mark.style.top = `${Math.round(6 + Math.random() * 70)}%`
  }
  move()
  setInterval(move, MARK_SECONDS * 1000)
}
