import { mayEver } from '@vitrine/house/policies/table'
import { emptyEntry } from '#lib/desk/rights/entry-fields.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { askedFields } from '#lib/server/rights/asked.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const NOTHING = { territory: '', media: '', languages: '', cut: '', from: '', to: '', exclusive: true }

/** The question that was asked of a film is what the entry begins with. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'draftEntry')
  const { cut, exclusive, ...box } = askedFields(url, NOTHING)
  const id = url.searchParams.get('title')
  const title = id === null ? null : await answer(site().house.openTitle(actor, { id: id.slice(0, 64) }))
  return {
    initial: { ...emptyEntry(), exclusive, boxes: [{ ...box, cuts: cut }] },
    title: title === null ? null : { id: title.id, title: title.sheet.title },
    maySign: mayEver(actor, 'enterEntry'),
  }
}
