import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { toQuestionInWords } from '../../rights/in-words.ts'
import { listRows, MOST_TITLES } from '../../rights/list-rows.ts'
import { readQuestionOf } from '../../rights/read-input.ts'
import { todayOf } from '../../rights/today.ts'

const Previewed = z.object({ titleIds: z.array(Id).max(MOST_TITLES), locale: z.enum(['en', 'fr']) })

/** What a list would say if it were sent now; nothing is kept. */
export async function previewAvailabilities(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['previewAvailabilities']>[1],
): ReturnType<RightsVerbs['previewAvailabilities']> {
  authorise(actor, 'previewAvailabilities')
  const request = readQuestionOf(args.question)
  const { titleIds, locale } = parse(Previewed, { titleIds: args.titleIds, locale: args.locale })
  const rows = await listRows(house.db, house.houseId, { request, titleIds, locale, today: todayOf(house) })
  return { question: toQuestionInWords(request, locale), rows }
}
