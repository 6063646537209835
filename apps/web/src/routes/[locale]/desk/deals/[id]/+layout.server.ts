import type { Actor, DealView } from '@vitrine/house'
import { mayEver } from '@vitrine/house/policies/table'
import { mapsOf } from '#lib/server/deals/maps-of.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { LayoutServerLoad } from './$types'

/**
 * The deal, for all of its pages. Whoever delivers its films without seeing deals (an editor) has the page of deliverables without
 * the deal's head; every other page lets in only who may see deals, so `deal` is there wherever it is read.
 */
export const load: LayoutServerLoad = async ({ locals, url, params, request }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewDeliverables')
  const viewed = mayEver(actor, 'viewDeal') ? site().house.viewDeal(actor, { id: params.id, reader: locale }) : null
  // a form that was refused says so, also about a deal that is not there
  const head = viewed === null ? null : await (request.method === 'GET' ? answer(viewed) : viewed.catch(() => null))
  const paper = head === null ? null : await standingPaper(actor, head)
  return { head, deal: head!, standingPaper: paper, maps: head === null ? [] : mapsOf(head), mayDraw: mayEver(actor, 'draftPaper'), maySign: mayEver(actor, 'countersignPaper') } // prettier-ignore
}

/** The paper on which the deal goes on: the newest that was not taken back. */
async function standingPaper(actor: Actor, { id, state }: DealView) {
  if (!['agreed', 'contracted', 'signed'].includes(state) || !mayEver(actor, 'listPapers')) return null
  const { items } = await answer(site().house.listPapers(actor, { dealId: id, limit: 50 }))
  return items.find((paper) => paper.state !== 'void') ?? null
}
