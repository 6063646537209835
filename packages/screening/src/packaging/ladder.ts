import type { DescribedPicture } from '../engine/described.ts'

/** One size that a picture is encoded in. */
export interface Step {
  name: string
  width: number
  height: number
  /** Bits a second that no passage goes over for long. */
  most: number
}

/** The sizes of the ladder: the frame that a picture is fitted into, lying or standing. */
const FRAMES = [
  { name: '1080p', long: 1920, short: 1080, most: 6_000_000 },
  { name: '720p', long: 1280, short: 720, most: 3_200_000 },
  { name: '480p', long: 854, short: 480, most: 1_500_000 },
  { name: '360p', long: 640, short: 360, most: 850_000 },
]

/** A size nearer to the one above than this is left out. */
const NEAR = 0.85

/** Width and height as they are seen: turned upright, with square pixels. */
export function seenSize(picture: Pick<DescribedPicture, 'width' | 'height' | 'pixel' | 'rotation'>): {
  width: number
  height: number
} {
  const [over, under] = picture.pixel
  // The longer side is kept: a narrow pixel makes the picture lower, not smaller.
  const width = over >= under ? (picture.width * over) / under : picture.width
  const height = over >= under ? picture.height : (picture.height * under) / over
  return picture.rotation % 180 === 0 ? { width, height } : { width: height, height: width }
}

/**
 * The sizes that a picture is encoded in: its own at the top, at most 1080p, and the steps below it. Never larger than it is, always even,
 * in its own shape, lying or standing.
 */
export function ladderFor(seen: { width: number; height: number }, framesASecond: number): Step[] {
  const long = Math.max(seen.width, seen.height)
  const short = Math.min(seen.width, seen.height)
  const steps: Step[] = []
  for (const frame of FRAMES) {
    const fit = Math.min(frame.long / long, frame.short / short)
    const scale = Math.min(1, fit)
    const size = { width: even(seen.width * scale), height: even(seen.height * scale) }
    const above = steps.at(-1)
    if (above && size.height > above.height * NEAR) continue
    // A picture that fills a frame bears its name; one that is smaller, as a top step, its own height’s.
    const name = fit <= 1.02 ? frame.name : `${Math.min(size.width, size.height)}p`
    const share = (size.width * size.height) / (frame.long * frame.short)
    steps.push({ name, ...size, most: Math.round(frame.most * Math.min(1, share) ** 0.75 * (framesASecond > 31 ? 1.4 : 1)) })
  }
  return steps
}

const even = (side: number) => Math.max(2, Math.round(side / 2) * 2)
