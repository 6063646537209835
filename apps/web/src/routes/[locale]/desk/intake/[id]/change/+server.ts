import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Says what columns hold, decides about films, takes what was decided, takes it back, puts the file away: `{ verb, … }`. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const body = (await request.json()) as { verb?: string; choices?: never; columns?: string[]; discarded?: boolean }
    switch (body.verb) {
      case 'decide':
        await house.decideIntake(actor, { id: params.id, choices: body.choices ?? [] })
        return {}
      case 'map':
        return house.mapIntake(actor, { id: params.id, columns: body.columns ?? [] })
      case 'take':
        return house.takeIntake(actor, { id: params.id })
      case 'undo':
        return house.undoIntake(actor, { id: params.id })
      default:
        await house.discardIntake(actor, { id: params.id, discarded: body.discarded === true })
        return {}
    }
  })
}
