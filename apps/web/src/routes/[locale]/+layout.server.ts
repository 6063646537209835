import { error } from '@sveltejs/kit'
import { isLocale } from '@vitrine/messages'
import { settings, site } from '#lib/server/site.ts'
import type { LayoutServerLoad } from './$types'

/** What every page of the house knows: its language, and who the house is. Who asks is not known here: see lib/parts.ts. */
export const load: LayoutServerLoad = async ({ params }) => {
  if (!isLocale(params.locale)) error(404, { message: 'not-found' })
  const locale = params.locale
  const known = await settings()
  const { name, strapline, contactEmail, logoId, logoTone, demonstration } = known
  return {
    locale,
    origin: site().config.origin,
    house: {
      name,
      strapline: strapline[locale] ?? strapline[known.defaultLocale] ?? null,
      contactEmail,
      logoId,
      logoTone,
      demonstration,
    },
  }
}
