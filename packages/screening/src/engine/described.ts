/** What a file says about itself, before a frame of it is decoded: the same whichever engine read it. */
export interface Described {
  format: string
  /** In seconds; 0 when the file does not say. */
  seconds: number
  streams: DescribedStream[]
  chapters: { at: number; name: string }[]
}

export type DescribedStream = DescribedPicture | DescribedSound | DescribedOther

interface Common {
  index: number
  codec: string
  /** As the file writes it: ISO 639-2, or a BCP 47 tag. */
  language: string | null
  title: string | null
}

export interface DescribedPicture extends Common {
  kind: 'picture'
  /** How long it lasts by its own word, in seconds: sound may last longer. 0 when it does not say. */
  seconds: number
  width: number
  height: number
  /** Shape of a pixel: [1, 1] when square. */
  pixel: [number, number]
  /** Degrees clockwise by which it must be turned to stand upright: 0, 90, 180 or 270. */
  rotation: number
  /** Frames a second on average, and the rate that the file claims: they differ where the rate varies. */
  rate: [number, number]
  claimed: [number, number]
  pixelFormat: string
  bits: number
  interlaced: boolean | null
  colour: { space: string; transfer: string; primaries: string; range: string }
  /** What its Dolby Vision record says, where it has one: the profile, and what else its picture is without Dolby's layer (0: nothing). */
  dolbyVision: DolbyVision | null
}

export interface DolbyVision {
  profile: number
  compatible: number
}

export interface DescribedSound extends Common {
  kind: 'sound'
  channels: number
  rate: number
}

export interface DescribedOther extends Common {
  kind: 'subtitles' | 'other'
}

/** Names that ffprobe gives to the numbers of ITU-T H.273. */
export const COLOUR_SPACES: Record<number, string> = {
  0: 'gbr',
  1: 'bt709',
  5: 'bt470bg',
  6: 'smpte170m',
  9: 'bt2020nc',
  10: 'bt2020c',
  15: 'ipt-c2',
}
export const COLOUR_PRIMARIES: Record<number, string> = { 1: 'bt709', 5: 'bt470bg', 6: 'smpte170m', 9: 'bt2020', 12: 'smpte432' }
export const COLOUR_TRANSFERS: Record<number, string> = { 1: 'bt709', 6: 'smpte170m', 14: 'bt2020-10', 15: 'bt2020-12', 16: 'smpte2084', 18: 'arib-std-b67' } // prettier-ignore
export const COLOUR_RANGES: Record<number, string> = { 1: 'tv', 2: 'pc' }

/** Words that a file says of itself, of which no person writes more. */
export const words = (said: string | undefined): string | null => said?.slice(0, 200) ?? null

/** Streams and chapters of a film that are looked at; no film has more. */
export const MOST_STREAMS = 256
export const MOST_CHAPTERS = 1000

/** Seconds of a length as Matroska says it of each stream: `00:52:00.040000000`. */
export function lengthSaid(written: string | null | undefined): number {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(written ?? '') ?? []
  return seconds === undefined ? 0 : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** A ratio, or null where there is none. */
export const rateOf = (over: number, under: number): [number, number] | null => (over > 0 && under > 0 ? [over, under] : null)

/** Bits of a sample, by the name of a pixel format: `yuv420p10le` has 10. */
export const bitsOf = (pixelFormat: string) => Number(/p0?(\d{1,2})(?:le|be)$/.exec(pixelFormat)?.[1] ?? 8)

/** Degrees clockwise of a display matrix (nine numbers of 32 bits, little-endian), to the next quarter of a turn. */
export function turnOf(matrix: Uint8Array | null): number {
  if (!matrix || matrix.length < 36) return 0
  const numbers = Buffer.from(matrix.buffer, matrix.byteOffset, matrix.length)
  const degrees = (Math.atan2(numbers.readInt32LE(4), numbers.readInt32LE(0)) * 180) / Math.PI
  return (((Math.round(degrees / 90) * 90) % 360) + 360) % 360
}

/** What the record of Dolby Vision says as FFmpeg hands it on, a byte for each of its parts; those of the first standards end before the last. */
export function dolbyVisionOf(record: Uint8Array | null): DolbyVision | null {
  if (!record || record.length < 7) return null
  return { profile: record[2]!, compatible: record[7] ?? 0 }
}
