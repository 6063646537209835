import { fail, redirect } from '@sveltejs/kit'
import { TITLE_COLUMNS } from '@vitrine/house'
import { type FilterField, filterFieldsOf } from '@vitrine/house/exchange/filter-fields'
import { LIST_VERBS } from '@vitrine/house/exchange/lists-out'
import { can } from '@vitrine/house/policies/table'
import { compareText, countryName } from '@vitrine/messages'
import { ERROR_TEXT_CODES, errorText } from '@vitrine/messages/errors'
import { exportFilters, filterChoice } from '@vitrine/messages/export-filters'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { LIST_FORMATS, listOf } from '@vitrine/messages/list-formats'
import { COUNTRIES } from '@vitrine/rights/territories/phrases'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { fromForm, namesIn, withIds } from '#lib/server/export-form.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

/** A longer list of values is written, with so many offered. */
const MOST_CHOSEN = 100
const MOST_OFFERED = 500

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listExportSchedules')
  const { house } = site()
  const [schedules, ended, formats, collections, titles, markets, agents, screeners] = await Promise.all([
    answer(house.listExportSchedules(actor)),
    answer(house.listExportSchedules(actor, { ended: true })),
    answer(house.listFormats(actor)),
    answer(house.listCollections(actor, { locale })),
    answer(house.listTitles(actor, { locale, limit: 1 })),
    can(actor, 'listMarkets') ? answer(house.listMarkets(actor)) : [],
    can(actor, 'countDeals') ? answer(house.countDeals(actor, {})).then(({ owners }) => owners) : [],
    can(actor, 'listScreeners') ? answer(house.listScreeners(actor, { limit: 100 })).then(({ items }) => items) : [],
  ])
  const out = formats.filter((format) => format.out).map(({ id, versions }) => ({ id, name: FORMAT_NAMES[id], versions }))
  const licences = formats.filter(({ id }) => id === 'avails' || id === 'avails-xlsx')
  const valuesOf = (key: string) => titles.facets.find(({ facet }) => facet === key)?.values ?? []
  const byName = compareText(locale)
  const countries = COUNTRIES.map((code): [string, string] => [code, countryName(locale, code)]).toSorted(([, a], [, b]) => byName(a, b)) // prettier-ignore
  /** What a field can be set to; null where it is written, or names what only programs ask for. */
  const optionsOf = (list: string, key: string, field: FilterField): [string, string][] | null => {
    if (field.kind === 'facet')
      return valuesOf(key).map(({ value, name }) => [value, name ?? filterChoice(locale, list, key, value)])
    if (field.kind === 'country') return countries
    if (field.kind === 'screener')
      return screeners.map(({ id, toName, films }) => [id, [toName, films[0]?.title].filter(Boolean).join(' · ')])
    if (field.kind === 'market') return markets.map(({ id, name }) => [id, name])
    if (field.kind === 'member') return [...new Map([...(actor.userId ? [[actor.userId, actor.name] as [string, string]] : []), ...agents.map(({ id, name }): [string, string] => [id, name])]), ['none', exportFilters[locale].nobody]] // prettier-ignore
    return field.kind === 'choice' ? field.among.map((value) => [value, filterChoice(locale, list, key, value)]) : null
  }
  const lists = LIST_FORMATS.filter((format) => can(actor, LIST_VERBS[listOf(format)!.list].verb))
  const filters = Object.fromEntries(
    [...out.map(({ id }) => id), ...lists].map((format) => [
      format,
      Object.entries(filterFieldsOf(format)).map(([key, field]) => {
        const options = optionsOf(listOf(format)?.list ?? '', key, field)
        return { key, kind: field.kind, options: options === null ? null : options.slice(0, MOST_OFFERED), written: field.kind === 'facet' && options !== null && options.length > MOST_CHOSEN }
      }),
    ]),
  ) // prettier-ignore
  const asked = url.searchParams.get('format')
  return {
    filters,
    names: await namesIn(
      actor,
      schedules.map(({ what }) => what),
    ),
    /** Chosen without script. */
    format: Object.keys(filters).find((format) => format === asked) ?? licences.find(({ id }) => id === asked)?.id ?? 'mec',
    isChosen: asked !== null,
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

/** What the form sends where there is no script. */
export const actions: Actions = {
  default: async ({ request, url, locals, params }) => {
    const locale = localeOf(params)
    const actor = allowed(staff(locals.actor, url, locale), 'saveExportSchedule')
    const { name, what, rhythm } = fromForm(await request.formData())
    try {
      const filter = await withIds(actor, what.format, what.filter)
      await site().house.saveExportSchedule(actor, { id: null, name, what: { ...what, filter }, rhythm, on: true })
    } catch (thrown) {
      const refusal = houseError(thrown)
      if (refusal === null) throw thrown
      const code = ERROR_TEXT_CODES.find((one) => one === refusal.code)
      return fail(refusal.status, { refused: code === undefined ? refusal.code : errorText(code, locale, refusal.details).text })
    }
    redirect(303, `/${locale}/desk/exports`)
  },
}
