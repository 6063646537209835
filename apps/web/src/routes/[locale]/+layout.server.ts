import { error } from '@sveltejs/kit'
import { STAFF_ROLES } from '@vitrine/house'
import { isLocale } from '@vitrine/messages'
import { settings, site } from '#lib/server/site.ts'
import { ownShortlist } from '#lib/server/shortlist.ts'
import type { LayoutServerLoad } from './$types'

/** What every page of the house knows: its language, who the house is, who asks, and what they keep. */
export const load: LayoutServerLoad = async ({ params, locals, cookies }) => {
  if (!isLocale(params.locale)) error(404, { message: 'not-found' })
  const locale = params.locale
  const { house, config } = site()
  const own = ownShortlist(cookies)
  const [known, list] = await Promise.all([
    settings(),
    own === null ? null : house.viewShortlist(locals.actor, { ...own, locale }).catch(() => null),
  ])
  const { name, strapline, contactEmail, logoId, demonstration } = known
  return {
    locale,
    origin: config.origin,
    house: { name, strapline: strapline[locale] ?? strapline[known.defaultLocale] ?? null, contactEmail, logoId, demonstration },
    appearance: locals.appearance,
    member:
      locals.actor.kind === 'user'
        ? {
            name: locals.actor.name,
            role: locals.actor.role,
            staff: (STAFF_ROLES as readonly string[]).includes(locals.actor.role),
          }
        : null,
    kept: list === null ? [] : list.cards.map((card) => card.id),
  }
}
