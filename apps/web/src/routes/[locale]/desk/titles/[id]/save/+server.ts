import type { TitleSheet } from '@vitrine/catalogue'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Change =
  | { verb: 'save'; baseRevision: number; sheet: TitleSheet; note?: string | null }
  | { verb: 'publish' | 'withdraw'; baseRevision: number }
  | { verb: 'rename'; slug: string }
  | { verb: 'producers'; userIds: string[] }
  | { verb: 'presence' }
  | { verb: 'check'; sheet: TitleSheet }
  | { verb: 'let-go'; draftId: string }
  | { verb: 'settle'; correctionId: string; done: boolean }

/** Everything the editor's page asks of the house for one title. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  const { id } = params
  return deskAnswer(request, locale, async () => {
    const change = await sent<Change>(request)
    switch (change.verb) {
      case 'save':
        return house.editTitle(actor, { id, baseRevision: change.baseRevision, sheet: change.sheet, note: change.note ?? null })
      case 'publish':
        return house.publishTitle(actor, { id, baseRevision: change.baseRevision })
      case 'withdraw':
        return house.withdrawTitle(actor, { id, baseRevision: change.baseRevision })
      case 'rename':
        return house.renameSlug(actor, { id, slug: change.slug })
      case 'producers':
        return house.assignProducer(actor, { id, userIds: change.userIds })
      case 'presence':
        return house.notePresence(actor, { id })
      case 'check':
        return house.checkSheet(actor, { sheet: change.sheet })
      case 'let-go':
        return house.discardUnsavedDraft(actor, { id, draftId: change.draftId })
      case 'settle':
        return house.settleCorrection(actor, { id: change.correctionId, done: change.done })
    }
  })
}
