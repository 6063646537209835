/**
 * A piece of work on pictures and sound, as data: it is turned into arguments for ffmpeg (`ffmpeg-arguments.ts`) or carried out by the
 * library (`node-av-child.ts`), with the same result.
 */

export interface Job {
  inputs: JobInput[]
  /** A filter graph in ffmpeg's notation: `[0:1]` is stream 1 of input 0, other names are handed on to the outputs. */
  graph: string
  outputs: JobOutput[]
  /** Damage ends the work, where else it is passed over as players do. */
  strict?: boolean
}

/** A file of this machine, or the number of a pipe (3 and more) that the caller feeds or reads. */
export type Place = { file: string } | { pipe: number }

export interface JobInput {
  from: Place
  /** The demuxer, always named: what a file is was decided before it is opened, never by its own word (`sniff.ts`). */
  format: string
  options?: Record<string, string>
  /** Read from this second on. */
  start?: number
  /** Read as many seconds at most. */
  seconds?: number
}

export interface JobOutput {
  /** Null: the frames are counted and dropped (filters that measure have done their work by then). */
  to: Place | null
  format: string
  options?: Record<string, string>
  streams: JobStream[]
}

export interface JobStream {
  /** Name in the graph. */
  from: string
  codec: string
  options?: Record<string, string>
  /** Frames a second of a picture, as numerator and denominator. */
  rate?: [number, number] | undefined
  /** A keyframe at the first frame of each so many seconds, and there alone. */
  keyframeEvery?: number
}

/** Streams of inputs that a graph reads: pairs of input and stream. */
export function streamsRead(graph: string): [input: number, stream: number][] {
  const pads = new Set([...graph.matchAll(/\[(\d+:\d+)\]/g)].map((match) => match[1]!))
  return [...pads].map((pad) => pad.split(':').map(Number) as [number, number])
}

/** Text as a value inside a filter graph, where colons, commas, brackets and quotes mean something. */
export const quoted = (text: string) => text.replace(/[\\':]/g, '\\$&').replace(/[\\',;[\]]/g, '\\$&')
