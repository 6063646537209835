/** A value that was read, and how surely. */
import type { Span } from './line.ts'

/** `read`: the words say so. `assumed`: they can be taken so. `unclear`: something of it was left out or does not agree. */
export type Confidence = 'read' | 'assumed' | 'unclear'

export interface Found<Value> {
  readonly value: Value
  /** The words it came from; none when they say nothing and it was assumed. */
  readonly spans: readonly Span[]
  readonly confidence: Confidence
}

const ORDER: readonly Confidence[] = ['read', 'assumed', 'unclear']

/** The less sure of several. */
export const leastSure = (...all: readonly Confidence[]): Confidence =>
  ORDER[Math.max(...all.map((one) => ORDER.indexOf(one)), 0)]!
