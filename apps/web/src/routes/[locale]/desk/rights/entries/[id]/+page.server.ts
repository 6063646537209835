import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { compareTerms } from '#lib/server/rights/compare-terms.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewEntry')
  const entry = await answer(site().house.viewEntry(actor, { id: params.id, locale }))
  const draft = entry.status === 'draft'
  const signed = entry.status === 'signed'
  return {
    entry,
    history: entry.history
      .map((state, at) => ({ ...state, changes: at === 0 ? null : compareTerms(entry.history[at - 1]!, state) }))
      .toReversed(),
    done: url.searchParams.get('done'),
    may: {
      redraft: draft && mayEver(actor, 'redraftEntry'),
      amend: signed && mayEver(actor, 'amendEntry'),
      end: (draft || signed) && mayEver(actor, 'terminateEntry'),
      dateEvent: signed && entry.undated && mayEver(actor, 'dateEntry'),
      broadcast: signed && entry.terms.runs !== null && entry.terms.runs.broadcasts.length < entry.terms.runs.count && mayEver(actor, 'dateEntry'), // prettier-ignore
      addDocument: mayEver(actor, 'addEntryDocument'),
      removeDocument: mayEver(actor, 'removeEntryDocument'),
      openDocument: mayEver(actor, 'openEntryDocument'),
    },
  }
}
