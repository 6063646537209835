import { error } from '@sveltejs/kit'
import { mayEver } from '@vitrine/house/policies/table'
import { fieldsOf } from '#lib/desk/rights/entry-fields.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { entryInputOf } from '#lib/server/rights/entry-input.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** A draft is changed, a signed entry amended; what has ended stays as it is. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const person = staff(locals.actor, url, locale)
  const entry = await answer(site().house.viewEntry(allowed(person, 'viewEntry'), { id: params.id, locale }))
  const { id, version, status } = entry
  if (status !== 'draft' && status !== 'signed') error(409, { message: 'entry-settled', code: 'entry-settled' })
  const actor = allowed(person, status === 'draft' ? 'redraftEntry' : 'amendEntry')
  return {
    entry: { id, version, status },
    title: { id: entry.titleId, title: entry.title },
    initial: fieldsOf(entryInputOf(entry)),
    maySign: mayEver(actor, status === 'draft' ? 'signEntry' : 'amendEntry'),
  }
}
