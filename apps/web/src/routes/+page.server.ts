import { redirect } from '@sveltejs/kit'
import { preferredLocale } from '@vitrine/messages'
import { settings } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** `/` leads to the language that the browser prefers, else to the house's own. */
export const load: PageServerLoad = async ({ request, setHeaders }) => {
  setHeaders({ vary: 'accept-language', 'cache-control': 'private, no-cache' })
  const { defaultLocale } = await settings()
  redirect(302, `/${preferredLocale(request.headers.get('accept-language'), defaultLocale)}`)
}
