/** Who sits in the demonstration house beside its owner: people of the house, buyers in their companies' rooms, producers of its films. */
import { listAllCompanies } from '@vitrine/store/contacts/companies'
import { findMemberByEmail, putMember, setProducers, signInUserFor } from '@vitrine/store/users/members'
import { linkContact, seatMember } from '@vitrine/store/users/seats'
import type { HouseContext } from '../context.ts'
import type { Actor, DemonstrationSeat } from '../contract.ts'
import { newId } from '../ids.ts'
import { write } from '../write.ts'

/** Each once, whole or not at all; no letter is written, as nobody is behind these addresses. Companies and films by name and slug. */
export async function enterSeats(
  house: HouseContext,
  actor: Actor,
  seats: readonly DemonstrationSeat[],
  films: ReadonlyMap<string, string>,
): Promise<void> {
  if (seats.length === 0) return
  const companies = new Map((await listAllCompanies(house.db, house.houseId)).map(({ name, id }) => [name, id]))
  for (const seat of seats) {
    const companyId = seat.role === 'buyer' ? companies.get(seat.company) : null
    if (companyId !== undefined) await enterSeat(house, actor, seat, companyId, films)
  }
}

async function enterSeat(
  house: HouseContext,
  actor: Actor,
  seat: DemonstrationSeat,
  companyId: string | null,
  films: ReadonlyMap<string, string>,
): Promise<void> {
  const { houseId } = house
  const { name, email, role } = seat
  await write(house, actor, async ({ trx, at, audit }) => {
    if ((await findMemberByEmail(trx, houseId, email)) !== null) return
    const id = await signInUserFor(trx, { newId: newId(Date.parse(at)), name, email, at })
    await putMember(trx, houseId, { id, name, email, role, disabled: false, createdAt: at, lastSeenAt: null, locale: null, companyId: null, companyRole: null }) // prettier-ignore
    audit({ verb: 'addUser', subject: 'Member', subjectId: id, detail: { role } })
    if (companyId !== null) {
      await seatMember(trx, houseId, id, { companyId, companyRole: 'lead' })
      await linkContact(trx, houseId, id, { companyId, email })
      audit({ verb: 'seatBuyer', subject: 'Member', subjectId: id, detail: { company: companyId, companyRole: 'lead' } })
    }
    for (const slug of seat.role === 'producer' ? seat.films : []) {
      const titleId = films.get(slug) ?? ''
      await setProducers(trx, houseId, titleId, [id])
      audit({ verb: 'assignProducer', subject: 'Title', subjectId: titleId, detail: { userIds: [id] } })
    }
  })
}
