/** Traces a clip to the viewings that it was made from, or to nobody. */
import { type ClipRead, readClip, type Suspect } from './read.ts'
import { drawsOf } from './statistics/random.ts'
import { type Candidate, type Verdict, verdictOf } from './statistics/verdict.ts'

export interface Trace {
  read: ClipRead
  verdict: Verdict
}

/**
 * Reads the clip and weighs every viewing of the reel. Where one clip is held against several reels, `reels` says how many: what is promised
 * of a false accusation is promised of all of them together.
 *
 * ```ts
 * const clip: Film = (asked) => lumaFrames('leak.mp4', asked)
 * const { verdict } = await trace({ reelKey, lengths: reel.lengths, fps: 25, clip, film }, viewings)
 * ```
 */
export async function trace(suspect: Suspect, candidates: readonly Candidate[], reels = 1): Promise<Trace> {
  const read = await readClip(suspect)
  return { read, verdict: verdictOf(suspect.reelKey, read.readings, candidates, drawsOf('innocent viewings'), { reels }) }
}
