import { mayEver } from '@vitrine/house/policies/table'
import { localeOf, staff } from '#lib/server/desk.ts'
import { deskRequest } from '#lib/server/desk-request.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const asked = deskRequest(url, locale)
  return {
    mayTurn: mayEver(actor, 'turnTitles'),
    text: asked.text ?? '',
    status: asked.facets?.status?.[0] ?? null,
    result: await answer(site().house.listTitles(actor, asked)),
  }
}
