/** Exports that go out by themselves. */
import type { ExportSchedule } from '@vitrine/house/contract/export-schedules'
import { mediaTypeOf, type Part } from './connection.ts'
import { addressed } from './query.ts'

export const exportSchedules: Part<
  'listExportSchedules' | 'saveExportSchedule' | 'removeExportSchedule' | 'runExport' | 'openExportRun'
> = (server) => ({
  async listExportSchedules({ ended }) {
    return (await server.json<{ items: ExportSchedule[] }>(addressed('/exports', { ended: String(ended) }))).items
  },
  saveExportSchedule: ({ id: _id, ...said }) => server.post('/exports', said),
  async removeExportSchedule({ id, removed = true }) {
    const path = `/exports/${encodeURIComponent(id)}`
    await (removed ? server.ask(path, { method: 'DELETE' }) : server.ask(`${path}/resume`, { method: 'POST' }))
  },
  runExport: ({ id }) => server.post(`/exports/${encodeURIComponent(id)}/runs`, {}),
  async openExportRun({ id }) {
    const answer = await server.ask(`/export-runs/${encodeURIComponent(id)}/file`)
    return {
      fileName: '',
      mediaType: mediaTypeOf(answer),
      size: Number(answer.headers.get('content-length')),
      stream: ReadableStream.from(server.wholeOf(answer)),
    }
  },
})
