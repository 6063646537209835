import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { addressOf, askedFields, questionOf, todayHere, usualFields } from '#lib/server/rights/asked.ts'
import { answer, site } from '#lib/server/site.ts'
import { MEDIA } from '@vitrine/rights/media/tree'
import { mayEver } from '@vitrine/house/policies/table'
import type { PageServerLoad } from './$types'

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewAvailability')
  const today = todayHere()
  const fields = askedFields(url, usualFields(today, 10))
  const at = url.searchParams.get('at')
  const recordedAt = at !== null && MOMENT.test(at) ? new Date(at).toISOString() : null
  const view = await answer(
    site().house.viewAvailability(actor, {
      titleId: params.id,
      question: questionOf(fields, today),
      locale,
      ...(recordedAt === null ? {} : { asOf: { recordedAt } }),
    }),
  )
  return {
    view,
    fields: { ...fields, territory: fields.territory === '' ? '' : view.question.territories.text, media: fields.media === '' ? '' : view.question.media.text, languages: fields.languages === '' ? '' : view.question.languages.text }, // prettier-ignore
    recordedAt,
    repairs: view.repairs.map((repair) => ({ text: repair.text, address: addressOf(repair.question) })),
    mediaNames: MEDIA.map(({ code, en, fr }) => ({ code, name: locale === 'fr' ? fr : en })),
    query: url.searchParams.toString(),
    mayEnter: mayEver(actor, 'draftEntry'),
    mayMatch: mayEver(actor, 'matchBuyers'),
  }
}
