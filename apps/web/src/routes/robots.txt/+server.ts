import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Robots read the catalogue, not every combination of its filters, nor what is private. */
export const GET: RequestHandler = () => {
  const lines = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /*/desk',
    'Disallow: /*/shortlist',
    'Disallow: /*/sign-in',
    'Disallow: /*/search.json',
    'Disallow: /*?*&',
    '',
    `Sitemap: ${site().config.origin}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
