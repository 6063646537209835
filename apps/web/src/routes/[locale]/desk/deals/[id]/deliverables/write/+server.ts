import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Asked = { verb: 'add' | 'step' | 'answer' | 'change' | 'restore-file' } & Record<string, unknown>

/** Everything that the list of what is to be delivered asks of the house. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const { verb, ...args } = await sent<Asked>(request)
    const given = { dealId: params.id, ...args } as never
    switch (verb) {
      case 'add':
        return house.addDeliverable(actor, given)
      case 'step':
        return house.stepDeliverables(actor, given)
      case 'answer':
        return house.answerDeliverable(actor, given)
      case 'change':
        return house.changeDeliverable(actor, given)
      case 'restore-file':
        return house.removeDeliverableFile(actor, { ...(given as { id: string; fileId: string }), restore: true })
    }
  })
}
