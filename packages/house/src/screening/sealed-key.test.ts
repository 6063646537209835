import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { openKey, sealingKey, sealKey } from './sealed-key.ts'

const secret = 'a secret of thirty-two characters!'
const key = new Uint8Array(randomBytes(32))

test('a key opens under the secret that it was sealed under, in the row that it was sealed for', () => {
  const sealing = sealingKey(secret)
  const sealed = sealKey(sealing, 'reel one', key)
  assert.deepEqual(openKey(sealing, 'reel one', sealed), key)
  assert.equal(openKey(sealing, 'reel two', sealed), null)
  assert.equal(openKey(sealingKey(`${secret}?`), 'reel one', sealed), null)
})

test('the same key is never sealed to the same text, and one that was touched does not open', () => {
  const sealing = sealingKey(secret)
  const sealed = sealKey(sealing, 'reel one', key)
  assert.notEqual(sealKey(sealing, 'reel one', key), sealed)
  const bytes = Buffer.from(sealed, 'base64url')
  for (let at = 0; at < bytes.length; at += 7) {
    const bent = Buffer.from(bytes)
    bent[at]! ^= 1
    assert.equal(openKey(sealing, 'reel one', bent.toString('base64url')), null, String(at))
  }
  for (const none of ['', 'x', sealed.slice(0, 30)]) assert.equal(openKey(sealing, 'reel one', none), null)
})
