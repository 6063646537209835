import { hasFacturX } from '@vitrine/ledger/invoice/factur-x'
import { localeOf } from '#lib/server/desk.ts'
import { buyer } from '#lib/server/room/actor.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  const { items, nextCursor, today } = await answer(site().house.listInvoices(actor, { limit: 100, cursor: url.searchParams.get('cursor') })) // prettier-ignore
  return {
    nextCursor,
    invoices: items.map(({ id, number, kind, state, issuedOn, dueOn, currency, total, credited, settled, creditsNumber }) => {
      const open = kind === 'invoice' && state === 'issued' ? total - credited - settled : 0
      const yours = kind === 'invoice' ? Math.max(0, settled - (total - credited)) : 0
      return { id, number, kind, state, issuedOn, dueOn: open > 0 ? dueOn : null, currency, total, credited, creditsNumber, open, yours, late: open > 0 && dueOn < today, hasXml: hasFacturX({ currency }) } // prettier-ignore
    }),
  }
}
