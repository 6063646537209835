import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedLanguages } from './languages.ts'

test('languages that have a name stand under their shortest code, once each', () => {
  const codes = namedLanguages()
  for (const code of ['fr', 'se', 'gsw', 'tmh', 'luo']) assert.ok(codes.includes(code), code)
  for (const longer of ['fra', 'ger', 'sme']) assert.ok(!codes.includes(longer), longer)
  assert.equal(new Set(codes).size, codes.length)
  assert.ok(codes.length > 500)
})
