/** The house as a whole, in and out, and who is in it. */
import type { Part } from './connection.ts'

export const moving: Part<'exportHouse' | 'importHouse' | 'listUsers' | 'addUser'> = (server) => ({
  async *exportHouse() {
    yield* (await server.ask('/house/export')).body ?? []
  },
  importHouse: ({ archive }) =>
    server.json('/house/import', {
      method: 'POST',
      headers: { 'content-type': 'application/zip' },
      body: ReadableStream.from(archive),
      duplex: 'half',
    } as RequestInit),
  listUsers: () => server.json('/users'),
  addUser: (user) => server.post('/users', user),
})
