/** What the form of exports that repeat sends, with script or without: films, companies and people by their names. */
import type { Actor, ExportWhat, House, Rhythm } from '@vitrine/house'
import { filterFieldsOf, type FilterField } from '@vitrine/house/exchange/filter-fields'
import { fold } from '@vitrine/catalogue/model/slug'
import { listOf } from '@vitrine/messages/list-formats'
import { houseError, site } from './site.ts'

const NAMED = ['title', 'company', 'contact'] as const
type Named = (typeof NAMED)[number]
const isNamed = (kind: FilterField['kind']): kind is Named => NAMED.some((one) => one === kind)
interface Known {
  id: string
  name: string
}

const BY_ID: Readonly<Record<Named, (house: House, actor: Actor, id: string) => Promise<Known>>> = {
  title: async (house, actor, id) => ({ id, name: (await house.openTitle(actor, { id })).sheet.title }),
  company: async (house, actor, id) => (await house.openCompany(actor, { id })).company,
  contact: async (house, actor, id) => (await house.openContact(actor, { id })).contact,
}
const BY_NAME: Readonly<Record<Named, (house: House, actor: Actor, text: string) => Promise<Known[]>>> = {
  title: async (house, actor, text) => (await house.listTitles(actor, { text, limit: 50, locale: 'en' })).cards.map(({ id, title }) => ({ id, name: title })), // prettier-ignore
  company: async (house, actor, text) => (await house.listCompanies(actor, { text, limit: 50 })).items,
  contact: async (house, actor, text) => (await house.listContacts(actor, { text, limit: 50 })).items,
}

/** What it is called, null where it is gone or not this person's to see. */
async function known(kind: Named, actor: Actor, id: string): Promise<Known | null> {
  try {
    return await BY_ID[kind](site().house, actor, id)
  } catch (thrown) {
    if (houseError(thrown) === null) throw thrown
    return null
  }
}

/** The filter with ids where names were written. A name of nobody or of several stays: the house says that it is not there. */
export async function withIds(actor: Actor, format: string, filter: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const fields: Readonly<Partial<Record<string, FilterField>>> = filterFieldsOf(format)
  const found: Record<string, string> = {}
  for (const [key, value] of Object.entries(filter)) {
    const kind = Object.hasOwn(fields, key) ? fields[key]!.kind : 'words'
    found[key] = value
    if (!isNamed(kind) || (await known(kind, actor, value)) !== null) continue
    const all = await BY_NAME[kind](site().house, actor, value)
    const same = all.filter(({ name }) => fold(name) === fold(value))
    const one = same.length === 1 ? same[0] : all.length === 1 ? all[0] : undefined
    if (one !== undefined) found[key] = one.id
  }
  return found
} // prettier-ignore

/** Names of what filters name by ids. */
export async function namesIn(actor: Actor, whats: readonly Pick<ExportWhat, 'format' | 'filter'>[]): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const { format, filter } of whats)
    for (const [key, field] of Object.entries(filterFieldsOf(format))) {
      const id = filter[key]
      if (id === undefined || !isNamed(field.kind) || names[id] !== undefined) continue
      const one = await known(field.kind, actor, id)
      if (one !== null) names[id] = one.name
    }
  return names
} // prettier-ignore

/** The form as it comes without script. */
export function fromForm(form: FormData): { name: string; what: ExportWhat; rhythm: Rhythm } {
  const text = (key: string) => String(form.get(key) ?? '').trim().slice(0, 4_000) // prettier-ignore
  const format = text('format') as ExportWhat['format']
  const columns = form.getAll('column').map(String).slice(0, 100)
  const list = listOf(format)
  const every = text('every') as Rhythm['every']
  const hour = Number(text('hour'))
  return {
    name: text('name'),
    what: {
      format,
      version: text('version') || null,
      locale: text('language') === 'fr' ? 'fr' : 'en',
      collection: text('collection') || null,
      licensee: text('licensee') || null,
      columns: columns.length === 0 || columns.length === Number(text('columns')) ? null : columns,
      table: list?.list === 'figures' ? (text('table') as NonNullable<ExportWhat['table']>) : null,
      filter: Object.fromEntries(Object.keys(filterFieldsOf(format)).flatMap((key) => (text(`filter-${key}`) === '' ? [] : [[key, text(`filter-${key}`)]]))), // prettier-ignore
    },
    rhythm: every === 'day' ? { every, hour } : { every, day: Number(text('day')), hour },
  }
}
