import { describeFilm } from '@vitrine/exchange/json-ld/describe-film'
import type { Locale } from '@vitrine/messages'
import { readSettings } from '@vitrine/store/settings/settings'
import { findTitleBySlug } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { admit } from '../../titles/reach-title.ts'

/** A film as schema.org JSON-LD, ready for a script element or the API. `origin`: where the public pages are. */
export async function describeTitle(
  house: HouseContext,
  actor: Actor,
  args: { slug: string; locale: Locale; origin: string },
): Promise<Record<string, unknown>> {
  const row = await admit(house, house.db, actor, 'describeTitle', await findTitleBySlug(house.db, house.houseId, args.slug))
  if (!/^https?:\/\/[^\s/]+$/.test(args.origin))
    throw new HouseError('invalid-input', { issues: [{ path: 'origin', message: 'Not an origin' }] })
  const settings = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const { locale, origin } = args
  return describeFilm(row.sheet, {
    url: `${origin}/${locale}/films/${row.slug}`,
    pictures: row.sheet.pictures
      .filter(({ kind }) => kind === 'still' || kind === 'poster')
      .slice(0, 4)
      .map((picture) => {
        const width = Math.min(picture.width, 1280)
        return {
          url: `${origin}/pictures/${picture.id}/1280.jpeg`,
          width,
          height: Math.round((picture.height * width) / picture.width),
        }
      }),
    locale,
    house: { name: settings.name, url: `${origin}/${locale}` },
  })
}
