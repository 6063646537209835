import { writeDay } from '@vitrine/rights/days/day'
import { countContacts, listContactRows } from '@vitrine/store/contacts/contacts'
import { z } from 'zod'
import { contactLine } from '../../contacts/contact-fields.ts'
import { searchWords } from '../../contacts/search-words.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { todayOf } from '../../rights/today.ts'
import { Found } from './list-companies.ts'

export const FoundPeople = Found.extend({ companyId: Id.optional(), due: z.boolean().optional() })

/** People by name; `due`: those whose last day with the house is past. */
export async function listContacts(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['listContacts']>[1],
): ReturnType<ContactVerbs['listContacts']> {
  authorise(actor, 'listContacts')
  const { text, cursor, limit = 100, due, kind, country, companyId } = parse(FoundPeople, args)
  const filter = {
    words: searchWords(text),
    kind,
    country,
    companyId,
    dueOn: due === true ? writeDay(todayOf(house))! : undefined,
  }
  const after = fromCursor(cursor)
  const [rows, total] = await Promise.all([
    listContactRows(house.db, house.houseId, { ...filter, limit: limit + 1, after: after === null ? null : { sortName: String(after[0]), id: String(after[1]) } }), // prettier-ignore
    countContacts(house.db, house.houseId, filter),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(contactLine),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last.sortName, last.id) : null,
    total,
  }
}
