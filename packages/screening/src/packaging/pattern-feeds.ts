import type { Writable } from 'node:stream'
import { pour } from '../engine/compose.ts'
import type { MarkKey } from '../mark/code.ts'
import { MIDDLE, patternOf } from '../mark/pattern.ts'
import type { Step } from './ladder.ts'
import { FIRST_PATTERN_PIPE } from './picture-job.ts'

/** Feeds each size its patterns, one a segment, for as long as they are taken. */
export function patternFeeds(steps: Step[], key: MarkKey): Record<number, (pipe: Writable) => Promise<void>> {
  return Object.fromEntries(
    steps.map((step, index) => [FIRST_PATTERN_PIPE + index, (pipe: Writable) => pour(patterns(step, key), pipe)]),
  )
}

/** Patterns as pictures whose colours are neutral. */
function* patterns({ width, height }: Step, key: MarkKey): Generator<Uint8Array> {
  for (let index = 0; ; index++) {
    const picture = new Uint8Array((width * height * 3) / 2).fill(MIDDLE)
    picture.set(patternOf(key, index, width, height))
    yield picture
  }
}
