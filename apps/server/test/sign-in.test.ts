import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createHmac } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { testServer, type TestServer } from './server.ts'

describe('signing in', () => {
  let server: TestServer
  before(async () => {
    server = await testServer()
  })
  after(() => server.stop())

  const form = (values: Record<string, string>, headers: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { origin: server.address, ...headers },
    body: new URLSearchParams(values),
  })
  const tokenFor = async (role: 'owner' | 'editor' | 'sales' | 'buyer'): Promise<string> =>
    new URL((await server.signIn.linkForMember(server.members[role].email, 'en'))!).searchParams.get('token')!
  const whoAmI = async (headers: Record<string, string>) => server.site.sessionActor(new Headers(headers))
  const ask = (email: string, address: string) => server.site.requestMagicLink({ email, locale: 'en', next: null, address })
  const mails = async () => (await readdir(join(server.folder, 'mail')).catch(() => [])).filter((name) => name.endsWith('.json'))
  const waitForMails = async (count: number) => {
    for (let i = 0; i < 200 && (await mails()).length < count; i++) await new Promise((resolve) => setTimeout(resolve, 25))
    return mails()
  }

  test('a member gets a link by mail, and the link signs in', async () => {
    await server.site.requestMagicLink({
      email: ' Editor@House.example ',
      locale: 'fr',
      next: '/fr/desk/titles',
      address: '192.0.2.1',
    })
    const [name] = await waitForMails(1)
    const letter = JSON.parse(await readFile(join(server.folder, 'mail', name!), 'utf8')) as {
      to: string
      subject: string
      text: string
    }
    assert.equal(letter.to, 'editor@house.example')
    assert.match(letter.subject, /Votre lien de connexion/)
    const link = new URL(/http:\S+/.exec(letter.text)![0])

    const page = await server.fetch(link.pathname + link.search, { headers: { 'accept-language': 'fr' } })
    assert.equal(page.status, 200)
    const shown = await page.text()
    assert.match(shown, /Se connecter/)
    assert.match(shown, /<header><a class="house" href="\/fr">/)
    const policy = page.headers.get('content-security-policy')!
    const style = createHash('sha256')
      .update(/<style>([^]*)<\/style>/.exec(shown)![1]!)
      .digest('base64')
    assert.match(policy, /default-src 'none'/)
    assert.ok(policy.includes(`style-src 'sha256-${style}'`), policy)
    assert.match(shown, /<html lang="fr">/)
    const dark = await server.fetch(link.pathname + link.search, { headers: { cookie: 'appearance=dark' } })
    assert.match(await dark.text(), /<html lang="\w\w" data-appearance="dark">/)

    const used = await server.fetch(
      '/api/auth/link?locale=fr',
      form({ token: link.searchParams.get('token')!, next: link.searchParams.get('next')! }),
    )
    assert.equal(used.status, 303)
    assert.equal(used.headers.get('location'), '/fr/desk/titles')
    const [cookie] = used.headers.getSetCookie()
    assert.match(cookie!, /HttpOnly/i)
    assert.match(cookie!, /SameSite=Lax/i)
    const actor = await whoAmI({ cookie: cookie!.split(';')[0]! })
    assert.equal(actor.userId, server.members.editor.id)
    assert.equal(actor.role, 'editor')
  })

  test('mails are readable by their owner alone', async () => {
    const [name] = await waitForMails(1)
    assert.equal((await stat(join(server.folder, 'mail', name!))).mode & 0o077, 0)
    assert.equal((await stat(join(server.folder, 'secret'))).mode & 0o077, 0)
    assert.equal((await stat(join(server.folder, 'running.json'))).mode & 0o077, 0)
  })

  test('opening the page does not use the link up; using it does, once', async () => {
    const token = await tokenFor('editor')
    await server.fetch(`/api/auth/link?token=${token}`)
    await server.fetch(`/api/auth/link?token=${token}`)
    assert.equal((await server.fetch('/api/auth/link', form({ token, next: '' }))).status, 303)
    const again = await server.fetch('/api/auth/link', form({ token, next: '' }))
    assert.equal(again.status, 401)
    assert.deepEqual(again.headers.getSetCookie(), [])
  })

  test('two uses of one link at the same time sign in once', async () => {
    const token = await tokenFor('editor')
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => (await server.fetch('/api/auth/link', form({ token, next: '' }))).status),
    )
    assert.deepEqual(
      statuses.toSorted((a, b) => a - b),
      [303, 401, 401],
    )
  })

  test('nobody can find out who is a member, and nobody who is none gets in', async () => {
    const count = (await mails()).length
    assert.equal(await ask('stranger@elsewhere.example', '192.0.2.2'), undefined)
    assert.equal(await ask('owner@house.example', '192.0.2.2'), undefined)
    await waitForMails(count + 1)
    assert.equal((await mails()).length, count + 1)
    assert.equal(await server.signIn.linkForMember('stranger@elsewhere.example', 'en'), null)
  })

  test('a disabled member gets no link, and their session ends at once', async () => {
    const cookie = await server.session('buyer')
    assert.equal((await whoAmI(cookie)).role, 'buyer')
    await server.house.changeUser(SYSTEM, { id: server.members.buyer.id, disabled: true })
    assert.equal((await whoAmI(cookie)).kind, 'visitor')
    assert.equal(await server.signIn.linkForMember(server.members.buyer.email, 'en'), null)
    await server.house.changeUser(SYSTEM, { id: server.members.buyer.id, disabled: false })
  })

  test('a session that was planted before does not survive the sign-in', async () => {
    const planted = await server.session('sales')
    const used = await server.fetch(
      '/api/auth/link',
      form({ token: await tokenFor('owner'), next: '' }, { cookie: planted['cookie']! }),
    )
    const cookies = used.headers.getSetCookie().map((one) => one.split(';', 1)[0]!)
    const fresh = cookies.find((one) => one.includes('session_token='))!
    assert.notEqual(fresh, planted['cookie'])
    assert.equal((await whoAmI({ cookie: fresh })).role, 'owner')
    assert.equal((await whoAmI(planted)).kind, 'visitor')
    // A made-up value in the cookie is not taken over either.
    const madeUp = await server.fetch(
      '/api/auth/link',
      form({ token: await tokenFor('owner'), next: '' }, { cookie: 'vitrine.session_token=chosen-by-attacker' }),
    )
    assert.ok(!madeUp.headers.getSetCookie().some((one) => one.includes('chosen-by-attacker')))
  })

  test('signing out ends the session on the server', async () => {
    const cookie = await server.session('editor')
    const cleared = await server.site.signOut(new Headers(cookie))
    assert.ok(cleared.some((one) => /Max-Age=0/i.test(one)))
    assert.equal((await whoAmI(cookie)).kind, 'visitor')
  })

  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/%09/evil.example/../..//evil.example',
    'javascript:alert(1)',
    '/api/v1/export',
    '\u0000/x',
    '/en/desk\r\nset-cookie: a=b',
  ]) {
    test(`a link never leads away: ${JSON.stringify(next)}`, async () => {
      const used = await server.fetch('/api/auth/link?locale=en', form({ token: await tokenFor('editor'), next }))
      const location = used.headers.get('location')!
      assert.ok(location.startsWith('/') && !location.startsWith('//') && !location.startsWith('/\\'), location)
      assert.equal(new URL(location, server.address).origin, new URL(server.address).origin)
      assert.ok(!location.startsWith('/api/'))
    })
  }

  for (const origin of ['https://evil.example', 'null', undefined]) {
    test(`a form of another page cannot sign anybody in (Origin ${origin ?? 'missing'})`, async () => {
      const token = await tokenFor('editor')
      const answer = await server.fetch('/api/auth/link', {
        method: 'POST',
        body: new URLSearchParams({ token, next: '' }),
        ...(origin === undefined ? {} : { headers: { origin } }),
      })
      assert.equal(answer.status, 403)
      assert.deepEqual(answer.headers.getSetCookie(), [])
    })
  }

  test('what the house does not offer of the sign-in library is closed', async () => {
    for (const path of [
      '/sign-up/email',
      '/sign-in/email',
      '/sign-in/magic-link',
      '/sign-in/social',
      '/magic-link/verify',
      '/update-user',
      '/change-email',
      '/delete-user',
      '/request-password-reset',
      '/error',
      '/ok',
    ]) {
      for (const method of ['GET', 'POST']) {
        const answer = await server.fetch(`/api/auth${path}`, {
          method,
          headers: { origin: server.address, 'content-type': 'application/json' },
          ...(method === 'POST' ? { body: '{}' } : {}),
        })
        assert.equal(answer.status, 404, `${method} ${path}`)
      }
    }
  })

  test('asking again and again is stopped, for one address and for one mail address', async () => {
    await assert.rejects(
      async () => {
        for (let i = 0; i < 12; i++) await ask(`someone${i}@elsewhere.example`, '192.0.2.77')
      },
      { name: 'TooManyRequests' },
    )
    await assert.rejects(
      async () => {
        for (let i = 0; i < 7; i++) await ask('victim@elsewhere.example', `198.51.100.${i}`)
      },
      { name: 'TooManyRequests' },
    )
  })

  test('trying tokens is stopped', async () => {
    const statuses = new Set<number>()
    for (let i = 0; i < 60; i++)
      statuses.add((await server.fetch('/api/auth/link', form({ token: `${'x'.repeat(31)}${i % 10}`, next: '' }))).status)
    assert.ok(statuses.has(429))
  })

  test('nothing secret reaches the log', () => {
    const all = server.log.join('')
    assert.ok(all.includes('"path":"/api/auth/link"'))
    assert.doesNotMatch(all, /token=|house\.example|session_token/)
  })
})

