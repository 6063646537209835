import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** An empty deal, or one that is made of a request. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'openDeal')
  const { house } = site()
  const id = url.searchParams.get('request')
  const request = id === null ? null : await answer(house.viewRequest(actor, { id, reader: locale }))
  const companyId = url.searchParams.get('company') ?? request?.companyId ?? null
  const company = companyId === null ? null : await answer(house.openCompany(actor, { id: companyId }))
  return {
    request,
    company: company === null ? null : { id: company.company.id, name: company.company.name },
    people: company?.people?.map(({ id: person, name }) => ({ id: person, name })) ?? [],
    contactId: company?.people?.find(({ id: person }) => person === request?.contactId)?.id ?? '', // of this company, not of the one before
  }
}
