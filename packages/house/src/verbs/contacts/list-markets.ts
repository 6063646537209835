import { fold } from '@vitrine/catalogue/model/slug'
import { listMarketRows } from '@vitrine/store/contacts/markets'
import { z } from 'zod'
import { marketView } from '../../contacts/meeting-views.ts'
import { searchWords } from '../../contacts/search-words.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { type ContactVerbs, MARKET_KINDS } from '../../contract/contacts.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'

const MOST = 500
const Found = z.object({
  text: z.string().max(1_000).optional(),
  kind: z.enum(MARKET_KINDS).optional(),
  country: z.string().max(2).optional(),
  from: DayText.optional(),
  to: DayText.optional(),
})

/** Markets and festivals that the house goes to, the last first. */
export async function listMarkets(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['listMarkets']>[1] = {},
): ReturnType<ContactVerbs['listMarkets']> {
  authorise(actor, 'listMarkets')
  const { text, ...filter } = parse(Found, args)
  const words = searchWords(text)
  const rows = (await listMarketRows(house.db, house.houseId, MOST, filter)).filter(({ name, city }) => {
    const there = fold(`${name} ${city ?? ''}`)
    return words.every((word) => there.includes(word))
  })
  return rows.map((row) => ({ ...marketView(row), meetings: row.meetings }))
}
