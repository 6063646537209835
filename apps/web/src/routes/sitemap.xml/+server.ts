import { LOCALES } from '@vitrine/messages'
import { answer, site, VISITOR } from '#lib/server/site.ts'
import { xml } from '#lib/server/xml.ts'
import type { RequestHandler } from './$types'

const FOLDERS = {
  title: 'films',
  person: 'people',
  company: 'companies',
  festival: 'festivals',
  collection: 'collections',
} as const
/** A sitemap holds at most 50,000 addresses (sitemaps.org); ours has two for each page, so an index leads to parts of this many pages. */
const PART = 20_000

/** Every public page in both languages, each naming the other. Large catalogues are given in parts: `?part=1`, `?part=2`… */
export const GET: RequestHandler = async ({ url }) => {
  const { house, config } = site()
  const fixed = ['', '/films', '/collections', '/festivals', '/people', '/companies', '/about', '/legal'].map((path) => ({
    path,
    updatedAt: null,
  }))
  const pages = [
    ...fixed,
    ...(await answer(house.listForSitemap(VISITOR))).map(({ kind, slug, updatedAt }) => ({
      path: `/${FOLDERS[kind]}/${encodeURIComponent(slug)}`,
      updatedAt,
    })),
  ]
  const parts = Math.ceil(pages.length / PART)
  const part = Number(url.searchParams.get('part'))
  const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=600' }
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (parts > 1 && !(part >= 1 && part <= parts)) {
    const list = Array.from(
      { length: parts },
      (_, i) => `<sitemap><loc>${xml(`${config.origin}/sitemap.xml?part=${i + 1}`)}</loc></sitemap>`,
    )
    return new Response(
      `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${list.join('')}</sitemapindex>\n`,
      { headers },
    )
  }
  const at = (locale: string, path: string) => xml(`${config.origin}/${locale}${path}`)
  const shown = parts > 1 ? pages.slice((part - 1) * PART, part * PART) : pages
  const urls = shown.flatMap(({ path, updatedAt }) =>
    LOCALES.map(
      (locale) =>
        `<url><loc>${at(locale, path)}</loc>${updatedAt === null ? '' : `<lastmod>${xml(updatedAt.slice(0, 10))}</lastmod>`}${LOCALES.map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${at(other, path)}"/>`).join('')}</url>`,
    ),
  )
  return new Response(
    `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`,
    { headers },
  )
}
