/** A reel as a film that a trace can read: its segments one after another, from the one that is asked for. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { pour } from '../engine/compose.ts'
import type { Job } from '../engine/job.ts'
import { lumaOf } from '../engine/luma-pipe.ts'
import type { RunOptions } from '../engine/run.ts'
import { type Reel, reelPaths, type Rung, startsOf, type Variant } from '../reel/reel.ts'
import { type Film, meanOf } from './frames.ts'
import { SIZE } from './read.ts'

/** The film without its mark: the mean of both variants, in the smallest size that shows all that a trace looks at. */
export function reelFilm(folder: string, reel: Reel, options: RunOptions = {}): Film {
  const [one, other] = reel.variants.map((variant) => variantFilm(folder, reel, variant, options))
  return other === undefined ? one! : meanOf(one!, other)
}

/** The files of a reel that both of these read, below its folder. */
export function filesRead(reel: Reel): string[] {
  const { name } = rungToRead(reel.rungs)
  const segments = reel.variants.flatMap((variant) =>
    reel.lengths.map((_, index) => reelPaths.videoSegment(name, variant, index)),
  )
  return [reelPaths.videoStart(name), ...segments]
}

/** One variant of it. */
export function variantFilm(folder: string, reel: Reel, variant: Variant, options: RunOptions = {}): Film {
  const rung = rungToRead(reel.rungs)
  const starts = startsOf(reel.lengths)
  return async function* ({ fps, width, height, from = 0, to = reel.seconds }) {
    if (from >= reel.seconds) return
    const first = segmentAt(starts, from)
    const last = segmentAt(starts, Math.min(to, reel.seconds))
    const skipped = from - starts[first]!
    const files = [
      reelPaths.videoStart(rung.name),
      ...Array.from({ length: last - first + 1 }, (_, n) => reelPaths.videoSegment(rung.name, variant, first + n)),
    ]
    // However the program counts time in what begins in the middle: its first picture is that of the first segment.
    const steps = [
      'setpts=PTS-STARTPTS',
      ...(skipped > 0 ? [`trim=start=${skipped}`, `setpts=PTS-${skipped}/TB`] : []),
      `fps=${fps}:start_time=0:round=up`,
      `scale=${width}:${height}:flags=area`,
      'format=gray',
    ]
    const job: Job = {
      inputs: [{ from: { pipe: 3 }, format: 'mov' }],
      graph: `[0:0]${steps.join(',')}[luma]`,
      outputs: [{ to: { pipe: 4 }, format: 'rawvideo', streams: [{ from: 'luma', codec: 'rawvideo' }] }],
    }
    const feed = { 3: (pipe: Writable) => pour(piecesOf(folder, files), pipe) }
    let count = 0
    for await (const luma of lumaOf(job, 4, width * height, { ...options, feed })) {
      const seconds = from + count++ / fps
      if (seconds >= to) return
      yield { seconds, luma, width, height }
    }
  }
}

async function* piecesOf(folder: string, files: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const file of files) for await (const piece of createReadStream(join(folder, file))) yield piece as Uint8Array
}

/** The smallest size with as many pixels each way as a trace looks at; where none has, the largest. */
function rungToRead(rungs: readonly Rung[]): Rung {
  const bySize = rungs.toSorted((one, other) => one.width * one.height - other.width * other.height)
  return bySize.find(({ width, height }) => width >= SIZE.width && height >= SIZE.height) ?? bySize.at(-1)!
}

/** The segment that is shown at a moment; the last one also after its end. */
function segmentAt(starts: readonly number[], seconds: number): number {
  const after = starts.findIndex((start) => start > seconds + 1e-6)
  return (after === -1 ? starts.length - 1 : after) - 1
}
