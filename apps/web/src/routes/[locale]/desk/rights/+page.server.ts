import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { askedBy } from '#lib/server/rights/ask.ts'
import { answer, site } from '#lib/server/site.ts'
import { mayEver } from '@vitrine/house/policies/table'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'askAvailabilities')
  const [asked, book] = await Promise.all([
    askedBy(actor, url, locale),
    answer(site().house.listEntries(actor, { limit: 1, locale })),
  ])
  return {
    asked,
    emptyBook: book.items.length === 0,
    maySend: mayEver(actor, 'sendAvailabilities'),
    mayEnter: mayEver(actor, 'draftEntry'),
  }
}
