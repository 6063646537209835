/** What is seen of the film where the pointer is on the bar: a picture of the storyboard, and the time. */
import { clock } from './clock.ts'
import type { Stage } from './stage.ts'

interface Storyboard {
  columns: number
  rows: number
  every: number
  width: number
  height: number
}

export function preview({ box, base, part, seconds }: Stage): void {
  const board = box.dataset['storyboard'] === undefined ? null : (JSON.parse(box.dataset['storyboard']) as Storyboard)
  const [seek, picture] = [part('seek'), part('preview')]
  if (board !== null)
    seek.addEventListener('pointermove', (event) => {
      const share = Math.min(1, Math.max(0, event.offsetX / seek.clientWidth))
      const n = Math.floor((share * seconds) / board.every)
      const [sheet, place] = [Math.floor(n / (board.columns * board.rows)), n % (board.columns * board.rows)]
      picture.hidden = false
      Object.assign(picture.style, {
        width: `${board.width}px`,
        height: `${board.height}px`,
        left: `${Math.min(Math.max(0, event.offsetX - board.width / 2), seek.clientWidth - board.width)}px`,
        backgroundImage: `url(${base}storyboard/${sheet}.jpg)`,
        backgroundPosition: `-${(place % board.columns) * board.width}px -${Math.floor(place / board.columns) * board.height}px`,
      })
      picture.textContent = clock(share * seconds)
    })
  seek.addEventListener('pointerleave', () => (picture.hidden = true))
}
