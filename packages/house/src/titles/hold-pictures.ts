import type { TitleSheet } from '@vitrine/catalogue'
import type { Asker } from '@vitrine/store/asker'
import { knownPictures } from '@vitrine/store/pictures/pictures'
import type { HouseContext } from '../context.ts'
import { HouseError } from '../errors.ts'

/** A sheet may only name pictures that were uploaded here. */
export async function holdPictures(house: HouseContext, db: Asker, sheet: TitleSheet): Promise<void> {
  if (sheet.pictures.length === 0) return
  const known = await knownPictures(
    db,
    house.houseId,
    sheet.pictures.map((picture) => picture.id),
  )
  const issues = sheet.pictures.flatMap((picture, n) =>
    known.has(picture.id) ? [] : [{ path: `pictures.${n}.id`, message: 'No such picture here' }],
  )
  if (issues.length > 0) throw new HouseError('invalid-input', { issues })
}
