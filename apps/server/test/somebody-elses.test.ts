/**
 * Things that exist and are somebody else's (IDOR): every route that takes an id is asked about a real one, by every role, and the
 * policy table says what must come of it. Where `every-role.test.ts` asks about nothing, this asks about a draft.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { can, POLICY_ROLES, ROLES, SYSTEM, VISITOR, type Actor, type PolicyRole, type SubjectFacts } from '@vitrine/house'
import { aFilm, anOffer, aSale } from '@vitrine/house/testing/deal-for-tests'
import { agreedDeal } from '@vitrine/house/testing/agreed-deal'
import { signDeal } from '@vitrine/house/testing/signed-deal'
import { sql } from 'kysely'
import { ENDPOINTS } from '../src/api/app.ts'
import { requestOf, SAMPLES } from './samples.ts'
import { testServer, type TestServer } from './server.ts'

const SECRET = 'Quillfeather'
const DRAFT: SubjectFacts = { draft: true, producerIds: [] }
const ASKING = POLICY_ROLES.filter((role) => role !== 'system')
const OF_A_TITLE = ENDPOINTS.filter(({ path }) => /^\/((desk\/)?titles|own-films)\/\{id\}/.test(path))

/** All that a sale is, as the database has it. */
async function pictureOf({ database: { db } }: TestServer) {
  const tables = [
    'company',
    'contact',
    'deal',
    'offer',
    'paper',
    'deliverable',
    'instalment',
    'invoice',
    'member',
    'task',
    'note',
    'rights_entry',
  ]
  const rows = await Promise.all(tables.map(async (table) => (await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(db)).rows)) // prettier-ignore
  return Object.fromEntries(tables.map((table, at) => [table, rows[at]!.map(({ row }) => row)]))
}

