/** Somebody who was let in is told so, and how one signs in. It holds no secret and works for as long as they have access. */
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../context.ts'
import type { Actor, HouseUser, Role } from '../contract.ts'
import { withDefaults } from '../settings/defaults.ts'
import type { Writing } from '../write.ts'
import { oweLetter } from './owe-letter.ts'
import { wordLetter } from './word-letter.ts'

/** Where each sits down first. */
const SEAT: Partial<Record<Role, string>> = { buyer: 'room', producer: 'room/films' }

export async function welcomeMember(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  member: Pick<HouseUser, 'id' | 'name' | 'email' | 'role'>,
): Promise<void> {
  const { name, defaultLocale: locale } = withDefaults((await readSettings(writing.trx, house.houseId))?.settings)
  const next = encodeURIComponent(`/${locale}/${SEAT[member.role] ?? 'desk'}`)
  const link = `${house.origin}/${locale}/sign-in?next=${next}`
  const letter = await wordLetter(house, writing.trx, 'welcome', locale, { to: member.name, by: actor.name, house: name, email: member.email, link }) // prettier-ignore
  await oweLetter(house, writing.trx, { kind: 'welcome', locale, about: 'Seat', aboutId: member.id, to: member.email, at: writing.at, ...letter }) // prettier-ignore
}
