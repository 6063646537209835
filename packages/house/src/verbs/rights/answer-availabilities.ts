import { type ContractedAnswer, contractedAnswer } from '@vitrine/rights/contracted/write-answer'
import { dayOf, writeDay } from '@vitrine/rights/days/day'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { findTitles, walkTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract-rights.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { DayText, readQuestionOf } from '../../rights/read-input.ts'
import { todayOf } from '../../rights/today.ts'

const Asked = z.object({
  titleIds: z.array(Id).max(500).optional(),
  today: DayText.optional(),
  cursor: z.string().max(500).nullable().optional(),
  limit: z.number().int().min(1).max(500).optional(),
})

/** Full pictures of many films in codes alone, in the shape that other programs rely on (docs/rights.md, "For programs"). */
export async function answerAvailabilities(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['answerAvailabilities']>[1],
): ReturnType<RightsVerbs['answerAvailabilities']> {
  authorise(actor, 'answerAvailabilities')
  const request = readQuestionOf(args.question)
  const { titleIds, today, cursor, limit = 100 } = parse(Asked, { ...args, question: undefined })
  const day = today === undefined ? todayOf(house) : dayOf(today)!
  const after = String(fromCursor(cursor)?.[0] ?? '')
  const rows = titleIds === undefined ? await walkTitles(house.db, house.houseId, after, limit) : await findTitles(house.db, house.houseId, titleIds) // prettier-ignore
  const titles: (ContractedAnswer & { name: string })[] = []
  for (const row of rows) {
    const lines = await readTitleLines(house.db, house.houseId, row.id)
    titles.push({ ...contractedAnswer(row.id, request, lines, cutsOf(row.sheet), day), name: row.sheet.title })
  }
  const last = rows.at(-1)
  return {
    asOf: writeDay(day)!,
    titles,
    nextCursor: titleIds === undefined && rows.length === limit && last !== undefined ? toCursor(last.id) : null,
  }
}
