/** Which reel of a film, and which of its tracks, suit somebody. */
import type { Reel } from '@vitrine/screening'
import { tagOf } from '@vitrine/screening/reel/playlists'
import type { ReadyReel } from '@vitrine/store/screening/screeners'

export interface Chosen {
  sound: string | null
  subtitles: string | null
}

/**
 * The tracks that somebody begins with who reads a language: its sound where there is one; else the first sound, the original, with
 * subtitles in that language where there are some. Subtitles for the deaf are taken only where there are no others.
 *
 * @example
 * suitingTracks(reel, 'fr') // { sound: 'fra', subtitles: null }
 */
function suitingTracks(reel: Pick<Reel, 'sound' | 'subtitles'>, locale: string): Chosen {
  const speaks = ({ language }: { language: string }): boolean => tagOf(language).split('-')[0] === locale
  const sound = reel.sound.find(speaks)
  if (sound !== undefined) return { sound: sound.name, subtitles: null }
  const subtitles = reel.subtitles.filter(speaks).toSorted((a, b) => Number(a.sdh) - Number(b.sdh))[0]
  return { sound: reel.sound[0]?.name ?? null, subtitles: subtitles?.name ?? null }
}

/**
 * The tracks that somebody goes on with: what ran when they were last heard of, else what suits the language they read. Of a film that is
 * not spoken in the language that they heard, as another one of the same link, they have the subtitles that they read. `again`: it is what they had, also where that was no subtitles.
 */
export function usualTracks(
  reel: Pick<Reel, 'sound' | 'subtitles'>,
  last: { language: string | null; subtitles: string | null } | null,
  locale: string,
): Chosen & { again: boolean } {
  const inLanguage = (tracks: readonly { name: string; language: string }[], tag: string | null): string | null =>
    tag === null ? null : (tracks.find(({ language }) => tagOf(language) === tagOf(tag))?.name ?? null)
  const heard = last === null ? null : inLanguage(reel.sound, last.language)
  if (heard === null) {
    const suits = suitingTracks(reel, locale)
    const read = last === null ? null : inLanguage(reel.subtitles, last.subtitles)
    const isSpoken = reel.sound.some(
      ({ name, language }) => name === suits.sound && tagOf(language) === tagOf(last?.subtitles ?? ''),
    )
    return read === null || isSpoken ? { ...suits, again: false } : { sound: suits.sound, subtitles: read, again: true }
  }
  return { sound: heard, subtitles: inLanguage(reel.subtitles, last!.subtitles), again: true }
}

/**
 * Of the reels of a film, those that are shown to somebody: one, or one of each episode. First comes which language they can follow, by
 * sound or by subtitles, then which cut is the longest, then which was made last.
 */
export function suitingReels(reels: readonly ReadyReel[], locale: string): ReadyReel[] {
  const follows = ({ reel }: ReadyReel): number => {
    const { sound, subtitles } = suitingTracks(reel as Reel, locale)
    const spoken = (reel as Reel).sound.find(({ name }) => name === sound)
    return spoken !== undefined && tagOf(spoken.language).split('-')[0] === locale ? 2 : subtitles === null ? 0 : 1
  }
  const better = (one: ReadyReel, other: ReadyReel): boolean => {
    const [a, b] = [follows(one), follows(other)]
    return a !== b ? a > b : (one.reel as Reel).seconds > (other.reel as Reel).seconds + 1
  }
  const chosen = new Map<number | null, ReadyReel>() // they come with the newest first
  for (const reel of reels) {
    const standing = chosen.get(reel.episode)
    if (standing === undefined || better(reel, standing)) chosen.set(reel.episode, reel)
  }
  const whole = chosen.get(null)
  return whole !== undefined ? [whole] : [...chosen].toSorted(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([, reel]) => reel)
}
