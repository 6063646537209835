import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** What was typed into the window; what is no day or no number of months is as if it were not there. */
function windowOf(query: URLSearchParams) {
  const from = query.get('from') ?? ''
  const months = Number(query.get('months'))
  return {
    ...(/^\d{4}-\d{2}-\d{2}$/.test(from) ? { from } : {}),
    ...(Number.isInteger(months) && months >= 1 && months <= 240 ? { months } : {}),
    exclusive: query.get('exclusive') === 'yes',
  }
}

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'matchTitles')
  const { house } = site()
  const query = url.searchParams
  const [companyId, titleId, text] = [query.get('company'), query.get('title'), (query.get('q') ?? '').trim().slice(0, 100)]
  const asked = windowOf(query)
  const [forBuyer, forTitle] = await Promise.all([
    companyId === null ? null : answer(house.matchTitles(actor, { companyId, ...asked, locale })),
    companyId !== null || titleId === null ? null : answer(house.matchBuyers(actor, { titleId, ...asked, locale })),
  ])
  const choosing = forBuyer === null && forTitle === null
  const [companies, titles] = await Promise.all([
    choosing ? answer(house.listCompanies(actor, { text, limit: 20 })) : null,
    choosing && text !== '' ? answer(house.listTitles(actor, { text, locale, limit: 20 })) : null,
  ])
  return {
    asked,
    text,
    forBuyer,
    forTitle,
    companies: companies?.items.map(({ id, name, kinds, territory, country }) => ({ id, name, kinds, territory, country })) ?? [],
    titles: titles?.cards.map(({ id, title }) => ({ id, title })) ?? [],
  }
}
