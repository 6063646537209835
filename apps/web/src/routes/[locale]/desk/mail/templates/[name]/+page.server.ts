import { isLocale } from '@vitrine/messages'
import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** One letter in both languages, so that changing from one to the other loses nothing. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewMailTemplate')
  const { house } = site()
  const asked = url.searchParams.get('language') ?? locale
  return {
    language: isLocale(asked) ? asked : locale,
    templates: {
      en: await answer(house.viewMailTemplate(actor, { name: params.name, locale: 'en' })),
      fr: await answer(house.viewMailTemplate(actor, { name: params.name, locale: 'fr' })),
    },
    mayWrite: mayEver(actor, 'saveMailTemplate'),
  }
}
