import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** One frame of a log that ffmpeg’s `metadata` filter wrote. */
export interface FrameMeasures {
  /** Of this frame, in seconds. */
  seconds: number
  values: Record<string, string>
}

/** Reads the log of a `metadata=mode=print` filter, a frame at a time: a line for the frame, then a line for each value. */
export async function* measuresOf(path: string): AsyncGenerator<FrameMeasures> {
  let frame: FrameMeasures | null = null
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const begins = /^frame:\d+ +pts:\S+ +pts_time:(\S+)/.exec(line)
    const equals = line.indexOf('=')
    if (begins) {
      if (frame) yield frame
      frame = { seconds: Number(begins[1]), values: {} }
    } else if (equals > 0 && frame) frame.values[line.slice(0, equals)] = line.slice(equals + 1)
  }
  if (frame) yield frame
}
