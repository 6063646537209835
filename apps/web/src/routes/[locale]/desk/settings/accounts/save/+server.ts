import type { AccountsSettings } from '@vitrine/house'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () =>
    site().house.changeAccounts(actor, { accounts: await sent<Partial<AccountsSettings>>(request) }),
  )
}
