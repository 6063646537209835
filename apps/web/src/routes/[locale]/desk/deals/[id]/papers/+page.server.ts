import { redirect } from '@sveltejs/kit'
import { isRefused, orRefused, textOf } from '#lib/server/refused.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import { amountOf } from '#lib/desk/amount.ts'
import { isLocale } from '@vitrine/messages'
import { PAPER_KINDS } from '@vitrine/deals/clauses/clause'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listPapers')
  const { items } = await answer(site().house.listPapers(actor, { dealId: params.id, limit: 200 }))
  const papers = items.map((paper) => ({ ...paper, amount: amountOf(locale, paper) }))
  return { papers, dealId: params.id }
}

export const actions: Actions = {
  draw: async ({ locals, url, params, request }) => {
    const locale = localeOf(params)
    const actor = allowed(staff(locals.actor, url, locale), 'draftPaper')
    const form = await request.formData()
    const kind = PAPER_KINDS.find((each) => each === textOf(form, 'kind')) ?? 'contract'
    const language = textOf(form, 'locale')
    const paper = await orRefused(
      locale,
      site().house.draftPaper(actor, {
        dealId: params.id,
        kind,
        draft: {
          ...(isLocale(language) ? { locale: language } : {}),
          paper: textOf(form, 'paper') === 'letter' ? 'letter' : 'a4',
        },
      }),
    )
    if (isRefused(paper)) return paper
    redirect(303, `/${locale}/desk/deals/${params.id}/papers/${paper.id}`)
  },
}
