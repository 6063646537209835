import type { PictureRow } from '@vitrine/store/pictures/pictures'
import { sha256 } from '../canonical.ts'
import type { HouseContext } from '../context.ts'
import { lookAtPicture } from './look-at-picture.ts'

/**
 * Looks at a picture and puts its bytes in the file store, as they came: what is served are renditions, which carry no
 * metadata. Its row is the caller's to write. The same picture always has the same id.
 */
export async function keepPicture(house: HouseContext, bytes: Uint8Array): Promise<PictureRow> {
  const looked = await lookAtPicture(bytes)
  const name = await house.files.put(bytes)
  return {
    id: sha256(`${house.houseId} ${name}`).slice(0, 32),
    sha256: name,
    ...looked,
    bytes: bytes.length,
    createdAt: house.now().toISOString(),
  }
}
