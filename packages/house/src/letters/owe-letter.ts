import { BEYOND_BUSINESS, type LetterKind } from '@vitrine/messages/letter-kinds'
import { stopLine } from '@vitrine/messages/mail'
import type { Locale } from '@vitrine/messages'
import type { Asker } from '@vitrine/store/asker'
import { type LetterToWrite, putLetter } from '@vitrine/store/letters/letters'
import { findAddress, knowAddress, refusesLetters } from '@vitrine/store/mail/addresses'
import type { HouseContext } from '../context.ts'
import { newId, newToken } from '../ids.ts'

export interface LetterOwed {
  kind: LetterKind
  locale: Locale
  about: LetterToWrite['about']
  aboutId: string
  to: string
  subject: string
  text: string
  at: string
}

/**
 * A letter that the house owes, in the transaction of what it tells of. One whose receiver's address takes no mail, or whose
 * receiver wants no such letters, stands in the outbox with the reason and is never sent.
 */
export async function oweLetter(house: HouseContext, trx: Asker, letter: LetterOwed): Promise<void> {
  const { kind, locale, to, at } = letter
  const beyond = BEYOND_BUSINESS.has(kind)
  const address = beyond
    ? await knowAddress(trx, house.houseId, { email: to, token: newToken(), at })
    : await findAddress(trx, house.houseId, to)
  const refused =
    address?.state === 'bounced'
      ? 'bounced'
      : !beyond
        ? null
        : address?.state === 'unsubscribed'
          ? 'unsubscribed'
          : (await refusesLetters(trx, house.houseId, to))
            ? 'no-consent'
            : null
  const stopToken = beyond && address !== null ? address.token : null
  const text = stopToken === null ? letter.text : `${letter.text.trimEnd()}\n\n-- \n${stopLine[locale](stopPage(house.origin, locale, stopToken))}\n` // prettier-ignore
  await putLetter(trx, house.houseId, { ...letter, id: newId(Date.parse(at)), text, stopToken, refused })
}

/** Where a person ends letters beyond business. */
export const stopPage = (origin: string, locale: Locale, token: string): string => `${origin}/${locale}/letters/stop/${token}`
