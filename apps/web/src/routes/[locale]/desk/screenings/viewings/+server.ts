import { askedList, askedTexts } from '#lib/server/asked-list.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Who watched what to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportViewings')
  return attachment(
    await answer(
      site().house.exportViewings(actor, {
        ...askedTexts(url, { screener: 'screenerId', film: 'titleId', buyer: 'companyId', person: 'contactId' }),
        ...askedList(url, locale),
      }),
    ),
  )
}
