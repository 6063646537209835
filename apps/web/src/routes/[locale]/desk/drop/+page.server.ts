import { mayEver } from '@vitrine/house/policies/table'
import { localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = staff(locals.actor, url, localeOf(params))
  return {
    sheets: await answer(site().house.listDroppedSheets(actor, { cursor: url.searchParams.get('cursor') })),
    mayDrop: mayEver(actor, 'dropSheet'),
    limit: site().config.uploadBytes,
  }
}
