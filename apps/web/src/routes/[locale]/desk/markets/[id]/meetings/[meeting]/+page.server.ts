import { error } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'openMeeting')
  const { house } = site()
  const { market, meetings } = await answer(house.openMarket(actor, { id: params.id }))
  const at = meetings.findIndex(({ id }) => id === params.meeting)
  const meeting = meetings[at]
  if (meeting === undefined) error(404, { message: 'not-found', code: 'not-found' })
  const record = meeting.companyId === null ? null : await answer(house.openCompany(actor, { id: meeting.companyId }))
  const mine = (step: 1 | -1) => {
    for (let n = at + step; n >= 0 && n < meetings.length; n += step) {
      const other = meetings[n]!
      if (actor.userId === null || other.userIds.length === 0 || other.userIds.includes(actor.userId)) return other
    }
    return null
  }
  const short = (other: typeof meeting | null) => (other === null ? null : { id: other.id, company: other.company, fromMinute: other.fromMinute }) // prettier-ignore
  return { market, meeting, record, before: short(mine(-1)), after: short(mine(1)) }
}
