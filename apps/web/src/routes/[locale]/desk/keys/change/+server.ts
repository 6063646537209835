import type { Scope } from '@vitrine/house'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Change = { verb: 'issue'; name: string; scopes: Scope[] } | { verb: 'revoke'; id: string }

export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const change = await sent<Change>(request)
    if (change.verb === 'issue') return house.issueKey(actor, { name: change.name, scopes: change.scopes })
    await house.revokeKey(actor, { id: String(change.id) })
    return {}
  })
}
