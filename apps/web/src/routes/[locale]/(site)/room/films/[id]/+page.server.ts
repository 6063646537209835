import type { OwnFilmView } from '@vitrine/house'
import { localeOf } from '#lib/server/desk.ts'
import { producer } from '#lib/server/room/actor.ts'
import { isOver, MEDIA_CHOICES, soldMap } from '#lib/server/room/sold-map.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** One film of a producer's own: how it fares, where it is sold, what is owed and paid for it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const locale = localeOf(params)
  const actor = producer(locals.actor, url, locale)
  const { sold, ...film } = await answer(site().house.viewOwnFilm(actor, { id: params.id, locale }))
  const media = MEDIA_CHOICES.find((choice) => choice === url.searchParams.get('media')) ?? 'all'
  return {
    film,
    media,
    map: sold.length === 0 ? null : soldMap(sold, media, film.today, locale),
    sales: sold.map((sale) => ({ ...saleLine(sale), over: isOver(sale, film.today) })),
    payments: paymentsOf(sold),
  }
}

const saleLine = ({ id, company, reference, signedOn, exclusive, runs, what, firstDay, lastDay, undated, ended, price }: OwnFilmView['sold'][number]) => ({ id, company, reference, signedOn, exclusive, runs, what, firstDay, lastDay, undated, ended, price }) // prettier-ignore

/** What each sale brings, part by part, and the sums by currency: of the film alone. */
function paymentsOf(sold: OwnFilmView['sold']) {
  const priced = sold.flatMap(({ price, instalments, ...sale }) => (price === null ? [] : [{ ...sale, ...price, instalments: instalments.filter(({ minor, state }) => minor !== 0 && state !== 'cancelled') }])) // prettier-ignore
  const sums = [...Map.groupBy(priced, ({ currency }) => currency)].map(([currency, sales]) => ({
    currency,
    all: sales.reduce((sum, { minor }) => sum + minor, 0),
    paid: sales.flatMap(({ instalments }) => instalments).reduce((sum, { state, minor }) => sum + (state === 'paid' ? minor : 0), 0), // prettier-ignore
  }))
  return { sums, sales: priced.filter(({ instalments }) => instalments.length > 0).map(({ id, company, reference, currency, instalments }) => ({ id, company, reference, currency, instalments })) } // prettier-ignore
}
