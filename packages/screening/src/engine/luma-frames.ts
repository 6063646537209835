import type { Frame, FramesAsked } from '../trace/frames.ts'
import { EngineFailure } from './failure.ts'
import type { Job } from './job.ts'
import { lumaOf } from './luma-pipe.ts'
import { describeFile, type RunOptions } from './run.ts'
import { formatOf } from './sniff.ts'

/**
 * Pictures of a film, one after another, as the decoder shows them: upright, stretched to the size asked for. The film is read at the pace
 * at which the pictures are taken; leaving the loop ends the reading.
 *
 * ```ts
 * for await (const { seconds, luma } of lumaFrames('leak.mp4', { fps: 2, width: 640, height: 360 })) …
 * ```
 */
export async function* lumaFrames(path: string, options: FramesAsked & RunOptions): AsyncGenerator<Frame> {
  const format = await formatOf(path)
  const described = await describeFile(path, format, options)
  const picture = described.streams.find((stream) => stream.kind === 'picture')
  if (!picture) throw new EngineFailure('no-picture')
  const { fps, width, height, from = 0, to } = options
  const steps = [
    ...turned(picture.rotation),
    `fps=${fps}:start_time=0:round=up`,
    `scale=${width}:${height}:flags=area`,
    'format=gray',
  ]
  const job: Job = {
    inputs: [
      {
        from: { file: path },
        format,
        ...(from > 0 ? { start: from } : {}),
        ...(to === undefined ? {} : { seconds: to - from }),
      },
    ],
    graph: `[0:${picture.index}]${steps.join(',')}[luma]`,
    outputs: [{ to: { pipe: 3 }, format: 'rawvideo', streams: [{ from: 'luma', codec: 'rawvideo' }] }],
  }

  let count = 0
  for await (const luma of lumaOf(job, 3, width * height, options)) yield { seconds: from + count++ / fps, luma, width, height }
}

/** Filters that stand a picture upright. */
export const turned = (rotation: number): string[] =>
  ({ 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] })[rotation] ?? []
