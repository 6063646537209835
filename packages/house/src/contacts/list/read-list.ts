/** Every line of a list held against what the house knows: what is new, what fills a gap, what says nothing new, what is doubtful. */
import { companyPairs } from '@vitrine/deals/company/duplicates'
import { type ReadCompany, type ReadPerson, readContactRow, type RowProblem } from '@vitrine/deals/company/contact-row'
import { mergeFields } from '@vitrine/deals/company/merge-fields'
import { nameKey, plainName } from '@vitrine/deals/company/names'
import { typeset } from '@vitrine/messages/typeset'
import type { Asker } from '@vitrine/store/asker'
import { type CompanyRow, listAllCompanies } from '@vitrine/store/contacts/companies'
import { type ContactRow, listAllContacts } from '@vitrine/store/contacts/contacts'
import { listCompanyNames } from '@vitrine/store/contacts/company-names'
import type { HouseContext } from '../../context.ts'
import type { CompanyFields, ContactFields, ContactListRow, ListOutcome } from '../../contract/contacts.ts'
import { companyFieldsOf, EMPTY_COMPANY, SUBJECTS } from '../company-fields.ts'
import { contactFieldsOf, EMPTY_CONTACT } from '../contact-fields.ts'
import type { OpenList } from './open-list.ts'

/** A company or a person as it would stand: new, or known with what was missing. `key` stands for the id that a new one will get. */
export interface Drafted<Row, Fields> {
  key: string
  before: Row | null
  fields: Fields
  changed: boolean
}
export type DraftedCompany = Drafted<CompanyRow, CompanyFields>
export type DraftedPerson = Drafted<ContactRow, ContactFields>

export interface ReadList {
  rows: ContactListRow[]
  companies: DraftedCompany[]
  people: DraftedPerson[]
  notes: { about: DraftedCompany | DraftedPerson; kind: 'company' | 'contact'; text: string }[]
}

const CARD_FAULTS = {
  'never-ends': { en: 'This card never ends.', fr: 'Cette fiche ne se termine pas.' },
  'no-name': { en: 'A card of nobody.', fr: 'Une fiche de personne.' },
  'too-many': { en: 'Too many cards.', fr: 'Trop de fiches.' },
} as const

export async function readList(house: HouseContext, db: Asker, list: OpenList, locale: 'en' | 'fr'): Promise<ReadList> {
  const [companies, names, people] = await Promise.all([
    listAllCompanies(db, house.houseId),
    listCompanyNames(db, house.houseId),
    listAllContacts(db, house.houseId),
  ])
  const book = new Book(companies, names, people)
  const rows: ContactListRow[] = list.faults.map(({ line, code }) => ({ row: line, company: null, person: null, problems: [{ column: null, severity: 'bad', message: typeset(locale, CARD_FAULTS[code][locale]) }] })) // prettier-ignore
  const notes: ReadList['notes'] = []
  const fresh: { row: ContactListRow; draft: DraftedCompany; email: string | null }[] = []
  for (const { row, cells } of list.lines) {
    const read = readContactRow(cells, SUBJECTS)
    const told: ContactListRow = { row, company: null, person: null, problems: read.problems.map(worded(locale)) }
    rows.push(told)
    if (read.problems.some(({ severity }) => severity === 'bad')) continue
    const company = read.company === null ? null : book.company(read.company)
    const person = read.person === null ? null : book.person(read.person, company?.draft ?? null)
    if (company !== null) told.company = { id: company.draft.before?.id ?? null, name: company.draft.fields.name, outcome: company.outcome } // prettier-ignore
    if (person !== null) told.person = { id: person.draft.before?.id ?? null, name: person.draft.fields.name, email: person.draft.fields.email, outcome: person.outcome } // prettier-ignore
    if (company?.outcome === 'new') fresh.push({ row: told, draft: company.draft, email: person?.draft.fields.email ?? null })
    const about = person?.draft ?? company?.draft
    if (read.note !== null && about !== undefined) notes.push({ about, kind: person === null ? 'company' : 'contact', text: read.note }) // prettier-ignore
  }
  tellLookalikes(fresh, companies, people, locale)
  rows.sort((a, b) => a.row - b.row)
  return { rows, companies: book.companies(), people: book.people(), notes }
}

const worded =
  (locale: 'en' | 'fr') =>
  ({ column, severity, what }: RowProblem) => ({ column, severity, message: typeset(locale, what[locale]) })

