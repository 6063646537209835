import { findTitlesWithGraveSheets } from '@vitrine/store/sheets/received-sheets'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import { type Actor, type HeldReason, MOST_TITLES_AT_ONCE, type TurnedTitle } from '../../contract.ts'
import { Id, parse, Revision } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { titleFacts } from '../../titles/reach-title.ts'
import { storeTitles, type TitleWrite } from '../../titles/store-titles.ts'
import { turned, type Turn, TURNS } from '../../titles/turn-title.ts'
import { whatStops } from '../../titles/what-stops.ts'
import { write } from '../../write.ts'

const Chosen = z.object({
  to: z.enum(['published', 'withdrawn']),
  titles: z
    .array(z.object({ id: Id, baseRevision: Revision }))
    .min(1)
    .max(MOST_TITLES_AT_ONCE),
})

/**
 * Publishes or withdraws many titles as one action. Each is judged alone: what cannot go (somebody saved it meanwhile, it has
 * no text, its copy has errors) stays as it was and the answer says why; all the others are turned in one transaction, with a
 * line in the trail for each. `turnTitlesBack` takes the answer and undoes it.
 */
export async function turnTitles(
  house: HouseContext,
  actor: Actor,
  args: { to: Turn; titles: { id: string; baseRevision: number }[] },
): Promise<TurnedTitle[]> {
  authorise(actor, 'turnTitles')
  const { to, titles } = parse(Chosen, args)
  const seen = new Map(titles.map(({ id, baseRevision }) => [id, baseRevision])) // a title named twice is turned once
  return write(house, actor, async (writing) => {
    const { trx } = writing
    const rows = new Map((await findTitles(trx, house.houseId, [...seen.keys()])).map((row) => [row.id, row]))
    const drafts = [...rows.values()].filter((row) => row.status !== 'published' && !row.editedByHand).map((row) => row.id)
    const grave = to === 'published' ? await findTitlesWithGraveSheets(trx, house.houseId, drafts) : new Set<string>()

    const reasonsFor = async (row: TitleRow | undefined, baseRevision: number): Promise<HeldReason[]> => {
      if (!row) return ['not-found']
      if (!can(actor, TURNS[to], await titleFacts(house, trx, actor, row))) return ['not-allowed']
      if (row.revision !== baseRevision) return ['revision-changed']
      return to === 'published' ? whatStops(house, row, grave.has(row.id)) : []
    }
    const answer: TurnedTitle[] = []
    const writes: TitleWrite[] = []
    for (const [id, baseRevision] of seen) {
      const row = rows.get(id)
      const title = { id, title: row?.sheet.title ?? null, revision: row?.revision ?? null, before: row?.status ?? null }
      if (row?.status === to) {
        answer.push({ ...title, outcome: 'unchanged', reasons: [] })
        continue
      }
      const reasons = await reasonsFor(row, baseRevision)
      if (row && reasons.length === 0) writes.push(turned(row, to, TURNS[to], false))
      answer.push({ ...title, outcome: reasons.length === 0 ? 'turned' : 'held', reasons })
    }
    const stored = new Map((await storeTitles(house, writing, actor, writes)).map((row) => [row.id, row.revision]))
    return answer.map((one) => ({ ...one, revision: stored.get(one.id) ?? one.revision }))
  })
}
