import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DOCUMENTS, isTaken, isWanted, PICTURES } from './kinds.ts'

describe('kinds that are taken', () => {
  test('JSON by any of its names, in UTF-8 alone', () => {
    const json = ['application/json']
    for (const type of ['application/json', 'Application/JSON; Charset="UTF-8"', 'application/merge-patch+json'])
      assert.ok(isTaken(type, json), type)
    for (const type of [
      undefined,
      '',
      'text/plain',
      'text/json',
      'application/json; charset=utf-16',
      'application/jsonp',
      'json',
    ])
      assert.ok(!isTaken(type, json), String(type))
  })

  test('a group of kinds, and what is not named', () => {
    assert.ok(isTaken('text/html; charset=windows-1252', DOCUMENTS))
    assert.ok(isTaken(undefined, DOCUMENTS))
    assert.ok(!isTaken('video/mp4', DOCUMENTS))
    assert.ok(!isTaken('multipart/mixed; boundary=x', [...DOCUMENTS, 'multipart/form-data']))
    assert.ok(!isTaken('image/svg+xml', PICTURES))
  })
})

describe('kinds that are wanted', () => {
  test('the nearest word decides', () => {
    const wants = (accept: string | undefined) => isWanted(accept, ['application/json'])
    for (const accept of [
      undefined,
      '',
      '*/*',
      'application/*',
      'application/json; charset=utf-8',
      'text/html, application/xml;q=0.9, */*;q=0.8',
      'text/html;q=0, application/json;q=0.001',
      'json',
    ])
      assert.ok(wants(accept), accept)
    for (const accept of ['text/html', 'application/json;q=0', '*/*, application/json;q=0', 'application/*;q=0.0', 'image/*'])
      assert.ok(!wants(accept), accept)
  })

  test('one of several is enough, and a group is wanted by each of it', () => {
    assert.ok(isWanted('text/csv', ['text/csv', 'application/pdf']))
    assert.ok(isWanted('image/avif', ['image/*']))
    assert.ok(!isWanted('text/*', ['image/*']))
  })
})
