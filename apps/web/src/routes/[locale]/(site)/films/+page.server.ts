import type { BrowseResult, Facet } from '@vitrine/house'
import { hrefOf, PAGE, readAsked, SITE_FACETS, type SiteFacet, toggled } from '#lib/browse.ts'
import { facetValueName } from '#lib/ui/facetNames.ts'
import { fromPlace } from '#lib/server/from-place.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals, parent }) => {
  const { locale } = await parent()
  const { house } = site()
  const asked = readAsked(url.searchParams)
  const path = `/${locale}/films`
  const collections = new Map(
    (await answer(house.listCollections(locals.actor, { locale }))).map(({ slug, name }) => [
      slug,
      name[locale] ?? Object.values(name)[0] ?? slug,
    ]),
  )
  const named = (facet: SiteFacet, value: string, name: string | null) =>
    facetValueName(locale, facet, value, facet === 'collection' ? (collections.get(value) ?? name) : name)
  const request = { locale, sort: asked.sort, ...(asked.text === '' ? {} : { text: asked.text }) }
  const result = await answer(
    fromPlace((place) => house.browse(locals.actor, place), {
      ...request,
      facets: asked.facets,
      limit: asked.show,
      cursor: asked.cursor,
    }),
  )

  const facets = SITE_FACETS.flatMap((facet) => {
    const counts = result.facets.find((one) => one.facet === facet)
    if (counts === undefined) return []
    const values = counts.values
      .filter(({ value, count, selected }) => selected || (count > 0 && (facet !== 'collection' || collections.has(value)))) // films may name a collection that was taken away
      .map(({ value, count, selected, name }) => ({
        value,
        count,
        selected,
        name: named(facet, value, name),
        href: hrefOf(path, toggled(asked, facet, value)),
      }))
    return values.length > 0 ? [{ facet, values }] : []
  })
  /** A selected value that no film has any more must still be seen, and taken away. */
  const chips = SITE_FACETS.flatMap((facet) =>
    (asked.facets[facet] ?? []).map((value) => {
      const known = result.facets.find((one) => one.facet === facet)?.values.find((one) => one.value === value)
      return {
        facet,
        value,
        name: named(facet, value, known?.name ?? null),
        href: hrefOf(path, toggled(asked, facet, value)),
      }
    }),
  )
  return {
    asked,
    path,
    result: { total: result.total, cards: result.cards, nextCursor: result.nextCursor },
    facets,
    chips,
    moreHref: moreHref(path, asked, result),
    near: result.total === 0 ? await nearMatches() : null,
  }

  /** What comes closest to a question that no film answers: the same without one of its filters, and what the words may have meant. */
  async function nearMatches() {
    const without = await Promise.all(
      chips.slice(0, 4).map(async (chip) => {
        const less = toggled(asked, chip.facet, chip.value)
        const found = await house.browse(locals.actor, {
          ...request,
          facets: less.facets as Partial<Record<Facet, string[]>>,
          limit: 1,
        })
        return { name: chip.name, total: found.total, href: hrefOf(path, less) }
      }),
    )
    const suggestions = asked.text === '' ? [] : await house.suggest(locals.actor, { text: asked.text, locale, limit: 6 })
    // The first of what the words may have meant; else the filters without the words. With neither nothing is near, and nothing is called so.
    const nearest =
      suggestions[0] !== undefined
        ? { text: suggestions[0].text }
        : asked.text !== '' && chips.length > 0
          ? { facets: asked.facets }
          : null
    const close = nearest === null ? null : await house.browse(locals.actor, { locale, limit: 6, ...nearest })
    const isClose = close !== null && close.total > 0
    const { cards } = isClose ? close : await house.browse(locals.actor, { locale, limit: 6, sort: 'newest' })
    return { without: without.filter(({ total }) => total > 0), suggestions, isClose, cards }
  }
}

/** "More" shows a longer page, so that the place is kept; very long lists go on to a next page. */
function moreHref(path: string, asked: ReturnType<typeof readAsked>, result: BrowseResult): string | null {
  if (result.nextCursor === null) return null
  if (asked.cursor === null && asked.show < 96)
    return `${hrefOf(path, { ...asked, show: asked.show + PAGE })}#film-${result.cards.at(-1)?.slug ?? ''}`
  return hrefOf(path, { ...asked, show: PAGE, cursor: result.nextCursor })
}
