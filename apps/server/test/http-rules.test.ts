/** What HTTP itself asks of an API: methods, kinds of bodies and answers, what is known already, texts in one encoding. */
import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { ENDPOINTS } from '../src/api/app.ts'
import { rawRequest, testServer, type TestServer } from './server.ts'

interface Said {
  code: string
  details: { allow?: string[]; gives?: string[]; takes?: string[] }
}

describe('HTTP', () => {
  let server: TestServer
  let key: Record<string, string>
  before(async () => {
    server = await testServer()
    key = await server.key('owner')
  })
  after(() => server.stop())

  const ask = (path: string, init: RequestInit = {}) =>
    server.fetch(`/api/v1${path}`, { ...init, headers: { ...key, ...(init.headers as Record<string, string>) } })
  const refused = async (answer: Response, status: number, code: string): Promise<Said> => {
    const said = (await answer.json()) as Said
    assert.equal(answer.status, status, JSON.stringify(said))
    assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8')
    assert.equal(said.code, code)
    return said
  }
  const post = (path: string, type: string | null, body: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body, headers: { ...(type === null ? {} : { 'content-type': type }), ...more } })

  test('a path names the methods that it takes to whoever tries another', async () => {
    const wrong = await ask('/titles', { method: 'DELETE' })
    assert.equal(wrong.headers.get('allow'), 'GET, HEAD, POST, OPTIONS')
    assert.deepEqual((await refused(wrong, 405, 'method-not-allowed')).details.allow, ['GET', 'HEAD', 'POST', 'OPTIONS'])
    const asked = await ask('/titles/some-film', { method: 'OPTIONS' })
    assert.equal(asked.status, 204)
    assert.equal(asked.headers.get('allow'), 'GET, HEAD, PUT, OPTIONS')
    assert.equal(asked.headers.get('access-control-allow-origin'), null)
    assert.equal((await ask('/openapi.json', { method: 'POST' })).headers.get('allow'), 'GET, HEAD, OPTIONS')
    for (const method of ['GET', 'OPTIONS', 'PROPFIND'])
      await refused(await ask('/no-such-thing', { method }), 404, 'no-such-endpoint')
  })

  test('every path refuses a method that it does not have, and says which it has', async () => {
    for (const path of new Set(ENDPOINTS.map((one) => one.path))) {
      const answer = await ask(path.replaceAll(/\{\w+\}/g, 'x'), { method: 'PROPPATCH' })
      const own = ENDPOINTS.filter((one) => one.path === path).map(({ method }) => method.toUpperCase())
      const allow = (await refused(answer, 405, 'method-not-allowed')).details.allow!
      for (const method of own) assert.ok(allow.includes(method), `${method} ${path}`)
      assert.equal(answer.headers.get('allow'), allow.join(', '))
    }
  })

  test('what cannot be given in a wanted kind is refused before anything is done', async () => {
    const said = await refused(await ask('/titles', { headers: { accept: 'text/csv' } }), 406, 'not-acceptable')
    assert.deepEqual(said.details.gives, ['application/json'])
    const before = ((await (await ask('/desk/titles')).json()) as { total: number }).total
    const sheet = JSON.stringify({ sheet: emptySheet('Not Made') })
    await refused(await post('/titles', 'application/json', sheet, { accept: 'text/html' }), 406, 'not-acceptable')
    assert.equal(((await (await ask('/desk/titles')).json()) as { total: number }).total, before)
    for (const accept of ['*/*', 'application/*', 'text/html, */*;q=0.1', 'application/json; charset=utf-8', ''])
      assert.equal((await ask('/titles', { headers: { accept } })).status, 200, accept)
    for (const path of ['/openapi.json', '/docs'])
      await refused(await ask(path, { headers: { accept: 'image/png' } }), 406, 'not-acceptable')
    // Of what has two names, the one that is wanted.
    const made = (await (
      await post('/titles', 'application/json', JSON.stringify({ sheet: emptySheet('Named Twice') }))
    ).json()) as { id: string }
    const linked = async (accept: string) =>
      (await ask(`/titles/${made.id}/json-ld`, { headers: { accept } })).headers.get('content-type')
    assert.equal(await linked('*/*'), 'application/ld+json; charset=utf-8')
    assert.equal(await linked('application/json'), 'application/json; charset=utf-8')
    assert.equal((await ask('/lists/deals', { headers: { accept: 'text/csv' } })).status, 200)
    await refused(await ask('/lists/deals', { headers: { accept: 'application/json' } }), 406, 'not-acceptable')
  })

  test('a body of a kind that is not taken is refused, with those that are', async () => {
    for (const type of [
      'text/plain',
      'application/xml',
      'application/octet-stream',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
    ]) {
      const answer = await post('/titles', type, '{}')
      assert.equal(answer.headers.get('accept'), 'application/json')
      assert.deepEqual((await refused(answer, 415, 'unsupported-kind')).details.takes, ['application/json'], type)
    }
    const nameless = await rawRequest(server.address, {
      method: 'POST',
      path: '/api/v1/titles',
      headers: { ...key, host: new URL(server.address).host },
      body: '{}',
    })
    assert.equal(nameless.status, 415)
    for (const type of ['Application/JSON', 'application/json; Charset="UTF-8"', 'application/merge-patch+json'])
      assert.equal((await post('/titles', type, '{}')).status, 422, type)
    const sheet = 'The Salt Road\n\nYear: 2020\nDuration: 52 min\n'
    for (const type of ['image/png', 'video/mp4', 'multipart/mixed; boundary=x'])
      await refused(await post('/sheets/read', type, sheet), 415, 'unsupported-kind')
    for (const type of [
      'text/plain',
      'text/html',
      'application/octet-stream',
      'application/x-www-form-urlencoded',
      'application/pdf',
    ])
      assert.notEqual((await post('/sheets/read', type, sheet)).status, 415, type)
    assert.equal(
      (
        await rawRequest(server.address, {
          method: 'POST',
          path: '/api/v1/sheets/read',
          headers: { ...key, host: new URL(server.address).host },
          body: sheet,
        })
      ).status,
      200,
    )
    await refused(
      await ask('/settings/logo', { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } }),
      415,
      'unsupported-kind',
    )
    await refused(await post('/import', 'application/json', '{}'), 415, 'unsupported-kind')
  })

  test('a packed body is refused by its packing, not taken for broken JSON', async () => {
    const answer = await post('/titles', 'application/json', gzipSync('{}'), { 'content-encoding': 'gzip' })
    assert.equal(answer.headers.get('accept-encoding'), 'identity')
    await refused(answer, 415, 'unsupported-kind')
    assert.equal((await post('/titles', 'application/json', '{}', { 'content-encoding': 'identity' })).status, 422)
  })

  test('JSON that is not UTF-8 is refused: its letters would be stored as question marks', async () => {
    const sheet = JSON.stringify({ sheet: emptySheet('Café de la Gare') })
    await refused(await post('/titles', 'application/json', Buffer.from(sheet, 'latin1')), 400, 'malformed-json')
    await refused(await post('/titles', 'application/json', Buffer.from(sheet, 'utf16le')), 400, 'malformed-json')
    await refused(
      await post('/titles', 'application/json', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe2, 0x82])])),
      400,
      'malformed-json',
    )
    const marked = await post('/titles', 'application/json', `\ufeff${sheet}`)
    assert.equal(((await marked.json()) as { sheet: { title: string } }).sheet.title, 'Café de la Gare')
  })

  test('the document and the page that shows it have ETags, and are not sent twice', async () => {
    for (const path of ['/openapi.json', '/docs']) {
      const first = await ask(path)
      const etag = first.headers.get('etag')
      assert.ok(etag, path)
      const again = await ask(path, { headers: { 'if-none-match': etag } })
      assert.equal(again.status, 304, path)
      assert.equal(await again.text(), '')
      assert.equal(again.headers.get('etag'), etag)
      assert.equal((await ask(path, { headers: { 'if-none-match': '"other"' } })).status, 200)
      assert.equal((await ask(path, { method: 'HEAD' })).headers.get('etag'), etag)
    }
  })

  test('what was made is answered with 201 wherever the document says so', async () => {
    const sheet = 'The Salt Road\n\nYear: 2020\nDuration: 52 min\n'
    assert.equal((await post('/intakes?name=road.txt', 'text/plain', sheet)).status, 201)
  })
})
