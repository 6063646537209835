/** Companies and people. */
import type { Part } from './connection.ts'
import { addressed, chosenColumns, inQuery } from './query.ts'

export const contacts: Part<'previewContacts' | 'importContacts' | 'exportContacts'> = (server) => ({
  previewContacts: (request) =>
    server.upload(
      '/contacts/import/preview',
      request,
      request.mapping === undefined ? [] : [['mapping', request.mapping.join(',')]],
    ),
  importContacts: (request) =>
    server.upload('/contacts/import', request, [
      ['mapping', request.mapping.join(',')],
      ['acceptDoubtful', String(request.acceptDoubtful === true)],
    ]),
  exportContacts({ format, locale, columns, ...filter }) {
    const query = { ...inQuery(filter), format, locale, ...chosenColumns(columns) }
    return server.file(addressed('/contacts/export', query), `contacts.${format}`)
  },
})
