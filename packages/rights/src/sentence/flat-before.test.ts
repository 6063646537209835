import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flatBefore } from './flat-before.ts'
import { layOut } from './line.ts'

const before = (text: string, most: number): string => {
  const line = layOut(text, 50_000)
  return flatBefore(line, line.tokens.length - 1, most)
}

test('whole words of the same sentence, and no more than so many characters', () => {
  assert.equal(before('Poland. Contract dated March', 200), 'contract dated ')
  assert.equal(before('contract undated March', 8), 'undated ')
  assert.equal(before('contract undated March', 7), '')
  assert.ok(before('Dec 1st '.repeat(6_000), 200).length <= 200)
})
