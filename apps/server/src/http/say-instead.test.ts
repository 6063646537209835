/** What stands in the place of a page: a page for whoever reads it in a browser, in their language; a line of text for a program. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { sayInstead } from './say-instead.ts'
import { strangers } from './strangers.ts'

const stop = strangers(1) // one form a minute
const server = createServer((request, response) => {
  void stop(request, '203.0.113.9').then((stopped) => {
    if (request.url === '/opening' || request.url === '/fr/films') return sayInstead(request, response, { why: 'starting' })
    if (stopped === null || stopped === 'no-length') return response.end('in')
    sayInstead(request, response, stopped)
  })
})
let address = ''
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve))
  address = `http://localhost:${(server.address() as AddressInfo).port}`
})
after(() => void server.close())

const HTML = 'text/html,application/xhtml+xml'
const send = (path: string, accept: string) => fetch(address + path, { method: 'POST', headers: { accept }, body: new URLSearchParams({ name: 'Ola' }) }) // prettier-ignore

test('a form that came too often is answered in the language of its page, which says that nothing was sent', async () => {
  assert.equal(await (await send('/fr/films/x?/screener', HTML)).text(), 'in')
  const answer = await send('/fr/films/x?/screener', HTML)
  const page = await answer.text()
  assert.equal(answer.status, 429)
  assert.match(answer.headers.get('content-type')!, /^text\/html/)
  assert.ok(Number(answer.headers.get('retry-after')) > 0)
  assert.match(answer.headers.get('content-security-policy')!, /default-src 'none'; style-src 'sha256-/)
  assert.match(page, /<html lang="fr">/)
  assert.match(page, /celui-ci n’a pas été envoyé. Attendez \d+\s?s/)
  assert.doesNotMatch(page, /http-equiv|href=/, 'it is not asked for again: the form would be lost')
})

test('a program reads a line of English', async () => {
  const answer = await send('/fr/films/x?/screener', 'application/json')
  assert.equal(answer.status, 429)
  assert.match(answer.headers.get('content-type')!, /^text\/plain/)
  assert.match(await answer.text(), /^Many forms came from your connection.*\n$/)
})

test('a form that is too large is refused with its reason', async () => {
  const answer = await fetch(`${address}/en/shortlist/add`, { method: 'POST', headers: { accept: HTML }, body: 'x'.repeat(70_000) }) // prettier-ignore
  assert.equal(answer.status, 413)
  assert.match(await answer.text(), /nothing was sent/)
})

test('while the house opens, a page looks again by itself', async () => {
  const answer = await fetch(`${address}/fr/films`, { headers: { accept: HTML } })
  const page = await answer.text()
  assert.equal(answer.status, 503)
  assert.match(page, /<meta http-equiv="refresh" content="2">/)
  assert.match(page, /href="\/fr\/films"/)
  const other = await fetch(`${address}/opening`, { headers: { accept: HTML, 'accept-language': 'fr-CA' } })
  assert.match(await other.text(), /<html lang="fr">/)
})
