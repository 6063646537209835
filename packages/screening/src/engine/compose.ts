import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Job, JobStream } from './job.ts'
import { run, type RunOptions } from './run.ts'

/** A film that code draws. */
export interface Composition {
  width: number
  height: number
  /** Frames a second, as numerator and denominator. */
  rate: [number, number]
  /** Pictures one after another, in a format of raw pixels (`rgb24`, `gray`, `yuv420p10le`…). */
  pixels: string
  frames: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
  /** Samples of 16 bits, little-endian, channel by channel in turn. */
  sound?: { channels: number; samples: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }
  /** Format of pixels that is encoded: `yuv420p` unless said. */
  encoded?: string
  /** More steps of the picture's filter graph: `setsar=4/3`. */
  filters?: string[]
  /** Encoders and their options, where H.264 and AAC will not do. */
  picture?: Partial<JobStream>
  container?: { format: string; options?: Record<string, string> }
}

export const SOUND_RATE = 48_000

/** Encodes pictures and sound that code makes into a film of the usual kind. */
export async function compose(to: string, film: Composition, options: RunOptions = {}): Promise<void> {
  const size = { video_size: `${film.width}x${film.height}`, pixel_format: film.pixels, framerate: film.rate.join('/') }
  const layout = { sample_rate: String(SOUND_RATE), ch_layout: `${film.sound?.channels}c` }
  const steps = film.filters ?? []
  const job: Job = {
    inputs: [
      { from: { pipe: 3 }, format: 'rawvideo', options: size },
      ...(film.sound ? [{ from: { pipe: 4 }, format: 's16le', options: layout }] : []),
    ],
    graph: `[0:0]${[...steps, `format=${film.encoded ?? 'yuv420p'}`].join(',')}[picture]${film.sound ? ';[1:0]aformat=sample_fmts=fltp[sound]' : ''}`,
    outputs: [
      {
        to: { file: to },
        format: film.container?.format ?? 'mp4',
        options: film.container?.options ?? { movflags: '+faststart' },
        streams: [
          { from: 'picture', codec: 'libx264', options: { preset: 'veryfast', crf: '20' }, rate: film.rate, ...film.picture },
          ...(film.sound ? [{ from: 'sound', codec: 'aac', options: { b: '128k' } }] : []),
        ],
      },
    ],
  }
  const feed = {
    3: (pipe: Writable) => pour(film.frames, pipe),
    ...(film.sound ? { 4: (pipe: Writable) => pour(film.sound!.samples, pipe) } : {}),
  }
  await run(job, { ...options, feed })
}

/** Pours pieces into a pipe at the pace at which the other end takes them; stops when the other end is gone. */
export async function pour(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, pipe: Writable): Promise<void> {
  await pipeline(Readable.from(pieces, { highWaterMark: 2 }), pipe).catch((error: NodeJS.ErrnoException) => {
    if (!GONE.has(error.code ?? '')) throw error
  })
}

/** What a pipe says when the program at its other end is gone: that program's own words say why. */
const GONE = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'])
