import { redirect } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** What a mail program or a hand added to a link leads to the link: its page shows the film, or says why not, and looks for no secret in the catalogue. */
export const load: PageServerLoad = ({ params, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
  redirect(303, `/${params.locale}/watch/${params.secret}`)
}
