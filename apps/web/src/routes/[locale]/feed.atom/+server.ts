import { error } from '@sveltejs/kit'
import { isLocale } from '@vitrine/messages'
import { site as words } from '@vitrine/messages/site'
import { answer, settings, site, VISITOR } from '#lib/server/site.ts'
import { xml } from '#lib/server/xml.ts'
import type { RequestHandler } from './$types'

/** The newest films as an Atom feed (RFC 4287). */
export const GET: RequestHandler = async ({ params }) => {
  if (!isLocale(params.locale)) error(404, { message: 'not-found' })
  const locale = params.locale
  const { house, config } = site()
  const [{ name }, { cards }] = await Promise.all([
    settings(),
    answer(house.browse(VISITOR, { locale, sort: 'newest', limit: 30 })),
  ])
  const at = (path: string) => xml(`${config.origin}/${locale}${path}`)
  const updated =
    cards
      .map((card) => card.updatedAt)
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00Z'
  const entries = cards.map(
    (card) =>
      `<entry><id>urn:uuid:${xml(card.id)}</id><title>${xml(card.title)}</title><link href="${at(`/films/${encodeURIComponent(card.slug)}`)}"/><updated>${xml(card.updatedAt)}</updated>${card.directors.map((director) => `<author><name>${xml(director)}</name></author>`).join('') || `<author><name>${xml(name)}</name></author>`}${card.hook === null ? '' : `<summary>${xml(card.hook)}</summary>`}</entry>`,
  )
  const feed = `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}"><id>${at('/feed.atom')}</id><title>${xml(`${name} – ${words[locale].newFilms}`)}</title><link rel="self" href="${at('/feed.atom')}"/><link href="${at('')}"/><updated>${xml(updated)}</updated>\n${entries.join('\n')}\n</feed>\n`
  return new Response(feed, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=600' },
  })
}
