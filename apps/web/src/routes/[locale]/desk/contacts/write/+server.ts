import type { House } from '@vitrine/house'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** What the pages about companies and people may ask to be changed; each verb looks at its own arguments. */
const VERBS = ['addCompany', 'changeCompany', 'removeCompany', 'addContact', 'changeContact', 'removeContact', 'addNote', 'changeNote', 'removeNote', 'addTask', 'changeTask', 'removeTask', 'chooseTaskLetters', 'previewMerge', 'mergeDuplicates', 'undoMerge', 'keepApart', 'erasePerson', 'saveMarket', 'removeMarket', 'saveMeeting', 'removeMeeting', 'noteMeeting', 'seatBuyer', 'unseatBuyer'] as const satisfies readonly (keyof House)[] // prettier-ignore

export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () => {
    const { verb, ...args } = await sent<{ verb: string } & Record<string, unknown>>(request)
    const asked = VERBS.find((one) => one === verb)
    if (asked === undefined) error(400, { message: 'invalid-input', code: 'invalid-input' })
    return site().house[asked](actor, args as never)
  })
}
