import type { House } from '@vitrine/house'
import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, sent, staff, whileTyped } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** What the rooms of deals may ask to be changed; each verb looks at its own arguments. */
const VERBS = ['openDeal', 'changeDeal', 'loseDeal', 'reopenDeal', 'checkOffer', 'draftOffer', 'redraftOffer', 'sendOffer', 'withdrawOffer', 'declineOffer', 'acceptOffer', 'undoOffer', 'counterOffer'] as const satisfies readonly (keyof House)[] // prettier-ignore

export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () => {
    const { verb, ...args } = await sent<{ verb: string } & Record<string, unknown>>(request)
    const asked = VERBS.find((one) => one === verb)
    if (asked === undefined) error(400, { message: 'invalid-input', code: 'invalid-input' })
    const work = () => site().house[asked](actor, { ...args, reader: locale } as never) as Promise<unknown>
    return asked === 'checkOffer' ? whileTyped(locale, work) : work()
  })
}
