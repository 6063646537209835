import type { Locale } from '@vitrine/messages'
import { findName } from '@vitrine/store/names/list-names'
import { cardsWithName } from '@vitrine/store/titles/cards'
import { findTitle } from '@vitrine/store/titles/find-title'
import { inLocale, type StoredCard, toTitleCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, PersonPage } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'

/** A person with what they did and their published films. The biography is that of the newest film they directed that has one. */
export async function viewPerson(house: HouseContext, actor: Actor, args: { slug: string; locale: Locale }): Promise<PersonPage> {
  authorise(actor, 'viewPerson')
  const found = await findName(house.db, house.houseId, 'person', args.slug)
  if (!found) throw new HouseError('not-found', { subject: 'Person' })
  const cards = await cardsWithName<StoredCard>(house.db, house.houseId, 'person', args.slug, 500)
  let biography: string | null = null
  for (const card of cards
    .filter(({ roles, card: film }) => roles.includes('director') && film.directors.length === 1)
    .slice(0, 5)) {
    const title = await findTitle(house.db, house.houseId, card.id)
    biography = title ? inLocale(title.sheet.biography, args.locale, title.sheet.originalLanguages) : null
    if (biography !== null) break
  }
  return {
    slug: args.slug,
    name: found.name,
    roles: [...new Set(cards.flatMap((card) => card.roles))],
    cards: cards.map((card) => toTitleCard(card, args.locale)),
    biography,
  }
}