describe('one-time codes', () => {
  let server: TestServer
  before(async () => {
    server = await testServer()
  })
  after(() => server.stop())

  const json = (body: unknown, headers: Record<string, string>) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

  test('once switched on, a link alone no longer signs in; the code does', async () => {
    const session = await server.session('owner')
    const enabled = await server.fetch('/api/auth/two-factor/enable', json({}, session))
    assert.equal(enabled.status, 200, await enabled.clone().text())
    const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] }
    const secret = new URL(totpURI).searchParams.get('secret')!
    const verified = await server.fetch('/api/auth/two-factor/verify-totp', json({ code: totp(secret) }, session))
    assert.equal(verified.status, 200, await verified.clone().text())

    const token = new URL((await server.signIn.linkForMember(server.members.owner.email, 'en'))!).searchParams.get('token')!
    const post = (path: string, values: Record<string, string>, cookie?: string) =>
      server.fetch(path, {
        method: 'POST',
        headers: { origin: server.address, ...(cookie ? { cookie } : {}) },
        body: new URLSearchParams(values),
      })
    const asked = await post('/api/auth/link', { token, next: '/en/desk' })
    assert.equal(asked.status, 200)
    assert.match(await asked.text(), /one-time code/)
    const cookie = asked.headers
      .getSetCookie()
      .filter((one) => !/Max-Age=0/i.test(one))
      .map((one) => one.split(';', 1)[0])
      .join('; ')
    assert.equal((await server.site.sessionActor(new Headers({ cookie }))).kind, 'visitor')

    const wrong = await post('/api/auth/code', { code: '000000', next: '/en/desk' }, cookie)
    assert.equal(wrong.status, 401)
    const right = await post('/api/auth/code', { code: totp(secret), next: '/en/desk' }, cookie)
    assert.equal(right.status, 303, await right.clone().text())
    const signedIn = right.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ')
    assert.equal((await server.site.sessionActor(new Headers({ cookie: signedIn }))).role, 'owner')
    assert.ok(backupCodes.length > 0)
    assert.equal((await server.site.account(new Headers({ cookie: signedIn })))?.oneTimeCodes, true)
  })
})

/** RFC 6238: six figures, thirty seconds, SHA-1. */
function totp(base32: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32.replaceAll('=', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = digest.at(-1)! & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
