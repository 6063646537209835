import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'viewInvoice')
  const { house } = site()
  const view = await answer(house.viewInvoice(actor, { id: params.id }))
  const { row, toReturn } = view
  // what a balance of this invoice can be set off against: what its buyer owes on others
  const owed = toReturn > 0 ? (await answer(house.listInvoices(actor, { shelf: 'open', companyId: row.companyId, limit: 100 }))).items : [] // prettier-ignore
  return {
    view,
    others: owed
      .filter(({ id, currency }) => id !== row.id && currency === row.currency)
      .map(({ id, number, total, credited, settled }) => ({ id, number, open: total - credited - settled })),
    issued: url.searchParams.has('issued'),
    today: new Date().toISOString().slice(0, 10),
    mayWrite: mayEver(actor, 'notePayment'),
  }
}
