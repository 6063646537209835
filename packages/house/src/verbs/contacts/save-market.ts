import { findMarket, putMarket } from '@vitrine/store/contacts/markets'
import { meetingsOfMarket } from '@vitrine/store/contacts/meetings'
import { z } from 'zod'
import { marketView } from '../../contacts/meeting-views.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { MARKET_KINDS, type ContactVerbs, type MarketView } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, OneLine, parse, Revision } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

const Line = z
  .string()
  .trim()
  .max(200)
  .nullable()
  .transform((text) => (text === '' ? null : text))
const Market = z.object({
  id: Id.optional(),
  revision: Revision.optional(),
  market: z.strictObject({
    name: OneLine,
    kind: z.enum(MARKET_KINDS),
    city: Line,
    country: z.string().regex(/^[A-Z]{2}$/).nullable(),
    firstDay: DayText,
    lastDay: DayText,
    stand: Line,
  }).refine(({ firstDay, lastDay }) => firstDay <= lastDay, { path: ['lastDay'], message: 'Before the first day' }),
}) // prettier-ignore

/** Adds a market, or saves one anew; meetings that it has already must stay within its days. */
export async function saveMarket(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['saveMarket']>[1],
): Promise<MarketView> {
  authorise(actor, 'saveMarket')
  const { id, revision, market } = parse(Market, args)
  return write(house, actor, async (writing) => {
    const before = id === undefined ? null : await findMarket(writing.trx, house.houseId, id)
    if (id !== undefined && before === null) throw new HouseError('not-found', { subject: 'Market' })
    if (before !== null && before.revision !== revision) throw new HouseError('revision-changed', { revision: before.revision })
    const meetings = before === null ? [] : await meetingsOfMarket(writing.trx, house.houseId, before.id)
    const outside = meetings.find(({ day }) => day < market.firstDay || day > market.lastDay)
    if (outside !== undefined)
      throw new HouseError('invalid-input', { issues: [{ path: outside.day < market.firstDay ? 'firstDay' : 'lastDay', message: `There is a meeting on ${outside.day}`, messageFr: `Il y a un rendez-vous le ${outside.day}` }] }) // prettier-ignore
    const row = { ...market, id: before?.id ?? newId(Date.parse(writing.at)), revision: (before?.revision ?? 0) + 1, removedAt: null } // prettier-ignore
    await putMarket(writing.trx, house.houseId, row, writing.at)
    writing.audit({ verb: 'saveMarket', subject: 'Market', subjectId: row.id })
    return marketView(row)
  })
}
