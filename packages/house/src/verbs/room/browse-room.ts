import type { Answer } from '@vitrine/rights/book/line'
import { writeDay } from '@vitrine/rights/days/day'
import { followBook } from '@vitrine/store/rights/follow-book'
import { findOrds } from '@vitrine/store/search/find-ords'
import { cardsByIds } from '@vitrine/store/titles/cards'
import { z } from 'zod'
import { canonical } from '../../canonical.ts'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import { holdCompany } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsQuestion } from '../../contract/rights.ts'
import type { RoomCatalogue, RoomVerbs } from '../../contract/room.ts'
import { offsetIn, parse, toCursor } from '../../input.ts'
import { questionFor, wishOf } from '../../match/taste.ts'
import { authorise } from '../../policies/authorise.ts'
import { heldFor, type HeldFilm } from '../../room/held-for.ts'
import { toQuestionInWords } from '../../rights/in-words.ts'
import { rankOnce } from '../../rights/rank-once.ts'
import { readQuestionOf } from '../../rights/read-input.ts'
import { sheetCuts } from '../../rights/sheet-cuts.ts'
import { todayOf } from '../../rights/today.ts'

const Asked = z.object({
  text: z.string().max(300).optional(),
  cursor: z.string().max(500).nullable().optional(),
  limit: z.number().int().min(1).max(100).optional(),
  locale: z.enum(['en', 'fr']),
})

/**
 * Published films by whether they can be had, for a buyer: the class, how much of what was asked, and from which day all of it.
 * No entry, no party, no option is told, but for what the company's own offers hold: that is held for them, and stands first. What is not asked is as the company's profile says, for three years from next month.
 */
export async function browseRoom(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RoomVerbs['browseRoom']>[1],
): Promise<RoomCatalogue> {
  authorise(actor, 'browseRoom', { companyId: actor.companyId ?? null })
  const { text, cursor, limit = 24, locale } = parse(Asked, { text: args.text, cursor: args.cursor, limit: args.limit, locale: args.locale }) // prettier-ignore
  const today = todayOf(house)
  const question: RightsQuestion = { ...(await usual(house, actor, writeDay(today)!)), ...args.question }
  const request = readQuestionOf(question)
  const found = await findOrds(house.db, house.houseId, { text, statuses: ['published'] })
  const held = actor.companyId ? await heldFor(house, actor.companyId, request) : new Map<string, HeldFilm>()
  const isHeld = (ord: number) => held.has(found.ids[ord] ?? '')
  const holds = [...found.ords].filter(isHeld)
  const book = await followBook(house.db, house.houseId)
  const titles = Uint32Array.from(found.ords).filter((ord) => !isHeld(ord))
  const cuts = await sheetCuts(house, book.columns, request, found)
  const { ranking, page: rankedFrom } = rankOnce(book.columns, { request, text: canonical(question), today, titles, cuts })
  const from = offsetIn(cursor)
  const first = holds.slice(from, from + limit).map((title) => ({ ...held.get(found.ids[title]!)!, title, soonest: null }))
  const rest = rankedFrom(Math.max(0, from - holds.length), limit - first.length)
  const page = [...first, ...rest.map((row) => ({ ...row, until: null }))]
  const ids = page.map(({ title }) => found.ids[title] ?? '')
  const cards = new Map((await cardsByIds<StoredCard>(house.db, house.houseId, ids)).map((card) => [card.id, card]))
  return {
    question: toQuestionInWords(request, locale),
    asked: { from: question.from, to: question.to, exclusive: question.exclusive },
    total: found.ords.length,
    counts: countsWith(ranking.counts, holds.map((title) => held.get(found.ids[title]!)!)), // prettier-ignore
    rows: page.flatMap(({ answer, share, soonest, until }, at) => {
      const card = cards.get(ids[at]!)
      // published when the list was made and withdrawn since: it is left out, as everywhere
      return card === undefined || card.status !== 'published' ? [] : [{ card: toTitleCard(card, locale), answer, share, soonestFree: soonest === null ? null : writeDay(soonest), heldUntil: until }] // prettier-ignore
    }),
    nextCursor: from + page.length < found.ords.length && page.length > 0 ? toCursor(from + page.length) : null,
  }
}

/** Films that are held count as what can be had of them. */
function countsWith(counts: Readonly<Record<Answer, number>>, held: readonly HeldFilm[]): Record<Answer, number> {
  const all = { ...counts }
  for (const { answer } of held) all[answer] += 1
  return all
}

async function usual(house: HouseContext, actor: Actor, today: string): Promise<RightsQuestion> {
  const company = actor.companyId ? await holdCompany(house, house.db, actor.companyId) : null
  return questionFor(company === null ? {} : wishOf(company), {}, today)
}
