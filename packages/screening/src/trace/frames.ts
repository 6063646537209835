/** One picture of a film, as its luma: a byte a pixel, row by row. */
export interface Frame {
  /** Where it is shown, in seconds from the start. */
  seconds: number
  luma: Uint8Array
  width: number
  height: number
}

/** What is asked of a film: so many pictures a second, stretched to this size, from one second to another. */
export interface FramesAsked {
  fps: number
  width: number
  height: number
  from?: number
  to?: number
}

/** A film that can be read, and read again: `(asked) => lumaFrames(path, asked)`. */
export type Film = (asked: FramesAsked) => AsyncIterable<Frame>

/** The mean of two films, picture by picture: of a reel’s two variants it is the picture without the mark. */
export const meanOf = (one: Film, other: Film): Film =>
  async function* (asked) {
    const others = other(asked)[Symbol.asyncIterator]()
    try {
      for await (const frame of one(asked)) {
        const { value, done } = await others.next()
        if (done) return
        yield { ...frame, luma: between(frame.luma, value.luma) }
      }
    } finally {
      await others.return?.()
    }
  }

/** Halfway, rounded up. Two hours of film are read like this: a loop takes a fifth of the time that `map` does. */
function between(one: Uint8Array, other: Uint8Array): Uint8Array {
  const middle = new Uint8Array(one.length)
  for (let at = 0; at < middle.length; at++) middle[at] = (one[at]! + other[at]! + 1) >> 1
  return middle
}
