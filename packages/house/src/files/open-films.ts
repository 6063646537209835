import { dirname, join } from 'node:path'
import type { FilmFiles } from './film-files.ts'
import { folderOfFiles } from './folder-of-files.ts'
import { openCopies } from './open-copies.ts'
import { openMarkedCopies } from './open-marked-copies.ts'
import { reelsInFolder } from './reels-in-a-folder.ts'
import type { S3Place } from './s3/place.ts'

export interface FilmPlaces {
  /** Where reels are made, and are kept unless `s3` is said. */
  reels: string
  masters: string
  copies?: string
  marked?: string
  /** The bucket in which reels are kept. */
  s3?: S3Place | null
}

/**
 * Films in folders, all on one disk, so that what was made or came in appears whole, in one step; reels in a bucket of an S3 where one is named.
 *
 * @throws HouseError `disk-full`, `files-down`
 * @example
 * const films = await openFilms({ reels: './data/reels', masters: './data/masters' })
 * const found = await films.reels.open(id, reelPaths.poster)
 */
export async function openFilms(places: FilmPlaces): Promise<FilmFiles> {
  return {
    // A house that keeps its reels on its disk loads nothing of an S3.
    reels: places.s3
      ? await (await import('./reels-in-s3.ts')).reelsInS3(places.s3, places.reels)
      : await reelsInFolder(places.reels),
    masters: await folderOfFiles(places.masters),
    copies: await openCopies(places.copies ?? join(dirname(places.masters), 'copies')),
    marked: await openMarkedCopies(places.marked ?? join(dirname(places.masters), 'marked')),
  }
}
