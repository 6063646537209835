/**
 * Where in a film a clip comes from. Each print becomes twelve signals, the brightness of the parts of the picture as it rises and falls;
 * a stretch of the clip is laid against every moment of the film and put where the signals agree best. Brightness of large parts changes
 * little by cropping, by bars, by another size or rate of frames.
 */
import { type Area, mirroredPrint, PRINT, type Print } from './print.ts'

/** A stretch of the clip that runs along with the film: `film = speed · clip + offset`, in seconds. */
export interface Piece {
  from: number
  to: number
  speed: number
  offset: number
}

export interface Placed {
  mirrored: boolean
  pieces: Piece[]
  /** How well the signals agree on the whole, from −1 to 1. */
  likeness: number
}

const COLUMNS = 4
const ROWS = 3
const SIGNALS = COLUMNS * ROWS

/** Film of 24 pictures a second is shown at 25 in half of the world, and the other way round. */
const SPEEDS = [1, 25 / 24, 24 / 25]

/** Length of a stretch and of the step to the next, in pictures of the print. */
const STRETCH = 100
const STEP = 50

/** Stretches that decide on mirror and speed. */
const TRIED = 12

/** A stretch agrees: at least so well, and so much better than anywhere else. */
const AGREES = 0.5
const CLEARLY = 0.1

/** Of the stretches of a clip, so many must agree: chance brings one or another about. */
const MOST_OF_ALL = 0.3

/** A change of brightness, in levels, beyond which more of it says little more: else a single cut would outweigh all that moves. */
const STRONG = 4

/** Stretches whose offsets differ by less, in seconds, belong together. */
const TOGETHER = 0.5

export function placeOf(clip: Print, film: Print): Placed | null {
  if (clip.pictures.length < 5 || film.pictures.length < 5) return null
  const filmSignals = signalsOf(film)
  let best: { mirrored: boolean; speed: number; signals: Float32Array; sum: number } | null = null
  for (const mirrored of [false, true]) {
    const signals = signalsOf(mirrored ? mirroredPrint(clip) : clip)
    for (const speed of SPEEDS) {
      const timed = atSpeed(signals, speed)
      const sum = spread(stretches(timed), TRIED).reduce((all, from) => all + found(timed, from, filmSignals).likeness, 0)
      if (!best || sum > best.sum + 1e-9) best = { mirrored, speed, signals: timed, sum }
    }
  }
  const { mirrored, speed, signals } = best!
  const all = stretches(signals)
  const length = lengthOf(signals)
  const where = all.map((from) => ({ from, ...found(signals, from, filmSignals) }))
  const sure = where.filter((one) => one.likeness >= AGREES && one.likeness - one.second >= CLEARLY)
  if (sure.length === 0 || sure.length < MOST_OF_ALL * all.length) return null
  const seconds = (pictures: number) => pictures / PRINT.fps / speed
  const pieces = grouped(sure).map((group) => {
    const { slope, base } = line(group.map(({ from, at }) => ({ x: seconds(from + length / 2), y: (at - from) / PRINT.fps })))
    return { from: seconds(group[0]!.from), to: seconds(group.at(-1)!.from + length), speed: speed + slope, offset: base }
  })
  return {
    mirrored,
    pieces: joined(pieces, clip.pictures.length / PRINT.fps),
    likeness: sure.reduce((sum, one) => sum + one.likeness, 0) / sure.length,
  }
}

/** The signals of a print, those of one picture side by side: brightness of each part, less its mean over four seconds. */
function signalsOf({ pictures, area }: Print): Float32Array {
  const raw = new Float32Array(pictures.length * SIGNALS)
  pictures.forEach((picture, n) => raw.set(parts(picture, area), n * SIGNALS))
  const out = new Float32Array(raw.length)
  const reach = 2 * PRINT.fps
  for (let n = 0; n < pictures.length; n++) {
    const from = Math.max(0, n - reach)
    const to = Math.min(pictures.length - 1, n + reach)
    for (let s = 0; s < SIGNALS; s++) {
      let sum = 0
      for (let i = from; i <= to; i++) sum += raw[i * SIGNALS + s]!
      const change = raw[n * SIGNALS + s]! - sum / (to - from + 1)
      out[n * SIGNALS + s] = change / (1 + Math.abs(change) / STRONG)
    }
  }
  return out
}

