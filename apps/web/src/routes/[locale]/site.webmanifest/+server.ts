import { error, json } from '@sveltejs/kit'
import { isLocale } from '@vitrine/messages'
import { PAPER } from '#lib/design/accent.ts'
import { settings } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params }) => {
  if (!isLocale(params.locale)) error(404, { message: 'not-found' })
  const { name, strapline } = await settings()
  return json(
    {
      name,
      short_name: name.slice(0, 24),
      description: strapline[params.locale],
      lang: params.locale,
      start_url: `/${params.locale}`,
      display: 'minimal-ui',
      background_color: PAPER.light,
      theme_color: PAPER.light,
      icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
    },
    { headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' } },
  )
}
