/** Reads the mark of a clip against the film that it comes from: finds where it lies in time and in the picture, then segment by segment. */
import { GRID_COLUMNS, GRID_ROWS } from '../mark/pattern.ts'
import type { MarkKey } from '../mark/code.ts'
import { startsOf } from '../reel/reel.ts'
import type { Film, Frame } from './frames.ts'
import { differenceOf, explainedOf, type Explained } from './picture/difference.ts'
import { halvedPlane, type Plane, planeOf } from './picture/plane.ts'
import { exactly, likenessOf, type Pair, roughly } from './picture/register.ts'
import { SegmentSums } from './picture/segment.ts'
import { spreadOf } from './picture/spread.ts'
import { type Transform, warped } from './picture/transform.ts'
import type { Reading } from './statistics/reading.ts'
import { type Area, mirrored, mirroredPrint, PRINT, type Print, printOf } from './time/print.ts'
import { type Piece, type Placed, placeOf } from './time/place.ts'

/** Size at which pictures are read: twice the pattern’s grid. */
export const SIZE = { width: 2 * GRID_COLUMNS, height: 2 * GRID_ROWS } as const

/** Pictures of the clip that are read, a second. */
const READ_FPS = 3

/** Seconds next to a cut between segments that are not read. */
const EDGE = 0.06

/** Seconds about the expected moment in which the film’s picture is looked for: at first, and once it has been found. */
const SEARCH = 0.3
const FOLLOW = 0.12

/** Pairs of pictures on which the place of the picture is reckoned. */
const PAIRS = 10

/** Seconds that are read of a long clip at most, in stretches of this many. */
export const MOST = 20 * 60
const STRETCH = 60

export interface Suspect {
  reelKey: MarkKey
  /** Seconds of each segment of the reel. */
  lengths: readonly number[]
  clip: Film
  /** The film without the mark: the master, or the mean of both variants (`meanOf`). */
  film: Film
  /** Pictures of the film a second. */
  fps: number
  /** The prints of both, where they are at hand. */
  clipPrint?: Print
  filmPrint?: Print
  onProgress?: (done: number) => void
}

export interface ClipRead {
  readings: Reading[]
  /** Where the clip lies in the film; null where it is of another film, or too short or too still to tell. */
  placed: Placed | null
  /** Where the film’s picture lies in the clip’s; null where none was found. */
  transform: Transform | null
  /** Part of the clip’s picture that is not black bars. */
  area: Area
  /** How alike the pictures are, laid over each other: 1 is the same. */
  alike: number
  /** Pictures of the clip that were read, and those of them that were not the film’s. */
  pictures: number
  strange: number
}

export async function readClip(suspect: Suspect): Promise<ClipRead> {
  const print = suspect.clipPrint ?? (await printOf(suspect.clip))
  const filmPrint = suspect.filmPrint ?? (await printOf(suspect.film))
  const placed = placeOf(print, filmPrint)
  const turned = placed?.mirrored ? mirroredPrint(print) : print
  const nothing: ClipRead = { readings: [], placed, transform: null, area: turned.area, alike: 0, pictures: 0, strange: 0 }
  if (!placed) return nothing
  const pairs = pairsOf(turned, filmPrint, placed.pieces)
  const rough = pairs.length > 0 ? roughly(pairs, turned.area) : null
  if (!rough) return nothing
  return new Reader(suspect, placed, turned.area, rough).read()
}

/** Pairs of small pictures with much in them, all along the clip. */
function pairsOf(clip: Print, film: Print, pieces: readonly Piece[]): Pair[] {
  const all: { at: number; pair: Pair; worth: number }[] = []
  for (const piece of pieces)
    for (let at = Math.ceil(piece.from * PRINT.fps); at < piece.to * PRINT.fps; at++) {
      const there = Math.round((piece.speed * (at / PRINT.fps) + piece.offset) * PRINT.fps)
      const before = film.pictures[there - 1]
      const now = film.pictures[there]
      const after = film.pictures[there + 1]
      const clipNow = clip.pictures[at]
      if (!before || !now || !after || !clipNow) continue
      let moves = 0
      let sum = 0
      let squares = 0
      for (let i = 0; i < now.length; i++) {
        moves += Math.abs(after[i]! - now[i]!) + Math.abs(now[i]! - before[i]!)
        sum += now[i]!
        squares += now[i]! ** 2
      }
      const contrast = Math.sqrt(Math.max(0, squares / now.length - (sum / now.length) ** 2))
      all.push({ at, worth: contrast / (2 + moves / now.length), pair: { film: planeOf(now, PRINT.width, PRINT.height), clip: planeOf(clipNow, PRINT.width, PRINT.height) } }) // prettier-ignore
    }
  const count = Math.min(PAIRS, all.length)
  return Array.from({ length: count }, (_, n) =>
    all.slice(Math.floor((n * all.length) / count), Math.floor(((n + 1) * all.length) / count)),
  ).map((part) => part.reduce((best, one) => (one.worth > best.worth ? one : best)).pair)
}

