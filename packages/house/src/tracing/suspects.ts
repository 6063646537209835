/** What a copy of a film is held against: every marked reel that somebody watched, and the code of each viewing. */
import type { Asker } from '@vitrine/store/asker'
import { keysOfViewings, reelsWatched, reelsWithFiles } from '@vitrine/store/reels/traces'
import type { HouseContext } from '../context.ts'
import type { CutPlace, Reel } from '../contract/reels.ts'
import type { TracedPicture } from '../contract/traces.ts'
import { filmsOf } from '../screening/reach-reel.ts'
import { openKey } from '../screening/sealed-key.ts'

/** A reel that was watched. */
export interface WatchedReel extends CutPlace {
  id: string
  masterId: string
  sealedKey: string
  languages: string[]
  viewings: number
  /** The reel whose picture it is compared with: itself, or where its files are gone another of the same master. Null: none is left. */
  picture: { id: string; reel: Reel } | null
}

export async function watchedReels(house: HouseContext, db: Asker, titleId: string): Promise<WatchedReel[]> {
  const watched = await reelsWatched(db, house.houseId, titleId)
  const pictures = await reelsWithFiles(db, house.houseId, [...new Set(watched.map(({ masterId }) => masterId))])
  return watched.map((reel) => {
    const found = pictures.find(({ id }) => id === reel.id) ?? pictures.find(({ masterId }) => masterId === reel.masterId)
    return { ...reel, picture: found === undefined ? null : { id: found.id, reel: found.reel as Reel } }
  })
}

/** How many viewings can be weighed, and how many cannot any more. */
export function countViewings(reels: readonly WatchedReel[]): { viewings: number; beyond: number } {
  const count = (some: readonly WatchedReel[]) => some.reduce((sum, { viewings }) => sum + viewings, 0)
  return { viewings: count(reels.filter(({ picture }) => picture !== null)), beyond: count(reels.filter(({ picture }) => picture === null)) } // prettier-ignore
}

/** The reels with their keys; a viewing or a reel whose key was sealed under another secret is left out. */
export async function suspectsOf(house: HouseContext, db: Asker, reels: readonly WatchedReel[]): Promise<TracedPicture[]> {
  const suspects: TracedPicture[] = []
  for (const { id, sealedKey, picture } of reels) {
    const key = openKey(house.sealing, `reel ${id}`, sealedKey)
    if (key === null || picture === null) continue
    const candidates = (await keysOfViewings(db, house.houseId, id)).flatMap((viewing) => {
      const opened = openKey(house.sealing, `viewing ${viewing.id}`, viewing.sealedKey)
      return opened === null ? [] : [{ id: viewing.id, key: opened }]
    })
    if (candidates.length === 0) continue
    const folder = await filmsOf(house).reels.folder(picture.id)
    suspects.push({ id, key, reel: picture.reel, pictureId: picture.id, folder, candidates })
  }
  return suspects
}
