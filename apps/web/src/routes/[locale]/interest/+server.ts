import { error, redirect } from '@sveltejs/kit'
import { fromOwnPage, localeOf } from '#lib/server/desk.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Keeps a member's territories and media, and leads back to the film that they were looking at. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  if (!fromOwnPage(request)) error(403, { message: 'not-allowed', code: 'not-allowed' })
  const form = await request.formData()
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const locale = localeOf(params)
  const slug = /^[a-z0-9-]{1,80}$/.exec(text('back'))?.[0]
  const film = slug === undefined ? `/${locale}` : `/${locale}/films/${slug}`
  const kept = site().house.changeInterest(locals.actor, { territory: text('territory'), media: text('media') })
  const understood = await kept.then(
    () => true,
    (thrown: unknown) => (houseError(thrown)?.code === 'invalid-input' ? false : answer(Promise.reject(thrown))),
  )
  redirect(303, `${film}${understood ? '' : '?unknown'}#availability`)
}
