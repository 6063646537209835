/**
 * A reel is one cut of a film, packaged for streaming: segments of two seconds in several sizes, sound and subtitles apart. What it is made
 * of stands in its `reel.json`; its files lie beside it, under names that follow from it, and no other file is ever served.
 */

/** Length of a segment, in seconds: each carries one symbol of the mark (`mark/`). */
export const SEGMENT_SECONDS = 2

/** One size of the picture. `name` is a folder's name: `720p`. */
export interface Rung {
  name: string
  width: number
  height: number
  /** Bits a second: of the dearest second, and over the whole. */
  peak: number
  average: number
  /** As RFC 6381 writes it: `avc1.64001f`. */
  codecs: string
}

/** One sound track. `name` is a folder's name: `fra`, `fra-2`. Languages are ISO 639-3. */
export interface SoundTrack {
  name: string
  language: string
  channels: number
  average: number
  codecs: string
  /** Seconds of each of its segments: sound may end sooner or later than the picture. */
  lengths: number[]
}

/** One subtitle track, WebVTT. `sdh`: for the deaf and hard of hearing. */
export interface SubtitleTrack {
  name: string
  language: string
  sdh: boolean
  /** Which subtitles of the house it is; without it, its file lies beside the reel. */
  of?: string
}

/** Small pictures in sheets, for seeking: `columns` × `rows` of them on each sheet, one every `every` seconds. */
export interface Storyboard {
  sheets: number
  columns: number
  rows: number
  every: number
  width: number
  height: number
}

export interface Chapter {
  /** In seconds from the start. */
  at: number
  name: string
}

export interface Reel {
  format: 1
  /** Length of the picture, in seconds. */
  seconds: number
  /** Numerator and denominator: [24000, 1001]. */
  frameRate: [number, number]
  /** Seconds of each segment of the picture, the same in every rung; the last is shorter. */
  lengths: number[]
  /** Marked reels have each segment of the picture twice. */
  variants: ['a', 'b'] | ['a']
  rungs: Rung[]
  sound: SoundTrack[]
  subtitles: SubtitleTrack[]
  storyboard: Storyboard | null
  poster: boolean
  chapters: Chapter[]
}

/** Where each segment begins, in seconds from the start of the film, and behind the last where the film ends. */
export function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push(starts.at(-1)! + length)
  return starts
}

export type Variant = 'a' | 'b'

/** Name of a segment: `00042.m4s`. */
export const segmentName = (index: number) => `${String(index).padStart(5, '0')}.m4s`

/** Where each file of a reel lies, below the reel’s own folder. */
export const reelPaths = {
  manifest: 'reel.json',
  videoStart: (rung: string) => `video/${rung}/init.mp4`,
  videoSegment: (rung: string, variant: Variant, index: number) => `video/${rung}/${variant}/${segmentName(index)}`,
  soundStart: (track: string) => `sound/${track}/init.mp4`,
  soundSegment: (track: string, index: number) => `sound/${track}/${segmentName(index)}`,
  subtitles: (track: string) => `subtitles/${track}.vtt`,
  storyboard: (sheet: number) => `storyboard/${sheet}.jpg`,
  poster: 'poster.jpg',
}
