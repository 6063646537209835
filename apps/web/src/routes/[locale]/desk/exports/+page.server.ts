import { TITLE_COLUMNS } from '@vitrine/house'
import { LIST_VERBS } from '@vitrine/house/exchange/lists-out'
import { can } from '@vitrine/house/policies/table'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { LIST_FORMATS, listOf } from '@vitrine/messages/list-names'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listExportSchedules')
  const { house } = site()
  const [schedules, ended, formats, collections] = await Promise.all([
    answer(house.listExportSchedules(actor)),
    answer(house.listExportSchedules(actor, { ended: true })),
    answer(house.listFormats(actor)),
    answer(house.listCollections(actor, { locale })),
  ])
  const out = formats.filter((format) => format.out).map(({ id, versions }) => ({ id, name: FORMAT_NAMES[id], versions }))
  const licences = formats.filter(({ id }) => id === 'avails' || id === 'avails-xlsx')
  return {
    schedules,
    ended: ended.map(({ id, name, endedAt }) => ({ id, name, endedAt: endedAt ?? '' })),
    formats: out,
    licences: can(actor, 'exportAvails') ? licences.map(({ id, versions }) => ({ id, name: FORMAT_NAMES[id], versions })) : [],
    lists: LIST_FORMATS.filter((format) => can(actor, LIST_VERBS[listOf(format)!.list].verb)),
    titleColumns: TITLE_COLUMNS.map(({ key }) => key),
    collections: collections.map(({ slug, name }) => ({ slug, name: name[locale] ?? Object.values(name)[0] ?? slug })),
    maySave: can(actor, 'saveExportSchedule'),
  }
}
