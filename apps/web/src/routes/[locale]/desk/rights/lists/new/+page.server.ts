import { fail, redirect } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { addressOf, askedFields, questionOf, todayHere, usualFields } from '#lib/server/rights/asked.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import { isLocale } from '@vitrine/messages'
import type { Actions, PageServerLoad } from './$types'

const MOST_FILMS = 500

const asked = (url: URL) => {
  const today = todayHere()
  return questionOf(askedFields(url, usualFields(today)), today)
}

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'sendAvailabilities')
  const titleIds = [...new Set(url.searchParams.getAll('title'))].slice(0, MOST_FILMS)
  const question = asked(url)
  const to = (name: string): string => (url.searchParams.get(name) ?? '').slice(0, 300)
  return {
    preview:
      titleIds.length === 0 ? null : await answer(site().house.previewAvailabilities(actor, { question, titleIds, locale })),
    address: addressOf(question),
    query: url.searchParams.toString(),
    to: { toName: to('toName'), toCompany: to('toCompany'), toEmail: to('toEmail'), message: '', locale: to('locale') || locale },
  }
}

export const actions: Actions = {
  default: async ({ locals, url, params, request }) => {
    const locale = localeOf(params)
    const actor = allowed(staff(locals.actor, url, locale), 'sendAvailabilities')
    const form = await request.formData()
    const text = (name: string): string => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const [toName, toCompany, toEmail, message, language] = ['toName', 'toCompany', 'toEmail', 'message', 'locale'].map(text) as [string, string, string, string, string] // prettier-ignore
    const to = { toName, toCompany, toEmail, message, locale: language }
    const titleIds = form.getAll('title').filter((id) => typeof id === 'string')
    if (toName === '') return fail(400, { to, titleIds, wrong: 'name' as const })
    if (titleIds.length === 0) return fail(400, { to, titleIds, wrong: 'film' as const })
    let id: string
    try {
      const list = await site().house.sendAvailabilities(actor, {
        question: asked(url),
        titleIds,
        toName,
        toCompany: toCompany || null,
        toEmail: toEmail || null,
        message: message || null,
        locale: isLocale(language) ? language : locale,
      })
      id = list.id
    } catch (thrown) {
      const refusal = houseError(thrown)
      if (refusal === null || refusal.status >= 500) throw thrown
      return fail(refusal.status, { to, titleIds, wrong: 'refused' as const, code: refusal.code, details: refusal.details })
    }
    redirect(303, `/${locale}/desk/rights/lists/${id}?sent`)
  },
}
