/** The rights book through the API, as a program uses it: every answer is held to the shape that the document promises. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { ENDPOINTS } from '../src/api/app.ts'
import { caller } from './caller.ts'
import { testServer, type TestServer } from './server.ts'

const grant = { kind: 'grant', exclusive: true, territory: 'World excl. Japan', media: 'all', from: '2020-01-01', to: '2035-12-31', party: 'Salt Films', contract: 'A-1' } // prettier-ignore
const licence = { kind: 'licence', exclusive: true, territory: 'France', media: 'free-tv', languages: 'fr', from: '2027-01-01', to: '2028-12-31', party: 'Canal Sud', runs: 2, catchUpDays: 7, event: { kind: 'delivery' }, holdbacks: [{ territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-06-30' }] } // prettier-ignore
const question = { territory: 'France, Poland', media: 'free-tv, svod', from: '2027-01-01', to: '2028-12-31', exclusive: true }

interface Entry {
  id: string
  version: number
  status: string
}
type Problem = { code: string; details: { issues?: { path: string }[]; objections?: { code: string; entries: string[] }[] } }

describe('the rights book through the API', () => {
  let server: TestServer
  let owner: ReturnType<typeof caller>
  let sales: ReturnType<typeof caller>
  let visitor: ReturnType<typeof caller>
  let made = 0
  before(async () => {
    server = await testServer()
    owner = caller(server, await server.key('owner'))
    sales = caller(server, await server.key('sales'))
    visitor = caller(server, {})
  })
  after(() => server.stop())

  const aFilm = async (title = `Salt ${(made += 1)}`): Promise<string> => {
    const cuts = [{ minutes: 52, episodes: null, versions: [] }]
    return (await server.house.createTitle(SYSTEM, { sheet: { ...emptySheet(title), cuts } })).id
  }
  const enter = async (titleId: string, entry: object) => {
    const answer = await owner('POST', `/titles/${titleId}/rights/entries`, { entry, acceptWarnings: true })
    assert.equal(answer.status, 201, JSON.stringify(answer.json))
    return { ...(answer.json as Entry), etag: answer.headers.get('etag')! }
  }
  const upload = (path: string, bytes: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    server.fetch(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: bytes }) // prettier-ignore

  test('no answer of these routes is a loose object', () => {
    const loose: string[] = []
    const look = (value: unknown, path: string): void => {
      if (value === null || typeof value !== 'object') return
      const { def } = value as { def?: { type: string; catchall?: { def: { type: string } } } }
      if (def?.type === 'object' && def.catchall?.def.type === 'unknown') loose.push(path)
      if (def?.type === 'any' || def?.type === 'unknown') loose.push(path)
      for (const child of Object.values(def ?? (value as object))) if (child !== value) look(child, path)
      if (def?.type === 'object') look((value as { shape: object }).shape, path)
    }
    const routes = ENDPOINTS.filter(({ path }) => /rights|availab|webhook|interest/.test(path))
    assert.ok(routes.length > 35)
    for (const { method, path, route } of routes) {
      const bodies = Object.entries(route.responses).flatMap(([status, response]) =>
        status === 'default' ? [] : Object.entries((response as { content?: object }).content ?? {}),
      )
      for (const [type, { schema }] of bodies as [string, { schema: unknown }][])
        if (type === 'application/json' && !/clause|import/.test(path)) look(schema, `${method} ${path}`)
    }
    assert.deepEqual(loose, [])
  })

  test('an entry from draft to its end, each change with the ETag that was read', async () => {
    const titleId = await aFilm()
    await enter(titleId, grant)
    const drafted = await sales('POST', `/titles/${titleId}/rights/drafts`, { entry: licence })
    assert.equal(drafted.status, 201)
    const { id } = drafted.json as Entry
    const path = `/rights/entries/${id}`
    const read = await owner('GET', path)
    assert.equal(read.headers.get('etag'), drafted.headers.get('etag'))
    assert.equal((await owner('GET', path, undefined, { 'if-none-match': read.headers.get('etag')! })).status, 304)

    assert.equal((await sales('PUT', path, { entry: licence })).status, 428)
    assert.equal((await sales('PUT', path, { entry: licence }, { 'if-match': 'yesterday' })).status, 400)
    const redrafted = await sales(
      'PUT',
      path,
      { entry: { ...licence, note: 'agreed' } },
      { 'if-match': read.headers.get('etag')! },
    )
    assert.equal(redrafted.status, 200)
    const late = await owner('POST', `${path}/sign`, {}, { 'if-match': read.headers.get('etag')! })
    assert.deepEqual([late.status, (late.json as Problem).code], [409, 'revision-changed'])
    assert.equal((await sales('POST', `${path}/sign`, {}, { 'if-match': redrafted.headers.get('etag')! })).status, 403)

    const signed = await owner('POST', `${path}/sign`, {}, { 'if-match': redrafted.headers.get('etag')! })
    assert.equal((signed.json as Entry).status, 'signed')
    const dated = await owner('POST', `${path}/date`, { eventDate: '2027-02-01' }, { 'if-match': signed.headers.get('etag')! })
    assert.equal(dated.status, 200, JSON.stringify(dated.json))
    assert.equal((dated.json as { undated: boolean }).undated, false)
    const run = await owner('POST', `${path}/date`, { broadcast: '2027-03-01' }, { 'if-match': dated.headers.get('etag')! })
    assert.equal(run.status, 200)
    const neither = await owner('POST', `${path}/date`, {}, { 'if-match': run.headers.get('etag')! })
    assert.equal(neither.status, 422)
    const amended = await owner('POST', `${path}/amend`, { entry: { ...licence, event: { kind: 'delivery', date: '2027-02-01' }, to: '2028-06-30' }, effective: null }, { 'if-match': run.headers.get('etag')! }) // prettier-ignore
    assert.equal(amended.status, 200, JSON.stringify(amended.json))
    const ended = await owner('POST', `${path}/end`, { lastDay: '2027-12-31' }, { 'if-match': amended.headers.get('etag')! })
    assert.equal(ended.status, 200, JSON.stringify(ended.json))
    const history = ((await owner('GET', path)).json as { history: { version: number }[] }).history
    assert.deepEqual(history.map(({ version }) => version), [1, 2, 3, 4, 5, 6, 7]) // prettier-ignore
  })

  test('what contradicts the book is a conflict that names what stands in the way; check and simulate say so before', async () => {
    const titleId = await aFilm()
    await enter(titleId, grant)
    const first = await enter(titleId, licence)
    const second = { ...licence, party: 'Canal Nord' }
    const checked = await sales('POST', `/titles/${titleId}/rights/check`, { entry: second })
    assert.equal((checked.json as { verdict: string }).verdict, 'refused')
    const replaced = await sales('POST', `/titles/${titleId}/rights/check`, { entry: second, replaces: [first.id] })
    assert.notEqual((replaced.json as { verdict: string }).verdict, 'refused')
    const simulated = await sales('POST', `/titles/${titleId}/rights/simulation`, { entry: { ...licence, territory: 'Poland', holdbacks: [] } }) // prettier-ignore
    assert.ok((simulated.json as { changes: { after: string }[] }).changes.some(({ after: status }) => status === 'blocked'))
    const refused = await owner('POST', `/titles/${titleId}/rights/entries`, { entry: second, acceptWarnings: true })
    const problem = refused.json as Problem
    assert.deepEqual([refused.status, problem.code], [409, 'rights-conflict'])
    assert.ok(problem.details.objections!.some(({ entries }) => entries.includes(first.id)))
    const wrong = await owner('POST', `/titles/${titleId}/rights/entries`, { entry: { ...second, territory: 'Narnia' } })
    assert.deepEqual([wrong.status, (wrong.json as Problem).details.issues![0]!.path], [422, 'territory'])
  })

  test('asking: the catalogue, one film, many films in codes, one line of the trade, a clause', async () => {
    const titleId = await aFilm()
    await enter(titleId, grant)
    const { id } = await enter(titleId, licence)
    const asked = await sales('POST', '/availabilities', { question, titleIds: [titleId] })
    assert.equal((asked.json as { counts: { partial: number } }).counts.partial, 1)
    const view = await sales('POST', `/titles/${titleId}/availability`, { question, asOf: { today: '2026-11-26' } })
    assert.ok(id in (view.json as { entries: object }).entries)
    const { titles } = (await sales('POST', '/availabilities/answers', { question, titleIds: [titleId] })).json as { titles: { repairs: { change: string }[] }[] } // prettier-ignore
    assert.ok(titles[0]!.repairs.length > 0)
    assert.equal((await sales('POST', '/rights/question', { line: 'SVOD, Poland + Baltics, from Jan 2027, 3 years, excl., 52’' })).status, 200) // prettier-ignore
    assert.equal((await sales('POST', '/rights/clause', { text: 'exclusive free TV, Poland, 2 runs from 1 March 2027 for 2 years' })).status, 200) // prettier-ignore
    assert.equal((await sales('GET', '/rights/watch?days=3660')).status, 200)
    const table = await sales('POST', `/titles/${titleId}/availability/table?format=csv`, { question })
    assert.match(table.headers.get('content-disposition')!, /^attachment/)
    assert.match(String(table.json), /France/)
  })

  test('entries come in pages that together are the whole, each with the address of the next', async () => {
    const titleId = await aFilm()
    for (let i = 0; i < 5; i++)
      await owner('POST', `/titles/${titleId}/rights/drafts`, { entry: { ...grant, contract: `P-${i}` } })
    const seen: string[] = []
    let next: string | null = `/rights/entries?titleId=${titleId}&limit=2`
    while (next !== null) {
      const page: Awaited<ReturnType<typeof owner>> = await owner('GET', next)
      const { items, nextCursor } = page.json as { items: { contract: string }[]; nextCursor: string | null }
      seen.push(...items.map(({ contract }) => contract))
      const link = /^<\/api\/v1(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '')
      assert.equal(link === null, nextCursor === null)
      next = link?.[1] ?? null
    }
    assert.deepEqual(seen.toSorted(), ['P-0', 'P-1', 'P-2', 'P-3', 'P-4'])
    assert.equal((await owner('GET', '/rights/entries?cursor=nonsense')).status, 422)
  })

  test('papers: brought, listed, fetched as they were, taken away; a form does as well; too large is refused', async () => {
    const { id, etag } = await enter(await aFilm(), grant)
    const path = `/rights/entries/${id}/documents`
    const key = await server.key('owner')
    const pdf = new TextEncoder().encode('%PDF-1.7\nA contract.')
    const brought = await upload(`${path}?fileName=contract.pdf`, pdf, key)
    assert.equal(brought.status, 201)
    const document = (await brought.json()) as { id: string; mediaType: string }
    assert.equal(document.mediaType, 'application/pdf')
    const form = new FormData()
    form.set('file', new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], 'letter "signed".jpg', { type: 'text/html' }))
    const letter = await server.fetch(`/api/v1${path}`, { method: 'POST', headers: key, body: form })
    assert.equal(letter.status, 201)
    const list = await sales('GET', path)
    assert.deepEqual((list.json as { fileName: string }[]).map(({ fileName }) => fileName).toSorted(), ['contract.pdf', 'letter "signed".jpg']) // prettier-ignore
    assert.notEqual((await owner('GET', `/rights/entries/${id}`)).headers.get('etag'), etag, 'the answer has another tag')
    const fetched = await server.fetch(`/api/v1${path}/${document.id}`, { headers: key })
    assert.deepEqual(new Uint8Array(await fetched.arrayBuffer()), pdf)
    const other = ((await letter.json()) as { id: string }).id
    const shown = await server.fetch(`/api/v1${path}/${other}`, { headers: key })
    assert.match(shown.headers.get('content-disposition')!, /^attachment; filename="letter _signed_.jpg"/)
    assert.equal(shown.headers.get('content-type'), 'image/jpeg')
    const page = await upload(`${path}?fileName=page.pdf`, '<script>alert(1)</script>', key)
    assert.equal(page.status, 415, 'nothing that a browser would run is kept')
    const large = await upload(`${path}?fileName=large.pdf`, new Uint8Array(25 * 1024 * 1024 + 1), key)
    assert.equal(large.status, 413)
    assert.equal((await owner('DELETE', `${path}/${document.id}`)).status, 204)
    assert.equal((await owner('GET', `${path}/${document.id}`)).status, 404)
    assert.equal((await upload(`${path}?fileName=x.txt`, 'x', await server.key('sales'))).status, 403)
  })

  test('a list is kept as sent, read by its link, compared, and recalled', async () => {
    const titleId = await aFilm()
    await enter(titleId, grant)
    const list = { question, titleIds: [titleId], toName: 'A buyer', toCompany: 'Kanal Nord', locale: 'fr' }
    const preview = await sales('POST', '/rights/lists/preview', { question, titleIds: [titleId] })
    assert.equal((preview.json as { rows: unknown[] }).rows.length, 1)
    const sent = await sales('POST', '/rights/lists', list)
    assert.equal(sent.status, 201, JSON.stringify(sent.json))
    const { id, token } = sent.json as { id: string; token: string }
    const link = `/availability-lists/${token}`
    assert.equal(sent.headers.get('location'), `/api/v1${link}`)
    assert.equal((await visitor('GET', link)).status, 200)
    assert.match(String((await visitor('GET', `${link}/list.csv`)).json), /Salt/)
    const xlsx = await server.fetch(`/api/v1${link}/list.xlsx`)
    assert.equal(new TextDecoder().decode((await xlsx.arrayBuffer()).slice(0, 2)), 'PK')
    await enter(titleId, licence)
    const page = await sales('GET', '/rights/lists')
    assert.ok((page.json as { items: { id: string; stale: boolean }[] }).items.find((one) => one.id === id)!.stale)
    const { changes } = (await sales('GET', `/rights/lists/${id}/changes`)).json as { changes: { sent: string; now: string }[] }
    assert.deepEqual(changes.map(({ sent: before_, now }) => [before_, now]), [['full', 'partial']]) // prettier-ignore
    assert.equal((await visitor('GET', `/rights/lists/${id}/changes`)).status, 401)
    assert.equal((await sales('DELETE', `/rights/lists/${id}`)).status, 204)
    const mailed = (await sales('POST', '/rights/lists', { ...list, toEmail: 'ada@buyers.example' })).json as { id: string }
    const { letter } = (await sales('GET', `/rights/lists/${mailed.id}/changes`)).json as { letter: { to: string } }
    assert.equal(letter.to, 'ada@buyers.example')
    assert.equal((await visitor('GET', link)).status, 404)
    assert.equal((await sales('POST', '/rights/lists', { ...list, toEmail: 'nobody' })).status, 422)
  })

  test('a spreadsheet: previewed, written whole or not at all, never twice, and out again', async () => {
    const titleId = await aFilm('The Tide')
    const key = await server.key('owner')
    const heads = 'Work;Kind;Excl;Where;How;From;To;Partner\n'
    const good = `${heads}Tide;grant;yes;World;all;2020-01-01;2035-12-31;Salt Films\nTide;licence;yes;Poland;svod;2027-01-01;2028-12-31;Kanal\n`
    const mapping = 'title,kind,exclusive,territory,media,from,to,party'
    const film = `film=${titleId}:Tide`
    const preview = await upload(`/rights/import/preview?fileName=book.csv&mapping=${mapping}&${film}`, good, key)
    assert.equal(preview.status, 200)
    const { counts, fresh } = (await preview.json()) as { counts: object; fresh: number }
    assert.deepEqual([counts, fresh], [{ good: 2, doubtful: 0, bad: 0 }, 2])
    const sold = `${good}Tide;licence;yes;Europe;svod;2028-01-01;2029-12-31;Another\n`
    const refused = await upload(`/rights/import?fileName=book.csv&mapping=${mapping}&${film}`, sold, key)
    assert.equal(refused.status, 422)
    assert.deepEqual((await owner('GET', `/rights/entries?titleId=${titleId}`)).json, { items: [], nextCursor: null })
    for (const [entries, unchanged] of [
      [2, 0],
      [0, 2],
    ]) {
      // prettier-ignore
      const written = await upload(`/rights/import?fileName=book.csv&mapping=${mapping}&${film}`, good, key)
      assert.deepEqual(await written.json(), { entries, titles: entries === 0 ? 0 : 1, unchanged })
    }
    const again = await upload(`/rights/import/preview?fileName=book.csv&${film}`, good, key)
    assert.equal(((await again.json()) as { remembered: boolean }).remembered, true)
    assert.equal((await upload('/rights/import?mapping=title,nonsense', good, key)).status, 422)
    assert.equal((await upload('/rights/import/preview', Uint8Array.of(0x50, 0x4b, 3, 4, 9), key)).status, 422, 'a broken XLSX')
    assert.match(String((await sales('GET', `/rights/export?format=csv&titleId=${titleId}`)).json), /Kanal/)
    const book = (await sales('GET', `/rights/export?titleId=${titleId}`)).json as { entries: unknown[] }
    assert.equal(book.entries.length, 2)
  })

  test('a calendar’s address is told once to a person, and shows what its owner may see', async () => {
    const rights = caller(server, await server.session('rights'))
    const made_ = await rights('POST', '/rights/calendar')
    assert.equal(made_.status, 201, JSON.stringify(made_.json))
    const { token, url } = made_.json as { token: string; url: string }
    assert.ok(url.endsWith(`/en/rights-calendar/${token}.ics`))
    const calendar = await visitor('GET', `/rights/calendar/${token}`)
    assert.match(String(calendar.json), /^BEGIN:VCALENDAR/)
    assert.equal((await owner('POST', '/rights/calendar')).status, 403, 'a key has none')
    await rights('POST', '/rights/calendar')
    assert.equal((await visitor('GET', `/rights/calendar/${token}`)).status, 404)
  })

  test('a member’s own territories and media', async () => {
    const buyer = caller(server, await server.session('buyer'))
    const interest = { territory: 'Poland + Baltics', media: 'TV & VOD' }
    assert.deepEqual((await buyer('PUT', '/me/interest', interest)).json, interest)
    assert.deepEqual((await buyer('GET', '/me/interest')).json, interest)
    assert.equal((await buyer('PUT', '/me/interest', { ...interest, territory: 'Narnia' })).status, 422)
    assert.equal((await visitor('GET', '/me/interest')).status, 401)
  })

  test('a program is told of changes: the secret once, never again', async () => {
    const person = caller(server, await server.session('owner'))
    const made_ = await person('POST', '/webhooks', { url: 'https://program.example/in' })
    assert.equal(made_.status, 201)
    assert.equal(made_.headers.get('cache-control'), 'no-store')
    const { webhook, secret } = made_.json as { webhook: { id: string }; secret: string }
    assert.ok(!JSON.stringify((await person('GET', '/webhooks')).json).includes(secret))
    assert.equal((await owner('POST', '/webhooks', { url: 'https://program.example/in' })).status, 403, 'not for keys')
    assert.equal((await person('POST', '/webhooks', { url: 'ftp://program.example' })).status, 422)
    assert.equal((await owner('POST', `/webhooks/${webhook.id}/test`)).status, 204)
    await enter(await aFilm(), grant)
    const { items } = (await owner('GET', `/webhooks/${webhook.id}/deliveries`)).json as {
      items: { event: string; body: object }[]
    }
    assert.deepEqual(items.map(({ event }) => event).toSorted(), ['availability.changed', 'test']) // prettier-ignore
    assert.equal((await owner('POST', '/webhooks/none/test')).status, 404)
    assert.equal((await sales('GET', `/webhooks/${webhook.id}/deliveries`)).status, 403)
    const moved = await person('PATCH', `/webhooks/${webhook.id}`, { url: 'https://program.example/other' })
    assert.equal((moved.json as { url: string }).url, 'https://program.example/other')
    assert.equal((await person('PATCH', `/webhooks/${webhook.id}`, { url: 'javascript:1' })).status, 422)
    const renewed = await person('POST', `/webhooks/${webhook.id}/secret`, { keepOld: true })
    assert.equal(renewed.headers.get('cache-control'), 'no-store')
    const { secret: second } = renewed.json as { secret: string }
    const shown = JSON.stringify((await owner('GET', `/webhooks/${webhook.id}`)).json)
    assert.ok(shown.includes('oldSecretUntil') && !shown.includes(secret) && !shown.includes(second), shown)
    for (const [method, path, body] of [['PATCH', '', { on: false }], ['POST', '/secret', {}]] as const)
      assert.equal((await owner(method, `/webhooks/${webhook.id}${path}`, body)).status, 403, 'not for keys') // prettier-ignore
    assert.equal((await person('DELETE', `/webhooks/${webhook.id}`)).status, 204)
    assert.equal((await owner('POST', `/webhooks/${webhook.id}/test`)).status, 404, 'it has ended')
    assert.equal((await person('DELETE', `/webhooks/${webhook.id}`)).status, 404)
  })
})
