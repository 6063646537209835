import { roomLetter } from '@vitrine/messages/room'
import { readSettings } from '@vitrine/store/settings/settings'
import { findMember, findMemberByEmail, putMember, signInUserFor } from '@vitrine/store/users/members'
import { linkContact, seatMember } from '@vitrine/store/users/seats'
import { z } from 'zod'
import { holdContact } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, CompanyRole } from '../../contract.ts'
import type { RoomVerbs, SeatsOfCompany } from '../../contract-room.ts'
import { HouseError } from '../../errors.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { newId } from '../../ids.ts'
import { Email, Id, OneLine, parse } from '../../input.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { holdRoom, seatsOf } from '../../room/seats-of.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write, type Writing } from '../../write.ts'

const OfContact = z.object({ contactId: Id, companyRole: z.enum(['lead', 'colleague']) })
const OfColleague = z.object({
  name: OneLine,
  email: z.preprocess((text) => (typeof text === 'string' ? text.trim().toLowerCase() : text), Email),
  locale: z.enum(['en', 'fr']).optional(),
})

interface Guest {
  companyId: string
  companyRole: CompanyRole
  name: string
  email: string
  locale: 'en' | 'fr'
}

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
    holdRoom(actor, 'seatBuyer', guest.companyId)
    const known = await findMemberByEmail(writing.trx, house.houseId, guest.email)
    if (known !== null && (known.role !== 'buyer' || known.disabled || (known.companyId ?? guest.companyId) !== guest.companyId))
      throw new HouseError('user-exists')
    // A lead lets colleagues in; what somebody may do who sits there already is for the house to say.
    if (known?.companyId === guest.companyId && (actor.role === 'buyer' || known.companyRole === guest.companyRole))
      return seatsOf(house, writing.trx, guest.companyId)
    const userId = known?.id ?? (await newMember(house, writing, guest))
    await seatMember(writing.trx, house.houseId, userId, guest)
    await linkContact(writing.trx, house.houseId, userId, guest)
    if (known?.companyId !== guest.companyId) await writeLetter(house, writing, actor, userId, guest)
    writing.audit({ verb: 'seatBuyer', subject: 'Member', subjectId: userId, detail: { company: guest.companyId, companyRole: guest.companyRole } }) // prettier-ignore
    return seatsOf(house, writing.trx, guest.companyId)
  })
}

async function guestOf(house: HouseContext, writing: Writing, actor: Actor, seat: unknown): Promise<Guest> {
  if (actor.role === 'buyer') {
    const { locale = 'en', ...colleague } = parse(OfColleague, seat)
    return { ...colleague, locale, companyId: actor.companyId ?? '', companyRole: 'colleague' }
  }
  const { contactId, companyRole } = parse(OfContact, seat)
  const { name, email, locale, companyId } = await holdContact(house, writing.trx, contactId)
  if (email === null) throw missing('email', 'Write down their e-mail address first', 'Notez d’abord leur adresse e-mail')
  if (companyId === null) throw missing('companyId', 'Say first of which company they are', 'Dites d’abord de quelle société')
  return { companyId, companyRole, name, email: email.toLowerCase(), locale }
}

const missing = (path: string, message: string, messageFr: string): HouseError =>
  new HouseError('invalid-input', { issues: [{ path, message, messageFr }] })

async function newMember(house: HouseContext, { trx, at }: Writing, { name, email }: Guest): Promise<string> {
  const id = await signInUserFor(trx, { newId: newId(Date.parse(at)), name, email, at })
  if ((await findMember(trx, house.houseId, id)) !== null) throw new HouseError('user-exists')
  await putMember(trx, house.houseId, { id, name, email, role: 'buyer', disabled: false, createdAt: at, lastSeenAt: null, companyId: null, companyRole: null }) // prettier-ignore
  return id
}

async function writeLetter(house: HouseContext, writing: Writing, actor: Actor, userId: string, guest: Guest): Promise<void> {
  const { name } = withDefaults((await readSettings(writing.trx, house.houseId))?.settings)
  const { company } = await seatsOf(house, writing.trx, guest.companyId)
  const link = `${house.origin}/${guest.locale}/sign-in?next=${encodeURIComponent(`/${guest.locale}/room`)}`
  const letter = roomLetter[guest.locale]({ to: guest.name, by: actor.name, house: name, company: company.name, email: guest.email, link }) // prettier-ignore
  await oweLetter(house, writing.trx, { kind: 'seat', locale: guest.locale, about: 'Seat', aboutId: userId, to: guest.email, at: writing.at, ...letter }) // prettier-ignore
}
