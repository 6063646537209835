import { formatDay } from '@vitrine/messages'
import { filmsInShort } from '@vitrine/messages/deals'
import { findContact } from '@vitrine/store/contacts/contacts'
import type { DealRow } from '@vitrine/store/deals/deals'
import type { OfferRow } from '@vitrine/store/deals/offers'
import { readSettings } from '@vitrine/store/settings/settings'
import { findMemberByEmail } from '@vitrine/store/users/members'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { oweLetter } from '../letters/owe-letter.ts'
import { wordLetter } from '../letters/word-letter.ts'
import { withDefaults } from '../settings/defaults.ts'
import type { Writing } from '../write.ts'
import { dealReference } from './step-deal.ts'

/** The letter that brings an offer to whom it is spoken of with, in the language they chose, else that of the deal; none where nobody is named or nobody has an address. */
export async function writeOfferLetter(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  deal: DealRow,
  offer: OfferRow,
): Promise<void> {
  const contact = deal.contactId === null ? null : await findContact(writing.trx, house.houseId, deal.contactId)
  if (contact === null || contact.email === null || contact.erasedAt !== null) return
  const locale = (await findMemberByEmail(writing.trx, house.houseId, contact.email))?.locale ?? deal.locale
  const { name } = withDefaults((await readSettings(writing.trx, house.houseId))?.settings)
  const films = [...new Set(offer.terms.lines.map(({ title }) => title))]
  const { expires } = offer.terms
  const letter = await wordLetter(house, writing.trx, 'offer', locale, {
    to: contact.name,
    by: actor.name,
    house: name,
    reference: dealReference(deal),
    film: filmsInShort(locale, films),
    films: films.map((film) => `- ${film}`).join('\n'),
    expires: expires === null ? null : formatDay(locale, expires),
    message: offer.message,
    link: `${house.origin}/${locale}/room/offers/${offer.id}`,
  })
  await oweLetter(house, writing.trx, { kind: 'offer', locale, about: 'Offer', aboutId: offer.id, to: contact.email, at: writing.at, ...letter }) // prettier-ignore
}
