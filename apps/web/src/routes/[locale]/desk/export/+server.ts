import type { Actor, FormatLine } from '@vitrine/house'
import { MOST_FILMS_OUT } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { deskRequest } from '#lib/server/desk-request.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Films as one file: those that are ticked (`ids`), else all that the list shows for its words and status. A thousand ids do not fit an address, so they are posted. */
export const POST: RequestHandler = async ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportFilms')
  const form = await request.formData()
  const texts = (name: string) => form.getAll(name).filter((one) => typeof one === 'string')
  const format = (texts('format')[0] ?? '') as FormatLine['id']
  const ticked = (texts('ids')[0] ?? '').split(',').filter((id) => id !== '')
  const columns = format.startsWith('titles-') ? texts('column') : []
  return attachment(
    await answer(
      (async () =>
        site().house.exportFilms(actor, {
          format,
          ids: ticked.length > 0 ? ticked : await listed(actor, texts('q')[0] ?? '', texts('status'), locale),
          columns: columns.length === 0 ? null : columns,
          locale,
        }))(),
    ),
  )
}

async function listed(actor: Actor, text: string, statuses: string[], locale: Locale): Promise<string[]> {
  const asked = new URL('https://desk.invalid/')
  asked.searchParams.set('q', text)
  for (const status of statuses) asked.searchParams.append('status', status)
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: { cards: { id: string }[]; nextCursor: string | null } = await site().house.listTitles(actor, {
      ...deskRequest(asked, locale),
      cursor,
    })
    ids.push(...page.cards.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null && ids.length <= MOST_FILMS_OUT)
  return ids
}
