import { REQUEST_STATES } from '@vitrine/deals/states/machines'
import { countRequestRows, listRequestRows, REQUEST_KINDS } from '@vitrine/store/deals/requests'
import type { Locale } from '@vitrine/messages'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page } from '../../contract.ts'
import type { RequestVerbs, RequestView } from '../../contract/deals.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { searchWords } from '../../contacts/search-words.ts'
import { authorise } from '../../policies/authorise.ts'
import { requestViews } from '../../requests/request-view.ts'

const Filter = z.object({
  state: z.enum([...REQUEST_STATES, 'waiting']).optional(),
  kind: z.enum(REQUEST_KINDS).optional(),
  ownerId: Id.optional(),
  companyId: Id.optional(),
  text: z.string().max(500).optional(),
})
const Asked = Filter.extend({
  cursor: z.string().max(1_000).nullable().optional(),
  limit: z.number().int().min(0).max(200).optional(),
})

type RequestFilter = z.input<typeof Filter>
type RequestsAsked = Parameters<typeof countRequestRows>[2]

/** A filter as the database is asked. */
export function requestsAsked(said: RequestFilter): RequestsAsked {
  const { ownerId, text, ...filter } = parse(Filter, said)
  return { ...filter, words: searchWords(text), ownerId: ownerId === 'none' ? null : ownerId }
}

/** So many of the requests that are asked for, the newest first. */
export async function requestPage(
  house: HouseContext,
  asked: RequestsAsked,
  reader: Locale,
  cursor: string | null | undefined,
  limit: number,
): Promise<Page<RequestView>> {
  const before = fromCursor(cursor)
  const rows = await listRequestRows(house.db, house.houseId, { ...asked, limit: limit + 1, before: before === null ? null : { at: String(before[0]), id: String(before[1]) } }) // prettier-ignore
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await requestViews(house, house.db, shown, reader),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last.at, last.id) : null,
  }
}

/** Who asks for what, the newest first. With a limit of 0 they are counted, and none is read. */
export async function listRequests(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RequestVerbs['listRequests']>[1],
): ReturnType<RequestVerbs['listRequests']> {
  authorise(actor, 'listRequests')
  const { reader, ...rest } = args
  const { cursor, limit = 50, ...filter } = parse(Asked, rest)
  const asked = requestsAsked(filter)
  const [page, total] = await Promise.all([
    limit === 0 ? { items: [], nextCursor: null } : requestPage(house, asked, reader, cursor, limit),
    countRequestRows(house.db, house.houseId, asked),
  ])
  return { ...page, total }
}
