import { giveUpLetters } from '@vitrine/store/letters/letters'
import { endSessions, findMember } from '@vitrine/store/users/members'
import { linkContact, seatMember } from '@vitrine/store/users/seats'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RoomVerbs, SeatsOfCompany } from '../../contract/room.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { holdRoom, seatsOf } from '../../room/seats-of.ts'
import { write } from '../../write.ts'

/** Somebody leaves their company's room and is signed out everywhere; a letter that has not left does not lead them there any more. Nobody shows themselves out: the last lead would be gone. */
export async function unseatBuyer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RoomVerbs['unseatBuyer']>[1],
): Promise<SeatsOfCompany> {
  authoriseEver(actor, 'unseatBuyer')
  const userId = parse(Id, args.userId)
  return write(house, actor, async (writing) => {
    const member = await findMember(writing.trx, house.houseId, userId)
    const companyId = holdRoom(actor, 'unseatBuyer', member?.companyId ?? null)
    if (userId === actor.userId) throw new HouseError('not-allowed', { verb: 'unseatBuyer', role: actor.role })
    await seatMember(writing.trx, house.houseId, userId, null)
    await linkContact(writing.trx, house.houseId, userId, null)
    await endSessions(writing.trx, userId)
    await giveUpLetters(writing.trx, house.houseId, 'Seat', userId, writing.at)
    writing.audit({ verb: 'unseatBuyer', subject: 'Member', subjectId: userId, detail: { company: companyId } })
    return seatsOf(house, writing.trx, companyId)
  })
}
