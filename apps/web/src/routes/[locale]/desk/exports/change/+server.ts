import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Makes or changes an export that repeats, makes it once more now, ends it: `{ verb, … }`. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const { verb, id = '', ...said } = (await request.json()) as { verb?: string; id?: string } & Record<string, unknown>
    switch (verb) {
      case 'run':
        return house.runExport(actor, { id })
      case 'remove':
        await house.removeExportSchedule(actor, { id, removed: said['removed'] !== false })
        return {}
      default:
        return house.saveExportSchedule(actor, { ...(said as Omit<Parameters<typeof house.saveExportSchedule>[1], 'id'>), id: id || null })
    }
  })
} // prettier-ignore
