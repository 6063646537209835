import type { Role } from '@vitrine/house'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Change =
  | { verb: 'add'; name: string; email: string; role: Role }
  | { verb: 'change'; id: string; role?: Role; name?: string; disabled?: boolean }

export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const change = await sent<Change>(request)
    if (change.verb === 'add')
      return house.addUser(actor, { name: String(change.name), email: String(change.email), role: change.role })
    const { id, role, name, disabled } = change
    return house.changeUser(actor, {
      id,
      ...(role === undefined ? {} : { role }),
      ...(name === undefined ? {} : { name }),
      ...(disabled === undefined ? {} : { disabled }),
    })
  })
}