describe('what is somebody else’s', () => {
  let server: TestServer
  const sessions = {} as Record<PolicyRole, Record<string, string>>
  const actors = {} as Record<PolicyRole, Actor>
  before(async () => {
    server = await testServer()
    for (const role of ROLES) {
      sessions[role] = await server.session(role)
      actors[role] = (await server.house.actorForUser(server.members[role].id))!
    }
    sessions.visitor = {}
    actors.visitor = VISITOR
  })
  after(() => server.stop())

  const draft = () => server.house.createTitle(SYSTEM, { sheet: { ...emptySheet(`${SECRET} Road`), year: 2020 } })
  const ask = async (method: string, path: string, id: string, role: PolicyRole) => {
    const sample = SAMPLES[`${method} ${path}`]!
    const address = sample.path.replace(/\/(nothing|none|nobody)(?=[/?]|$)/, `/${id}`)
    assert.ok(address.includes(id), `${path}: the sample’s id was not found`)
    const answer = await server.fetch(`/api/v1${address}`, requestOf(method, sample, sessions[role]))
    return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString('latin1') }
  }

  test('enough routes are asked for this to mean something', () => {
    assert.ok(OF_A_TITLE.length >= 18)
  })

  for (const { method, path, verb } of OF_A_TITLE) {
    test(`a draft: ${method.toUpperCase()} ${path}`, async () => {
      let { id } = await draft()
      for (const role of ASKING) {
        const { status, text } = await ask(method, path, id, role)
        if (can(actors[role], verb, DRAFT)) {
          // A draft of an edit that is not there is not found; the printing room that this server has not is 503; no picture is 4xx.
          assert.ok(![401, 403, 500].includes(status), `${role}: ${status} ${text}`)
          if (!path.includes('{draftId}')) assert.notEqual(status, 404, role)
          if (method !== 'get') id = (await draft()).id // those who may have changed that one
          continue
        }
        assert.ok([401, 403, 404].includes(status), `${role}: ${status} ${text}`)
        assert.ok(!text.includes(SECRET) && !/quillfeather/i.test(text), `${role} is told of it`)
        const { sheet, status: state, revision, slug } = await server.house.openTitle(SYSTEM, { id })
        assert.deepEqual([sheet.year, state, revision], [2020, 'draft', 1], `${role} changed it`)
        assert.match(slug, /^quillfeather/)
      }
    })
  }

  test('a producer’s own draft is theirs to read, and another’s is not', async () => {
    const [own, other] = [await draft(), await draft()]
    await server.house.assignProducer(SYSTEM, { id: own.id, userIds: [server.members.producer.id] })
    for (const { method, path, verb } of OF_A_TITLE.filter((one) => one.method === 'get')) {
      const mine = can(actors.producer, verb, { draft: true, producerIds: [server.members.producer.id] })
      const { status } = await ask(method, path, own.id, 'producer')
      assert.equal(![401, 403, 404].includes(status), mine, `${path}: ${status}`)
      assert.ok([403, 404].includes((await ask(method, path, other.id, 'producer')).status), path)
    }
  })

  test('a sheet that waits at the desk', async () => {
    const bytes = new TextEncoder().encode(`${SECRET} Road\n\nYear: 2020\nDuration: 52\n`)
    const [dropped] = await server.house.dropSheet(SYSTEM, { bytes, fileName: null })
    for (const { method, path, verb } of ENDPOINTS.filter((one) => one.path.startsWith('/sheets/{id}')))
      for (const role of ASKING.filter((one) => !can(actors[one], verb))) {
        const { status, text } = await ask(method, path, dropped!.id, role)
        assert.ok([401, 403].includes(status), `${role} ${path}: ${status}`)
        assert.ok(!text.includes(SECRET), `${role} ${path}`)
      }
    assert.equal((await server.house.openDroppedSheet(SYSTEM, { id: dropped!.id })).titleId, null)
  })

  test('another’s key, another’s request for a screener, another member', async () => {
    const { key } = await server.house.issueKey(actors.editor, { name: SECRET, scopes: ['titles:read'] })
    const { id: request } = await server.house.sendRequest(VISITOR, {
      kind: 'screener',
      titleIds: [],
      name: 'A buyer',
      email: 'buyer@channel.example',
      company: null,
      message: SECRET,
      locale: 'en',
    })
    for (const role of ASKING) {
      if (role !== 'owner' && role !== 'editor')
        assert.ok([401, 403, 404].includes((await ask('delete', '/keys/{id}', key.id, role)).status), role)
      if (!can(actors[role], 'stepRequest'))
        assert.ok([401, 403].includes((await ask('post', '/requests/{id}/step', request, role)).status), role)
      if (role !== 'owner')
        assert.ok([401, 403].includes((await ask('patch', '/users/{id}', server.members.owner.id, role)).status), role)
    }
    assert.equal((await server.house.listKeys(SYSTEM)).find(({ id }) => id === key.id)?.revokedAt, null)
    assert.equal((await server.house.listRequests(SYSTEM, { reader: 'en' })).items[0]?.state, 'new')
    assert.ok((await server.house.listUsers(SYSTEM)).every(({ name }) => name !== 'Another'))
  })

  test('another company’s sale: whatever a buyer sends to whichever address, it tells them nothing and changes nothing', async () => {
    const { house, database } = server
    const film = await aFilm(house, `${SECRET} Road`)
    const sale = await aSale(house, SYSTEM, `${SECRET} TV`, film)
    const offer = await anOffer(house, SYSTEM, sale)
    const agreed = await agreedDeal(server)
    const signed = await signDeal(server, { company: `${SECRET} Signed`, lines: [{ title: 'Reed', minor: 1_000_00, materials: [{ kind: 'cut', detail: SECRET, days: 3 }] }] }) // prettier-ignore
    const [deliverable] = (await house.viewDeliverables(SYSTEM, { dealId: signed.dealId })).items
    // The buyer has a company, a seat and a sale of their own.
    const own = await aSale(house, SYSTEM, 'Own')
    await sql`update member set company_id = ${own.company}, company_role = 'lead' where house_id = ${house.id} and user_id = ${server.members.buyer.id}`.execute(database.db) // prettier-ignore
    const asked = { ...sessions.buyer }
    const ids = [
      sale.company,
      sale.contact,
      sale.deal.id,
      offer.id,
      agreed.dealId,
      agreed.offerId,
      signed.dealId,
      signed.companyId,
      deliverable!.id,
    ]
    const before = await pictureOf(server)
    const open_ = ENDPOINTS.filter(({ path }) => path.includes('{'))
    assert.ok(open_.length > 100, String(open_.length))
    for (const { method, path } of open_)
      for (const id of ids) {
        const sample = SAMPLES[`${method} ${path}`]!
        const address = sample.path.replaceAll(/\/(nothing|none|nobody)(?=[/?]|$)/g, `/${id}`)
        if (!address.includes(id)) continue // it takes a word, not an id
        const body = JSON.parse(JSON.stringify(sample.body ?? null).replaceAll(/"(nothing|none|nobody)"/g, `"${id}"`)) as unknown
        const answer = await server.fetch(
          `/api/v1${address}`,
          requestOf(method, { ...sample, ...(body === null ? {} : { body }) }, asked),
        )
        const text = await answer.text()
        assert.ok(answer.status >= 400 && answer.status < 500, `${method} ${address}: ${answer.status} ${text.slice(0, 300)}`)
        assert.ok(!text.includes(SECRET), `${method} ${address} tells of it`)
      }
    assert.deepEqual(await pictureOf(server), before)
  })
})
