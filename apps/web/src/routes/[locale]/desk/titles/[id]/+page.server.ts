import { writeSheet } from '@vitrine/catalogue/writer/write-sheet'
import type { Actor, StoredTitle } from '@vitrine/house'
import { can, mayEver } from '@vitrine/house/policies/table'
import type { Locale } from '@vitrine/messages'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** A title with what its editor needs, or, for whoever may not change it as it stands (rights; sales once it is published), its sheet to be read. */
export const load: PageServerLoad = async ({ locals, url, params, depends }) => {
  depends('desk:title')
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'openTitle')
  const { house } = site()
  const [title, collections, producers, corrections] = await Promise.all([
    answer(house.openTitle(actor, { id: params.id })),
    answer(house.listCollections(actor, { locale })),
    answer(house.listProducers(actor, { id: params.id })),
    answer(house.listCorrections(actor, { titleId: params.id })),
  ])
  const mayEdit = can(actor, 'editTitle', { [title.status]: true })
  return {
    title,
    collections: collections.map(({ slug, name }) => ({ slug, name: name[locale] ?? slug })),
    producers,
    corrections,
    editing: mayEdit ? await editing(actor, params.id) : null,
    reading: reading(title, locale, url.searchParams.get('in')),
  }
}

async function editing(actor: Actor, id: string) {
  const { house } = site()
  const [drafts, members] = await Promise.all([
    answer(house.listUnsavedDrafts(actor, { id })),
    mayEver(actor, 'assignProducer') ? answer(house.listProducerMembers(actor)) : null, // null: this person may not assign
  ])
  return { drafts, members, me: actor.name, maySettle: mayEver(actor, 'settleCorrection'), mayPublish: mayEver(actor, 'publishTitle') } // prettier-ignore
}

/** The sheet in the language that was asked for, else in the reader's, else in the first that it has. */
function reading({ sheet }: StoredTitle, locale: Locale, asked: string | null) {
  const languages = [...new Set([sheet.synopsis, sheet.shortSynopsis, sheet.logline, sheet.lead].flatMap((texts) => Object.keys(texts)))].toSorted() // prettier-ignore
  const language = [asked, locale].find((one) => one !== null && languages.includes(one)) ?? languages[0] ?? locale
  return { article: writeSheet(sheet, { language, format: 'article' }), language, languages }
}
