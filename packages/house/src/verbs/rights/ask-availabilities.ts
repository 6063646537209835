import { TITLE_STATUSES } from '@vitrine/catalogue'
import { dayOf, writeDay } from '@vitrine/rights/days/day'
import { bookAsRecorded } from '@vitrine/store/rights/book-as-recorded'
import { followBook } from '@vitrine/store/rights/follow-book'
import { findOrds } from '@vitrine/store/search/find-ords'
import { ordsOf } from '@vitrine/store/search/ords-of'
import { cardsByIds } from '@vitrine/store/titles/cards'
import { z } from 'zod'
import { canonical } from '../../canonical.ts'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import { type Actor, FACETS } from '../../contract.ts'
import type { AskResult, RightsVerbs } from '../../contract/rights.ts'
import { Id, offsetIn, parse, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { toQuestionInWords } from '../../rights/in-words.ts'
import { rankOnce } from '../../rights/rank-once.ts'
import { readQuestionOf, When } from '../../rights/read-input.ts'
import { sheetCuts } from '../../rights/sheet-cuts.ts'
import { todayOf } from '../../rights/today.ts'

const Asked = z.object({
  text: z.string().max(300).optional(),
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string().min(1).max(200)).max(50)).optional(),
  titleIds: z.array(Id).max(5_000).optional(),
  cursor: z.string().max(500).nullable().optional(),
  limit: z.number().int().min(1).max(200).optional(),
  asOf: When,
  locale: z.enum(['en', 'fr']),
})

/**
 * Which films can be had: those that have all of it, then those that have most of it, then those that are free soonest. Words
 * and facets of the catalogue narrow the films first. With `asOf` the book is read as it was recorded at a moment, or asked on
 * another day; films and their sheets are those of today.
 */
export async function askAvailabilities(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['askAvailabilities']>[1],
): Promise<AskResult> {
  authorise(actor, 'askAvailabilities')
  const request = readQuestionOf(args.question)
  const { text, facets, titleIds, cursor, limit = 50, asOf, locale } = parse(Asked, { ...args, question: undefined })
  const found = await findOrds(house.db, house.houseId, { text, facets, statuses: TITLE_STATUSES })
  const named = titleIds === undefined ? null : new Set(await ordsOf(house.db, house.houseId, titleIds))
  const titles = Uint32Array.from(named === null ? found.ords : found.ords.filter((ord) => named.has(ord)))
  const past = asOf?.recordedAt !== undefined && Date.parse(asOf.recordedAt) < house.now().getTime() ? new Date(asOf.recordedAt).toISOString() : null // prettier-ignore
  const book = past === null ? await followBook(house.db, house.houseId) : await bookAsRecorded(house.db, house.houseId, past)
  const today = asOf?.today === undefined ? todayOf(house) : dayOf(asOf.today)!

  const cuts = await sheetCuts(house, book.columns, request, found)

  const started = performance.now()
  const { ranking, page: pageOf } = rankOnce(book.columns, { request, text: canonical(args.question), today, titles, cuts })
  const from = offsetIn(cursor)
  const page = pageOf(from, limit)
  const milliseconds = performance.now() - started

  const ids = page.map(({ title }) => found.ids[title] ?? '')
  const cards = new Map((await cardsByIds<StoredCard>(house.db, house.houseId, ids)).map((card) => [card.id, card]))
  return {
    question: toQuestionInWords(request, locale),
    total: titles.length,
    counts: ranking.counts,
    rows: page.flatMap(({ answer, share, soonest }, at) => {
      const card = cards.get(ids[at]!)
      return card === undefined ? [] : [{ card: toTitleCard(card, locale), answer, share, soonestFree: soonest === null ? null : writeDay(soonest) }] // prettier-ignore
    }),
    facets: found.facets,
    nextCursor: from + page.length < titles.length && page.length > 0 ? toCursor(from + page.length) : null,
    asOf: book.asOf,
    today: writeDay(today)!,
    milliseconds: Math.round(milliseconds * 100) / 100,
  }
}
