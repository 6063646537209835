import { Sheet } from '../art/kit/sheet.ts'
import type { Script } from './scripts.ts'

/** Words over the pictures, from when to when. */
export interface Card {
  over: (picture: Uint8Array, time: number) => void
}

const FADE = 0.8

/** The cards of a film, set in its own face, drawn once. */
export function cardsOf(script: Script, width: number, height: number): Card[] {
  return script.cards.map(({ from, to, lines }) => {
    const sheet = new Sheet({ w: width, h: height })
    for (const { face, words, ...setting } of lines)
      sheet.text(face, words, { anchor: 'middle', x: width / 2, fill: '#ffffff', ...setting })
    const drawn = sheet.pixels()
    return {
      over(picture, time) {
        const opacity = Math.min(1, (time - from) / FADE, (to - time) / FADE)
        if (opacity > 0) laid(drawn, picture, opacity)
      },
    }
  })
}

/** Lays a drawing over a picture; what resvg draws is multiplied by its alpha already. */
function laid(drawn: Uint8Array, picture: Uint8Array, opacity: number): void {
  for (let from = 0, to = 0; from < drawn.length; from += 4, to += 3) {
    const alpha = (drawn[from + 3]! / 255) * opacity
    if (alpha === 0) continue
    for (let c = 0; c < 3; c++) picture[to + c] = picture[to + c]! * (1 - alpha) + drawn[from + c]! * opacity
  }
}
