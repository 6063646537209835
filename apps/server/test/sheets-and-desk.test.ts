/** Sheets that are read without being kept, and the desk's own verbs, asked of a whole server. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { checkCopy } from '@vitrine/catalogue/copy-desk/check-copy'
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import { SYSTEM } from '@vitrine/house'
import { copyFindingText } from '@vitrine/messages/copy-desk'
import { strToU8, zipSync } from 'fflate'
import { typesetFrench } from '@vitrine/messages/typeset'
import { caller } from './caller.ts'
import { testServer, type TestServer } from './server.ts'

const SHEET = `The Lantern Makers

In a valley where the power fails every evening, three sisters go on making lamps,.

For forty years the workshop has lit the the valley, and now a dam promises light for everyone. They have seen promises before.

• Year: unknown
• Duration: 52
• Director: Ines Orsini
• Production: Falkner Films
• Available Versions: ENG, FRA
• Country of production: Portugal
• Festivals: IDFA 2022 (Netherlands)
`
const today = new Date().toISOString().slice(0, 10)
type Body = NonNullable<RequestInit['body']>
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('sheets that are read and not kept', () => {
  let server: TestServer
  let key: Record<string, string>
  before(async () => {
    server = await testServer({ env: { VITRINE_UPLOAD_MB: '12' } })
    key = await server.key('editor', ['sheets:read'])
  })
  after(() => server.stop())

  const send = async (path: string, body: Body, headers: Record<string, string> = {}) => {
    const answer = await server.fetch(`/api/v1/sheets/${path}`, { method: 'POST', headers: { ...key, ...headers }, body })
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> & { code?: string } }
  }
  const asForm = (content: string, name: string): FormData => {
    const form = new FormData()
    form.set('file', new File([content], name))
    return form
  }

  test('read: the same facts however the sheet is sent, in the shape of the contract', async () => {
    const expected = plain(readSheet(SHEET, { today }))
    const json = { 'content-type': 'application/json' }
    for (const [name, answer] of Object.entries({
      text: await send('read', SHEET, { 'content-type': 'text/plain' }),
      bytes: await send('read', new TextEncoder().encode(SHEET), { 'content-type': 'application/octet-stream' }),
      curl: await send('read', SHEET, { 'content-type': 'application/x-www-form-urlencoded' }),
      form: await send('read', asForm(SHEET, 'lantern.txt')),
      json: await send('read', JSON.stringify({ text: SHEET }), json),
    })) {
      assert.equal(answer.status, 200, name)
      assert.deepEqual(answer.json, expected, name)
    }
    const { title, year, durations, countries, versionLanguages, festivals, warnings } = expected as Record<string, unknown>
    assert.deepEqual(
      { title, year, durations, countries, versionLanguages },
      { title: 'The Lantern Makers', year: null, durations: [52], countries: ['PT'], versionLanguages: ['en', 'fr'] },
    )
    assert.equal((festivals as { year: number }[])[0]?.year, 2022)
    assert.ok((warnings as { code: string }[]).some(({ code }) => code === 'not-a-year'))
    const asked = caller(server, key)
    assert.equal((await asked('POST', '/sheets/read', { text: SHEET })).status, 200, 'as the document promises')
    assert.equal((await asked('POST', '/sheets/check', { text: SHEET })).status, 200, 'as the document promises')
  })

  test('check: the same findings as the command line, in the asker’s language', async () => {
    const found = checkCopy(SHEET, { today, reading: readSheet(SHEET, { today }) })
    assert.ok(['doubled-punctuation', 'doubled-word'].every((code) => found.some((finding) => finding.code === code)))
    for (const locale of ['en', 'fr'] as const) {
      const answer = await send('check', SHEET, { 'accept-language': locale })
      assert.equal(answer.status, 200)
      const expected = found.map((finding) => ({ ...finding, message: copyFindingText(finding, locale) }))
      assert.deepEqual(answer.json, { findings: plain(expected) })
    }
    for (const { start, end, text } of found) assert.equal(SHEET.slice(start, end), text)
  })

  test('nothing of it is stored', async () => {
    const before = await server.house.readAudit(SYSTEM, {})
    await send('read', SHEET)
    await send('check', SHEET)
    assert.deepEqual(await server.house.readAudit(SYSTEM, {}), before)
    assert.deepEqual((await server.house.listDroppedSheets(SYSTEM, {})).items, [])
  })

  test('what is no sheet, too large, or sent wrongly is refused with its own code', async () => {
    const archive = zipSync({ 'a.txt': strToU8(SHEET) })
    const json = { 'content-type': 'application/json' }
    const expected: [string, number, Body, Record<string, string>?][] = [
      ['unreadable-file', 422, ''],
      ['unreadable-file', 422, '\n \n'],
      ['no-film-found', 422, 'Year: 2020\nDuration: 52\n'],
      ['unsupported-file', 415, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
      ['unsupported-file', 415, archive],
      ['too-large', 413, 'x'.repeat(11_000_000)],
      ['too-large', 413, 'x'.repeat(13 * 1024 * 1024)],
      ['too-large', 413, `{"text":"${'x'.repeat(5 * 1024 * 1024)}"}`, json],
      ['malformed-json', 400, '{', json],
      ['invalid-input', 422, '{"sheet":{}}', json],
      ['invalid-input', 422, new FormData()],
      ['invalid-input', 422, 'no form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ]
    for (const [code, status, body, headers] of expected) {
      const answer = await send('read', body, headers)
      assert.deepEqual([answer.json.code, answer.status], [code, status])
    }
    assert.equal((await send('read?language=../..', SHEET)).status, 422)
  })

  test('a form drops a sheet too, under the name of its file', async () => {
    const answer = await server.fetch('/api/v1/sheets', {
      method: 'POST',
      headers: await server.key('editor'),
      body: asForm(SHEET, 'lantern.txt'),
    })
    const [dropped] = (await answer.json()) as { fileName: string; text: string }[]
    assert.deepEqual([answer.status, dropped?.fileName, dropped?.text], [201, 'lantern.txt', SHEET])
  })
})

describe('the desk’s verbs', () => {
  let server: TestServer
  let id: string
  before(async () => {
    server = await testServer()
    id = (await server.house.createTitle(SYSTEM, { sheet: emptySheet('Two Desks') })).id
  })
  after(() => server.stop())

  test('two people who have a film open hear of each other, and of nobody else', async () => {
    const editor = caller(server, await server.session('editor'))
    const sales = caller(server, await server.session('sales'))
    assert.deepEqual((await editor('POST', `/desk/titles/${id}/presence`)).json, [])
    const others = (await sales('POST', `/desk/titles/${id}/presence`)).json as { name: string }[]
    assert.deepEqual(
      others.map(({ name }) => name),
      ['A editor'],
    )
    const key = caller(server, await server.key('editor'))
    assert.equal((await key('POST', `/desk/titles/${id}/presence`)).status, 403, 'a key is nobody at a desk')
  })

  test('an edit that lost is listed with the revision it began from, and let go once', async () => {
    const owner = caller(server, await server.key('owner'))
    const late = { sheet: { ...emptySheet('Two Desks'), year: 2001 } }
    await owner('PUT', `/titles/${id}`, { sheet: { ...emptySheet('Two Desks'), year: 1999 } }, { 'if-match': '"r1"' })
    const lost = await owner('PUT', `/titles/${id}`, late, { 'if-match': '"r1"' })
    const { savedDraftId } = (lost.json as { details: { savedDraftId: string } }).details
    const list = async () => (await owner('GET', `/desk/titles/${id}/drafts`)).json as { id: string; baseRevision: number }[]
    assert.deepEqual(
      (await list()).map((draft) => [draft.id, draft.baseRevision]),
      [[savedDraftId, 1]],
    )
    assert.equal((await owner('DELETE', `/desk/titles/${id}/drafts/${savedDraftId}`)).status, 204)
    assert.equal((await owner('DELETE', `/desk/titles/${id}/drafts/${savedDraftId}`)).status, 404)
    assert.deepEqual(await list(), [])
  })

  test('a film assigned to its producer is theirs to see, until it is not', async () => {
    const owner = caller(server, await server.key('owner'))
    const producer = caller(server, await server.session('producer'))
    const path = `/desk/titles/${id}/producers`
    assert.equal((await producer('GET', `/titles/${id}`)).status, 404)
    assert.equal((await owner('PUT', path, { userIds: [server.members.buyer.id] })).status, 422, 'a buyer is no producer')
    assert.equal((await owner('PUT', path, { userIds: [server.members.producer.id] })).status, 204)
    assert.deepEqual((await owner('GET', path)).json, [{ id: server.members.producer.id, name: 'A producer' }])
    assert.equal((await producer('GET', `/titles/${id}`)).status, 200)
    assert.equal((await producer('GET', path)).status, 403)
    assert.equal((await owner('PUT', path, { userIds: [] })).status, 204)
    assert.equal((await producer('GET', `/titles/${id}`)).status, 404)
  })

  test('the trail is walked, and says so', async () => {
    const owner = caller(server, await server.key('owner', ['audit:read']))
    const verdict = (await owner('GET', '/audit/verify')).json as { whole: boolean; lines: number; brokenAt: null }
    assert.equal(verdict.whole, true)
    assert.equal(verdict.lines, (await server.house.readAudit(SYSTEM, { limit: 1 })).items[0]?.seq)
  })

  test('a record is checked in the asker’s language', async () => {
    const editor = caller(server, await server.key('editor'))
    const sheet = { ...emptySheet('Two Desks'), synopsis: { en: 'They walked to the the river, and there they stayed.' } }
    const { findings, missing } = (await editor('POST', '/desk/check', { sheet }, { 'accept-language': 'fr' })).json as {
      findings: { code: string; field: string; message: string }[]
      missing: string[]
    }
    const doubled = findings.find(({ code }) => code === 'doubled-word')
    assert.deepEqual([doubled?.field, doubled?.message], ['synopsis.en', typesetFrench('« the » est écrit deux fois.')])
    assert.ok(missing.includes('duration'))
  })
})
