import type { FilmOut, Sender } from '@vitrine/exchange/formats/format'
import type { Asker } from '@vitrine/store/asker'
import { readSettings } from '@vitrine/store/settings/settings'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import type { HouseContext } from '../context.ts'
import { withDefaults } from '../settings/defaults.ts'

/** The widest rendition of a picture that the site serves to anyone. */
const WIDEST = 2560

/** A title as formats send it: its page and pictures have addresses where the public may see them. */
export function filmOut(house: HouseContext, row: TitleRow, locale: string): FilmOut {
  const isPublic = row.status === 'published'
  return {
    id: row.id,
    sheet: row.sheet,
    status: row.status,
    url: isPublic ? `${house.origin}/${locale}/films/${row.slug}` : null,
    pictures: new Map(
      isPublic
        ? row.sheet.pictures.map(({ id, width }) => [
            id,
            { url: `${house.origin}/pictures/${id}/${Math.min(width, WIDEST)}.jpeg`, mediaType: 'image/jpeg' },
          ])
        : [],
    ),
    changedAt: row.updatedAt,
  }
}

/** Who sends, as the settings say. */
export async function sender(house: HouseContext, db: Asker): Promise<Sender> {
  const settings = withDefaults((await readSettings(db, house.houseId))?.settings)
  return { name: settings.name, url: house.origin, email: settings.contactEmail ?? null, country: null }
}
