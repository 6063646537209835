import { answerOai, type OaiItem, type Repository } from '@vitrine/exchange/oai/answer'
import { listCollectionRows } from '@vitrine/store/collections/collections'
import { readSettings } from '@vitrine/store/settings/settings'
import { findTitle } from '@vitrine/store/titles/find-title'
import { earliestChange, harvestTitles } from '@vitrine/store/titles/harvest-titles'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { z } from 'zod'
import { inLocale } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { filmOut, sender } from '../../exchange/film-out.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'

/** Records of one answer: some 300 kB of the richer format. */
const PART = 100
const Said = z.object({ said: z.array(z.tuple([z.string().max(200), z.string().max(4000)])).max(50) })

/** The public catalogue for archives, by OAI-PMH 2.0: films that are published, and that others no longer are. */
export async function harvest(
  house: HouseContext,
  actor: Actor,
  args: { said: readonly (readonly [string, string])[] },
): Promise<string> {
  authorise(actor, 'harvest')
  const { said } = parse(Said, args)
  const locale = withDefaults((await readSettings(house.db, house.houseId))?.settings).defaultLocale
  const item = (row: TitleRow): OaiItem => ({
    id: row.id,
    changedAt: row.updatedAt,
    sets: row.sheet.collections,
    film: row.status === 'published' ? filmOut(house, row, locale) : null,
  })
  const repository: Repository = {
    address: `${house.origin}/oai`,
    sender: await sender(house, house.db),
    locale,
    now: house.now().toISOString(),
    earliest: () => earliestChange(house.db, house.houseId),
    sets: async () =>
      (await listCollectionRows(house.db, house.houseId)).map(({ slug, name }) => ({
        slug,
        name: inLocale(name, locale) ?? slug,
      })),
    async list({ from, until, set, after }) {
      const rows = await harvestTitles(
        house.db,
        house.houseId,
        { from: from === null ? null : startOf(from), before: until === null ? null : endOf(until), collection: set, after },
        PART + 1,
      )
      return { items: rows.slice(0, PART).map(item), more: rows.length > PART }
    },
    async find(id) {
      const row = await findTitle(house.db, house.houseId, id)
      return row === null || (row.status !== 'published' && row.publishedAt === null) ? null : item(row)
    },
  }
  return answerOai(said, repository)
}

const startOf = (date: string): string => (date.length === 10 ? `${date}T00:00:00Z` : date)
/** The first instant after a day or a second, which are told as a whole. */
const endOf = (date: string): string =>
  new Date(Date.parse(startOf(date)) + (date.length === 10 ? 86_400_000 : 1000)).toISOString()
