import type { TitleSheet } from '@vitrine/catalogue'
import type { Actor, StoredTitle } from '@vitrine/house'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { houseError, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Somebody changed the title meanwhile: what it said when the sheet was laid beside it, what it says now, and who wrote that. */
export interface Meanwhile {
  outcome: 'conflict'
  origin: TitleSheet
  title: StoredTitle
  by: string
}

/** The title that it became, and the sheet that waits next: the one that came last. */
export interface Accepted {
  outcome: 'accepted'
  id: string
  next: { id: string; title: string } | null
}

/** Takes the corrected sheet in; where its title has moved on, what is typed stays in the page and this says what changed. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () => {
    const body = await sent<{ sheet: TitleSheet; intoTitleId: string | null; baseRevision?: number | null }>(request)
    const { sheet, intoTitleId } = body
    const baseRevision = body.baseRevision ?? null
    try {
      const { id } = await site().house.acceptDroppedSheet(actor, { id: params.id, sheet, intoTitleId, baseRevision })
      return { outcome: 'accepted', id, next: await next(actor) } satisfies Accepted
    } catch (thrown) {
      if (houseError(thrown)?.code !== 'revision-changed' || intoTitleId === null || baseRevision === null) throw thrown
      return meanwhile(actor, intoTitleId, baseRevision)
    }
  })
}

async function next(actor: Actor): Promise<Accepted['next']> {
  const { items } = await site().house.listDroppedSheets(actor, {})
  const first = items.find(({ titleId }) => titleId === null)
  return first === undefined ? null : { id: first.id, title: first.title }
}

async function meanwhile(actor: Actor, id: string, baseRevision: number): Promise<Meanwhile> {
  const { house } = site()
  const title = await house.openTitle(actor, { id })
  const [before, now] = await Promise.all(
    [baseRevision, title.revision].map((revision) => house.viewRevision(actor, { id, revision })),
  )
  return { outcome: 'conflict', origin: before!.sheet, title, by: now!.revision.by }
}
