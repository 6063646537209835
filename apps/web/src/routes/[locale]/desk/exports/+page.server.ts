import { TITLE_COLUMNS } from '@vitrine/house'
import { type FilterField, filterFieldsOf } from '@vitrine/house/exchange/filter-fields'
import { LIST_VERBS } from '@vitrine/house/exchange/lists-out'
import { can } from '@vitrine/house/policies/table'
import { exportFilters, filterChoice } from '@vitrine/messages/export-filters'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { LIST_FORMATS, listOf } from '@vitrine/messages/list-names'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listExportSchedules')
  const { house } = site()
  const [schedules, ended, formats, collections, titles, markets] = await Promise.all([
    answer(house.listExportSchedules(actor)),
    answer(house.listExportSchedules(actor, { ended: true })),
    answer(house.listFormats(actor)),
    answer(house.listCollections(actor, { locale })),
    answer(house.listTitles(actor, { locale, limit: 1 })),
    can(actor, 'listMarkets') ? answer(house.listMarkets(actor)) : [],
  ])
  const out = formats.filter((format) => format.out).map(({ id, versions }) => ({ id, name: FORMAT_NAMES[id], versions }))
  const licences = formats.filter(({ id }) => id === 'avails' || id === 'avails-xlsx')
  const themes = titles.facets.find(({ facet }) => facet === 'theme')?.values ?? []
  /** What a field can be set to; null where it is written, or names what only programs ask for. */
  const optionsOf = (list: string, key: string, field: FilterField): [string, string][] | null => {
    if (key === 'theme') return themes.map(({ value }) => [value, filterChoice(locale, list, key, value)])
    if (field.kind === 'market') return markets.map(({ id, name }) => [id, name])
    if (field.kind === 'member') return [...(actor.userId ? [[actor.userId, actor.name] as [string, string]] : []), ['none', exportFilters[locale].nobody]] // prettier-ignore
    return field.kind === 'choice' ? field.among.map((value) => [value, filterChoice(locale, list, key, value)]) : null
  }
  const lists = LIST_FORMATS.filter((format) => can(actor, LIST_VERBS[listOf(format)!.list].verb))
  const filters = Object.fromEntries(
    [...out.map(({ id }) => id), ...lists].map((format) => [
      format,
      Object.entries(filterFieldsOf(format)).map(([key, field]) => ({ key, kind: field.kind, options: optionsOf(listOf(format)?.list ?? '', key, field) })),
    ]),
  ) // prettier-ignore
  return {
    filters,
    schedules,
    ended: ended.map(({ id, name, endedAt }) => ({ id, name, endedAt: endedAt ?? '' })),
    formats: out,
    licences: can(actor, 'exportAvails') ? licences.map(({ id, versions }) => ({ id, name: FORMAT_NAMES[id], versions })) : [],
    lists,
    titleColumns: TITLE_COLUMNS.map(({ key }) => key),
    collections: collections.map(({ slug, name }) => ({ slug, name: name[locale] ?? Object.values(name)[0] ?? slug })),
    maySave: can(actor, 'saveExportSchedule'),
  }
}
