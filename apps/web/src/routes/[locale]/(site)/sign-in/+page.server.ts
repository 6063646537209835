import { fail, redirect } from '@sveltejs/kit'
import { site as words } from '@vitrine/messages/site'
import { localPath } from '#lib/server/back.ts'
import { isStaff } from '#lib/server/visit.ts'
import { site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent, url, locals, setHeaders }) => {
  const { locale } = await parent()
  const next = localPath(url.searchParams.get('next'), '')
  if (locals.actor.kind === 'user') redirect(303, next || (isStaff(locals.actor) ? `/${locale}/desk` : `/${locale}/room`)) // a passkey leads here too
  setHeaders({ 'cache-control': 'private, no-store' })
  return { next, authPath: site().config.authPath }
}

export const actions: Actions = {
  default: async ({ request, locals, getClientAddress }) => {
    const w = words[locals.locale]
    const form = await request.formData()
    const email = String(form.get('email') ?? '').trim()
    if (email === '') return fail(400, { email, error: w.emailMissing, sent: false })
    if (email.length > 254 || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(email))
      return fail(400, { email: email.slice(0, 254), error: w.emailWrong, sent: false })
    try {
      await site().requestMagicLink({
        email,
        locale: locals.locale,
        next: localPath(form.get('next'), '') || null,
        address: getClientAddress(),
      })
    } catch (thrown) {
      if (thrown instanceof Error && thrown.name === 'TooManyRequests')
        return fail(429, { email, error: w.signInSlow, sent: false })
      throw thrown
    }
    return { email, error: null, sent: true }
  },
}