/** A new company that looks like one that is known is doubtful: it may be the same. */
function tellLookalikes(
  fresh: readonly { row: ContactListRow; draft: DraftedCompany; email: string | null }[],
  companies: readonly CompanyRow[],
  people: readonly ContactRow[],
  locale: 'en' | 'fr',
): void {
  if (fresh.length === 0) return
  const emails = new Map<string, string[]>()
  for (const { companyId, email } of people)
    if (companyId !== null && email !== null) emails.set(companyId, [...(emails.get(companyId) ?? []), email])
  const known = new Map(companies.map((company) => [company.id, company]))
  const all = [
    ...companies.map(({ id, name, profile }) => ({ id, name, web: profile.web, emails: emails.get(id) ?? [] })),
    ...fresh.map(({ draft, email }) => ({ id: draft.key, name: draft.fields.name, web: draft.fields.web, emails: email === null ? [] : [email] })), // prettier-ignore
  ]
  for (const { one, other } of companyPairs(all)) {
    const like = known.get(one) ?? known.get(other)
    const row = fresh.find(({ draft }) => draft.key === one || draft.key === other)?.row
    if (like === undefined || row === undefined || (known.has(one) && known.has(other))) continue
    row.problems.push({ column: 'company', severity: 'doubtful', message: typeset(locale, locale === 'fr' ? `Peut-être « ${like.name} », que la maison connaît.` : `May be “${like.name}”, whom the house knows.`) }) // prettier-ignore
  }
}

/** What the house knows, and what the list adds to it line by line: the second line of a company finds what the first one made. */
class Book {
  readonly #companies = new Map<string, DraftedCompany>()
  readonly #people: DraftedPerson[] = []
  readonly #byEmail = new Map<string, DraftedPerson>()
  readonly #byName = new Map<string, DraftedPerson>()
  readonly #drafts: DraftedCompany[]
  #made = 0

  constructor(companies: readonly CompanyRow[], names: readonly { id: string; name: string }[], people: readonly ContactRow[]) {
    const byId = new Map(companies.map((row) => [row.id, { key: row.id, before: row, fields: companyFieldsOf(row), changed: false }])) // prettier-ignore
    this.#drafts = [...byId.values()]
    for (const { id, name } of names) {
      const draft = byId.get(id)
      const key = nameKey(name)
      if (draft !== undefined && key !== '' && !this.#companies.has(key)) this.#companies.set(key, draft)
    }
    for (const row of people) this.#enter({ key: row.id, before: row, fields: contactFieldsOf(row), changed: false })
  }

  #enter(draft: DraftedPerson): void {
    this.#people.push(draft)
    const { email, name, companyId } = draft.fields
    const [byEmail, byName] = [email?.toLowerCase(), `${plainName(name)} ${companyId ?? ''}`]
    if (byEmail !== undefined && !this.#byEmail.has(byEmail)) this.#byEmail.set(byEmail, draft)
    if (!this.#byName.has(byName)) this.#byName.set(byName, draft)
  }

  company({ name, kinds, country, profile }: ReadCompany): { draft: DraftedCompany; outcome: ListOutcome } {
    const said: CompanyFields = {
      ...EMPTY_COMPANY,
      name,
      kinds,
      country,
      channels: profile.channels,
      territory: profile.territory?.text ?? '',
      media: profile.media?.text ?? '',
      languages: profile.languages?.text ?? '',
      slots: profile.slots.map(({ text }) => text),
      address: profile.address,
      phone: profile.phone,
      web: profile.web,
    }
    const key = nameKey(name) || plainName(name) || name
    const known = this.#companies.get(key)
    if (known !== undefined) return { draft: known, outcome: fill(known, said) }
    const draft: DraftedCompany = { key: `~${++this.#made}`, before: null, fields: said, changed: true }
    this.#companies.set(key, draft)
    this.#drafts.push(draft)
    return { draft, outcome: 'new' }
  }

  person(read: ReadPerson, company: DraftedCompany | null): { draft: DraftedPerson; outcome: ListOutcome } {
    const said: ContactFields = {
      ...EMPTY_CONTACT,
      name: read.name,
      companyId: company?.key ?? null,
      email: read.email,
      phone: read.phone,
      role: read.role,
      languages: read.languages.join(', '),
      locale: read.locale ?? 'en',
      consent: read.consent ?? 'unasked',
    }
    const known =
      (read.email === null ? undefined : this.#byEmail.get(read.email.toLowerCase())) ??
      this.#byName.get(`${plainName(read.name)} ${said.companyId ?? ''}`)
    if (known !== undefined) return { draft: known, outcome: fill(known, said) }
    const draft: DraftedPerson = { key: `~${++this.#made}`, before: null, fields: said, changed: true }
    this.#enter(draft)
    return { draft, outcome: 'new' }
  }

  companies = (): DraftedCompany[] => this.#drafts.filter(({ changed }) => changed)
  people = (): DraftedPerson[] => this.#people.filter(({ changed }) => changed)
}

/** Puts into a record what it lacks. What it has stays, but for lists, which grow. */
function fill<Row, Fields extends object>(draft: Drafted<Row, Fields>, said: Fields): ListOutcome {
  // what everybody has from the beginning is no statement of the list
  const quiet = Object.fromEntries(
    Object.entries(said).filter(([field]) => field !== 'locale' && field !== 'consent' && field !== 'name'),
  )
  const { values } = mergeFields(draft.fields, { ...draft.fields, ...quiet } as Fields)
  const changed = JSON.stringify(values) !== JSON.stringify(draft.fields)
  if (!changed) return 'known'
  draft.fields = values
  draft.changed = true
  return 'filled'
}
