/** Who asks for a page, and what they keep: all that sets one visitor's page apart from another's. */
import type { RequestEvent } from '@sveltejs/kit'
import { STAFF_ROLES, type Actor } from '@vitrine/house/contract'
import type { Visit } from './sharedPage.ts'
import { ownShortlist } from './shortlist.ts'
import { site, VISITOR } from './site.ts'

/** Pages of the site; pictures, papers and the desk show nobody's shortlist. */
const SHOWS_MARKS = /^\/(?:en|fr)(?:\/(?!desk(?:\/|$))[^.]*)?$/
const NOTHING: ReadonlySet<string> = new Set()

export const isStaff = (actor: Actor): boolean => (STAFF_ROLES as readonly string[]).includes(actor.role)

/** Buyers are shown what strangers are shown: the policy table has the same rows for both (visit.test.ts). */
export const seesWhatStrangersSee = ({ role }: Actor): boolean => role === 'visitor' || role === 'buyer'

/** When the database is away, whoever it is sees what a visitor sees who keeps nothing. */
export async function visitOf({ request, cookies, url }: RequestEvent): Promise<{ actor: Actor; visit: Visit }> {
  const { headers } = request
  if (!headers.has('cookie') && !headers.has('authorization'))
    return { actor: VISITOR, visit: { member: 'none', look: null, kept: NOTHING } }
  const chosen = cookies.get('appearance')
  const own = SHOWS_MARKS.test(url.pathname) ? ownShortlist(cookies) : null
  const { house, sessionActor } = site()
  const keptBy = (actor: Actor) => (own === null ? [] : house.listKept(actor, { token: own.token }).catch(() => []))
  const [actor, keptByStranger] = await Promise.all([sessionActor(headers).catch(() => VISITOR), keptBy(VISITOR)])
  const kept = new Set(seesWhatStrangersSee(actor) ? keptByStranger : await keptBy(actor))
  const member = actor.kind !== 'user' ? 'none' : isStaff(actor) ? 'staff' : 'member'
  return { actor, visit: { member, look: chosen === 'light' || chosen === 'dark' ? chosen : null, kept } }
}
