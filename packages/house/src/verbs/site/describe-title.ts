import type { Locale } from '@vitrine/messages'
import { readSettings } from '@vitrine/store/settings/settings'
import { findTitleBySlug } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { describedFilm } from '../../titles/described-film.ts'
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
  return describedFilm(row, { locale: args.locale, origin: args.origin, houseName: settings.name })
}
