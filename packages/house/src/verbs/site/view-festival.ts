import { slugOf } from '@vitrine/catalogue/model/slug'
import type { Locale } from '@vitrine/messages'
import { findName } from '@vitrine/store/names/list-names'
import { cardsWithName } from '@vitrine/store/titles/cards'
import { findTitles } from '@vitrine/store/titles/find-title'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, FestivalPage } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'

/** A festival with every selection and prize of the house's published films, the latest first. */
export async function viewFestival(
  house: HouseContext,
  actor: Actor,
  args: { slug: string; locale: Locale },
): Promise<FestivalPage> {
  authorise(actor, 'viewFestival')
  const found = await findName(house.db, house.houseId, 'festival', args.slug)
  if (!found) throw new HouseError('not-found', { subject: 'Festival' })
  const cards = await cardsWithName<StoredCard>(house.db, house.houseId, 'festival', args.slug, 300)
  const titles = await findTitles(
    house.db,
    house.houseId,
    cards.map((card) => card.id),
  )
  const sheets = new Map(titles.map((title) => [title.id, title.sheet]))
  const entries = cards.flatMap((card) =>
    (sheets.get(card.id)?.festivals ?? [])
      .filter((entry) => slugOf(entry.festival) === args.slug)
      .map(({ year, section, award }) => ({ card: toTitleCard(card, args.locale), year, section, award })),
  )
  return { slug: args.slug, name: found.name, entries: entries.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)) }
}
