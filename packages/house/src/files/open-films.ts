import { dirname, join } from 'node:path'
import type { FilmFiles } from './film-files.ts'
import { folderOfFiles } from './folder-of-files.ts'
import { copiesAmong } from './open-copies.ts'
import { openMarkedCopies } from './open-marked-copies.ts'
import { reelsInFolder } from './reels-in-a-folder.ts'
import type { S3Place } from './s3/place.ts'

export interface FilmPlaces {
  /** Folders of this machine: where films are kept, or, where `s3` is said, where they are made and fetched to. */
  reels: string
  masters: string
  copies?: string
  marked?: string
  /** The bucket in which they are kept. */
  s3?: S3Place | null
}

/**
 * Films in folders, all on one disk, so that what was made or came in appears whole, in one step; or in a bucket of an S3 where one is named.
 *
 * @throws HouseError `disk-full`, `files-down`
 * @example
 * const films = await openFilms({ reels: './data/reels', masters: './data/masters' })
 * const found = await films.reels.open(id, reelPaths.poster)
 */
export async function openFilms(places: FilmPlaces): Promise<FilmFiles> {
  const folders = { copies: join(dirname(places.masters), 'copies'), marked: join(dirname(places.masters), 'marked'), ...places }
  const masters = await folderOfFiles(folders.masters)
  const copies = await folderOfFiles(folders.copies, 0o700)
  if (!places.s3) {
    const reels = await reelsInFolder(folders.reels)
    return { reels, masters, copies: copiesAmong(copies), marked: await openMarkedCopies(folders.marked) }
  }
  // A house that keeps its films on its disk loads nothing of an S3.
  const [{ reelsInS3 }, { filesInS3, markedCopiesInS3 }, { openBucket }] = await Promise.all([import('./reels-in-s3.ts'), import('./files-in-s3.ts'), import('./s3/bucket.ts')]) // prettier-ignore
  const bucket = await openBucket(places.s3)
  return {
    reels: await reelsInS3(places.s3, folders.reels),
    masters: filesInS3(bucket, 'masters', folders.masters, masters),
    copies: copiesAmong(filesInS3(bucket, 'copies', folders.copies, copies)),
    marked: await markedCopiesInS3(bucket, folders.marked),
  }
}
