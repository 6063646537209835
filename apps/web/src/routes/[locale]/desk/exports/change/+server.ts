import type { Actor, House } from '@vitrine/house'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { withIds } from '#lib/server/export-form.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

type Said = Omit<Parameters<House['saveExportSchedule']>[1], 'id'>

/** Films, companies and people may be named as the form names them. */
async function save(actor: Actor, said: Said, id: string) {
  const filter = await withIds(actor, String(said.what?.format), said.what?.filter ?? {})
  return site().house.saveExportSchedule(actor, { ...said, what: { ...said.what, filter }, id: id || null })
}

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
        return save(actor, said as Said, id)
    }
  })
} // prettier-ignore
