import type { ContactColumn } from '@vitrine/deals/company/contact-row'
import { writeCards } from '@vitrine/deals/company/vcard'
import { type Table, tableCsv, tableXlsx } from '@vitrine/exchange/spreadsheets/table'
import { countryName } from '@vitrine/messages'
import { contactColumnWords, deskContacts } from '@vitrine/messages/desk-contacts'
import { listAllCompanies } from '@vitrine/store/contacts/companies'
import { listAllContacts } from '@vitrine/store/contacts/contacts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract-contacts.ts'
import type { TakenAway } from '../../contract-rights.ts'
import { authorise } from '../../policies/authorise.ts'

const COLUMNS: readonly (readonly [ContactColumn, number])[] = [['company', 30], ['kinds', 20], ['country', 16], ['channels', 24], ['territory', 24], ['media', 20], ['rightsLanguages', 16], ['slots', 30], ['address', 30], ['companyPhone', 18], ['web', 26], ['name', 24], ['email', 30], ['phone', 18], ['role', 24], ['languages', 14], ['locale', 12], ['consent', 10]] // prettier-ignore
const MEDIA = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', vcf: 'text/vcard; charset=utf-8' } // prettier-ignore

/** Companies with their people, a line for each person, as a list that can be brought in again; or the people as cards. */
export async function exportContacts(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['exportContacts']>[1],
): Promise<TakenAway> {
  authorise(actor, 'exportContacts')
  const { format, locale } = args
  const [companies, people] = await Promise.all([
    listAllCompanies(house.db, house.houseId),
    listAllContacts(house.db, house.houseId),
  ])
  const taken = (bytes: Uint8Array): TakenAway => ({ bytes, fileName: `contacts.${format}`, mediaType: MEDIA[format] })
  if (format === 'vcf')
    return taken(new TextEncoder().encode(writeCards(people.map(({ detail, ...person }) => ({ ...person, languages: detail.languages }))))) // prettier-ignore

  const words = deskContacts[locale]
  const consents = { unasked: '', given: words.yes, refused: words.no }
  const byId = new Map(companies.map((company) => [company.id, company]))
  const line = (company: (typeof companies)[number] | null, person: (typeof people)[number] | null) => [
    company?.name ?? '',
    company?.kinds.filter((kind) => kind !== 'other').map((kind) => words[`kind.${kind}`]).join('; ') ?? '',
    company?.country ? countryName(locale, company.country) : '',
    company?.profile.channels.join('; ') ?? '',
    company?.profile.territory?.text ?? '',
    company?.profile.media?.text ?? '',
    company?.profile.languages?.text ?? '',
    company?.profile.slots.map(({ text }) => text).join('; ') ?? '',
    company?.profile.address ?? '',
    company?.profile.phone ?? '',
    company?.profile.web ?? '',
    person?.name ?? '',
    person?.email ?? '',
    person?.phone ?? '',
    person?.role ?? '',
    person?.detail.languages.join(', ') ?? '',
    person === null ? '' : words[`locale.${person.locale}`],
    person === null ? '' : consents[person.detail.consent],
  ] // prettier-ignore
  const peopled = new Set(people.map(({ companyId }) => companyId))
  const table: Table = {
    name: words.roomsLabel,
    columns: COLUMNS.map(([column, width]) => ({ heading: contactColumnWords[locale][column], width })),
    rows: [
      ...people.map((person) => line(person.companyId === null ? null : (byId.get(person.companyId) ?? null), person)),
      ...companies.filter(({ id }) => !peopled.has(id)).map((company) => line(company, null)),
    ],
  }
  return taken(format === 'csv' ? new TextEncoder().encode(tableCsv(table, locale)) : await tableXlsx(table))
}
