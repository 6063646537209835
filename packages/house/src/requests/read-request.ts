/** A request from outside: its fields, the rights wished, and whose address it is. */
import type { Asker } from '@vitrine/store/asker'
import { contactsByEmail, REQUEST_KINDS, type Wishes } from '@vitrine/store/deals/requests'
import { writeDay } from '@vitrine/rights/days/day'
import { z } from 'zod'
import type { HouseContext } from '../context.ts'
import type { RequestWishes } from '../contract/deals.ts'
import { Id } from '../input.ts'
import { DayText, readQuestionOf } from '../rights/read-input.ts'
import { todayOf } from '../rights/today.ts'

const MOST_FILMS_ASKED = 100
const Expression = z.string().trim().max(1_000).optional()
export const RequestText = {
  kind: z.enum(REQUEST_KINDS),
  titleIds: z.array(Id).max(MOST_FILMS_ASKED),
  wishes: z
    .object({
      territory: Expression,
      media: Expression,
      languages: Expression,
      from: DayText.nullable().optional(),
      to: DayText.nullable().optional(),
      exclusive: z.boolean().optional(),
    })
    .nullable()
    .optional(),
}
export const Message = z.string().max(4_000).nullable()

/** Wishes as they are kept, read with the grammar of the rights book first. @throws HouseError `invalid-input` by `wishes.field` */
export function readWishes(house: HouseContext, wishes: RequestWishes | null | undefined): Wishes | null {
  if (wishes === null || wishes === undefined) return null
  const said = Object.fromEntries((['territory', 'media', 'languages'] as const).flatMap((field) => (wishes[field] ? [[field, wishes[field]]] : []))) // prettier-ignore
  if (Object.keys(said).length === 0 && !wishes.from && !wishes.to && wishes.exclusive !== true) return null
  const kept: Wishes = { ...said, from: wishes.from ?? writeDay(todayOf(house))!, to: wishes.to ?? null, exclusive: wishes.exclusive ?? false } // prettier-ignore
  readQuestionOf(kept)
  return kept
}

/** The person with an address, when there is exactly one. */
export async function senderOf(
  house: HouseContext,
  db: Asker,
  email: string | null,
): Promise<{ contactId: string | null; companyId: string | null }> {
  const [one, ...others] = email === null ? [] : await contactsByEmail(db, house.houseId, email)
  return one === undefined || others.length > 0 ? { contactId: null, companyId: null } : { contactId: one.id, companyId: one.companyId } // prettier-ignore
}
