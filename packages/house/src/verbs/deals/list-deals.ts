import { DEAL_STATES } from '@vitrine/deals/states/machines'
import { countDealRows, type DealsAsked, listDealRows, titlesOfDeals } from '@vitrine/store/deals/list-deals'
import { titlesCalled } from '@vitrine/store/search/titles-called'
import { z } from 'zod'
import { searchWords } from '../../contacts/search-words.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page } from '../../contract.ts'
import type { DealFilter, DealLine, DealVerbs } from '../../contract/deals.ts'
import { dealLine } from '../../deals/deal-view.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { readDayText, readTerritories } from '../../rights/read-input.ts'
import { windowOf } from '../after/view-figures.ts'

const Filter = z.object({
  state: z.enum(DEAL_STATES).optional(),
  ownerId: Id.optional(),
  companyId: Id.optional(),
  titleId: Id.optional(),
  text: z.string().max(1_000).optional(),
  film: z.string().max(200).optional(),
  territory: z.string().max(4_000).optional(),
  from: z.string().max(100).optional(),
  to: z.string().max(100).optional(),
})
const Asked = Filter.extend({
  cursor: z.string().max(1_000).nullable().optional(),
  limit: z.number().int().min(1).max(200).optional(),
})

/** A filter as the database is asked. `actor`: a buyer's is narrowed to their company, and asks by nothing that is the house's own. */
export async function dealsAsked(house: HouseContext, actor: Actor, filter: DealFilter): Promise<DealsAsked> {
  const { ownerId, text, film, territory, ...rest } = parse(Filter, filter)
  for (const name of ['from', 'to'] as const) if (rest[name] !== undefined) readDayText(name, rest[name])
  if (rest.from !== undefined && rest.to !== undefined) windowOf(rest, rest.to) // refused when it is turned round
  const number = /^\s*d\s*-?\s*(\d{1,9})\s*$/i.exec(text ?? '')?.[1]
  return {
    ...rest,
    ...(territory === undefined ? {} : { leaves: readTerritories('territory', territory).leaves() }),
    ...(film === undefined ? {} : { titleIds: await titlesCalled(house.db, house.houseId, film) }),
    ownerId: ownerId === 'none' ? null : ownerId,
    words: searchWords(text),
    number: number === undefined ? null : Number(number),
    ...(actor.role === 'buyer'
      ? {
          companyId: actor.companyId ?? '',
          ownerId: undefined,
          titleIds: undefined,
          from: undefined,
          to: undefined,
          offered: true,
          words: [],
        }
      : {}),
  }
}

/** So many of the deals that are asked for, what changed last first. */
export async function dealPage(
  house: HouseContext,
  actor: Actor,
  asked: DealsAsked,
  cursor: string | null | undefined,
  limit: number,
): Promise<Page<DealLine>> {
  const after = fromCursor(cursor)
  const rows = await listDealRows(house.db, house.houseId, { ...asked, limit: limit + 1, after: after === null ? null : { updatedAt: String(after[0]), id: String(after[1]) } }) // prettier-ignore
  const shown = rows.slice(0, limit)
  const titles = await titlesOfDeals(house.db, house.houseId, shown.map(({ id }) => id), actor.role === 'buyer') // prettier-ignore
  const last = shown.at(-1)
  return {
    items: shown.map((row) => dealLine(actor, row, titles.get(row.id) ?? [])),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last.updatedAt, last.id) : null,
  }
}

/** Deals, what changed last first. */
export async function listDeals(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['listDeals']>[1],
): ReturnType<DealVerbs['listDeals']> {
  authoriseEver(actor, 'listDeals') // a buyer who sits in no company's room has none
  const { cursor, limit = 50, ...filter } = parse(Asked, args)
  const asked = await dealsAsked(house, actor, filter)
  const [page, total] = await Promise.all([
    dealPage(house, actor, asked, cursor, limit),
    countDealRows(house.db, house.houseId, asked),
  ])
  return { ...page, total }
}
