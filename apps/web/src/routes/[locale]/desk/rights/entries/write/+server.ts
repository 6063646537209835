import type { EntryInput } from '@vitrine/house'
import { deskAnswer, localeOf, sent, staff, whileTyped } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Noted = { note?: string | null }
type Of = { id: string; baseVersion: number }
type Signing = Noted & { takesUp?: string[]; acceptWarnings?: boolean }
type Asked =
  | { verb: 'read'; text: string }
  | { verb: 'check' | 'simulate'; titleId: string; entry: EntryInput; replaces?: string[] }
  | ({ verb: 'draft'; titleId: string; entry: EntryInput } & Noted)
  | ({ verb: 'enter'; titleId: string; entry: EntryInput } & Signing)
  | ({ verb: 'redraft'; entry: EntryInput } & Of & Noted)
  | ({ verb: 'sign' } & Of & Signing)
  | ({ verb: 'amend'; entry: EntryInput; effective: string | null; acceptWarnings?: boolean } & Of & Noted)
  | ({ verb: 'terminate'; lastDay: string | null; acceptWarnings?: boolean } & Of & Noted)
  | ({ verb: 'date'; eventDate?: string; broadcast?: string } & Of)

/** Everything that the rooms where rights are written ask of the house. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const { verb, ...args } = await sent<Asked>(request)
    const given = { ...args, locale } as never
    switch (verb) {
      case 'read':
        return house.readClause(actor, given)
      case 'check':
        return whileTyped(locale, () => house.checkRights(actor, given))
      case 'simulate':
        return house.simulateRights(actor, given)
      case 'draft':
        return house.draftEntry(actor, given)
      case 'enter':
        return house.enterEntry(actor, given)
      case 'redraft':
        return house.redraftEntry(actor, given)
      case 'sign':
        return house.signEntry(actor, given)
      case 'amend':
        return house.amendEntry(actor, given)
      case 'terminate':
        return house.terminateEntry(actor, given)
      case 'date':
        return house.dateEntry(actor, given)
    }
  })
}
