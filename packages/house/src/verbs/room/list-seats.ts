import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RoomVerbs, SeatsOfCompany } from '../../contract/room.ts'
import { Id, parse } from '../../input.ts'
import { holdRoom, seatsOf } from '../../room/seats-of.ts'

/** Who sits in a company's room, whoever answers for it first. */
export async function listSeats(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RoomVerbs['listSeats']>[1],
): Promise<SeatsOfCompany> {
  const companyId = args.companyId === undefined ? (actor.companyId ?? null) : parse(Id, args.companyId)
  return seatsOf(house, house.db, holdRoom(actor, 'listSeats', companyId))
}
