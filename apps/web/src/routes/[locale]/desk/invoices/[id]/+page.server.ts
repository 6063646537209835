import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'viewInvoice')
  const view = await answer(site().house.viewInvoice(actor, { id: params.id }))
  return {
    view,
    issued: url.searchParams.has('issued'),
    today: new Date().toISOString().slice(0, 10),
    mayWrite: mayEver(actor, 'notePayment'),
  }
}
