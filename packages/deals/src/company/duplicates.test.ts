import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { companyPairs, type KnownCompany, type Pair, peoplePairs } from './duplicates.ts'
import { mergeFields } from './merge-fields.ts'

const company = (id: string, name: string, more: Partial<KnownCompany> = {}): KnownCompany => ({
  id,
  name,
  web: null,
  emails: [],
  ...more,
})
const said = (pairs: readonly Pair[]) =>
  pairs.map(({ one, other, reasons }) => `${one}${other} ${reasons.map(({ reason }) => reason).join('+')}`)

test('companies: one name but for its form, a letter apart, turned round, one domain', () => {
  const pairs = companyPairs([
    company('a', 'Kanal Ost'),
    company('b', 'KANAL OST GmbH'),
    company('c', 'Fjordflix', { web: 'https://www.fjordflix.example/buy' }),
    company('d', 'Fjordfilx'),
    company('e', 'Nordic Streaming', { emails: ['x@fjordflix.example'] }),
    company('f', 'Doc Ruta'),
    company('g', 'Ruta Doc'),
    company('h', 'Kanal 1'),
    company('i', 'Kanal 2'),
    company('j', 'Somebody', { emails: ['a@gmail.com'] }),
    company('k', 'Anybody', { emails: ['b@gmail.com'] }),
  ])
  assert.deepEqual(said(pairs), ['ab same-name', 'ce same-domain', 'cd near-name', 'fg near-name'])
})

test('a domain of many companies is a group, and says nothing', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((id) =>
    company(id, `Channel of ${id.repeat(6)}`, { emails: [`${id}@group.example`] }),
  )
  assert.deepEqual(companyPairs(many), [])
  assert.equal(companyPairs(many.slice(0, 2)).length, 1)
})

test('people: one address; one name in one company, or where a company is not known', () => {
  const companies = [{ id: 'x', name: 'Kanal Ost' }, { id: 'y', name: 'Kanal Ost GmbH' }, { id: 'z', name: 'Elsewhere' }] // prettier-ignore
  const person = (id: string, name: string, companyId: string | null, email: string | null = null) => ({ id, name, companyId, email }) // prettier-ignore
  const pairs = peoplePairs(
    [
      person('a', 'Ana Nowak', 'x', 'ana@kanal-ost.example'),
      person('b', 'A. Nowak', 'z', 'ANA@kanal-ost.example'),
      person('c', 'Nowak Ana', 'y'),
      person('d', 'Ana Nowak', 'z'),
      person('e', 'Ana Novak', 'x'),
    ],
    companies,
  )
  assert.deepEqual(said(pairs), ['ab same-email', 'ac same-name', 'ae near-name', 'ce near-name'])
})

test('the same pairs whatever the order, each once, and nobody with themselves', () => {
  const arbitrary = fc.array(fc.record({ name: fc.constantFrom('Kanal Ost', 'Kanal Ots', 'Kanal Ost Ltd', 'Ost Kanal', 'Rive', 'X'), web: fc.constantFrom(null, 'https://a.example', 'https://b.example') }), { maxLength: 12 }) // prettier-ignore
  fc.assert(
    fc.property(arbitrary, (made) => {
      const all = made.map((one, at) => company(String(at).padStart(2, '0'), one.name, { web: one.web }))
      const pairs = companyPairs(all)
      for (const { one, other } of pairs) assert.ok(one < other)
      assert.deepEqual(new Set(pairs.map(({ one, other }) => one + other)).size, pairs.length)
      const keys = (found: readonly Pair[]) => found.map(({ one, other }) => one + other).toSorted()
      assert.deepEqual(keys(companyPairs(all.toReversed())), keys(pairs))
    }),
  )
})

test('merging: what is there stands, what is missing comes from the other, lists are put together, and choices win', () => {
  const a = { name: 'A', web: null as string | null, kinds: ['platform'], note: '' }
  const b = { name: 'B', web: 'x' as string | null, kinds: ['festival', 'platform'], note: '' }
  assert.deepEqual(mergeFields(a, b).values, { name: 'A', web: 'x', kinds: ['platform', 'festival'], note: '' })
  assert.deepEqual(mergeFields(a, b, { name: 'merged', kinds: 'survivor' }).values, { name: 'B', web: 'x', kinds: ['platform'], note: '' }) // prettier-ignore
  assert.equal(mergeFields(a, b, { name: 'both' }).values.name, 'A', 'two names are not put together')
})
