import { asOfOf, isNow, NOW, whenOf, withWhen } from '#lib/desk/rights/when.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { addressOf, askedFields, questionOf, todayHere, usualFields } from '#lib/server/rights/asked.ts'
import { answer, site } from '#lib/server/site.ts'
import { MEDIA } from '@vitrine/rights/media/tree'
import { mayEver } from '@vitrine/house/policies/table'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewAvailability')
  const when = whenOf(url.searchParams)
  const today = when.as ?? todayHere()
  const fields = askedFields(url, usualFields(today, 10))
  const view = await answer(
    site().house.viewAvailability(actor, {
      titleId: params.id,
      question: questionOf(fields, today),
      locale,
      ...asOfOf(when),
    }),
  )
  return {
    view,
    fields: { ...fields, territory: fields.territory === '' ? '' : view.question.territories.text, media: fields.media === '' ? '' : view.question.media.text, languages: fields.languages === '' ? '' : view.question.languages.text }, // prettier-ignore
    when,
    repairs: view.repairs.map((repair) => ({ text: repair.text, address: withWhen(addressOf(repair.question), when) })),
    mediaNames: MEDIA.map(({ code, en, fr }) => ({ code, name: locale === 'fr' ? fr : en })),
    query: withWhen(url.searchParams.toString(), when),
    now: withWhen(url.searchParams.toString(), NOW),
    mayEnter: isNow(when) && mayEver(actor, 'draftEntry'),
    mayMatch: isNow(when) && mayEver(actor, 'matchBuyers'),
  }
}
