import { readableOn } from '@vitrine/house/settings/colour'
import { inkOn, PAPER } from '#lib/design/accent.ts'
import { settings } from '#lib/server/site.ts'
import { xml } from '#lib/server/xml.ts'
import type { RequestHandler } from './$types'

/** The house's initial on its colour. */
export const GET: RequestHandler = async () => {
  const { name, accent } = await settings()
  const ground = readableOn(accent, PAPER.light)
  const initial = xml([...name.replace(/^(?:(?:the|la|le|les)\s+|l[’'])/i, '')][0]?.toLocaleUpperCase() ?? 'V')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ground}"/><text x="32" y="47" text-anchor="middle" font-family="Georgia, 'Times New Roman', serif" font-size="46" fill="${inkOn(ground)}">${initial}</text></svg>`
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
