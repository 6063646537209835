/** A whole server for a test: its own database, its own folder, its own port, one member for each role. */
import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createHouse,
  openFiles,
  openFilms,
  ROLES,
  SCOPES,
  SYSTEM,
  type FilmFiles,
  type Print,
  type Role,
  type Scope,
} from '@vitrine/house'
import type { Database } from '@vitrine/store/database/database'
import { openTestDatabase, type Kind } from '@vitrine/store/testing/databases'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { startServer, type RunningServer } from '../src/start-server.ts'

export interface TestServer extends RunningServer {
  folder: string
  database: Database
  films: FilmFiles
  log: string[]
  /** Mail addresses and ids by role. */
  members: Record<Role, { id: string; email: string }>
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Headers that act as this role through an API key with these scopes (all when none are named). */
  key(role: Role, scopes?: Scope[]): Promise<Record<string, string>>
  /** Headers that act as this role through a browser's session. */
  session(role: Role): Promise<Record<string, string>>
}

export async function testServer(
  options: { env?: Record<string, string>; kind?: Kind; print?: Print; sealing?: Uint8Array } = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-server-'))
  const config = readConfig([], {
    PORT: '0',
    VITRINE_DATA: folder,
    VITRINE_DEMONSTRATION: 'no',
    VITRINE_REQUESTS_PER_MINUTE: '0',
    VITRINE_PACKAGING: '0',
    ...options.env,
  })
  const log: string[] = []
  let database: Database | undefined
  let films: FilmFiles | undefined
  const running = await startServer(config, {
    log: createLog('debug', (line) => log.push(line)),
    locale: 'en',
    say: () => {},
    withSite: false,
    open: async ({ filmsS3 }, origin) => {
      database = await openTestDatabase(options.kind ?? 'pglite')
      const files = await openFiles(join(folder, 'files'))
      films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters'), s3: filmsS3 })
      return {
        house: createHouse({
          database,
          files,
          films,
          origin,
          print: options.print ?? null,
          ...(options.sealing ? { sealing: options.sealing } : {}),
        }),
        database,
        films,
        migrated: [],
      }
    },
  })

  const members = {} as TestServer['members']
  for (const role of ROLES) {
    const user = await running.house
      .addUser(SYSTEM, { name: `A ${role}`, email: `${role}@house.example`, role })
      .catch(() => null)
    const known = user ?? (await running.house.listUsers(SYSTEM)).find((one) => one.email === `${role}@house.example`)!
    members[role] = { id: known.id, email: known.email }
  }
  const fetchPath: TestServer['fetch'] = (path, init) => fetch(`${running.address}${path}`, { redirect: 'manual', ...init })
  return {
    ...running,
    folder,
    database: database!,
    films: films!,
    log,
    members,
    fetch: fetchPath,
    async key(role, scopes = [...SCOPES]) {
      const actor = await running.house.actorForUser(members[role].id)
      const issuer = actor !== null && ['buyer', 'producer'].includes(role) ? { ...SYSTEM, userId: members[role].id } : actor!
      const { secret } = await running.house.issueKey(issuer, { name: `test ${role}`, scopes })
      return { authorization: `Bearer ${secret}` }
    },
    async session(role) {
      const link = new URL((await running.signIn.linkForMember(members[role].email, 'en'))!)
      const used = await fetchPath('/api/auth/link', {
        method: 'POST',
        headers: { origin: running.address },
        body: new URLSearchParams({ token: link.searchParams.get('token')!, next: '/en/desk' }),
      })
      const cookie = used.headers
        .getSetCookie()
        .map((one) => one.split(';', 1)[0])
        .join('; ')
      return { cookie, origin: running.address }
    },
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A request that `fetch` would not send: any header, any path, and the body when told. */
export function rawRequest(
  address: string,
  options: { path: string; method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const url = new URL(address)
    const request = httpRequest(
      { host: '127.0.0.1', port: url.port, path: options.path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}
