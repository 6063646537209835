import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vitrine } from './run.ts'

const RIGHT = '10.5240/8FF3-1C20-84F5-F247-8BCD-E'
const WRONG = '10.5240/8FF3-1C20-84F5-F247-8BCD-A'

test('vitrine identifier: check, format and compute, for people and for programs', async () => {
  assert.deepEqual(await vitrine(['identifier', 'check', RIGHT]), { code: 0, out: 'right\n', err: '' })
  const wrong = await vitrine(['identifier', 'check', WRONG, '--json'])
  assert.equal(wrong.code, 1)
  assert.deepEqual(JSON.parse(wrong.out), { kind: 'eidr', given: WRONG, state: 'wrong', canonical: WRONG, complete: RIGHT })
  assert.match((await vitrine(['--lang', 'fr', 'identifier', 'check', WRONG])).out, /^le caractère de contrôle est faux\s; /)

  const isan = ['0000 0001 8cfa 0000', '--kind', 'isan']
  assert.equal((await vitrine(['identifier', 'format', ...isan])).out, '0000-0001-8CFA-0000\n')
  assert.deepEqual(await vitrine(['identifier', 'compute', ...isan]), { code: 0, out: '0000-0001-8CFA-0000-I\n', err: '' })
  assert.equal((await vitrine(['identifier', 'compute', WRONG])).out, `${RIGHT}\n`)
  assert.equal((await vitrine(['identifier', 'format', 'https://www.imdb.com/title/tt1234567/'])).out, 'tt1234567\n')
})

test('vitrine identifier: what is wrong is not put into form, what is none is said in one line', async () => {
  const wrong = await vitrine(['identifier', 'format', WRONG])
  assert.deepEqual([wrong.code, wrong.out], [1, ''])
  assert.match(wrong.err, /8BCD-E/)
  const bare = await vitrine(['identifier', 'check', '603'])
  assert.deepEqual([bare.code, bare.out], [2, ''])
  assert.match(bare.err, /--kind/)
  const none = await vitrine(['identifier', 'check', 'nm12', '--kind', 'imdb', '--json'])
  assert.deepEqual([none.code, (JSON.parse(none.out) as { state: string }).state], [2, 'unreadable'])
  assert.equal((await vitrine(['identifier', 'check', 'x', '--kind', 'isbn'])).code, 2)
})
