import type { Asker } from '@vitrine/store/asker'
import { membersOfCompany } from '@vitrine/store/users/members'
import { holdCompany } from '../contacts/reach.ts'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { SeatsOfCompany } from '../contract/room.ts'
import { HouseError } from '../errors.ts'
import { authoriseEver } from '../policies/authorise.ts'
import type { Verb } from '../policies/policy.ts'
import { can } from '../policies/table.ts'

/** Whose room it is about: to a buyer there is their own company and no other. A colleague, who may not let people in, is refused as such. */
export function holdRoom(actor: Actor, verb: Verb, companyId: string | null): string {
  authoriseEver(actor, verb)
  if (companyId !== null && can(actor, verb, { companyId })) return companyId
  const own = companyId !== null && companyId === actor.companyId
  throw own ? new HouseError('not-allowed', { verb, role: actor.role }) : new HouseError('not-found', { subject: 'Company' })
}

export async function seatsOf(house: HouseContext, db: Asker, companyId: string): Promise<SeatsOfCompany> {
  const { id, name } = await holdCompany(house, db, companyId)
  const seats = await membersOfCompany(db, house.houseId, id)
  return {
    company: { id, name },
    seats: seats.map(({ id: userId, name, email, companyRole, lastSeenAt }) => ({ userId, name, email, companyRole: companyRole!, lastSeenAt })), // prettier-ignore
  }
}
