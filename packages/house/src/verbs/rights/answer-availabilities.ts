import { type ContractedAnswer, contractedAnswer } from '@vitrine/rights/contracted/write-answer'
import { dayOf, writeDay } from '@vitrine/rights/days/day'
import { listVersions } from '@vitrine/store/rights/entries'
import { readTitleLines } from '@vitrine/store/rights/lines'
import { findTitles, walkTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { linesAsRecorded } from '../../rights/as-recorded.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { DayText, readQuestionOf } from '../../rights/read-input.ts'
import { todayOf } from '../../rights/today.ts'

const Asked = z.object({
  titleIds: z.array(Id).max(500).optional(),
  today: DayText.optional(),
  recordedAt: z.iso.datetime({ offset: true }).optional(),
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
  const { titleIds, today, recordedAt, cursor, limit = 100 } = parse(Asked, { ...args, question: undefined })
  const day = today === undefined ? todayOf(house) : dayOf(today)!
  const after = String(fromCursor(cursor)?.[0] ?? '')
  const rows = titleIds === undefined ? await walkTitles(house.db, house.houseId, after, limit) : await findTitles(house.db, house.houseId, titleIds) // prettier-ignore
  const titles: (ContractedAnswer & { name: string })[] = []
  const states = recordedAt === undefined ? null : Map.groupBy(await listVersions(house.db, house.houseId, { titleIds: rows.map(({ id }) => id) }, { recordedAt }), ({ titleId }) => titleId) // prettier-ignore
  for (const row of rows) {
    const lines = states === null ? await readTitleLines(house.db, house.houseId, row.id) : linesAsRecorded(states.get(row.id) ?? []) // prettier-ignore
    titles.push({ ...contractedAnswer(row.id, request, lines, cutsOf(row.sheet), day), name: row.sheet.title })
  }
  const last = rows.at(-1)
  return {
    asOf: writeDay(day)!,
    titles,
    nextCursor: titleIds === undefined && rows.length === limit && last !== undefined ? toCursor(last.id) : null,
  }
}
