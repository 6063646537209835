import { redirect } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { addressOf } from '#lib/server/rights/asked.ts'
import { answer, site } from '#lib/server/site.ts'
import { mayEver } from '@vitrine/house/policies/table'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'compareSentList')
  const { list, changes, titleIds, listLocale, letter } = await answer(
    site().house.compareSentList(actor, { id: params.id, locale }),
  )
  const { question } = list
  const query = new URLSearchParams(
    addressOf({
      territory: question.territories.text,
      media: question.media.text,
      languages: question.languages.text,
      cut: question.cut,
      from: question.from,
      to: question.to,
      exclusive: question.exclusive,
    }),
  )
  for (const id of titleIds) query.append('title', id)
  for (const [name, value] of Object.entries({ toName: list.toName, toCompany: list.toCompany, toEmail: list.toEmail, locale: listLocale })) if (value !== null) query.set(name, value) // prettier-ignore
  return {
    list,
    changes,
    letter,
    link: `${site().config.origin}/${listLocale}/availabilities/${list.token}`,
    anew: `/${locale}/desk/rights/lists/new?${query.toString()}`,
    sent: url.searchParams.has('sent'),
    mailIsSent: site().config.mailIsSent,
    mayRecall: mayEver(actor, 'recallSentList'),
  }
}

export const actions: Actions = {
  recall: async ({ locals, url, params }) => {
    const locale = localeOf(params)
    const actor = allowed(staff(locals.actor, url, locale), 'recallSentList')
    await answer(site().house.recallSentList(actor, { id: params.id }))
    redirect(303, `/${locale}/desk/rights/lists/${params.id}`)
  },
}
