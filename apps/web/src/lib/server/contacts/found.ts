/** Companies or people as an address asks for them: `?q=…&kind=…&cursor=…`. */
import type { Actor, CompanyKind } from '@vitrine/house'
import { COMPANY_KINDS } from '@vitrine/house/contract/contacts'
import { answer, site } from '../site.ts'

export function askedOf(url: URL) {
  return {
    text: (url.searchParams.get('q') ?? '').slice(0, 200),
    kind: COMPANY_KINDS.find((kind) => kind === url.searchParams.get('kind')) ?? ('' as const),
    due: url.searchParams.get('due') === '1',
  }
}

function filterOf(url: URL): { text: string; cursor: string | null; kind?: CompanyKind } {
  const { text, kind } = askedOf(url)
  return { text, cursor: url.searchParams.get('cursor'), ...(kind === '' ? {} : { kind }) }
}

export const companiesFound = (actor: Actor, url: URL) => answer(site().house.listCompanies(actor, filterOf(url)))
export const peopleFound = (actor: Actor, url: URL) =>
  answer(
    site().house.listContacts(actor, {
      ...filterOf(url),
      ...(askedOf(url).due ? { due: true } : {}),
      ...(url.searchParams.has('company') ? { companyId: url.searchParams.get('company')! } : {}),
    }),
  )
