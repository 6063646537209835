import { error } from '@sveltejs/kit'
import { countryOf, deviceOf } from '#lib/server/device.ts'
import { houseError, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** What only the attempt to watch tells: of all else the house says itself how it is now, also after a link was given back or a day went by. */
const TOLD_BY_START = ['devices', 'rights'] as const

/** What a link shows before anything runs, for whoever has it. The address is a secret: nothing hands it on to another site. */
export const load: PageServerLoad = async ({ locals, params, parent, setHeaders, url, cookies, request }) => {
  const { locale } = await parent()
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
  try {
    const opened = await site().house.openScreener(locals.actor, { secret: params.secret, locale, country: countryOf({ request }), device: deviceOf(cookies) }) // prettier-ignore
    const refused = opened.refused ?? TOLD_BY_START.find((why) => why === url.searchParams.get('refused')) ?? null
    return { opened, refused, secret: params.secret, wrong: url.searchParams.has('wrong') }
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null) throw thrown
    error(refusal.status, { message: refusal.code, code: refusal.code })
  }
}