function parts(picture: Uint8Array, area: Area): Float32Array {
  const means = new Float32Array(SIGNALS)
  const edge = (from: number, to: number, part: number, parts: number, size: number) =>
    Math.round((from + ((to - from) * part) / parts) * size)
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const [top, bottom] = [row, row + 1].map((part) => edge(area.top, area.bottom, part, ROWS, PRINT.height)) as [
        number,
        number,
      ]
      const [left, right] = [column, column + 1].map((part) => edge(area.left, area.right, part, COLUMNS, PRINT.width)) as [
        number,
        number,
      ]
      let sum = 0
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += picture[y * PRINT.width + x]!
      means[row * COLUMNS + column] = sum / Math.max(1, (bottom - top) * (right - left))
    }
  return means
}

/** The signals of a clip as they would be in the film’s own time. */
function atSpeed(signals: Float32Array, speed: number): Float32Array {
  if (speed === 1) return signals
  const count = Math.floor((signals.length / SIGNALS - 1) * speed)
  const out = new Float32Array(Math.max(1, count) * SIGNALS)
  for (let n = 0; n < count; n++) {
    const place = n / speed
    const first = Math.floor(place)
    for (let s = 0; s < SIGNALS; s++) {
      const value = signals[first * SIGNALS + s]!
      out[n * SIGNALS + s] = value + ((signals[(first + 1) * SIGNALS + s] ?? value) - value) * (place - first)
    }
  }
  return out
}

const lengthOf = (signals: Float32Array) => Math.min(STRETCH, signals.length / SIGNALS)

function stretches(signals: Float32Array): number[] {
  const last = signals.length / SIGNALS - lengthOf(signals)
  return Array.from({ length: Math.floor(last / STEP) + 1 }, (_, n) => n * STEP)
}

const spread = <T>(all: readonly T[], count: number) =>
  all.length <= count ? all : Array.from({ length: count }, (_, n) => all[Math.floor(((n + 0.5) * all.length) / count)]!)

/** Where in the film a stretch of the clip agrees best, to a part of a picture; and how well it agrees at the best place far from there. */
function found(clip: Float32Array, from: number, film: Float32Array): { at: number; likeness: number; second: number } {
  const count = Math.min(lengthOf(clip), film.length / SIGNALS)
  const part = clip.subarray(from * SIGNALS, (from + count) * SIGNALS)
  const size = Math.sqrt(part.reduce((sum, value) => sum + value * value, 0))
  const places = film.length / SIGNALS - count + 1
  const likeness = new Float64Array(places)
  let energy = 0
  for (let i = 0; i < part.length; i++) energy += film[i]! ** 2
  for (let at = 0; at < places; at++) {
    let sum = 0
    const start = at * SIGNALS
    for (let i = 0; i < part.length; i++) sum += part[i]! * film[start + i]!
    // The floor keeps stretches where nothing moves, of which there may be many, from agreeing by their noise.
    likeness[at] = sum / (size * Math.sqrt(Math.max(energy, 0)) + part.length)
    for (let s = 0; s < SIGNALS; s++) energy += (film[start + part.length + s] ?? 0) ** 2 - film[start + s]! ** 2
  }
  let at = 0
  for (let n = 1; n < places; n++) if (likeness[n]! > likeness[at]!) at = n
  let second = 0
  for (let n = 0; n < places; n++) if (Math.abs(n - at) > 2 * PRINT.fps) second = Math.max(second, likeness[n]!)
  return { at: at + peak(likeness[at - 1], likeness[at]!, likeness[at + 1]), likeness: likeness[at]!, second }
}

/** The top of a parabola through three neighbours, from the middle one. */
function peak(before: number | undefined, top: number, after: number | undefined): number {
  if (before === undefined || after === undefined) return 0
  const bend = before - 2 * top + after
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0
}

interface Found {
  from: number
  at: number
  likeness: number
}

function grouped(sure: readonly Found[]): Found[][] {
  const groups: Found[][] = []
  for (const one of sure) {
    const last = groups.at(-1)?.at(-1)
    if (last && Math.abs(one.at - one.from - (last.at - last.from)) < TOGETHER * PRINT.fps) groups.at(-1)!.push(one)
    else groups.push([one])
  }
  return groups
}

/** Least squares; a few stretches are too short a base to reckon a slope from. */
function line(points: { x: number; y: number }[]): { slope: number; base: number } {
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const x = mean((point) => point.x)
  const y = mean((point) => point.y)
  if (points.length < 6) return { slope: 0, base: y }
  const slope = mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2)
  return { slope, base: y - slope * x }
}

/** Pieces that overlap share what is between them; the first and the last reach to the ends of the clip. */
function joined(pieces: Piece[], end: number): Piece[] {
  return pieces.map((piece, n) => {
    const before = pieces[n - 1]
    const after = pieces[n + 1]
    return {
      ...piece,
      from: before ? (before.to + piece.from) / 2 : 0,
      to: after ? (piece.to + after.from) / 2 : end,
    }
  })
}
