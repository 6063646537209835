import { localeOf } from '#lib/server/desk.ts'
import { buyer } from '#lib/server/room/actor.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  const { items, nextCursor, today } = await answer(site().house.listInvoices(actor, { limit: 100, cursor: url.searchParams.get('cursor') })) // prettier-ignore
  return { nextCursor, invoices: items.map(({ id, number, kind, state, issuedOn, dueOn, currency, total }) => ({ id, number, state, issuedOn, dueOn: kind === 'invoice' ? dueOn : null, currency, total, late: kind === 'invoice' && state === 'issued' && dueOn < today })) } // prettier-ignore
}
