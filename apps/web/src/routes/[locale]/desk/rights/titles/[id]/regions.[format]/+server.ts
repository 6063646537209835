import { error } from '@sveltejs/kit'
import { asOfOf, whenOf } from '#lib/desk/rights/when.ts'
import { askedList } from '#lib/server/asked-list.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { askedFields, questionOf, todayHere, usualFields } from '#lib/server/rights/asked.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** The regions of a question as a table, the same question as on the page. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportAvailability')
  const { id: titleId } = params
  const format = url.searchParams.get('format') ?? params.format // a form says it beside the columns
  if (format !== 'csv' && format !== 'xlsx') error(404, { message: 'not-found', code: 'not-found' })
  const when = whenOf(url.searchParams)
  const today = when.as ?? todayHere()
  const question = questionOf(askedFields(url, usualFields(today, 10)), today)
  return attachment(await answer(site().house.exportAvailability(actor, { titleId, question, ...asOfOf(when), ...askedList(url, locale), format }))) // prettier-ignore
}
