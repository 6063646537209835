/** Avails over HTTP: whole, broken in the middle, and when they cannot be made. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { ownTemporaryFolder } from '@vitrine/house/testing/temporary-folder'
import { sql } from 'kysely'
import { testServer, type TestServer } from './server.ts'

const spool = ownTemporaryFolder('avails')

/** Spooled files that lie on the disk, or have no name and are still open; those only Linux tells. */
function kept(): string[] {
  const lying = readdirSync(spool).filter((name) => name.startsWith('vitrine-house-'))
  if (!existsSync('/proc/self/fd')) return lying
  const open = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return [] // it was closed meanwhile
    }
  })
  return [...lying, ...open.filter((path) => path.includes('/vitrine-house-'))]
}
async function nothingIsKept(): Promise<void> {
  for (let n = 0; n < 100 && kept().length > 0; n++) await wait(50)
  assert.deepEqual(kept(), [])
}

describe('avails over HTTP', () => {
  let server: TestServer
  let rights: Record<string, string>
  before(async () => {
    server = await testServer()
    rights = await server.key('rights')
    const { id } = await server.house.createTitle(SYSTEM, { sheet: { ...emptySheet('Alder'), year: 2020 } })
    const enter = (entry: object) =>
      server.house.enterEntry(SYSTEM, { titleId: id, entry: { exclusive: false, from: '2027-01-01', ...entry } as never, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    await enter({ kind: 'grant', territory: 'World', media: 'all' })
    await enter({ kind: 'licence', party: 'Plateau', territory: 'World', media: 'svod', to: '2028-12-31' })
    // The same licence thousands of times: more than what lies between the two sides of a connection.
    await sql`insert into rights_entry select r.* from rights_entry e, generate_series(1, 8000) n, jsonb_populate_record(e, jsonb_build_object('id', e.id || '-' || n)) r where e.kind = 'licence'`.execute(server.database.db) // prettier-ignore
  })
  after(() => server.stop())
  const asked = (headers: Record<string, string> = {}, onAnswer?: (answer: IncomingMessage) => void) =>
    new Promise<{ length: number; got: number; broke: boolean }>((resolve, reject) => {
      get(`${server.address}/api/v1/avails?as=xml`, { headers: { ...rights, ...headers } }, (answer) => {
        let got = 0
        answer.on('data', (chunk: Buffer) => (got += chunk.length))
        answer.on('error', () => {})
        answer.on('close', () => resolve({ length: Number(answer.headers['content-length']), got, broke: !answer.complete }))
        onAnswer?.(answer)
      }).on('error', reject)
    })

  test('as many bytes come as the answer says', async () => {
    const { length, got, broke } = await asked()
    assert.ok(got > 4_000_000, `${got} bytes`)
    assert.deepEqual([length, broke], [got, false])
    await nothingIsKept()
  })

  test('one that is broken off looks broken, and leaves nothing behind', async () => {
    for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
      const { broke } = await asked(headers, (answer) => answer.once('data', () => answer.destroy()))
      assert.equal(broke, true)
      await nothingIsKept()
    }
  })

  test('who asks for the head alone is told the length, and leaves nothing behind', async () => {
    const head = await server.fetch('/api/v1/avails?as=xml', { method: 'HEAD', headers: rights })
    assert.equal(head.status, 200)
    assert.ok(Number(head.headers.get('content-length')) > 4_000_000)
    assert.equal(head.headers.get('x-avails'), '8001')
    // counted beyond those that are told one by one
    assert.equal((JSON.parse(head.headers.get('x-unsaid')!) as Record<string, number>)['avails/unsaid/format'], 8001)
    await nothingIsKept()
  })

  test('what cannot be made is refused before its first byte', async () => {
    const nobody = await server.fetch('/api/v1/avails?as=movies&licensee=Nobody', { headers: rights })
    assert.deepEqual([nobody.status, nobody.headers.get('content-type')], [404, 'application/problem+json; charset=utf-8'])
    // the last film's entry is out of order, when all others are written already
    const { id } = await server.house.createTitle(SYSTEM, { sheet: { ...emptySheet('Birch'), year: 2020 } })
    await sql`insert into rights_entry select r.* from rights_entry e, jsonb_populate_record(e, jsonb_build_object('id', 'zz', 'title_id', ${id}::text, 'terms', jsonb_set(e.terms, '{boxes,0,territories}', '7'))) r where e.kind = 'licence' limit 1`.execute(server.database.db) // prettier-ignore
    for (const as of ['xml', 'movies', 'xlsx']) {
      const fails = await server.fetch(`/api/v1/avails?as=${as}`, { headers: rights })
      assert.deepEqual([fails.status, fails.headers.get('content-type')], [500, 'application/problem+json; charset=utf-8'], as)
      assert.equal(fails.headers.get('x-avails'), null)
      await fails.text()
    }
    await nothingIsKept()
  })
})
