import { redirect } from '@sveltejs/kit'
import { localeOf } from '#lib/server/desk.ts'
import { roomOffers } from '#lib/server/room/offers.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** What waits for somebody who buys. */
export const load: PageServerLoad = async ({ locals: { actor }, params, url }) => {
  const locale = localeOf(params)
  if (actor.role === 'producer') redirect(303, `/${locale}/room/films${url.search}`)
  if (actor.role !== 'buyer' || !actor.companyId) return { start: null }
  const { house } = site()
  const [offers, papers, sent, coming, invoices, lists, catalogue] = await answer(
    Promise.all([
      roomOffers(actor, locale),
      house.listPapers(actor, { limit: 100 }),
      house.listDeliverables(actor, { shelf: 'sent', limit: 6 }),
      house.listDeliverables(actor, { shelf: 'open', limit: 6 }),
      house.listInvoices(actor, { shelf: 'open', limit: 6 }),
      house.listOwnShortlists(actor),
      house.browseRoom(actor, { limit: 4, locale }),
    ]),
  )
  return {
    start: {
      offers: offers.filter(({ state }) => state === 'live'),
      papers: papers.items.filter(({ state }) => state === 'out').map(({ id, reference, mine }) => ({ id, reference, mine })),
      sent: sent.items.map(({ id, kind, title, detail }) => ({ id, kind, title, detail })),
      coming: coming.items.map(({ id, kind, title, detail, dueOn }) => ({ id, kind, title, detail, dueOn })),
      invoices: invoices.items.map(({ id, number, currency, total, credited, settled, dueOn }) => ({ id, number, currency, left: total - credited - settled, dueOn, late: dueOn < invoices.today })), // prettier-ignore
      lists,
      cards: catalogue.rows.filter((row) => row.answer === 'full' && row.heldUntil === null).map(({ card }) => card),
      question: catalogue.question,
    },
  }
}
