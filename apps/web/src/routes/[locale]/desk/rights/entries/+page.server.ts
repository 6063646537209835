import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { askedEntries, listedEntries } from '#lib/server/rights/listed-entries.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listEntries')
  const asked = askedEntries(url)
  const [found, any, title] = await Promise.all([
    listedEntries(actor, url, locale),
    answer(site().house.listEntries(actor, { limit: 1, locale })),
    asked.titleId === '' ? null : answer(site().house.openTitle(actor, { id: asked.titleId })),
  ])
  return {
    found,
    asked,
    filmTitle: title?.sheet.title ?? null,
    emptyBook: any.items.length === 0,
    mayEnter: mayEver(actor, 'draftEntry'),
    mayImport: mayEver(actor, 'importRights'),
    mayExport: mayEver(actor, 'exportRights'),
  }
}
