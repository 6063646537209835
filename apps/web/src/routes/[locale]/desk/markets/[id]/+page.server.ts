import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { addDays } from '#lib/server/contacts/days.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const MOST_DAYS = 60

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'openMarket')
  const record = await answer(site().house.openMarket(actor, { id: params.id }))
  const { firstDay, lastDay } = record.market
  const days: string[] = []
  for (let day = firstDay; day <= lastDay && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day)
  const asked = url.searchParams.get('day')
  const today = new Date().toISOString().slice(0, 10)
  const day = asked === 'all' ? null : days.includes(asked ?? '') ? asked : days.includes(today) ? today : null
  const userId = record.members.find(({ id }) => id === url.searchParams.get('person'))?.id ?? null
  return { record, days, day, userId, me: actor.userId }
}
