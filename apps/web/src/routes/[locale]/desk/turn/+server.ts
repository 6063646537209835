import type { TitleStatus } from '@vitrine/catalogue'
import { allowed, deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Turning =
  | { verb: 'turn'; to: 'published' | 'withdrawn'; titles: { id: string; baseRevision: number }[] }
  | { verb: 'back'; titles: { id: string; revision: number; before: TitleStatus }[] }

/** Publishes or withdraws the titles that were chosen in the list, and takes that back. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'turnTitles')
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const turning = await sent<Turning>(request)
    return turning.verb === 'back'
      ? house.turnTitlesBack(actor, { titles: turning.titles })
      : house.turnTitles(actor, { to: turning.to, titles: turning.titles })
  })
}
