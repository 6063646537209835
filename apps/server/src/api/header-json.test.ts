import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headerJson } from './header-json.ts'

test('words in any script travel in a header and come out the same', () => {
  const counts = { 価格: 2, 'Précision – “…”': 1, '\u007f\n': 3, '🎬': 4 }
  const { headers } = new Response(null, { headers: { 'x-losses': headerJson(counts) } })
  assert.deepEqual(JSON.parse(headers.get('x-losses')!), counts)
})
