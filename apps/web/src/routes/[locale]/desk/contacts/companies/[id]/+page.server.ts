import { redirect } from '@sveltejs/kit'
import { COUNTRIES } from '@vitrine/rights/territories/phrases'
import { compareText, countryName } from '@vitrine/messages'
import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'openCompany')
  const { house } = site()
  const record = await answer(house.openCompany(actor, { id: params.id }))
  if (record.movedFrom !== null) redirect(301, `/${locale}/desk/contacts/companies/${record.company.id}?moved`)
  const day = mayEver(actor, 'listTasks') ? await answer(house.listTasks(actor, {})) : null
  const byName = compareText(locale)
  return {
    record,
    countries: COUNTRIES.map((code) => [code, countryName(locale, code)] as const).toSorted(([, a], [, b]) => byName(a, b)),
    owners: day?.owners ?? [],
    today: day?.today ?? '',
    me: actor.userId,
    mayMatch: mayEver(actor, 'matchTitles'),
    isNew: url.searchParams.has('new'),
    moved: url.searchParams.has('moved'),
  }
}
