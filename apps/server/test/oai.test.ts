import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { testServer, type TestServer } from './server.ts'

let server: TestServer
before(async () => {
  server = await testServer()
  const { id } = await server.house.createTitle(SYSTEM, { sheet: emptySheet('Alder & <Birch>') })
  await server.house.publishTitle(SYSTEM, { id, baseRevision: 1 })
  await server.house.createTitle(SYSTEM, { sheet: emptySheet('A draft') })
})
after(() => server.stop())

test('anybody harvests what is public, by address or by form; a session or a key shows no more', async () => {
  const path = '/oai?verb=ListRecords&metadataPrefix=oai_dc'
  const answer = await server.fetch(path)
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'text/xml; charset=utf-8'])
  const text = await answer.text()
  assert.match(text, /<dc:title>Alder &amp; &lt;Birch&gt;<\/dc:title>/)
  assert.doesNotMatch(text, /draft/)
  const timeless = (xml: string) => xml.replace(/<responseDate>[^<]*/, '')
  for (const headers of [await server.key('owner'), await server.session('editor')])
    assert.equal(timeless(await (await server.fetch(path, { headers })).text()), timeless(text))
  const form = await server.fetch('/oai', {
    method: 'POST',
    body: new URLSearchParams({ verb: 'ListRecords', metadataPrefix: 'oai_dc' }),
  })
  assert.equal(timeless(await form.text()), timeless(text))
  assert.match(await (await server.fetch('/oai?verb=Identify')).text(), new RegExp(`<baseURL>${server.address}/oai</baseURL>`))
})

test('nonsense is an error of the protocol, or refused; nothing else is answered there', async () => {
  assert.match(await (await server.fetch('/oai')).text(), /<error code="badVerb">/)
  assert.match(
    await (await server.fetch('/oai?verb=GetRecord&identifier=%27%3B--&metadataPrefix=oai_dc')).text(),
    /code="idDoesNotExist"/,
  )
  assert.match(await (await server.fetch('/oai?verb=ListRecords&resumptionToken=W10')).text(), /code="badResumptionToken"/)
  assert.equal((await server.fetch(`/oai?${'a=1&'.repeat(60)}`)).status, 400)
  assert.equal((await server.fetch('/oai', { method: 'POST', body: 'x'.repeat(9000) })).status, 413)
  assert.equal((await server.fetch('/oai', { method: 'DELETE' })).status, 404)
})
