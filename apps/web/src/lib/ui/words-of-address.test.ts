import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId, newToken } from '@vitrine/house/ids'
import { wordsOfAddress, withoutSecret } from './words-of-address.ts'

test('a mistyped address gives its words; an id and the secret of a link give none, and no secret is written down', () => {
  assert.equal(wordsOfAddress('/fr/desk/clockmaker-of-harl'), 'clockmaker of harl')
  assert.equal(wordsOfAddress('/fr/films/la-f%C3%A9e'), 'la fée')
  assert.equal(wordsOfAddress('/fr/films/la-f%C3'), '')
  for (const id of [newId(Date.now()), '00000000-0000-4000-8000-000000000000']) assert.equal(wordsOfAddress(`/en/desk/titles/${id}`), '') // prettier-ignore
  for (const room of ['watch', 'shortlist', 'availabilities', 'sign', 'letters/stop', 'rights-calendar']) {
    const address = `/en/${room}/${newToken()}`
    assert.equal(wordsOfAddress(address), '')
    assert.equal(withoutSecret(`${address}/start`), `/en/${room}/…/start`)
  }
  assert.equal(withoutSecret('/en/films/the-ferry-log'), '/en/films/the-ferry-log')
})
