import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serializeSignedCookie } from 'better-call'
import { sessionToken } from './session-cookie.ts'

const by = { name: 'vitrine.session_token', secret: 'a secret that only this test has, of a good length' }
const signed = async (token: string, secret = by.secret) =>
  (await serializeSignedCookie(by.name, token, secret)).slice(by.name.length + 1)

test('a token that the library signed is read, wherever its cookie stands', async () => {
  const cookie = `${by.name}=${await signed('aT0ken')}`
  for (const cookies of [cookie, `appearance=dark; ${cookie}`, `${cookie};shortlist=x.y`])
    assert.equal(sessionToken(cookies, by), 'aT0ken')
})

test('nothing else is', async () => {
  const value = await signed('aT0ken')
  const other = await signed('another')
  for (const cookies of [
    null,
    '',
    `${by.name}=`,
    `${by.name}=aT0ken`,
    `${by.name}=aT0ken.`,
    `${by.name}=.${value.split('.')[1]}`,
    `${by.name}=${value}x`,
    `${by.name}=${value.slice(0, -4)}`,
    `${by.name}=aT0ken.${other.split('.')[1]}`,
    `${by.name}=${await signed('aT0ken', 'a secret that another house has, of a good length')}`,
    `${by.name}=%E0%A4%A`,
    `x${by.name}=${value}`,
    `vitrine.session_data=${value}`,
  ])
    assert.equal(sessionToken(cookies, by), null, String(cookies))
})
