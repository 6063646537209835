/** The rights book, and what may be sold. */
import { mediaTypeOf, type Part } from './connection.ts'
import { addressed, chosenColumns, inQuery } from './query.ts'
import type { ReachedHouse } from '../reach.ts'

export const rights: Part<
  | 'answerAvailabilities'
  | 'checkRights'
  | 'simulateRights'
  | 'previewRightsImport'
  | 'importRights'
  | 'exportRights'
  | 'exportAvails'
> = (server) => ({
  answerAvailabilities: (request) => server.post('/availabilities/answers', request),
  checkRights: ({ titleId, locale: _locale, ...body }) =>
    server.post(`/titles/${encodeURIComponent(titleId)}/rights/check`, body),
  simulateRights: ({ titleId, locale: _locale, ...body }) =>
    server.post(`/titles/${encodeURIComponent(titleId)}/rights/simulation`, body),
  previewRightsImport: (request) => server.upload('/rights/import/preview', request, spreadsheetQuery(request)),
  importRights: (request) =>
    server.upload('/rights/import', request, [
      ...spreadsheetQuery(request),
      ['acceptWarnings', String(request.acceptWarnings === true)],
    ]),
  exportRights({ format, columns, ...asked }) {
    const query = { ...inQuery({ ...asked, format, locale: server.printer.locale }), ...chosenColumns(columns) }
    return server.file(addressed('/rights/export', query), `rights.${format}`)
  },
  async exportAvails({ as, version, licensee, locale }) {
    const query = { as, locale, ...(version ? { version } : {}), ...(licensee ? { licensee } : {}) }
    const answer = await server.ask(addressed('/avails', query))
    const rules = JSON.parse(answer.headers.get('x-unsaid') ?? '{}') as Record<string, number>
    return {
      fileName: `avails-${as}`,
      mediaType: mediaTypeOf(answer),
      stream: ReadableStream.from(server.wholeOf(answer)),
      avails: Number(answer.headers.get('x-avails')),
      left: Number(answer.headers.get('x-left')),
      // Through the server what was not said is counted by its rule.
      unsaid: Object.entries(rules).map(([rule, times]) => ({
        severity: 'warning' as const,
        rule,
        line: null,
        path: String(times),
        values: {},
      })),
      told: rules,
    }
  },
})

function spreadsheetQuery(request: Parameters<ReachedHouse['previewRightsImport']>[0]): [string, string][] {
  const query: [string, string][] = [['fileName', request.fileName]]
  for (const [name, id] of Object.entries(request.titles ?? {})) query.push(['film', `${id}:${name}`])
  if (request.mapping !== undefined) query.push(['mapping', request.mapping.join(',')])
  return query
}
