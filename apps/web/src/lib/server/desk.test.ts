import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskAnswer, fromOwnPage } from './desk.ts'

const ask = (method: string, headers: Record<string, string>) =>
  new Request('http://films.lan:3000/en/desk/people/change', { method, headers })

test('the desk is spoken to by its own pages alone, also where a browser does not say Sec-Fetch-Site', async () => {
  const own = { origin: 'http://films.lan:3000' }
  assert.equal(fromOwnPage(ask('POST', own)), true)
  assert.equal(fromOwnPage(ask('POST', { ...own, 'sec-fetch-site': 'same-origin' })), true)
  for (const foreign of [
    {},
    { origin: 'null' },
    { origin: 'http://films.lan:3001' },
    { origin: 'https://films.lan:3000' },
    { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ])
    assert.equal(fromOwnPage(ask('POST', foreign)), false, JSON.stringify(foreign))
  assert.equal(fromOwnPage(ask('GET', {})), true)
  assert.equal(fromOwnPage(ask('GET', { 'sec-fetch-site': 'cross-site' })), false)

  let worked = false
  const answer = await deskAnswer(ask('POST', { origin: 'http://films.lan:3001' }), 'en', async () => (worked = true))
  assert.deepEqual([answer.status, worked], [403, false])
})
