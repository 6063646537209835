import { emptySheet } from '@vitrine/catalogue'
import { slugOf } from '@vitrine/catalogue/model/slug'
import type { Locale } from '@vitrine/messages'
import { listCollectionRows } from '@vitrine/store/collections/collections'
import { relatedCards } from '@vitrine/store/titles/cards'
import { findTitle, findTitleBySlug } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { inLocale, type StoredCard, toTitleCard } from '../../cards/card.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, TitleView } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { can } from '../../policies/table.ts'
import { admit, titleFacts, toStoredTitle } from '../../titles/reach-title.ts'

const RELATED = 6

/**
 * A film with everything its page shows. Asked under a former slug, `moved` is set. A withdrawn film shows its title and no
 * more to those who are not of the house; the sheet's contacts are never shown to them.
 */
export async function viewTitle(
  house: HouseContext,
  actor: Actor,
  args: { slug?: string; id?: string; locale: Locale },
): Promise<TitleView> {
  const row = await admit(house, house.db, actor, 'viewTitle', await find(house, args))
  const ofTheHouse = can(actor, 'openTitle', await titleFacts(house, house.db, actor, row))
  const moved = args.slug !== undefined && args.slug !== row.slug
  if (row.status === 'withdrawn' && !ofTheHouse)
    return {
      ...toStoredTitle(row),
      sheet: { ...emptySheet(row.sheet.title), titles: row.sheet.titles },
      moved,
      related: [],
      people: [],
      companies: [],
      festivalSlugs: {},
      collections: [],
    }

  const { sheet } = row
  const [related, collections] = await Promise.all([
    relatedCards<StoredCard>(house.db, house.houseId, row.id, RELATED),
    sheet.collections.length === 0 ? [] : listCollectionRows(house.db, house.houseId, sheet.collections),
  ])
  return {
    ...toStoredTitle(row),
    // Telephone numbers and addresses of a film's makers are for those who work on it, and whom a buyer calls is the house.
    sheet: ofTheHouse ? sheet : { ...sheet, contacts: [] },
    moved,
    related: related.map((card) => toTitleCard(card, args.locale)),
    ...namedPages(row),
    collections: collections.map(({ slug, name }) => ({ slug, name: inLocale(name, args.locale) ?? slug })),
  }
}

async function find(house: HouseContext, args: { slug?: string; id?: string }): Promise<TitleRow | null> {
  if (args.id !== undefined) return findTitle(house.db, house.houseId, args.id)
  if (args.slug !== undefined) return findTitleBySlug(house.db, house.houseId, args.slug)
  throw new HouseError('invalid-input', { issues: [{ path: 'slug', message: 'Neither slug nor id' }] })
}

/** The names on the sheet that have a page, with its slug. */
function namedPages(row: TitleRow): Pick<TitleView, 'people' | 'companies' | 'festivalSlugs'> {
  const { sheet } = row
  const withSlugs = (names: string[]) => {
    const seen = new Map<string, { name: string; slug: string }>()
    for (const name of names) {
      const slug = slugOf(name)
      if (slug !== '' && !seen.has(slug)) seen.set(slug, { name, slug })
    }
    return [...seen.values()]
  }
  return {
    people: withSlugs([...sheet.directors, ...sheet.producers, ...sheet.credits.flatMap((credit) => credit.names)]),
    companies: withSlugs(
      [...sheet.productionCompanies, ...sheet.coProducers]
        .map((company) => company.name)
        .concat(sheet.broadcasters, sheet.supporters),
    ),
    festivalSlugs: Object.fromEntries(
      sheet.festivals.map(({ festival }) => [festival, slugOf(festival)]).filter(([, slug]) => slug !== ''),
    ),
  }
}
