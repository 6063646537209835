/** Subtitles as strips of picture that are laid over a film: one below, and one above where some stand there. */
import { type Cue, readText } from '../subtitles/cue.ts'

/** Pixels, four bytes each (red, green, blue, how opaque), row by row. */
export interface Picture {
  width: number
  height: number
  rgba: Uint8Array
}

export interface Strip {
  cues: readonly Cue[]
  width: number
  height: number
  /** Rows of the film above it. */
  y: number
  at: 'top' | 'bottom'
  /** Pictures a second. */
  rate: number
}

/** A strip takes this part of the picture's height, and keeps this much away from its edge. */
const HEIGHT = 0.26
const EDGE = 0.04
/** So often a subtitle may come or go: a tenth of a second is not seen. */
const RATE = 10

const even = (pixels: number): number => Math.floor(pixels / 2) * 2

/** None where there is nothing to read. */
export function stripsOf(cues: readonly Cue[], film: { width: number; height: number }): Strip[] {
  const height = even(film.height * HEIGHT)
  const edge = even(film.height * EDGE)
  const strip = (at: Strip['at']): Strip => ({
    cues: cues.filter(({ top, from, to }) => top === (at === 'top') && to > from),
    width: film.width,
    height,
    y: at === 'top' ? edge : film.height - edge - height,
    at,
    rate: RATE,
  })
  return [strip('bottom'), strip('top')].filter((one) => one.cues.length > 0)
}

/** The strip as pictures, one after another, for as long as the film is. Each subtitle is drawn once, when it comes. */
export async function* stripFrames(
  { cues, width, height, at, rate }: Strip,
  seconds: number,
  draw: (lines: readonly string[]) => Promise<Picture>,
): AsyncGenerator<Uint8Array> {
  const nothing = new Uint8Array(width * height * 4)
  let shown: readonly Cue[] = []
  let picture = nothing
  let first = 0
  for (let frame = 0; frame < Math.ceil(seconds * rate); frame++) {
    // In the middle of the time that this picture stands.
    const now = (frame + 0.5) / rate
    while (first < cues.length && cues[first]!.to <= now) first += 1
    const current: Cue[] = []
    for (let n = first; n < cues.length && cues[n]!.from <= now; n++) if (cues[n]!.to > now) current.push(cues[n]!)
    if (current.length !== shown.length || current.some((cue, n) => cue !== shown[n])) {
      shown = current
      const lines = current.flatMap(({ text }) => readText(text).split('\n'))
      picture = lines.length === 0 ? nothing : placed(await draw(lines), { width, height, at })
    }
    yield picture
  }
}

/** A picture in the middle of a strip, at the edge of the film that the strip is at; what does not fit is cut off on the far side. */
function placed(words: Picture, { width, height, at }: Pick<Strip, 'width' | 'height' | 'at'>): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(width * height * 4)
  const left = Math.max(0, Math.floor((width - words.width) / 2))
  const rows = Math.min(height, words.height)
  const columns = Math.min(width, words.width)
  for (let row = 0; row < rows; row++) {
    const from = (at === 'top' ? row : words.height - rows + row) * words.width * 4
    const to = ((at === 'top' ? row : height - rows + row) * width + left) * 4
    out.set(words.rgba.subarray(from, from + columns * 4), to)
  }
  return out
}
