import { walkTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { translate } from '../../failures.ts'
import { authorise } from '../../policies/authorise.ts'
import { toStoredTitle } from '../../titles/reach-title.ts'

const STEP = 200

/** The whole catalogue, file by file; nothing of it is held but the page in hand. */
export async function* exportTitles(
  house: HouseContext,
  actor: Actor,
  args: { format: 'json' | 'text' | 'markdown' | 'html' | 'csv'; language?: string },
): AsyncGenerator<{ fileName: string; content: string }> {
  authorise(actor, 'exportTitles')
  try {
    for (let after = ''; ;) {
      const rows = await walkTitles(house.db, house.houseId, after, STEP)
      for (const row of rows)
        if (args.format === 'json')
          yield { fileName: `${row.slug}.json`, content: `${JSON.stringify(toStoredTitle(row), null, 2)}\n` }
      if (rows.length < STEP) return
      after = rows.at(-1)?.id ?? after
    }
  } catch (thrown) {
    throw translate(thrown)
  }
}
