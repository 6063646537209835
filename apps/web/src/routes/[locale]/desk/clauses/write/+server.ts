import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Asked =
  | ({ verb: 'check' } & Parameters<ReturnType<typeof site>['house']['checkClause']>[1])
  | ({ verb: 'save' } & Parameters<ReturnType<typeof site>['house']['saveClause']>[1])
  | ({ verb: 'retire' } & Parameters<ReturnType<typeof site>['house']['retireClause']>[1])

/** Everything that the room of clauses asks of the house. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const { verb, ...args } = await sent<Asked>(request)
    if (verb === 'check') return house.checkClause(actor, args as never)
    if (verb === 'save') return house.saveClause(actor, args as never)
    return house.retireClause(actor, args as never)
  })
}
