import type { TitleSheet } from '@vitrine/catalogue'
import type { Asker } from '@vitrine/store/asker'
import { findTitle } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../context.ts'
import { HouseError } from '../errors.ts'

/** The sheet of a title that rights are about; `not-found` when there is none. */
export async function holdTitle(house: HouseContext, db: Asker, titleId: string): Promise<TitleSheet> {
  const row = await findTitle(db, house.houseId, titleId)
  if (row === null) throw new HouseError('not-found', { subject: 'Title' })
  return row.sheet
}
