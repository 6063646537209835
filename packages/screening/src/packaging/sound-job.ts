import type { Described, DescribedSound } from '../engine/described.ts'
import type { Job } from '../engine/job.ts'
import { languageOf } from './language.ts'
import { hlsSegments, wholeFilm } from './picture-job.ts'

/** A sound track of the reel, and the streams of the master that it is made of: one, or two that hold a channel each. */
export interface SoundChoice {
  /** ISO 639-3. */
  language: string
  streams: number[]
}

/**
 * The sound tracks of a master: each stream is one; but streams of one channel each, as broadcasters’ tapes have them, are left and right
 * of one track, two by two.
 */
export function soundOf(described: Described): SoundChoice[] {
  const streams = described.streams.filter((stream) => stream.kind === 'sound' && stream.channels > 0) as DescribedSound[]
  const single = streams.length > 1 && streams.every(({ channels }) => channels === 1)
  if (!single) return streams.map(({ index, language }) => ({ language: languageOf(language), streams: [index] }))
  return streams.flatMap(({ index, language }, at) => {
    if (at % 2 === 1) return []
    const right = streams[at + 1]
    return [{ language: languageOf(language), streams: right ? [index, right.index] : [index] }]
  })
}

/** The beginning of a filter graph that makes two channels of what a track is made of. */
export function soundSource(described: Described, { streams: [first, second] }: SoundChoice): string {
  if (second !== undefined) return `[0:${first}][0:${second}]join=inputs=2:channel_layout=stereo`
  const stream = described.streams.find(({ index }) => index === first)
  return `[0:${first}]${downmix(stream?.kind === 'sound' ? stream.channels : 2)}`
}

/** One sound track in segments, in stereo. */
export function soundJob(path: string, format: string, described: Described, choice: SoundChoice, folder: string): Job {
  return {
    inputs: [wholeFilm(path, format)],
    // Gaps are filled and the start is the film’s, so that sound stays with the picture.
    graph: `${soundSource(described, choice)},aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo[out]`,
    outputs: [{ ...hlsSegments(folder), streams: [{ from: 'out', codec: 'aac', options: { b: '128k' } }] }],
  }
}

/**
 * Two channels of any number. By place, not by name: masters seldom name theirs. 5.1 and 7.1 are left, right, middle, low, then the sides;
 * of other numbers the first two are left and right.
 */
export function downmix(channels: number): string {
  if (channels === 1) return 'pan=stereo|c0=c0|c1=c0'
  if (channels === 6) return 'pan=stereo|c0<c0+0.707*c2+0.707*c4|c1<c1+0.707*c2+0.707*c5'
  if (channels === 8) return 'pan=stereo|c0<c0+0.707*c2+0.707*c4+0.707*c6|c1<c1+0.707*c2+0.707*c5+0.707*c7'
  return 'pan=stereo|c0=c0|c1=c1'
}
