/**
 * Which segments of the picture were served to a viewing, as ranges in a short text: `0-11,13,20-26`. Whole films are one range, so
 * a row holds any viewing.
 */
import { startsOf } from '../reel/reel.ts'
import type { Part, Stretch } from './intervals.ts'

/** Ranges of indices, both ends included, in their order and apart from each other by at least one. */
export type SegmentRange = readonly [first: number, last: number]
export type Segments = readonly SegmentRange[]

const RANGE = /^(0|[1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/

/** @throws {RangeError} for a text that is none of ours */
export function readSegments(text: string): Segments {
  const ranges = text === '' ? [] : text.split(',').map((one) => {
    const [, first, last] = RANGE.exec(one) ?? []
    if (first === undefined) throw new RangeError('Not a list of segments.')
    return [Number(first), Number(last ?? first)] as const
  }) // prettier-ignore
  if (ranges.some(([first, last], at) => last < first || (at > 0 && first <= ranges[at - 1]![1] + 1))) throw new RangeError('Not a list of segments.') // prettier-ignore
  return ranges
}

export const writeSegments = (segments: Segments): string =>
  segments.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',')

/** With these indices too. */
export function addSegments(segments: Segments, indices: Iterable<number>): Segments {
  return joinSegments([...segments, ...[...indices].map((index) => [index, index] as const)])
}

/** Ranges in any order, made one list. */
export function joinSegments(ranges: readonly SegmentRange[]): Segments {
  const joined: [number, number][] = []
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const before = joined.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** The part of the film that these segments are. `lengths`: of each segment, in seconds. */
export function partOf(segments: Segments, lengths: readonly number[]): Part {
  const starts = startsOf(lengths).map((seconds) => Math.round(seconds * 1000))
  const end = (index: number): number => starts[Math.min(index + 1, lengths.length)]!
  const part: Stretch[] = []
  for (const [first, last] of segments) {
    if (first < lengths.length) part.push({ from: starts[first]!, to: end(last) })
  }
  return part
}
