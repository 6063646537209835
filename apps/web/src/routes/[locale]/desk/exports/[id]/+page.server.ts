import { error } from '@sveltejs/kit'
import { ERROR_TEXT_CODES, errorText } from '@vitrine/messages/errors'
import { exportFilters, filterName } from '@vitrine/messages/export-filters'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** What came of one export, each time. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listExportRuns')
  const { house } = site()
  const schedule = (await answer(house.listExportSchedules(actor))).find(({ id }) => id === params.id)
  if (schedule === undefined) error(404, { message: 'not-found', code: 'not-found' })
  const { items, nextCursor } = await answer(
    house.listExportRuns(actor, { id: params.id, cursor: url.searchParams.get('after') }),
  )
  const why = (failure: string | null) => {
    const code = ERROR_TEXT_CODES.find((one) => one === failure)
    return failure === null || code === undefined ? failure : errorText(code, locale).title
  }
  const about = (of: (typeof items)[number]['about']) => {
    if (of === null) return ''
    const f = exportFilters[locale]
    return of.what === 'limit' ? `${f.limit} ${of.value}` : f.gone(filterName(locale, of.what), of.value)
  }
  return { schedule, runs: items.map((run) => ({ ...run, why: why(run.failure), about: about(run.about) })), nextCursor }
}
