import { error, redirect } from '@sveltejs/kit'
import { isLocale } from '@vitrine/messages'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** The picture that a shared link shows: the first still, else the poster, 1200 pixels wide. */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (!isLocale(params.locale)) error(404, { message: 'not-found' })
  const { house } = site()
  const view = await answer(house.viewTitle(locals.actor, { slug: params.slug, locale: params.locale }))
  if (view.moved) redirect(301, `/${params.locale}/films/${view.slug}/og.jpg`)
  const { pictures } = view.sheet
  const picture = pictures.find(({ kind }) => kind === 'still') ?? pictures.find(({ kind }) => kind === 'poster')
  if (picture === undefined) error(404, { message: 'not-found' })
  const { bytes, mediaType, etag } = await answer(
    house.openPicture(locals.actor, { id: picture.id, width: 1200, format: 'jpeg' }),
  )
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      etag: etag.startsWith('"') ? etag : `"${etag}"`,
      // What a member sees may be a draft's: it stays in their own browser.
      'cache-control': `${locals.actor.kind === 'visitor' ? 'public' : 'private'}, max-age=86400`,
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
