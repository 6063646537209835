import { mayEver } from '@vitrine/house/policies/table'
import { localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params, depends }) => {
  depends('desk:title')
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  const [title, collections, drafts, producers, members, corrections] = await Promise.all([
    answer(house.openTitle(actor, { id: params.id })),
    answer(house.listCollections(actor, { locale })),
    answer(house.listUnsavedDrafts(actor, { id: params.id })),
    answer(house.listProducers(actor, { id: params.id })),
    mayEver(actor, 'assignProducer') ? answer(house.listProducerMembers(actor)) : null,
    answer(house.listCorrections(actor, { titleId: params.id })),
  ])
  return {
    title,
    collections: collections.map(({ slug, name }) => ({ slug, name: name[locale] ?? slug })),
    drafts,
    producers,
    members, // null: this person may not assign
    me: actor.name,
    corrections,
    maySettle: mayEver(actor, 'settleCorrection'),
  }
}
