/** What the house holds for a company until a day: what its own offers hold is not in its way. */
import { answerRequest } from '@vitrine/rights/availability/answer'
import type { Answer, Request } from '@vitrine/rights/book/line'
import { boxesMeet } from '@vitrine/rights/box/box'
import { writeDay } from '@vitrine/rights/days/day'
import { optionsOfCompany } from '@vitrine/store/deals/links'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../context.ts'
import { cutsOf } from '../rights/cuts-of.ts'
import { todayOf } from '../rights/today.ts'

export interface HeldFilm {
  answer: Answer
  share: number
  /** The last day of the hold; of several the first that ends. */
  until: string
}

type Got = ReturnType<typeof answerRequest>
type Hold = { entryId: string; expires: string }

/** Films of which a company's own options hold something that is asked, with what can be had beside those options. */
export async function heldFor(house: HouseContext, companyId: string, request: Request): Promise<Map<string, HeldFilm>> {
  const { db, houseId } = house
  const options = Map.groupBy(await ownOptions(house, companyId), ({ titleId }) => titleId)
  const held = new Map<string, HeldFilm>()
  for (const film of await findTitles(db, houseId, [...options.keys()])) {
    const lines = await readTitleLines(db, houseId, film.id)
    const answered = answerWith(house, request, lines, cutsOf(film.sheet), options.get(film.id)!)
    if (answered.until !== null) held.set(film.id, { answer: answered.got.answer, share: answered.got.share, until: answered.until }) // prettier-ignore
  }
  return held
}

/** The options that hold a company's offers and agreements today. */
export const ownOptions = (house: HouseContext, companyId: string) =>
  optionsOfCompany(house.db, house.houseId, companyId, writeDay(todayOf(house))!)

/** What can be had of one film by whoever these options are for, and until when they are held; null where they change nothing of it. */
export function answerWith(
  house: HouseContext,
  request: Request,
  lines: Awaited<ReturnType<typeof readTitleLines>>,
  cuts: ReturnType<typeof cutsOf>,
  options: readonly Hold[],
): { got: Got; until: string | null } {
  const own = new Map(options.map(({ entryId, expires }) => [entryId, expires]))
  const answerTo = (book: typeof lines) => answerRequest(request, book, cuts, todayOf(house))
  const got = answerTo(lines)
  const holding = lines.filter(({ entry, box }) => own.has(entry) && boxesMeet(box, request.box))
  if (holding.length === 0) return { got, until: null }
  const without = answerTo(lines.filter(({ entry }) => !own.has(entry)))
  if (without.share <= got.share) return { got, until: null } // something else is in the way of the same rights
  return { got: without, until: holding.map(({ entry }) => own.get(entry)!).sort()[0]! }
}
