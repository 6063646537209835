/** The filter of an export that repeats: read when it is saved, and read anew each time it is made. */
import { TITLE_STATUSES } from '@vitrine/catalogue'
import { listOf } from '@vitrine/messages/list-formats'
import { listCollectionRows } from '@vitrine/store/collections/collections'
import { reachCompany } from '@vitrine/store/contacts/companies'
import { reachContact } from '@vitrine/store/contacts/contacts'
import { findMarket } from '@vitrine/store/contacts/markets'
import { findScreener } from '@vitrine/store/screening/screeners'
import { findTitle } from '@vitrine/store/titles/find-title'
import { findMember } from '@vitrine/store/users/members'
import { found } from '../browse/found.ts'
import type { HouseContext } from '../context.ts'
import type { Facet } from '../contract.ts'
import type { ExportWhat } from '../contract/export-schedules.ts'
import { HouseError } from '../errors.ts'
import { DayText, readTerritories } from '../rights/read-input.ts'
import { type FilterField, filterFieldsOf } from './filter-fields.ts'
import { daysOf, type Period } from './period.ts'

const refuse = (key: string, message: string) =>
  new HouseError('invalid-input', { issues: [{ path: `what.filter.${key}`, message }] })
const gone = (key: string, value: string) => new HouseError('not-found', { subject: 'Filter', filter: key, id: value })

/**
 * Reads what was said, without asking the house whether what it names is there.
 *
 * @throws HouseError `invalid-input` for a field that the format has not, or a value that the field has not
 */
export function checkFilter({ format, filter }: Pick<ExportWhat, 'format' | 'filter'>): void {
  const fields: Readonly<Partial<Record<string, FilterField>>> = filterFieldsOf(format)
  for (const [key, value] of Object.entries(filter)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (field === undefined) throw refuse(key, Object.keys(fields).length === 0 ? 'This has no filter' : `Each one of ${Object.keys(fields).join(', ')}`) // prettier-ignore
    checkValue(key, value, field)
  }
  if (filter['period'] !== undefined && (filter['from'] !== undefined || filter['to'] !== undefined))
    throw refuse('period', 'A period or days, not both')
  if (filter['from'] !== undefined && filter['to'] !== undefined && filter['from'] > filter['to'])
    throw refuse('to', 'The last day is before the first')
  if (filter['territory'] !== undefined) readTerritories('what.filter.territory', filter['territory'])
}

function checkValue(key: string, value: string, field: FilterField): void {
  if (value.trim() === '') throw refuse(key, 'Not empty')
  switch (field.kind) {
    case 'choice':
      if (!(field.several ? value.split(',') : [value]).every((one) => field.among.includes(one)))
        throw refuse(key, `One of ${field.among.join(', ')}`)
      return
    case 'words':
      if (value.length > field.most) throw refuse(key, `At most ${field.most} characters`)
      return
    case 'number':
      if (!/^\d{1,4}$/.test(value) || Number(value) < field.least || Number(value) > field.most)
        throw refuse(key, `${field.least} … ${field.most}`)
      return
    case 'day':
      if (!DayText.safeParse(value).success) throw refuse(key, 'A day: 2026-12-31')
      return
    case 'country':
      if (!/^[A-Z]{2}$/.test(value)) throw refuse(key, 'Two capital letters: FR')
      return
    default:
      if (value.length > 200) throw refuse(key, 'At most 200 characters')
  }
}

const AS_ASKED: Readonly<Record<string, string>> = { q: 'text', owner: 'ownerId' }
type Named = 'title' | 'company' | 'contact' | 'member' | 'market' | 'screener'

