import { writeCards } from '@vitrine/deals/company/vcard'
import { countryName } from '@vitrine/messages'
import { deskContacts } from '@vitrine/messages/desk-contacts'
import { writeDay } from '@vitrine/rights/days/day'
import { type CompanyRow, findCompanies, lonelyCompanyPage } from '@vitrine/store/contacts/companies'
import { type ByName, type ContactFilter, type ContactRow, listContactRows } from '@vitrine/store/contacts/contacts'
import { searchWords } from '../../contacts/search-words.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { type Columns, listAsked, listFile, WHOLE, pagesBehind } from '../../lists/list-table.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { todayOf } from '../../rights/today.ts'
import { FoundPeople } from './list-contacts.ts'

type Line = {
  company: CompanyRow | null
  person: ContactRow | null
}
const STEP = 500
const FoundExported = FoundPeople.pick({ text: true, kind: true, country: true, companyId: true, due: true })
const COLUMNS: Columns<'contacts', Line> = {
  company: [30, ({ company }) => company?.name ?? ''],
  kinds: [20, ({ company }, locale) => company?.kinds.filter((kind) => kind !== 'other').map((kind) => deskContacts[locale][`kind.${kind}`]).join('; ') ?? ''],
  country: [16, ({ company }, locale) => (company?.country ? countryName(locale, company.country) : '')],
  channels: [24, ({ company }) => company?.profile.channels.join('; ') ?? ''],
  territory: [24, ({ company }) => company?.profile.territory?.text ?? ''],
  media: [20, ({ company }) => company?.profile.media?.text ?? ''],
  rightsLanguages: [16, ({ company }) => company?.profile.languages?.text ?? ''],
  slots: [30, ({ company }) => company?.profile.slots.map(({ text }) => text).join('; ') ?? ''],
  address: [30, ({ company }) => company?.profile.address ?? ''],
  companyPhone: [18, ({ company }) => company?.profile.phone ?? ''],
  web: [26, ({ company }) => company?.profile.web ?? ''],
  name: [24, ({ person }) => person?.name ?? ''],
  email: [30, ({ person }) => person?.email ?? ''],
  phone: [18, ({ person }) => person?.phone ?? ''],
  role: [24, ({ person }) => person?.role ?? ''],
  languages: [14, ({ person }) => person?.detail.languages.join(', ') ?? ''],
  locale: [12, ({ person }, locale) => (person === null ? '' : deskContacts[locale][`locale.${person.locale}`])],
  consent: [10, ({ person }, locale) => (person === null ? '' : { unasked: '', given: deskContacts[locale].yes, refused: deskContacts[locale].no }[person.detail.consent])],
} // prettier-ignore

/** Companies with their people, a line for each person, as a list that can be brought in again; or the people as cards. */
export async function exportContacts(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['exportContacts']>[1],
  leaving = WHOLE,
): Promise<TakenAway> {
  authorise(actor, 'exportContacts')
  const { format, locale, columns } = args
  const asked = format === 'vcf' ? null : listAsked('contacts', { format, locale, columns: columns ?? null })
  const { text, due, ...among } = parse(FoundExported, args)
  const filter = { ...among, words: searchWords(text), dueOn: due === true ? writeDay(todayOf(house))! : undefined }
  if (asked === null) {
    const people: ContactRow[] = []
    for await (const page of peoplePages(house, filter)) people.push(...page)
    return {
      fileName: 'contacts.vcf',
      mediaType: 'text/vcard; charset=utf-8',
      bytes: new TextEncoder().encode(writeCards(people.map(({ detail, ...person }) => ({ ...person, languages: detail.languages })))),
    } // prettier-ignore
  }
  return listFile('contacts', deskContacts[locale].roomsLabel, COLUMNS, lines(house, filter), asked, leaving)
}

const peoplePages = (house: HouseContext, filter: ContactFilter) =>
  pagesBehind<ContactRow & ByName>((after) => listContactRows(house.db, house.houseId, { ...filter, after, limit: STEP }), STEP)

/** People with their companies, then companies of whom nobody is known. */
async function* lines(house: HouseContext, filter: ContactFilter): AsyncGenerator<Line[]> {
  for await (const people of peoplePages(house, filter)) {
    const ids = [...new Set(people.flatMap(({ companyId }) => companyId ?? []))]
    const companies = await findCompanies(house.db, house.houseId, ids)
    const byId = new Map(companies.flatMap((company) => (company.mergedInto === null ? [[company.id, company]] : [])))
    yield people.map((person) => ({ company: byId.get(person.companyId ?? '') ?? null, person }))
  }
  if (filter.dueOn !== undefined) return // a last day is a person’s
  for await (const companies of pagesBehind<CompanyRow & ByName>(
    (after) => lonelyCompanyPage(house.db, house.houseId, { ...filter, people: false }, after, STEP),
    STEP,
  ))
    yield companies.map((company) => ({ company, person: null }))
}
