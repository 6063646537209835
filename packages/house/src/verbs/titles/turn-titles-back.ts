import { TITLE_STATUSES, type TitleStatus } from '@vitrine/catalogue'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import { type Actor, MOST_TITLES_AT_ONCE } from '../../contract.ts'
import { Id, parse, Revision } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { storeTitles } from '../../titles/store-titles.ts'
import { turned } from '../../titles/turn-title.ts'
import { write } from '../../write.ts'

const Turned = z.object({
  titles: z
    .array(z.object({ id: Id, revision: Revision, before: z.enum(TITLE_STATUSES) }))
    .min(1)
    .max(MOST_TITLES_AT_ONCE),
})

/**
 * The undo of `turnTitles`: each title goes back to the state that it had, in one transaction. One that somebody saved since
 * stays as they left it. What goes back to being a draft counts as never published.
 */
export async function turnTitlesBack(
  house: HouseContext,
  actor: Actor,
  args: { titles: { id: string; revision: number; before: TitleStatus }[] },
): Promise<{ back: number; left: number }> {
  authorise(actor, 'turnTitlesBack')
  const asked = new Map(parse(Turned, args).titles.map((one) => [one.id, one]))
  return write(house, actor, async (writing) => {
    const rows = await findTitles(writing.trx, house.houseId, [...asked.keys()])
    const writes = rows.flatMap((row) => {
      const { revision, before } = asked.get(row.id)!
      return row.revision === revision && row.status !== before ? [turned(row, before, 'turnTitlesBack', false)] : []
    })
    await storeTitles(house, writing, actor, writes)
    return { back: writes.length, left: asked.size - writes.length }
  })
}
