import type { Locale } from '@vitrine/messages'
import { answerRequest } from '@vitrine/rights/availability/answer'
import { meets, type Request } from '@vitrine/rights/book/line'
import { writeDay } from '@vitrine/rights/days/day'
import { boxInWords } from '@vitrine/rights/words/box-in-words'
import type { Asker } from '@vitrine/store/asker'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { SentListRow } from '../contract/rights.ts'
import { HouseError } from '../errors.ts'
import { cutsOf } from './cuts-of.ts'

export const MOST_TITLES = 500
const MOST_REGIONS = 12

/** What a list says of each of its films, from the committed book: each film once, in the order in which they were chosen. */
export async function listRows(
  db: Asker,
  houseId: string,
  { request, titleIds, locale, today }: { request: Request; titleIds: readonly string[]; locale: Locale; today: number },
): Promise<SentListRow[]> {
  const titles = new Map((await findTitles(db, houseId, [...titleIds])).map((title) => [title.id, title]))
  const rows: SentListRow[] = []
  for (const id of new Set(titleIds)) {
    const title = titles.get(id)
    if (title === undefined) throw new HouseError('not-found', { subject: 'Title' })
    const { sheet, slug } = title
    const got = answerRequest(request, await readTitleLines(db, houseId, id), cutsOf(sheet), today)
    const met = got.regions.filter((region) => meets(region.status, request.exclusive))
    rows.push({
      titleId: id,
      slug,
      title: sheet.titles[locale] ?? sheet.title,
      answer: got.answer,
      share: got.share,
      soonestFree: got.firstFullyMet === null ? null : writeDay(got.firstFullyMet),
      available: met.slice(0, MOST_REGIONS).map((region) => boxInWords(region.box, locale)),
      director: sheet.directors[0] ?? null,
      year: sheet.year,
      minutes: cutsOf(sheet).join(', ') || null,
    })
  }
  return rows
}
