import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** An empty deal, one that is made of a request, or one of a film and a company that fit: `?company=…&title=…`, and the rights as a question says them. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'openDeal')
  const { house } = site()
  const id = url.searchParams.get('request')
  const request = id === null ? null : await answer(house.viewRequest(actor, { id, reader: locale }))
  const companyId = url.searchParams.get('company') ?? request?.companyId ?? null
  const company = companyId === null ? null : await answer(house.openCompany(actor, { id: companyId }))
  const titleId = url.searchParams.get('title')
  const film = titleId === null ? null : await answer(house.openTitle(actor, { id: titleId }))
  return {
    request,
    films: request?.titles ?? (film === null ? [] : [{ id: film.id, title: film.sheet.title }]),
    wish: request === null ? wishOf(url, company?.company ?? null) : [],
    company: company === null ? null : { id: company.company.id, name: company.company.name },
    people: company?.people?.map(({ id: person, name }) => ({ id: person, name })) ?? [],
    contactId: company?.people?.find(({ id: person }) => person === request?.contactId)?.id ?? '', // of this company, not of the one before
  }
}

/** What is to be offered, as the rights book's own pages say it in an address; where it is not said, the company's territories and media. */
function wishOf(
  url: URL,
  company: { territory: { text: string } | null; media: { text: string } | null } | null,
): [string, string][] {
  const usual = { t: company?.territory?.text, m: company?.media?.text }
  return Object.entries({ ...usual, from: undefined, to: undefined, x: undefined }).flatMap(
    ([name, otherwise]): [string, string][] => {
      const said = url.searchParams.get(name) ?? otherwise
      return said === undefined ? [] : [[name, said]]
    },
  )
}
