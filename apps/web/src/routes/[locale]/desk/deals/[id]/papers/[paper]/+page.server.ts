import { redirect } from '@sveltejs/kit'
import { isRefused, orRefused, textOf } from '#lib/server/refused.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import { amountOf } from '#lib/desk/amount.ts'
import { sectionsOf } from '@vitrine/deals/papers/sections'
import type { Actor, PaperView } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { mayEver } from '@vitrine/house/policies/table'
import type { Locale } from '@vitrine/messages'
import { inFrench } from '@vitrine/messages/typeset'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const SIMULATED = new Set(['draft', 'approving', 'approved', 'out', 'countersigning'])

/** A paper with its words, what may be done with it, and what signing it would take off the shelf. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewPaper')
  const { house } = site()
  const paper = await answer(house.viewPaper(actor, { id: params.paper }))
  const { content, id, state } = paper
  const none = Promise.resolve(null)
  const [redline, simulation, clauses, verdict] = await Promise.all([
    paper.versions.length > 1 ? answer(house.redlinePaper(actor, { id })) : none,
    SIMULATED.has(state) ? answer(house.simulatePaper(actor, { id, locale })) : none,
    state === 'draft' ? answer(house.listClauses(actor)) : none,
    url.searchParams.has('verify') ? answer(house.verifyPaper(actor, { id })) : none,
  ])
  return {
    paper: { ...paper, amount: amountOf(locale, paper) },
    sections: content.locale === 'fr' ? inFrench(sectionsOf(content)) : sectionsOf(content),
    redline,
    simulation,
    clauses: (clauses ?? []).flatMap(({ id: clause, terms, retiredAt }) => (clause === null || retiredAt !== null || !terms.kinds.includes(paper.kind) ? [] : [{ id: clause, heading: terms[content.locale].heading }])), // prettier-ignore
    verdict,
    who: actor.name,
    may: Object.fromEntries((['redraftPaper', 'submitPaper', 'approvePaper', 'returnPaper', 'sendPaper', 'voidPaper', 'countersignPaper', 'uploadPaper'] as const).map((verb) => [verb, mayEver(actor, verb)])) as Record<'redraftPaper' | 'submitPaper' | 'approvePaper' | 'returnPaper' | 'sendPaper' | 'voidPaper' | 'countersignPaper' | 'uploadPaper', boolean>, // prettier-ignore
  }
}

interface Asked {
  actor: Actor
  form: FormData
  locale: Locale
  at: { id: string; baseRevision: number }
}

/** One change of a paper by a form; the page then shows the paper as it is. */
const act =
  (verb: Verb, work: (asked: Asked) => Promise<PaperView>) =>
  async ({ locals, url, params, request }: RequestEvent) => {
    const locale = localeOf(params)
    const actor = allowed(staff(locals.actor, url, locale), verb)
    const form = await request.formData()
    const at = { id: params.paper, baseRevision: Number(textOf(form, 'revision')) }
    const done = await orRefused(locale, work({ actor, form, locale, at }))
    if (isRefused(done)) return done
    redirect(303, `/${locale}/desk/deals/${params.id}/papers/${params.paper}`)
  }
const orNull = (text: string): string | null => (text === '' ? null : text)

export const actions: Actions = {
  redraft: act('redraftPaper', ({ actor, form, at }) => {
    const heading = textOf(form, 'ownHeading')
    const draft = {
      paper: textOf(form, 'paper') === 'letter' ? ('letter' as const) : ('a4' as const),
      buyerSignatory: orNull(textOf(form, 'buyerSignatory')),
      buyerAddress: orNull(textOf(form, 'buyerAddress')),
      houseSignatory: orNull(textOf(form, 'houseSignatory')),
      without: form.getAll('without').filter((id) => typeof id === 'string'),
      own: heading === '' ? [] : [{ heading, text: textOf(form, 'ownText') }],
    }
    return site().house.redraftPaper(actor, { ...at, draft })
  }),
  submit: act('submitPaper', ({ actor, at }) => site().house.submitPaper(actor, at)),
  approve: act('approvePaper', ({ actor, form, at }) => site().house.approvePaper(actor, { ...at, note: orNull(textOf(form, 'note')) })), // prettier-ignore
  giveBack: act('returnPaper', ({ actor, form, at }) => site().house.returnPaper(actor, { ...at, note: orNull(textOf(form, 'note')) })), // prettier-ignore
  // The link is answered once: the page that asked shows it.
  send: async ({ locals, url, params, request }) => {
    const locale = localeOf(params)
    const actor = allowed(staff(locals.actor, url, locale), 'sendPaper')
    const form = await request.formData()
    const sent = await orRefused(
      locale,
      site().house.sendPaper(actor, {
        id: params.paper,
        baseRevision: Number(textOf(form, 'revision')),
        contactId: textOf(form, 'contact'),
        message: orNull(textOf(form, 'message')),
      }),
    )
    return isRefused(sent) ? sent : { url: sent.url }
  },
  takeBack: act('voidPaper', ({ actor, form, at }) => site().house.voidPaper(actor, { ...at, reason: orNull(textOf(form, 'reason')) })), // prettier-ignore
  countersign: act('countersignPaper', ({ actor, form, locale, at }) => site().house.countersignPaper(actor, { ...at, name: textOf(form, 'name'), locale })), // prettier-ignore
  upload: act('uploadPaper', async ({ actor, form, locale, at }) => {
    const file = form.get('file')
    const given = file instanceof File ? { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { fileName: 'x', bytes: new Uint8Array() } // prettier-ignore
    return site().house.uploadPaper(actor, { ...at, ...given, locale })
  }),
}
