import { error, fail, redirect } from '@sveltejs/kit'
import { isRefused, orRefused, textOf } from '#lib/server/refused.ts'
import { houseError, site } from '#lib/server/site.ts'
import { localeOf } from '#lib/server/desk.ts'
import type { Actions, PageServerLoad } from './$types'

/**
 * A paper to be signed, for whoever has the link, in its own language. The address is a secret: nothing hands it on to another
 * site. (A page without any referrer would send its forms without an origin too, and they would be refused: Fetch, "Origin" header.)
 */
export const load: PageServerLoad = async ({ locals, params, parent, setHeaders, url }) => {
  const { locale } = await parent()
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
  try {
    const signing = await site().house.openSigning(locals.actor, { token: params.token })
    if (signing.locale !== locale) redirect(307, `/${signing.locale}/sign/${params.token}`)
    return { signing, withdrawn: false, token: params.token, codeSent: signing.codeSent || url.searchParams.has('code') }
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null) throw thrown
    if (refusal.code === 'link-over')
      return {
        signing: null,
        withdrawn: refusal.details['state'] === 'void' && refusal.details['declined'] !== true,
        token: params.token,
        codeSent: false,
      }
    error(refusal.status, { message: refusal.code, code: refusal.code })
  }
}

export const actions: Actions = {
  code: async ({ locals, params }) => {
    const locale = localeOf(params)
    const sent = await orRefused(locale, site().house.sendSigningCode(locals.actor, { token: params.token }))
    if (isRefused(sent)) return sent
    redirect(303, `/${locale}/sign/${params.token}?code=sent#sign`)
  },
  decline: async ({ locals, params, request }) => {
    const locale = localeOf(params)
    const reason = textOf(await request.formData(), 'reason')
    const declined = await orRefused(
      locale,
      site().house.declinePaper(locals.actor, { token: params.token, reason: reason || null }),
    )
    if (isRefused(declined)) return fail(declined.status, { ...declined.data, reason })
    redirect(303, `/${locale}/sign/${params.token}`)
  },
  sign: async ({ locals, params, request, getClientAddress }) => {
    const locale = localeOf(params)
    const form = await request.formData()
    const [code, name, sha256] = ['code', 'name', 'sha256'].map((each) => textOf(form, each)) as [string, string, string]
    const consent = form.get('consent') === 'on'
    if (name === '') return fail(400, { wrong: 'name' as const, name })
    if (!consent) return fail(400, { wrong: 'consent' as const, name })
    const { house } = site()
    const signed = await orRefused(locale, house.signPaper(locals.actor, { token: params.token, code, name, consent, sha256, ip: getClientAddress() })) // prettier-ignore
    if (isRefused(signed)) return fail(signed.status, { ...signed.data, name })
    redirect(303, `/${locale}/sign/${params.token}`)
  },
}