/** Under which id it is now: a duplicate was merged into another. Null: it is gone. */
const FIND: Readonly<Record<Named, (house: HouseContext, id: string) => Promise<string | null>>> = {
  title: async ({ db, houseId }, id) => (await findTitle(db, houseId, id))?.id ?? null,
  company: async ({ db, houseId }, id) => (await reachCompany(db, houseId, id))?.id ?? null,
  contact: async ({ db, houseId }, id) => (await reachContact(db, houseId, id))?.id ?? null,
  member: async ({ db, houseId }, id) => (id === 'none' ? id : ((await findMember(db, houseId, id))?.id ?? null)),
  market: async ({ db, houseId }, id) => (await findMarket(db, houseId, id))?.id ?? null,
  screener: async ({ db, houseId }, id) => (await findScreener(db, houseId, { id }))?.id ?? null,
}

/**
 * The filter of a list as its verb is asked on a day, whether or not what it names is there.
 *
 * @throws HouseError `invalid-input` as `checkFilter`
 */
export function askedOn(today: string, what: Pick<ExportWhat, 'format' | 'filter'>): Record<string, unknown> {
  checkFilter(what)
  const fields: Readonly<Partial<Record<string, FilterField>>> = filterFieldsOf(what.format)
  const asked: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(what.filter))
    if (key === 'period') Object.assign(asked, daysOf(value as Period, today))
    else if (key === 'dueWithin')
      asked['through'] = new Date(Date.parse(today) + Number(value) * 86_400_000).toISOString().slice(0, 10) // prettier-ignore
    else if (key === 'due') asked[key] = value === 'true'
    else asked[AS_ASKED[key] ?? key] = fields[key]!.kind === 'number' ? Number(value) : value
  return asked
}

/**
 * The filter of a list as its verb is asked, today.
 *
 * @throws HouseError `not-found` for what it names and is not there any more: nothing goes out whole in its place
 */
export async function askedOfList(house: HouseContext, what: ExportWhat): Promise<Record<string, unknown>> {
  checkFilter(what)
  const fields: Readonly<Partial<Record<string, FilterField>>> = filterFieldsOf(what.format)
  const filter: Record<string, string> = {}
  for (const [key, value] of Object.entries(what.filter)) {
    const kind = fields[key]!.kind
    const id = kind in FIND ? await FIND[kind as Named](house, value) : value
    if (id === null) throw gone(key, value)
    filter[key] = id
  }
  return askedOn(house.now().toISOString().slice(0, 10), { format: what.format, filter })
}

const locale = 'en' // in which language films are found makes no difference to which are
const isOfSome = async (house: HouseContext, key: Facet, value: string): Promise<boolean> =>
  (await found(house, { facets: { [key]: [value] }, limit: 1, locale }, TITLE_STATUSES)).total > 0

/** Which films a filter is about. Null: every published one. */
export async function askedOfFilms(
  house: HouseContext,
  what: ExportWhat,
): Promise<{
  text?: string
  facets: Partial<Record<Facet, string[]>>
  statuses: readonly (typeof TITLE_STATUSES)[number][]
} | null> {
  checkFilter(what)
  const { q, status, ...facets } = what.filter as Partial<Record<Facet | 'q', string>>
  if (what.collection === null && Object.keys(what.filter).length === 0) return null
  const asked = Object.entries(facets).map(([key, value]) => [key as Facet, value] as const)
  for (const [key, value] of asked) if (!(await isOfSome(house, key, value))) throw gone(key, value)
  const { collection } = what
  if (collection !== null) {
    const [row] = await listCollectionRows(house.db, house.houseId, [collection])
    if (row === undefined && !(await isOfSome(house, 'collection', collection))) throw gone('collection', collection)
    asked.push(['collection', collection])
  }
  return {
    ...(q === undefined ? {} : { text: q }),
    facets: Object.fromEntries(asked.map(([key, value]) => [key, [value]])),
    statuses: status === undefined ? ['published'] : TITLE_STATUSES.filter((one) => status.split(',').includes(one)),
  }
}

/** Whether everything that it names is there. */
export async function findAllOf(house: HouseContext, what: ExportWhat): Promise<void> {
  if (listOf(what.format) !== null) await askedOfList(house, what)
  else if (!what.format.startsWith('avails')) await askedOfFilms(house, what)
}
