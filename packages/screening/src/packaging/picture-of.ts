import type { Described, DescribedPicture } from '../engine/described.ts'
import { EngineFailure } from '../engine/failure.ts'
import { MOST_PIXELS } from '../engine/ffmpeg-arguments.ts'
import { isDolbyAlone } from './colour.ts'

/** Smaller than this on a side is no picture of a film: encoders refuse it. */
const LEAST_SIDE = 16

/** Seconds of the longest film that is taken: a day. */
export const LONGEST = 24 * 60 * 60

/** How long the picture of a film lasts: by its own word, else as long as the film. */
export const pictureSeconds = ({ seconds }: Pick<Described, 'seconds'>, picture: Pick<DescribedPicture, 'seconds'>): number =>
  picture.seconds > 0 && seconds > 0 ? Math.min(picture.seconds, seconds) : picture.seconds || seconds

/** The picture of a film: its first. Throws where there is none, one that no film has, or one whose colours cannot be read. */
export function pictureOf(described: Described): DescribedPicture {
  const picture = described.streams.find((stream): stream is DescribedPicture => stream.kind === 'picture')
  if (!picture || picture.width < LEAST_SIDE || picture.height < LEAST_SIDE) throw new EngineFailure('no-picture')
  if (picture.width * picture.height > MOST_PIXELS) throw new EngineFailure('too-large', `${picture.width} × ${picture.height}`)
  if (isDolbyAlone(picture)) throw new EngineFailure('dolby-vision', `profile ${picture.dolbyVision?.profile ?? 'unsaid'}`)
  if (described.seconds > LONGEST) throw new EngineFailure('too-long', `${described.seconds} s`)
  return picture
}
