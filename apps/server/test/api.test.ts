import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { wholeSheet } from '@vitrine/catalogue/testing/whole-sheet'
import { ERRORS, SYSTEM } from '@vitrine/house'
import { ENDPOINTS } from '../src/api/app.ts'
import { PROBLEMS } from '../src/api/problem.ts'
import { caller } from './caller.ts'
import { rawRequest, testServer, type TestServer } from './server.ts'

const film = (title: string, more: Partial<TitleSheet> = {}): TitleSheet => ({
  ...emptySheet(title),
  year: 2020,
  directors: ['Ada Moreau'],
  countries: ['FR'],
  cuts: [{ minutes: 52, episodes: null, versions: [] }],
  synopsis: { en: 'A road of salt across a dry sea, and the people who still walk it.' },
  themes: ['water'],
  ...more,
})

describe('the API', () => {
  let server: TestServer
  let owner: ReturnType<typeof caller>
  let visitor: ReturnType<typeof caller>
  before(async () => {
    server = await testServer()
    owner = caller(server, await server.key('owner'))
    visitor = caller(server, {})
  })
  after(() => server.stop())

  test('a film from draft to withdrawn, every answer as the document promises', async () => {
    const made = await owner('POST', '/titles', { sheet: film('The Salt Road') })
    assert.equal(made.status, 201)
    const { id, slug } = made.json as { id: string; slug: string }
    assert.equal((await visitor('GET', `/titles/${id}`)).status, 404, 'a draft is nobody else’s business')
    assert.equal((await visitor('GET', `/titles/${slug}`)).status, 404)

    const published = await owner('POST', `/titles/${id}/publish`, undefined, { 'if-match': made.headers.get('etag')! })
    assert.equal(published.status, 200)
    for (const path of [
      `/titles/${id}`,
      `/titles/${slug}`,
      '/titles?theme=water&q=salt',
      '/home',
      '/names/person',
      '/people/ada-moreau',
      '/collections',
      '/suggest?q=salt',
      '/sitemap',
      `/titles/${slug}/json-ld`,
      '/settings',
    ]) {
      assert.equal((await visitor('GET', path)).status, 200, path)
    }
    const edited = await owner(
      'PUT',
      `/titles/${id}`,
      { sheet: film('The Salt Road', { year: 2021 }) },
      { 'if-match': published.headers.get('etag')! },
    )
    assert.equal(edited.status, 200)
    for (const path of [
      `/desk/titles/${id}`,
      '/desk/titles?status=published',
      `/titles/${id}/revisions`,
      `/titles/${id}/revisions/1`,
      `/titles/${id}/changes?from=1&to=3`,
      `/desk/titles/${id}/drafts`,
      '/users',
      '/keys',
      '/audit?limit=2',
      '/requests',
      '/deals',
      '/deals/totals',
    ]) {
      assert.equal((await owner('GET', path)).status, 200, path)
    }
    const restored = await owner('POST', `/titles/${id}/revisions/1/restore`, undefined, {
      'if-match': edited.headers.get('etag')!,
    })
    assert.equal((restored.json as { sheet: TitleSheet }).sheet.year, 2020)
    const renamed = await owner('PUT', `/titles/${id}/slug`, { slug: 'salt-road' })
    assert.equal((renamed.json as { slug: string }).slug, 'salt-road')
    const moved = await visitor('GET', `/titles/${slug}`)
    assert.equal((moved.json as { moved: boolean; slug: string }).moved, true)
    const withdrawn = await owner('POST', `/titles/${id}/withdraw`, undefined, { 'if-match': renamed.headers.get('etag')! })
    assert.equal((withdrawn.json as { status: string }).status, 'withdrawn')
  })

  test('an unchanged answer is 304', async () => {
    const first = await visitor('GET', '/collections')
    const again = await visitor('GET', '/collections', undefined, { 'if-none-match': first.headers.get('etag')! })
    assert.equal(again.status, 304)
    const other = await visitor('GET', '/collections', undefined, { 'if-none-match': '"other"' })
    assert.equal(other.status, 200)
  })

  test('HEAD says of an answer what GET says, its ETag and 304 too', async () => {
    const etag = (await visitor('GET', '/collections')).headers.get('etag')!
    const head = (headers: Record<string, string> = {}) => server.fetch('/api/v1/collections', { method: 'HEAD', headers })
    assert.equal((await head()).headers.get('etag'), etag)
    assert.equal((await head({ 'if-none-match': etag })).status, 304)
  })

  test('two people save: the second is told, and nothing of theirs is lost', async () => {
    const made = await owner('POST', '/titles', { sheet: film('Two Editors') })
    const { id } = made.json as { id: string }
    const etag = made.headers.get('etag')!
    assert.equal(
      (await owner('PUT', `/titles/${id}`, { sheet: film('Two Editors', { year: 1999 }) }, { 'if-match': etag })).status,
      200,
    )
    const editor = caller(server, await server.key('editor'))
    const late = await editor('PUT', `/titles/${id}`, { sheet: film('Two Editors', { year: 2001 }) }, { 'if-match': etag })
    assert.equal(late.status, 412)
    const problem = late.json as { code: string; details: { savedDraftId: string; clashing: string[] } }
    assert.equal(problem.code, 'edit-conflict')
    assert.ok(problem.details.clashing.includes('year'))
    const drafts = (await owner('GET', `/desk/titles/${id}/drafts`)).json as { id: string; sheet: TitleSheet }[]
    assert.equal(drafts.find((draft) => draft.id === problem.details.savedDraftId)?.sheet.year, 2001)
  })

  test('changing a film needs If-Match, and one that is an ETag', async () => {
    const { id } = (await owner('POST', '/titles', { sheet: film('Preconditions') })).json as { id: string }
    assert.equal((await owner('PUT', `/titles/${id}`, { sheet: film('Preconditions') })).status, 428)
    assert.equal((await owner('PUT', `/titles/${id}`, { sheet: film('Preconditions') }, { 'if-match': 'yesterday' })).status, 400)
    assert.equal((await owner('POST', `/titles/${id}/publish`)).status, 428)
  })

  test('lists come in pages that together are the whole', async () => {
    for (let i = 0; i < 7; i++) {
      const made = await owner('POST', '/titles', { sheet: film(`Paged ${i}`, { themes: ['space'] }) })
      await owner('POST', `/titles/${(made.json as { id: string }).id}/publish`, undefined, {
        'if-match': made.headers.get('etag')!,
      })
    }
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await visitor(
        'GET',
        `/titles?theme=space&limit=3&sort=title${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      const { cards, nextCursor, total } = page.json as { cards: { title: string }[]; nextCursor: string | null; total: number }
      assert.equal(total, 7)
      assert.equal(nextCursor === null, page.headers.get('link') === null)
      seen.push(...cards.map((card) => card.title))
      cursor = nextCursor
    } while (cursor !== null)
    assert.deepEqual(
      seen,
      [0, 1, 2, 3, 4, 5, 6].map((i) => `Paged ${i}`),
    )
  })

  test('a film’s view has every field of its sheet; whom to call is for the house', async () => {
    const sheet = { ...wholeSheet(), pictures: [] } // a house takes only pictures whose files it holds
    const made = await owner('POST', '/titles', { sheet })
    assert.equal(made.status, 201)
    const { id, slug } = made.json as { id: string; slug: string }
    await owner('POST', `/titles/${id}/publish`, undefined, { 'if-match': made.headers.get('etag')! })
    const seenBy = async (who: typeof owner) => ((await who('GET', `/titles/${slug}`)).json as { sheet: TitleSheet }).sheet
    assert.deepEqual(await seenBy(owner), sheet)
    assert.deepEqual(await seenBy(visitor), { ...sheet, contacts: [] })
  })

  test('shortlists: the link shows, the edit key changes', async () => {
    const made = await visitor('POST', '/shortlists', { name: 'For Warsaw', titleIds: [] })
    const { token, editKey } = made.json as { token: string; editKey: string }
    assert.equal((await visitor('PATCH', `/shortlists/${token}`, { name: 'Stolen' }, { 'x-edit-key': 'guessed' })).status, 403)
    assert.equal((await visitor('PATCH', `/shortlists/${token}`, { name: 'For Lodz' }, { 'x-edit-key': editKey })).status, 204)
    assert.equal(((await visitor('GET', `/shortlists/${token}`)).json as { name: string; mine: boolean }).name, 'For Lodz')
  })

  test('a key cannot be read again, and a revoked one is refused', async () => {
    const session = caller(server, await server.session('owner'))
    const issued = (await session('POST', '/keys', { name: 'script', scopes: ['house:read'] })).json as {
      key: { id: string }
      secret: string
    }
    assert.match(issued.secret, /^vit_/)
    const key = caller(server, { authorization: `Bearer ${issued.secret}` })
    assert.equal((await key('GET', '/users')).status, 200)
    assert.ok(!JSON.stringify((await session('GET', '/keys')).json).includes(issued.secret))
    assert.equal((await session('DELETE', `/keys/${issued.key.id}`)).status, 204)
    const refused = await key('GET', '/users')
    assert.equal(refused.status, 401)
    assert.ok(refused.headers.get('www-authenticate'))
    assert.equal((await key('GET', '/titles')).status, 401, 'a wrong key is told so, not taken for a visitor')
  })

  test('somebody else’s things stay theirs', async () => {
    const editor = caller(server, await server.session('editor'))
    const sales = caller(server, await server.session('sales'))
    const { key } = (await editor('POST', '/keys', { name: 'mine', scopes: ['titles:read'] })).json as { key: { id: string } }
    assert.ok([403, 404].includes((await sales('DELETE', `/keys/${key.id}`)).status))
    assert.ok(!JSON.stringify((await sales('GET', '/keys')).json).includes(key.id))
    const draft = (await owner('POST', '/titles', { sheet: film('Not Yet') })).json as { id: string; slug: string }
    for (const role of ['buyer', 'producer'] as const) {
      const outsider = caller(server, await server.session(role))
      for (const path of [
        `/titles/${draft.id}`,
        `/titles/${draft.slug}`,
        `/titles/${draft.id}/json-ld`,
        `/titles/${draft.id}/one-sheet.pdf`,
        `/desk/titles/${draft.id}`,
        `/titles/${draft.id}/revisions`,
      ]) {
        assert.ok([403, 404].includes((await outsider('GET', path)).status), `${role} ${path}`)
      }
      assert.ok(!JSON.stringify((await outsider('GET', '/titles?q=not+yet&status=draft')).json).includes(draft.id))
    }
  })

  test('problems are problem+json, in the asker’s language', async () => {
    const missing = await visitor('GET', '/titles/nothing', undefined, { 'accept-language': 'fr-CH, fr;q=0.9, en;q=0.8' })
    assert.equal(missing.headers.get('content-type'), 'application/problem+json; charset=utf-8')
    assert.equal(missing.headers.get('content-language'), 'fr')
    const problem = missing.json as { title: string; code: string; status: number; type: string }
    assert.equal(problem.code, 'not-found')
    assert.equal(problem.status, 404)
    assert.match(problem.title, /Introuvable/)
    for (const [method, path, status, code] of [
      ['GET', '/no-such-thing', 404, 'no-such-endpoint'],
      ['DELETE', '/titles', 405, 'method-not-allowed'],
    ] as const) {
      const nowhere = await visitor(method, path, undefined, { 'accept-language': 'fr' })
      assert.equal(nowhere.status, status)
      assert.equal(nowhere.headers.get('content-type'), 'application/problem+json; charset=utf-8', `${method} ${path}`)
      assert.equal(nowhere.headers.get('content-language'), 'fr')
      assert.equal((nowhere.json as { code: string }).code, code)
    }
  })

  test('malformed JSON, wrong shapes and wrong types are told apart, and nothing breaks', async () => {
    const key = await server.key('owner')
    const post = (body: string, type = 'application/json') =>
      server.fetch('/api/v1/titles', { method: 'POST', headers: { ...key, 'content-type': type }, body })
    for (const body of [
      '{',
      '',
      'null',
      '[]',
      '"x"',
      '{"sheet":null}',
      '{"sheet":{"title":""}}',
      `{"sheet":${JSON.stringify({ ...film('x'), year: 99999 })}}`,
      '{"__proto__":{"admin":true}}',
    ]) {
      const answer = await post(body)
      assert.ok([400, 422].includes(answer.status), `${body}: ${answer.status}`)
      assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8')
    }
    assert.ok((await post('<sheet/>', 'text/xml')).status >= 400)
    assert.equal((await visitor('GET', '/titles?limit=1000')).status, 422)
    assert.equal((await visitor('GET', '/titles?cursor=garbage')).status < 500, true)
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    assert.ok([400, 422].includes((await post(`{"sheet":${deep}}`)).status))
  })

  test('what is too large is refused, announced or not', async () => {
    const key = await server.key('owner')
    const large = 'x'.repeat(5 * 1024 * 1024)
    const announced = await server.fetch('/api/v1/titles', {
      method: 'POST',
      headers: { ...key, 'content-type': 'application/json' },
      body: `{"note":"${large}"}`,
    })
    assert.equal(announced.status, 413)
    const chunks = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 5; i++) controller.enqueue(new TextEncoder().encode(large.slice(0, 1024 * 1024)))
        controller.close()
      },
    })
    const streamed = await server.fetch('/api/v1/titles', {
      method: 'POST',
      headers: { ...key, 'content-type': 'application/json' },
      body: chunks,
      duplex: 'half',
    } as RequestInit)
    assert.equal(streamed.status, 413)
  })

  test('a page of another site cannot act with a session', async () => {
    const { cookie } = await server.session('owner')
    const post = (headers: Record<string, string>) =>
      server.fetch('/api/v1/users', {
        method: 'POST',
        headers: { cookie: cookie!, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ name: 'Mallory', email: 'mallory@evil.example', role: 'owner' }),
      })
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
      { origin: `${server.address}.evil.example` },
      { origin: server.address.replace('http:', 'https:') },
    ]) {
      const answer = await post(headers as Record<string, string>)
      assert.equal(answer.status, 403, JSON.stringify(headers))
      assert.equal(((await answer.json()) as { code: string }).code, 'foreign-origin')
    }
    assert.equal((await post({ origin: server.address })).status, 201)
    // No page of another site may read an answer either.
    assert.equal(
      (await server.fetch('/api/v1/settings', { headers: { origin: 'https://evil.example' } })).headers.get(
        'access-control-allow-origin',
      ),
      null,
    )
  })

  test('a name that is made to point here is not answered', async () => {
    const port = new URL(server.address).port
    assert.equal(
      (await rawRequest(server.address, { path: '/api/v1/titles', headers: { host: `evil.example:${port}` } })).status,
      421,
    )
    assert.equal(
      (await rawRequest(server.address, { path: '/api/v1/titles', headers: { host: `127.0.0.1:${port}` } })).status,
      200,
    )
  })

  test('every answer carries safe headers', async () => {
    for (const path of ['/api/v1/titles', '/api/v1/nothing', '/api/v1/docs', '/healthz', '/readyz', '/api/auth/link?token=x']) {
      const answer = await server.fetch(path)
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', path)
      assert.ok(answer.headers.get('referrer-policy'), path)
      if (path.startsWith('/api/')) assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
      assert.equal(answer.headers.get('x-powered-by'), null)
    }
  })

  test('the health checks answer', async () => {
    assert.equal((await server.fetch('/healthz')).status, 200)
    assert.deepEqual(await (await server.fetch('/readyz')).json(), { ready: true, database: 'up', files: 'up', rights: 'whole' })
  })

  test('long answers are compressed for who takes it', async () => {
    const packed = await rawRequest(server.address, { path: '/api/v1/docs', headers: { 'accept-encoding': 'gzip, br' } })
    assert.equal(packed.headers['content-encoding'], 'br')
    assert.match(String(packed.headers.vary), /accept-encoding/)
    const plain = await rawRequest(server.address, { path: '/api/v1/docs', headers: { 'accept-encoding': 'br;q=0' } })
    assert.equal(plain.headers['content-encoding'], undefined)
    assert.match(plain.text, /<\/html>\s*$/)
    const unpacked = await (await server.fetch('/api/v1/docs')).text()
    assert.equal(unpacked, plain.text)
  })
})

describe('rate limits', () => {
  let server: TestServer
  before(async () => {
    server = await testServer({ env: { VITRINE_REQUESTS_PER_MINUTE: '5', VITRINE_PROXIES: '1' } })
  })
  after(() => server.stop())

  test('one asker is stopped and told for how long, another goes on', async () => {
    const ask = (address: string) => server.fetch('/api/v1/titles', { headers: { 'x-forwarded-for': address } })
    const first = await ask('203.0.113.1')
    assert.equal(first.headers.get('ratelimit-limit'), '5')
    assert.equal(first.headers.get('ratelimit-remaining'), '4')
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push((await ask('203.0.113.1')).status)
    assert.ok(statuses.includes(429))
    const stopped = await ask('203.0.113.1')
    assert.ok(Number(stopped.headers.get('retry-after')) > 0)
    assert.equal((await ask('203.0.113.2')).status, 200)
    assert.equal(
      (await server.fetch('/api/v1/titles', { headers: { 'x-forwarded-for': '203.0.113.99, 203.0.113.1' } })).status,
      429,
      'the spoofed part of the header counts for nothing',
    )
  })

  test('nobody says for themselves from where they try a sign-in', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 22; i++) {
      const answer = await rawRequest(server.address, {
        method: 'POST',
        path: '/api/auth/code',
        headers: {
          host: new URL(server.address).host,
          origin: server.address,
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': '203.0.113.50',
          'X-Vitrine-Address': `198.51.100.${i}`,
        },
        body: 'code=000000&next=/en/desk',
      })
      statuses.push(answer.status)
    }
    assert.equal(statuses.at(-1), 429, statuses.join())
  })

  test('a film describes itself under the address that is configured, whatever name it was asked by', async () => {
    const behind = await testServer({ env: { VITRINE_ORIGIN: 'https://films.example', VITRINE_PROXIES: '1' } })
    const made = await behind.house.createTitle(SYSTEM, { sheet: film('Named Once') })
    await behind.house.publishTitle(SYSTEM, { id: made.id, baseRevision: 1 })
    const answer = await rawRequest(behind.address, { path: `/api/v1/titles/${made.id}/json-ld`, headers: { host: 'inside:80' } })
    await behind.stop()
    assert.equal((JSON.parse(answer.text) as { url: string }).url, 'https://films.example/en/films/named-once')
  })

  test('a stranger’s forms and papers are counted too, and are small', async () => {
    const site = (method: string, path: string, address: string, headers: Record<string, string> = {}, body?: string) =>
      rawRequest(server.address, {
        method,
        path,
        headers: { 'x-forwarded-for': address, ...headers },
        ...(body === undefined ? {} : { body }),
      })
    const many = async (method: string, path: string, address: string) => {
      const answers = []
      for (let i = 0; i < 7; i++) answers.push(await site(method, path, address))
      return answers
    }
    // This server has no site behind it: what is let in is not found.
    for (const [method, path] of [
      ['POST', '/en/shortlist/add'],
      ['POST', '/en/desk/../shortlist/add'],
      ['GET', '/fr/shortlist/abcd/print-a4.pdf'],
    ] as const) {
      const answers = await many(method, path, `203.0.113.${path.length}`)
      assert.deepEqual(
        answers.map(({ status }) => status),
        [404, 404, 404, 404, 404, 429, 429],
        path,
      )
      assert.ok(Number(answers.at(-1)?.headers['retry-after']) > 0)
    }
    assert.ok((await many('POST', '/en/desk/titles/1/save', '203.0.113.90')).every(({ status }) => status === 404))
    assert.ok((await many('GET', '/en/films', '203.0.113.91')).every(({ status }) => status === 404))
    const large = { 'content-length': String(70 * 1024) }
    assert.equal((await site('POST', '/en/about', '203.0.113.92', large, 'x'.repeat(70 * 1024))).status, 413)
    const endless = { 'transfer-encoding': 'chunked' }
    assert.equal((await site('POST', '/en/about', '203.0.113.93', endless, 'name=x')).status, 411)
  })
})

describe('the OpenAPI document', () => {
  let server: TestServer
  let document: {
    openapi: string
    paths: Record<string, Record<string, { operationId: string; summary: string; responses: object }>>
    components: { schemas: object }
  }
  before(async () => {
    server = await testServer()
    document = (await (await server.fetch('/api/v1/openapi.json')).json()) as typeof document
  })
  after(() => server.stop())

  test('is 3.1, and names every endpoint once', () => {
    assert.equal(document.openapi, '3.1.0')
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
    )
    assert.deepEqual(
      operations.map((one) => `${one.method} ${one.path}`).toSorted(),
      ENDPOINTS.map((one) => `${one.method} ${one.path}`).toSorted(),
    )
    assert.equal(new Set(operations.map((one) => one.operationId)).size, operations.length)
    assert.ok(operations.every((one) => one.summary.length > 3))
  })

  test('every reference in it leads somewhere', () => {
    const text = JSON.stringify(document)
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      assert.ok(name! in document.components.schemas, name)
  })

  test('the reference page shows every endpoint and every error, without script or foreign address', async () => {
    const page = await (await server.fetch('/api/v1/docs')).text()
    for (const { path } of ENDPOINTS) assert.ok(page.includes(`/api/v1${path}`.replaceAll('"', '&quot;')), path)
    for (const code of [...Object.keys(ERRORS), ...Object.keys(PROBLEMS)]) assert.ok(page.includes(`id="error-${code}"`), code)
    assert.doesNotMatch(page, /<script|<link|src=|@import|url\(/)
    assert.match(await (await server.fetch('/api/v1/docs', { headers: { 'accept-language': 'fr' } })).text(), /lang="fr"/)
  })
})