/** A picture of the film with its small one, by which it is looked for. */
interface Kept {
  frame: Frame
  small: Plane
  picture: Plane | null
  explained: Explained | null
}

/** Most pictures of the film are only looked at small; numbers are made of the others alone. */
const pictureOf = (kept: Kept): Plane => (kept.picture ??= planeOf(kept.frame.luma, kept.frame.width, kept.frame.height))

const planeAt = (window: readonly Kept[], at: number): Plane | null => (window[at] ? pictureOf(window[at]) : null)

/** A picture at a quarter of its size. */
function smallOf({ luma, width, height }: Frame): Plane {
  const small = { width: width >> 2, height: height >> 2 }
  const data = new Float32Array(small.width * small.height)
  for (let y = 0, to = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++, to++) {
      let sum = 0
      for (let row = 0, at = 4 * (y * width + x); row < 4; row++, at += width)
        sum += luma[at]! + luma[at + 1]! + luma[at + 2]! + luma[at + 3]!
      data[to] = sum / 16
    }
  return { ...small, data }
}

class Reader {
  private readonly sums = new Map<number, SegmentSums>()
  private readonly starts: number[]
  private readonly suspect: Suspect
  private readonly placed: Placed
  private readonly area: Area
  private transform: Transform
  private exact = false
  private pictures = 0
  private strange = 0
  private alike = 0

  constructor(suspect: Suspect, placed: Placed, area: Area, rough: Transform) {
    this.suspect = suspect
    this.placed = placed
    this.area = area
    this.transform = rough
    this.starts = startsOf(suspect.lengths)
  }

  async read(): Promise<ClipRead> {
    const parts = partsOf(this.placed.pieces)
    for (const [n, part] of parts.entries()) {
      await this.readPart(part)
      this.suspect.onProgress?.((n + 1) / parts.length)
    }
    const readings = [...this.sums.values()]
      .toSorted((one, other) => one.index - other.index)
      .flatMap((sums) => sums.read(this.suspect.reelKey) ?? [])
    const { placed, transform, area, alike, pictures, strange } = this
    return { readings, placed, transform, area, alike, pictures, strange }
  }

  /** Reads both films side by side: the clip’s pictures as they come, the film’s from a little before to a little after. */
  private async readPart(part: Piece): Promise<void> {
    const there = (seconds: number) => part.speed * seconds + part.offset
    const begin = Math.max(0, there(part.from) - 1)
    const film = this.suspect
      .film({ ...SIZE, fps: this.suspect.fps, from: begin, to: Math.max(begin + 0.5, there(part.to) + 1) })
      [Symbol.asyncIterator]()
    const kept: Kept[] = []
    const reach = async (until: number) => {
      while (kept.length === 0 || kept.at(-1)!.frame.seconds < until) {
        const { value, done } = await film.next()
        if (done) return
        kept.push({ frame: value, small: smallOf(value), picture: null, explained: null })
      }
    }
    // The first pictures wait until the place of the picture is known to a fraction of a sample.
    const waiting: { clip: Plane; seconds: number; window: Kept[] }[] = []
    let off = 0
    let search = SEARCH
    const settle = () => {
      if (!this.exact) this.makeExact(waiting)
      for (const one of waiting.splice(0)) {
        const shift = this.readPicture(one.clip, one.seconds + off, one.window, search)
        if (shift === null) continue
        off += 0.3 * shift
        search = FOLLOW
      }
    }
    try {
      for await (const frame of this.suspect.clip({ ...SIZE, fps: READ_FPS, from: part.from, to: part.to })) {
        const seconds = there(frame.seconds)
        await reach(seconds + off + SEARCH + 0.1)
        while (kept.length > 0 && kept[0]!.frame.seconds < seconds + off - SEARCH - 0.1) kept.shift()
        waiting.push({ clip: this.planeOf(frame), seconds, window: [...kept] })
        if (this.exact || waiting.length >= PAIRS * 2) settle()
      }
      settle()
    } finally {
      await film.return?.()
    }
  }

