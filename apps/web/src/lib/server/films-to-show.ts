/** The films of a screener that is made of a collection or of a shortlist, in their order. */
import type { Actor, TitleCard } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { houseError, site } from './site.ts'

/** As many as one link shows. */
const MOST_FILMS = 50

export interface FilmsToShow {
  /** Of the collection or the shortlist. */
  name: string | null
  titleIds: string[]
  /** Its films that are not packaged, by their titles. */
  without: string[]
  /** Those beyond what one link shows. */
  beyond: number
}

/**
 * What the address asks for, by `collection` (its slug) or `list` (the link of a shortlist). Null where it asks for neither; `unknown` where there
 * is no such thing.
 *
 * @example
 * await filmsToShow(actor, url.searchParams, showable, 'en') // { name: 'Selected for MIPDOC', titleIds: ['…'], without: ['Tide'], beyond: 0 }
 */
export async function filmsToShow(
  actor: Actor,
  asked: URLSearchParams,
  showable: readonly { titleId: string }[],
  locale: Locale,
): Promise<FilmsToShow | 'unknown' | null> {
  const [slug, link] = [asked.get('collection') ?? '', (asked.get('list') ?? '').trim()]
  if (slug === '' && link === '') return null
  const found = await (link === '' ? ofCollection(actor, slug, locale) : ofShortlist(actor, link, locale)).catch(
    (thrown: unknown) => {
      if (['not-found', 'invalid-input'].includes(houseError(thrown)?.code ?? '')) return null
      throw thrown
    },
  )
  if (found === null) return 'unknown'
  const ready = new Set(showable.map(({ titleId }) => titleId))
  const titleIds = found.cards.map(({ id }) => id).filter((id) => ready.has(id))
  const without = found.cards.flatMap(({ id, title }) => (ready.has(id) ? [] : [title]))
  return {
    name: found.name,
    titleIds: titleIds.slice(0, MOST_FILMS),
    without,
    beyond: Math.max(0, titleIds.length - MOST_FILMS),
  }
}

interface Found {
  name: string | null
  cards: TitleCard[]
}

async function ofCollection(actor: Actor, slug: string, locale: Locale): Promise<Found> {
  const { name, cards } = await site().house.viewCollection(actor, { slug, locale })
  return { name: name[locale] ?? Object.values(name)[0] ?? slug, cards }
}

/** A link as it is sent, or what is told apart in it alone. */
async function ofShortlist(actor: Actor, link: string, locale: Locale): Promise<Found | null> {
  const token = /(?:^|\/shortlist\/)([\w-]{8,64})(?:[/?#].*)?$/.exec(link)?.[1] ?? ''
  return token === '' ? null : site().house.viewShortlist(actor, { token, locale })
}
