/** Webhooks against real servers on the loopback address: one that takes, one that fails, one that is silent, one that leads away. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, SYSTEM, type House } from '@vitrine/house'
import { eachDatabase } from '@vitrine/store/testing/databases'
import { deliverDue } from '../src/webhooks/deliver.ts'
import { isPublicAddress } from '../src/webhooks/public-address.ts'

interface Got {
  headers: IncomingHttpHeaders
  body: string
}
const servers: Server[] = []
const folders: string[] = []
after(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A receiver, and what it got. */
async function receiver(answer: RequestListener): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      answer(request, response)
    })
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`, got }
}
const takes: RequestListener = (_request, response) => void response.writeHead(204).end()
const running = () => ({ allowPrivate: true, signal: new AbortController().signal })

/** The example that docs/api.md gives to receivers, as they would run it. */
async function exampleOfDocs(): Promise<{
  isFromVitrine(secret: string, signature: string, body: string, now?: number): boolean
}> {
  const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
  const code = /```js\n(import \{ createHmac[\s\S]*?)```/.exec(page)![1]!
  return import(`data:text/javascript,${encodeURIComponent(code)}`)
}

const grant = { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2035-12-31' }
async function somethingChanges(house: House): Promise<string> {
  const { id } = await house.createTitle(SYSTEM, { sheet: emptySheet('Salt') })
  await house.enterEntry(SYSTEM, { titleId: id, entry: grant, locale: 'en' })
  return id
}

let houses = 0
eachDatabase('webhooks', (openDatabase) => {
  /** A house whose clock stands until it is moved, and a second server on the same database. */
  async function open() {
    const database = await openDatabase()
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-hooks-'))
    folders.push(folder)
    let now = Date.UTC(2026, 10, 22, 9)
    const files = await openFiles(folder)
    const houseId = `hooks-${++houses}`
    const make = () =>
      createHouse({ database, files, houseId, clock: () => new Date(now), print: null, origin: 'https://films.example' })
    return { house: make(), other: make(), pass: (seconds: number) => void (now += seconds * 1000) }
  }

  test('a change of availability is told, signed so that it can be verified', async () => {
    const { house } = await open()
    const { url, got } = await receiver(takes)
    const { secret } = await house.addWebhook(SYSTEM, { url })
    const titleId = await somethingChanges(house)
    assert.equal(await deliverDue(house, running()), 1)
    const { headers, body } = got[0]!
    assert.equal(headers['x-vitrine-event'], 'availability.changed')
    assert.ok(headers['x-vitrine-delivery'])
    assert.ok(body.includes(titleId), body)
    const { isFromVitrine } = await exampleOfDocs()
    const signature = String(headers['x-vitrine-signature'])
    assert.equal(isFromVitrine(secret, signature, body), true)
    assert.equal(isFromVitrine(secret, signature, `${body} `), false)
    assert.equal(isFromVitrine(secret, signature, body, Date.now() + 301_000), false)
    const [, second, sum] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature)!
    assert.equal(createHmac('sha256', secret).update(`${second}.${body}`).digest('hex'), sum)
    assert.equal(await deliverDue(house, running()), 0)
    const [hook] = await house.listWebhooks(SYSTEM)
    assert.deepEqual([hook?.waiting, hook?.lastStatus], [0, '204'])
  })

  test('a receiver that fails is tried five times more, ever later, then given up; no redirect is followed', async () => {
    const { house, pass } = await open()
    const elsewhere = await receiver(takes)
    const { url, got } = await receiver((_request, response) => void response.writeHead(307, { location: elsewhere.url }).end())
    await house.addWebhook(SYSTEM, { url })
    await somethingChanges(house)
    for (const wait of [0, 60, 300, 1800, 7200, 43_200]) {
      if (wait > 0) {
        pass(wait - 1)
        assert.equal(await deliverDue(house, running()), 0, `not before ${wait} s`)
        pass(1)
      }
      assert.equal(await deliverDue(house, running()), 1)
    }
    pass(10 * 86_400)
    assert.equal(await deliverDue(house, running()), 0)
    assert.deepEqual([got.length, elsewhere.got.length], [6, 0])
    const [hook] = await house.listWebhooks(SYSTEM)
    assert.deepEqual([hook?.waiting, hook?.lastStatus], [0, '307'])
  })

  test('a receiver that says nothing, and one that is not there, hold nobody up', async () => {
    const { house } = await open()
    const silent = await receiver(() => {})
    const gone = await receiver(takes)
    const fine = await receiver(takes)
    for (const { url } of [silent, fine]) await house.addWebhook(SYSTEM, { url })
    await house.addWebhook(SYSTEM, { url: gone.url })
    const lost = servers.at(-2)!
    lost.close()
    await once(lost, 'close')
    await somethingChanges(house)
    assert.equal(await deliverDue(house, { ...running(), patience: 200 }), 3)
    assert.deepEqual((await house.listWebhooks(SYSTEM)).map(({ waiting, lastStatus }) => `${waiting} ${lastStatus}`).toSorted(), [
      '0 204',
      '1 ECONNREFUSED',
      '1 timeout',
    ])
    assert.equal(fine.got.length, 1)
  })

  test('two servers at once send each event once', async () => {
    const { house, other } = await open()
    const { url, got } = await receiver(takes)
    await house.addWebhook(SYSTEM, { url })
    for (let i = 0; i < 5; i++) await somethingChanges(house)
    const sent = await Promise.all([house, other, house, other].map((one) => deliverDue(one, running())))
    assert.equal(sent.reduce((sum, count) => sum + count, 0), 5) // prettier-ignore
    assert.equal(new Set(got.map(({ headers }) => headers['x-vitrine-delivery'])).size, 5)
    assert.equal(got.length, 5)
  })

  test('a server that ends in the middle loses nothing: another sends it when the lease is over', async () => {
    const { house, other, pass } = await open()
    let stop = (): void => {}
    const { url, got } = await receiver((request, response) => (got.length === 1 ? stop() : takes(request, response)))
    await house.addWebhook(SYSTEM, { url })
    await somethingChanges(house)
    const ending = new AbortController()
    stop = () => ending.abort()
    assert.equal(await deliverDue(house, { allowPrivate: true, signal: ending.signal }), 1)
    assert.equal(await deliverDue(other, running()), 0)
    pass(60)
    assert.equal(await deliverDue(other, running()), 1)
    assert.equal(got.length, 2)
    assert.equal(got[0]!.headers['x-vitrine-delivery'], got[1]!.headers['x-vitrine-delivery'])
    assert.equal((await house.listWebhooks(SYSTEM))[0]?.lastStatus, '204')
  })

  test('after a new secret both sign for a day, then the new one alone; or the old one signs no more at once', async () => {
    const { house, pass } = await open()
    const { url, got } = await receiver(takes)
    const { secret: first, webhook } = await house.addWebhook(SYSTEM, { url })
    const { isFromVitrine } = await exampleOfDocs()
    /** Which of the secrets a receiver may still use. */
    const signs = async (...secrets: string[]): Promise<boolean[]> => {
      await house.testWebhook(SYSTEM, { id: webhook.id })
      assert.equal(await deliverDue(house, running()), 1)
      const { headers, body } = got.at(-1)!
      return secrets.map((secret) => isFromVitrine(secret, String(headers['x-vitrine-signature']), body))
    }
    const { secret: second, webhook: kept } = await house.renewWebhookSecret(SYSTEM, { id: webhook.id, keepOld: true })
    assert.equal(kept.oldSecretUntil, '2026-11-23T09:00:00.000Z')
    assert.deepEqual(await signs(first, second, 'another'), [true, true, false])
    pass(86_400)
    assert.deepEqual(await signs(first, second), [false, true])
    assert.equal((await house.viewWebhook(SYSTEM, { id: webhook.id })).oldSecretUntil, null)
    const { secret: third } = await house.renewWebhookSecret(SYSTEM, { id: webhook.id, keepOld: true })
    const { secret: fourth } = await house.renewWebhookSecret(SYSTEM, { id: webhook.id, keepOld: false })
    assert.deepEqual(await signs(second, third, fourth), [false, false, true])
  })

  test('switched off, a program gets nothing but tests, and nothing of what changed meanwhile afterwards', async () => {
    const { house, pass } = await open()
    let answer: RequestListener = (_request, response) => void response.writeHead(500).end()
    const { url, got } = await receiver((request, response) => answer(request, response))
    const { webhook } = await house.addWebhook(SYSTEM, { url })
    await somethingChanges(house)
    assert.equal(await deliverDue(house, running()), 1)
    assert.ok((await house.changeWebhook(SYSTEM, { id: webhook.id, on: false })).offAt)
    await somethingChanges(house)
    pass(86_400)
    assert.equal(await deliverDue(house, running()), 0)
    answer = takes
    await house.testWebhook(SYSTEM, { id: webhook.id })
    assert.equal(await deliverDue(house, running()), 1)
    assert.equal((await house.changeWebhook(SYSTEM, { id: webhook.id, on: true })).offAt, null)
    assert.equal(await deliverDue(house, running()), 0)
    pass(1)
    const titleId = await somethingChanges(house)
    assert.equal(await deliverDue(house, running()), 1)
    assert.equal(JSON.parse(got.at(-1)!.body).titleId, titleId)
    const { items } = await house.listDeliveries(SYSTEM, { id: webhook.id })
    assert.deepEqual(items.map(({ event, state, attempts, lastStatus }) => [event, state, attempts, lastStatus]), [
      ['availability.changed', 'delivered', 1, '204'],
      ['test', 'delivered', 1, '204'],
      ['availability.changed', 'given-up', 1, '500'],
    ]) // prettier-ignore
  })

  test('led to another address, a program gets there what waits, under the same id', async () => {
    const { house, pass } = await open()
    const wrong = await receiver((_request, response) => void response.writeHead(404).end())
    const right = await receiver(takes)
    const { webhook } = await house.addWebhook(SYSTEM, { url: wrong.url })
    await somethingChanges(house)
    await deliverDue(house, running())
    await assert.rejects(house.changeWebhook(SYSTEM, { id: webhook.id, url: 'ftp://program.example' }), { code: 'invalid-input' })
    assert.equal((await house.changeWebhook(SYSTEM, { id: webhook.id, url: right.url })).url, right.url)
    pass(60)
    assert.equal(await deliverDue(house, running()), 1)
    assert.equal(right.got[0]!.headers['x-vitrine-delivery'], wrong.got[0]!.headers['x-vitrine-delivery'])
    await house.removeWebhook(SYSTEM, { id: webhook.id })
    for (const change of [
      () => house.changeWebhook(SYSTEM, { id: webhook.id, on: true }),
      () => house.renewWebhookSecret(SYSTEM, { id: webhook.id, keepOld: true }),
    ])
      await assert.rejects(change, { code: 'not-found' }, 'it has ended for good')
  })

  test('this machine and its neighbours are not spoken to unless it is allowed, by number or by name', async () => {
    const { house } = await open()
    const { url, got } = await receiver(takes)
    const { port } = new URL(url)
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]'])
      await house.addWebhook(SYSTEM, { url: `http://${host}:${port}/` })
    await somethingChanges(house)
    assert.equal(await deliverDue(house, { allowPrivate: false, signal: new AbortController().signal }), 6)
    assert.equal(got.length, 0)
    for (const hook of await house.listWebhooks(SYSTEM)) assert.equal(hook.lastStatus, 'private address', hook.url)
  })
})

test('addresses of the internet are told from all others', () => {
  for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111']) assert.ok(isPublicAddress(address), address)
  for (const address of ['10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.100.100.200', '0.0.0.0', '224.0.0.1', '::', '::1', 'fe80::1', 'fc00::1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', 'x']) assert.ok(!isPublicAddress(address), address) // prettier-ignore
})
