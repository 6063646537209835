import { redirect } from '@sveltejs/kit'
import { localPath } from '#lib/server/back.ts'
import type { RequestHandler } from './$types'

const YEAR = 365 * 24 * 60 * 60

/** Light, dark, or as the device: remembered in a cookie, so that the next page arrives as it should be. */
export const POST: RequestHandler = async ({ request, cookies, params, url }) => {
  const form = await request.formData()
  const look = form.get('look')
  if (look === 'light' || look === 'dark')
    cookies.set('appearance', look, {
      path: '/',
      maxAge: YEAR,
      sameSite: 'lax',
      httpOnly: false,
      secure: url.protocol === 'https:',
    })
  else cookies.delete('appearance', { path: '/', secure: url.protocol === 'https:' })
  redirect(303, localPath(form.get('back'), `/${params.locale}`))
}
