/** What comes in: files, and what was made of them. */
import type { Part } from './connection.ts'
import { addressed } from './query.ts'

export const intake: Part<'receiveFile' | 'takeIntake' | 'takeIntakeLicences' | 'undoIntake' | 'listImports' | 'undoImport'> = (
  server,
) => ({
  receiveFile: (request) => server.upload('/intakes', request, [['name', request.fileName]]),
  takeIntake: ({ id }) => server.post(`/intakes/${encodeURIComponent(id)}/take`, {}),
  takeIntakeLicences: ({ id, as }) => server.post(`/intakes/${encodeURIComponent(id)}/licences/take`, { as }),
  undoIntake: ({ id }) => server.post(`/intakes/${encodeURIComponent(id)}/undo`, {}),
  listImports: ({ cursor }) => server.json(cursor ? addressed('/imports', { cursor }) : '/imports'),
  undoImport: ({ id }) => server.post(`/imports/${encodeURIComponent(id)}/undo`, {}),
})
