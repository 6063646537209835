import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'viewDeliverables')
  const list = await answer(site().house.viewDeliverables(actor, { dealId: params.id }))
  return {
    list,
    today: new Date().toISOString().slice(0, 10),
    mayAnswer: mayEver(actor, 'answerDeliverable'),
    mayMoney: mayEver(actor, 'viewMoney'),
  }
}
