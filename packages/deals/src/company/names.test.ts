import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameKey, ownDomain, plainName } from './names.ts'

test('one company under all of its names', () => {
  for (const name of ['Kanal Ost', 'KANAL-OST GmbH', 'Kanal Ost G.m.b.H.', 'The Kanal Ost GmbH & Co. KG', 'kanal ost, Ltd.'])
    assert.equal(nameKey(name), 'kanal ost', name)
  assert.equal(nameKey('Télé Rive S.A.S.'), 'tele rive')
  assert.equal(nameKey('Wisła Dokument Sp. z o.o.'), 'wisla dokument')
})

test('a name that is nothing but a form keeps it', () => {
  assert.equal(nameKey('AG'), 'ag')
  assert.equal(nameKey('S.A.'), 's a')
  assert.equal(nameKey('The'), 'the')
  assert.equal(nameKey('!!!'), '')
})

test('other scripts keep their letters', () => {
  assert.equal(plainName('Первый Канал'), 'первыи канал')
  assert.equal(nameKey('日本テレビ'), plainName('日本テレビ'))
})

test('a mailbox that anybody can have says nothing of a company', () => {
  assert.equal(ownDomain('A.Nowak@Kanal-Ost.example'), 'kanal-ost.example')
  assert.equal(ownDomain('someone@gmail.com'), null)
})
