import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** A festival's films, latest edition first; a film with two prizes in one year stands once. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { locale } = await parent()
  const festival = await answer(site().house.viewFestival(locals.actor, { slug: params.slug, locale }))
  const editions = [...Map.groupBy(festival.entries, ({ year }) => year)]
    .toSorted(([a], [b]) => (b ?? 0) - (a ?? 0))
    .map(([year, entries]) => ({
      year,
      films: [...Map.groupBy(entries, ({ card }) => card.id).values()].map((same) => ({
        card: same[0]!.card,
        sections: [...new Set(same.map(({ section }) => section).filter((section) => section !== null))],
        awards: [...new Set(same.map(({ award }) => award).filter((award) => award !== null))],
      })),
    }))
  return { festival: { name: festival.name, slug: festival.slug }, editions }
}