  private planeOf({ luma, width, height }: Frame): Plane {
    return planeOf(this.placed.mirrored ? mirrored(luma, width) : luma, width, height)
  }

  private makeExact(waiting: { clip: Plane; seconds: number; window: Kept[] }[]): void {
    const pairs = waiting.flatMap(({ clip, seconds, window }): Pair[] => {
      const film = this.nearest(this.over(clip), window, seconds, SEARCH)
      return film ? [{ film: pictureOf(film), clip }] : []
    })
    if (pairs.length === 0) return
    const some = pairs.filter((_, n) => n % Math.ceil(pairs.length / PAIRS) === 0)
    const better = exactly(some, this.transform, this.area)
    const alike = likenessOf(some, better, this.area)
    if (alike >= likenessOf(some, this.transform, this.area)) this.transform = better
    this.alike = Math.max(alike, this.alike)
    this.exact = pairs.length >= PAIRS
  }

  private over(clip: Plane): Plane {
    return warped(clip, this.transform, this.area, SIZE.width, SIZE.height)
  }

  /** Reads one picture; answers with how far off the film’s picture was from where it was expected, in seconds. */
  private readPicture(clip: Plane, seconds: number, window: readonly Kept[], search: number): number | null {
    const over = this.over(clip)
    const now = this.nearest(over, window, seconds, search)
    if (!now) return null
    this.pictures++
    const index = this.segmentAt(now.frame.seconds)
    if (index === null) return now.frame.seconds - seconds
    const at = window.indexOf(now)
    now.explained ??= explainedOf(pictureOf(now))
    const difference = differenceOf(over, now.explained, planeAt(window, at - 1), planeAt(window, at + 1))
    if (!difference) {
      this.strange++
      return null
    }
    const sums = this.sums.get(index) ?? new SegmentSums(index)
    this.sums.set(index, sums)
    sums.take(difference)
    return now.frame.seconds - seconds
  }

  /** The film’s picture that differs least from the clip’s, gain and offset apart; where several do, the one nearest in time. */
  private nearest(over: Plane, window: readonly Kept[], seconds: number, search: number): Kept | null {
    const small = halvedPlane(halvedPlane(over))
    let best: Kept | null = null
    let least = Infinity
    for (const one of window) {
      const away = Math.abs(one.frame.seconds - seconds)
      if (away > search + 1 / this.suspect.fps) continue
      const differs = unlike(one.small, small) * (1 + 0.02 * away) + 0.02 * away
      if (differs < least) ({ best, least } = { best: one, least: differs })
    }
    return best
  }

  /** The segment of a moment of the film; null beside a cut between two. */
  private segmentAt(seconds: number): number | null {
    let low = 0
    let high = this.suspect.lengths.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= seconds + 1e-6) low = middle
      else high = middle - 1
    }
    const start = this.starts[low]!
    const end = this.starts[low + 1]!
    return seconds - start < EDGE - 0.001 || end - seconds < EDGE ? null : low
  }
}

/** Mean square of what one picture does not explain of the other by gain and offset. */
function unlike(film: Plane, over: Plane): number {
  const { n, filmVaries, overVaries, together } = spreadOf(film, over)
  if (n === 0) return Infinity
  return (overVaries - (filmVaries > 0 ? together ** 2 / filmVaries : 0)) / n
}

/** Long clips are read in stretches spread evenly over them. */
function partsOf(pieces: readonly Piece[]): Piece[] {
  const all = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  if (all <= MOST) return [...pieces]
  return pieces.flatMap((piece) => {
    const count = Math.max(1, Math.round((((piece.to - piece.from) / all) * MOST) / STRETCH))
    const step = (piece.to - piece.from) / count
    return Array.from({ length: count }, (_, n) => ({
      ...piece,
      from: piece.from + n * step,
      to: piece.from + n * step + Math.min(step, STRETCH),
    }))
  })
}
