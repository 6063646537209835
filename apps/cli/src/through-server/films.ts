/** The titles of the catalogue, and what goes out of it. */
import type { Loss } from '@vitrine/exchange/formats/format'
import { FACETS, type BrowseRequest } from '@vitrine/house/contract'
import { fileOf, type Part } from './connection.ts'
import { linesOf } from './lines.ts'
import { addressed } from './query.ts'

export const films: Part<'listTitles' | 'exportTitles' | 'exportFilms' | 'packFestival'> = (server) => ({
  listTitles: (request) => server.json(addressed('/desk/titles', browseQuery(request))),
  async *exportTitles({ format, language }) {
    const answer = await server.ask(addressed('/export', { format, ...(language === undefined ? {} : { language }) }))
    for await (const line of linesOf(answer)) yield JSON.parse(line) as { fileName: string; content: string }
  },
  async exportFilms({ format, version, ids, columns, locale }) {
    const query: [string, string][] = [
      ['format', format],
      ['locale', locale],
    ]
    if (version) query.push(['version', version])
    for (const id of ids ?? []) query.push(['id', id])
    for (const column of columns ?? []) query.push(['column', column])
    const answer = await server.ask(addressed('/films', query))
    const lost = JSON.parse(answer.headers.get('x-losses') ?? '{}') as Record<string, number>
    return {
      ...(await fileOf(answer, `films.${format}`)),
      films: Number(answer.headers.get('x-films')),
      // Through the server what was lost is counted by field, not told film by film.
      losses: Object.entries(lost).map(([field, times]) => ({
        filmId: field,
        title: String(times),
        field: field as Loss['field'],
        why: 'no-place' as const,
      })),
    }
  },
  async packFestival({ id, locales }) {
    const languages = locales.map((language): [string, string] => ['language', language])
    const answer = await server.ask(addressed(`/titles/${encodeURIComponent(id)}/festival-pack.zip`, languages))
    return {
      ...(await fileOf(answer, 'festival-pack.zip')),
      // Through the server what is missing is counted; the pack itself names it.
      missing: Array.from({ length: Number(answer.headers.get('x-missing')) }, () => ''),
    }
  },
})

function browseQuery(request: BrowseRequest): [string, string][] {
  const query: [string, string][] = [['locale', request.locale]]
  if (request.text !== undefined) query.push(['q', request.text])
  if (request.limit !== undefined) query.push(['limit', String(request.limit)])
  if (request.cursor) query.push(['cursor', request.cursor])
  for (const facet of FACETS) for (const value of request.facets?.[facet] ?? []) query.push([facet, value])
  return query
}
