import { patternOf } from '../mark/pattern.ts'
import type { MarkKey, MarkSymbol } from '../mark/code.ts'
import { SEGMENT_SECONDS } from '../reel/reel.ts'
import { type MadeFilm, madeFilm } from './made-film.ts'

/** The pictures of a made film with the mark in them: variant a of each segment of which `variant` says 0, b where it says 1, none for null. */
export function* markedFilm(
  film: MadeFilm,
  reelKey: MarkKey,
  variant: (index: number) => MarkSymbol | null,
): Generator<Uint8Array> {
  let index = -1
  let sign = 0
  let pattern: Uint8Array = new Uint8Array(0)
  let n = 0
  for (const picture of madeFilm(film)) {
    const now = Math.floor(n++ / film.fps / SEGMENT_SECONDS + 1e-9)
    if (now !== index) {
      index = now
      const symbol = variant(index)
      sign = symbol === null ? 0 : symbol === 0 ? 1 : -1
      pattern = patternOf(reelKey, index, film.width, film.height)
    }
    yield picture.map((level, i) => Math.max(0, Math.min(255, level + sign * (pattern[i]! - 128))))
  }
}
