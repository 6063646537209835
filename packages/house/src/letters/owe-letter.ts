import { BEYOND_BUSINESS, type LetterKind } from '@vitrine/messages/letter-kinds'
import type { Locale } from '@vitrine/messages'
import type { Asker } from '@vitrine/store/asker'
import { type LetterToWrite, putLetter } from '@vitrine/store/letters/letters'
import { findAddress, knowAddress, refusesLetters } from '@vitrine/store/mail/addresses'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../context.ts'
import { newId, newToken } from '../ids.ts'
import { withDefaults } from '../settings/defaults.ts'
import { letterFoot } from './letter-foot.ts'

export interface LetterOwed {
  kind: LetterKind
  locale: Locale
  about: LetterToWrite['about']
  aboutId: string
  to: string
  subject: string
  text: string
  /** What an example of a letter beyond business shows in place of the way to end them. */
  exampleStop?: string | null
  at: string
}

/**
 * A letter that the house owes, with its foot, in the transaction of what it tells of. One whose receiver's address takes no mail, or whose
 * receiver wants no such letters, stands in the outbox with the reason and is never sent.
 */
export async function oweLetter(house: HouseContext, trx: Asker, letter: LetterOwed): Promise<void> {
  const { kind, locale, to, at } = letter
  const beyond = BEYOND_BUSINESS.has(kind)
  const address = beyond
    ? await knowAddress(trx, house.houseId, { email: to, token: newToken(), at })
    : await findAddress(trx, house.houseId, to)
  const refused = address?.state === 'bounced' ? 'bounced' : beyond ? await whyNoLetters(house, trx, to) : null
  const stopToken = beyond && address !== null ? address.token : null
  const settings = withDefaults((await readSettings(trx, house.houseId))?.settings)
  const foot = letterFoot(
    settings,
    locale,
    stopToken === null ? (letter.exampleStop ?? null) : stopPage(house.origin, locale, stopToken),
  )
  const text = `${letter.text.trimEnd()}${foot}`
  await putLetter(trx, house.houseId, { ...letter, id: newId(Date.parse(at)), text, stopToken, refused })
}

/** Why a person gets no letters beyond the business at hand; null: they get them. */
export async function whyNoLetters(
  house: HouseContext,
  db: Asker,
  email: string,
): Promise<'bounced' | 'unsubscribed' | 'no-consent' | null> {
  const address = await findAddress(db, house.houseId, email)
  if (address !== null && address.state !== 'ok') return address.state
  return (await refusesLetters(db, house.houseId, email)) ? 'no-consent' : null
}

/** Where a person ends letters beyond business. */
export const stopPage = (origin: string, locale: Locale, token: string): string => `${origin}/${locale}/letters/stop/${token}`
