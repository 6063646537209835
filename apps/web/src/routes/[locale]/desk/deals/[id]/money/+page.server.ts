import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewMoney')
  const { house } = site()
  const money = await answer(house.viewMoney(actor, { dealId: params.id }))
  const [billing, amendments, entries] = await Promise.all([
    answer(house.viewBilling(actor, { companyId: money.deal.companyId })),
    answer(house.listAmendments(actor, { dealId: params.id, locale })),
    answer(
      house.listEntries(actor, { contract: `D-${money.deal.number}`, kind: 'licence', status: 'signed', limit: 200, locale }),
    ),
  ])
  return {
    money,
    billing,
    amendments,
    licences: entries.items.map(({ id, title, what, lastDay }) => ({ id, title, what, lastDay })),
    today: new Date().toISOString().slice(0, 10),
    mayIssue: mayEver(actor, 'issueInvoice'),
    mayAmend: mayEver(actor, 'amendDeal'),
    mayDraft: mayEver(actor, 'draftPaper'),
    mayRenew: mayEver(actor, 'renewDeal'),
  }
}
