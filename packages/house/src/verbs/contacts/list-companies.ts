import { COMPANY_KINDS } from '@vitrine/deals/company/profile'
import { countCompanies, listCompanyRows } from '@vitrine/store/contacts/companies'
import { z } from 'zod'
import { searchWords } from '../../contacts/search-words.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { fromCursor, parse, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'

export const Found = z.object({
  text: z.string().max(1_000).optional(),
  kind: z.enum(COMPANY_KINDS).optional(),
  country: z.string().max(2).optional(),
  cursor: z.string().max(1_000).nullable().optional(),
  limit: z.number().int().min(1).max(500).optional(),
})

/** Companies by name; found by their own words, and by those of their people for whoever may see people. */
export async function listCompanies(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['listCompanies']>[1],
): ReturnType<ContactVerbs['listCompanies']> {
  authorise(actor, 'listCompanies')
  const { text, cursor, limit = 100, kind, country } = parse(Found, args)
  const filter = { words: searchWords(text), people: can(actor, 'listContacts'), kind, country }
  const after = fromCursor(cursor)
  const [rows, total] = await Promise.all([
    listCompanyRows(house.db, house.houseId, { ...filter, limit: limit + 1, after: after === null ? null : { sortName: String(after[0]), id: String(after[1]) } }), // prettier-ignore
    countCompanies(house.db, house.houseId, filter),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ id, name, kinds, country, profile, people, updatedAt }) => ({ id, name, kinds, country, territory: profile.territory?.text ?? null, people, updatedAt })), // prettier-ignore
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last.sortName, last.id) : null,
    total,
  }
}
