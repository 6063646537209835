/** Somebody gets a seat in the room of their company, within a transaction that may do more. */
import { readSettings } from '@vitrine/store/settings/settings'
import { findMember, findMemberByEmail, putMember, signInUserFor } from '@vitrine/store/users/members'
import { linkContact, seatMember } from '@vitrine/store/users/seats'
import { holdContact } from '../contacts/reach.ts'
import type { HouseContext } from '../context.ts'
import type { Actor, CompanyRole } from '../contract.ts'
import { HouseError } from '../errors.ts'
import { newId } from '../ids.ts'
import { oweLetter } from '../letters/owe-letter.ts'
import { wordLetter } from '../letters/word-letter.ts'
import { withDefaults } from '../settings/defaults.ts'
import type { Writing } from '../write.ts'
import { holdRoom, seatsOf } from './seats-of.ts'

export interface Guest {
  companyId: string
  companyRole: CompanyRole
  name: string
  email: string
  locale: 'en' | 'fr'
}

/** A contact as a guest of their company's room. */
export async function guestOfContact(
  house: HouseContext,
  { trx }: Pick<Writing, 'trx'>,
  contactId: string,
  companyRole: CompanyRole,
): Promise<Guest> {
  const { name, email, locale, companyId } = await holdContact(house, trx, contactId)
  if (email === null) throw missing('email', 'Write down their e-mail address first', 'Notez d’abord leur adresse e-mail')
  if (companyId === null) throw missing('companyId', 'Say first of which company they are', 'Dites d’abord de quelle société')
  return { companyId, companyRole, name, email: email.toLowerCase(), locale }
}

/**
 * Whoever has this address already is seated, if they are a buyer without another company; whoever is of the house, or was shut out, is
 * not. The letter says where the room is and how one signs in.
 *
 * @throws HouseError `user-exists`, and whatever the actor may not do in that room
 */
export async function seatGuest(house: HouseContext, writing: Writing, actor: Actor, guest: Guest): Promise<void> {
  holdRoom(actor, 'seatBuyer', guest.companyId)
  const known = await findMemberByEmail(writing.trx, house.houseId, guest.email)
  if (known !== null && (known.role !== 'buyer' || known.disabled || (known.companyId ?? guest.companyId) !== guest.companyId))
    throw new HouseError('user-exists')
  // A lead lets colleagues in; what somebody may do who sits there already is for the house to say.
  if (known?.companyId === guest.companyId && (actor.role === 'buyer' || known.companyRole === guest.companyRole)) return
  const userId = known?.id ?? (await newMember(house, writing, guest))
  await seatMember(writing.trx, house.houseId, userId, guest)
  await linkContact(writing.trx, house.houseId, userId, guest)
  if (known?.companyId !== guest.companyId) await writeLetter(house, writing, actor, userId, guest)
  writing.audit({ verb: 'seatBuyer', subject: 'Member', subjectId: userId, detail: { company: guest.companyId, companyRole: guest.companyRole } }) // prettier-ignore
}

const missing = (path: string, message: string, messageFr: string): HouseError =>
  new HouseError('invalid-input', { issues: [{ path, message, messageFr }] })

async function newMember(house: HouseContext, { trx, at }: Writing, { name, email }: Guest): Promise<string> {
  const id = await signInUserFor(trx, { newId: newId(Date.parse(at)), name, email, at })
  if ((await findMember(trx, house.houseId, id)) !== null) throw new HouseError('user-exists')
  await putMember(trx, house.houseId, { id, name, email, role: 'buyer', disabled: false, createdAt: at, lastSeenAt: null, locale: null, companyId: null, companyRole: null }) // prettier-ignore
  return id
}

async function writeLetter(house: HouseContext, writing: Writing, actor: Actor, userId: string, guest: Guest): Promise<void> {
  const { name } = withDefaults((await readSettings(writing.trx, house.houseId))?.settings)
  const { company } = await seatsOf(house, writing.trx, guest.companyId)
  const link = `${house.origin}/${guest.locale}/sign-in?next=${encodeURIComponent(`/${guest.locale}/room`)}`
  const letter = await wordLetter(house, writing.trx, 'seat', guest.locale, { to: guest.name, by: actor.name, house: name, company: company.name, email: guest.email, link }) // prettier-ignore
  await oweLetter(house, writing.trx, { kind: 'seat', locale: guest.locale, about: 'Seat', aboutId: userId, to: guest.email, at: writing.at, ...letter }) // prettier-ignore
}
