import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RoomVerbs, SeatsOfCompany } from '../../contract/room.ts'
import { Email, Id, OneLine, parse } from '../../input.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { type Guest, guestOfContact, seatGuest } from '../../room/seat-guest.ts'
import { seatsOf } from '../../room/seats-of.ts'
import { write, type Writing } from '../../write.ts'

const OfContact = z.object({ contactId: Id, companyRole: z.enum(['lead', 'colleague']) })
const OfColleague = z.object({
  name: OneLine,
  email: z.preprocess((text) => (typeof text === 'string' ? text.trim().toLowerCase() : text), Email),
  locale: z.enum(['en', 'fr']).optional(),
})

/**
 * Lets somebody into the room of their company. Whoever has this address already is seated, if they are a buyer without another
 * company; whoever is of the house, or was shut out, is not. The letter says where the room is and how one signs in; it holds
 * no secret, so it lies in the outbox like any other and works for as long as they are seated.
 */
export async function seatBuyer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RoomVerbs['seatBuyer']>[1],
): Promise<SeatsOfCompany> {
  authoriseEver(actor, 'seatBuyer')
  return write(house, actor, async (writing) => {
    const guest = await guestOf(house, writing, actor, args.seat)
    await seatGuest(house, writing, actor, guest)
    return seatsOf(house, writing.trx, guest.companyId)
  })
}

async function guestOf(house: HouseContext, writing: Writing, actor: Actor, seat: unknown): Promise<Guest> {
  if (actor.role === 'buyer') {
    const { locale = 'en', ...colleague } = parse(OfColleague, seat)
    return { ...colleague, locale, companyId: actor.companyId ?? '', companyRole: 'colleague' }
  }
  const { contactId, companyRole } = parse(OfContact, seat)
  return guestOfContact(house, writing, contactId, companyRole)
}
