/** The film of a viewing as it is served: where its files lie, and the playlist that its player begins with. */
import type { ServedViewing } from '@vitrine/house'
import type { Reel } from '@vitrine/screening'
import { masterPlaylist } from '@vitrine/screening/reel/playlists'
import { addressesOf, type Asset } from '@vitrine/screening/serving/addresses'

export interface ServedFilm {
  viewing: ServedViewing
  at: (path: string) => Asset | null
  /** The playlist that a player begins with: what this viewer understands comes first. */
  whole: Buffer
}

export interface Films {
  of(viewing: ServedViewing): ServedFilm
  /** Forgets the reels that nobody watches any more. */
  tidy(): void
}

export function createFilms(): Films {
  const tables = new Map<string, WeakRef<ServedFilm['at']>>()

  /** One table of addresses for all who watch a reel with the same subtitles: nothing else of it changes. */
  function addresses({ reelId, reel }: ServedViewing): ServedFilm['at'] {
    const key = `${reelId} ${JSON.stringify(reel.subtitles)}`
    const known = tables.get(key)?.deref()
    if (known !== undefined) return known
    tidy()
    const made = addressesOf(reel)
    tables.set(key, new WeakRef(made))
    return made
  }
  function tidy(): void {
    for (const [key, table] of tables) if (table.deref() === undefined) tables.delete(key)
  }
  return {
    of: (viewing) => ({ viewing, at: addresses(viewing), whole: Buffer.from(masterPlaylist(suiting(viewing.reel, viewing.chosen))) }), // prettier-ignore
    tidy,
  }
}

/** The same reel, with the sound and the subtitles that suit a viewer before the others: a player begins with the first. */
function suiting(reel: Reel, { sound, subtitles }: ServedViewing['chosen']): Reel {
  const first = <T extends { name: string }>(tracks: readonly T[], name: string | null): T[] =>
    tracks.toSorted((a, b) => Number(b.name === name) - Number(a.name === name))
  return { ...reel, sound: first(reel.sound, sound), subtitles: first(reel.subtitles, subtitles) }
}
