import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { companyPairs, type DuplicateReason, type KnownCompany, peoplePairs } from './duplicates.ts'
import { nameKey, ownDomain, plainName } from './names.ts'
import { areNear, nearNames } from './near-names.ts'

/** One edit as the definition has it, by trying them all. */
function oneEditAway(a: string): Set<string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789', 'é']
  const found = new Set<string>()
  for (let at = 0; at <= a.length; at++) {
    const [before, after] = [a.slice(0, at), a.slice(at)]
    for (const letter of letters) {
      found.add(before + letter + after)
      if (after !== '') found.add(before + letter + after.slice(1))
    }
    if (after !== '') found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after[1]! + after[0]! + after.slice(2))
  }
  found.delete(a)
  return found
}
const figures = (text: string) => text.replaceAll(/\D+/g, ' ').trim()

test('near is one letter more, less, other or turned round, and no figure apart', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '1', '2'), minLength: 0, maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const expected = oneEditAway(a).has(b) && figures(a) === figures(b) && a.length >= 5 && b.length >= 5
      assert.equal(areNear(a, b), expected, `${a} ${b}`)
      assert.equal(areNear(b, a), expected, `${b} ${a}`)
    }),
    { numRuns: 3_000 },
  )
  for (const [a, b] of [['kanalost', 'kanalots'], ['kanalost', 'kanalst'], ['kanalost', 'kanaloost'], ['kanalost', 'kamalost'], ['tele1rive', 'telerive1'.slice(0, 4) + '1rivé']] as const) assert.ok(areNear(a, b), `${a} ${b}`) // prettier-ignore
  assert.equal(areNear('kanal1', 'kanal2'), false)
  assert.equal(areNear('rive', 'rives'), false, 'too short')
})

/** Names that are often near one another, and often in masses. */
const oneName = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1'), minLength: 3, maxLength: 9 }),
  fc.tuple(fc.constantFrom('Kanal Ost', 'Télé Rive', 'Doc Ruta Films', 'Sender 12'), fc.nat(20), fc.constantFrom('', 'x', 'o', ' ', '7', ' GmbH')).map(([name, at, put]) => name.slice(0, at) + put + name.slice(at)), // prettier-ignore
  fc.tuple(fc.constantFrom('Kanal Ost', 'Télé Rive', 'Doc Ruta Films'), fc.nat(15)).map(([name, at]) => name.slice(0, at) + name.slice(at + 1)), // prettier-ignore
  fc.integer({ min: 0, max: 60 }).map((n) => `Company ${String.fromCodePoint(97 + (n % 26))}${n}`),
  fc.integer({ min: 0, max: 35 }).map((n) => `Channel ${String.fromCodePoint(0x4e00 + n)}`), // many that are all near
)
/** Few, which are compared each with each, and so many that they are not. */
const someNames = fc.oneof(
  fc.array(oneName, { minLength: 2, maxLength: 12 }),
  fc.array(oneName, { minLength: 60, maxLength: 120 }),
)

test('what is found is what comparing all with all finds: names in blocks', () => {
  fc.assert(
    fc.property(someNames, fc.integer({ min: 1, max: 3 }), (names, blocks) => {
      const all = names.map((name, at) => ({ id: at, key: plainName(name), block: String(at % blocks) }))
      const found = new Set([...nearNames(all)].map(([a, b]) => [a.id, b.id].toSorted((x, y) => x - y).join(' ')))
      const expected = new Set<string>()
      for (const a of all)
        for (const b of all)
          if (a.id < b.id && a.block === b.block && areNear(a.key.replaceAll(' ', ''), b.key.replaceAll(' ', ''))) expected.add(`${a.id} ${b.id}`) // prettier-ignore
      assert.deepEqual([...found].toSorted(), [...expected].toSorted())
    }),
    { numRuns: 150 },
  )
})

test('what is found is what comparing all with all finds: companies with their reasons', () => {
  const domains = fc.array(fc.constantFrom('a.example', 'b.example', 'c.example', 'gmail.com'), { maxLength: 2 })
  fc.assert(
    fc.property(
      someNames,
      fc.array(fc.tuple(domains, fc.constantFrom(null, null, null, 'https://www.a.example/x', 'http://d.example'))),
      (names, mailed) => {
        // prettier-ignore
        const all: KnownCompany[] = names.map((name, at) => ({ id: String(at).padStart(3, '0'), name, web: mailed[at]?.[1] ?? null, emails: (mailed[at]?.[0] ?? []).map((domain) => `x@${domain}`) })) // prettier-ignore
        const domainsOf = ({ web, emails }: KnownCompany) => new Set([...(web === null ? [] : [web.includes('a.example') ? 'a.example' : 'd.example']), ...emails.map(ownDomain)].filter((one) => one !== null)) // prettier-ignore
        const many = (domain: string) => all.filter((one) => domainsOf(one).has(domain)).length > 4
        const expected: string[] = []
        for (const a of all)
          for (const b of all) {
            if (a.id >= b.id) continue
            const [one, other] = [nameKey(a.name), nameKey(b.name)]
            const reasons: DuplicateReason[] = []
            const turned = (key: string) => key.split(' ').toSorted().join(' ')
            if (one !== '' && one === other) reasons.push('same-name')
          else if ((one !== '' && turned(one) === turned(other)) || areNear(one.replaceAll(' ', ''), other.replaceAll(' ', ''))) reasons.push('near-name') // prettier-ignore
            if ([...domainsOf(a)].some((domain) => domainsOf(b).has(domain) && !many(domain))) reasons.push('same-domain')
            if (reasons.length > 0) expected.push(`${a.id} ${b.id} ${reasons.join('+')}`)
          }
        const found = companyPairs(all).map(({ one, other, reasons }) => `${one} ${other} ${reasons.map(({ reason }) => reason).join('+')}`) // prettier-ignore
        assert.deepEqual(found.toSorted(), expected.toSorted())
      },
    ),
    { numRuns: 60 },
  )
})

test('what is found is what comparing all with all finds: people of companies that go by one name', () => {
  const companies = [{ id: 'x', name: 'Kanal Ost' }, { id: 'y', name: 'Kanal Ost GmbH' }, { id: 'z', name: 'Elsewhere' }] // prettier-ignore
  const at: Record<string, string> = { x: 'kanal ost', y: 'kanal ost', z: 'elsewhere' }
  fc.assert(
    fc.property(someNames, fc.array(fc.constantFrom('x', 'y', 'z', null), { minLength: 120, maxLength: 120 }), (names, where) => {
      const all = names.map((name, n) => ({ id: String(n).padStart(3, '0'), name, email: n % 9 === 0 ? `p${n % 4}@a.example` : null, companyId: where[n]! })) // prettier-ignore
      const key = (name: string) => plainName(name).split(' ').toSorted().join(' ')
      const expected: string[] = []
      for (const a of all)
        for (const b of all) {
          if (a.id >= b.id) continue
          const [here, there] = [a.companyId === null ? null : at[a.companyId]!, b.companyId === null ? null : at[b.companyId]!]
          const reasons: DuplicateReason[] = []
          if (a.email !== null && a.email === b.email) reasons.push('same-email')
          if (key(a.name) !== '' && key(a.name) === key(b.name)) {
            if (here === null || there === null || here === there) reasons.push('same-name')
          } else if (here !== null && here === there && areNear(key(a.name).replaceAll(' ', ''), key(b.name).replaceAll(' ', ''))) reasons.push('near-name') // prettier-ignore
          if (reasons.length > 0) expected.push(`${a.id} ${b.id} ${reasons.join('+')}`)
        }
      const found = peoplePairs(all, companies).map(({ one, other, reasons }) => `${one} ${other} ${reasons.map(({ reason }) => reason).join('+')}`) // prettier-ignore
      assert.deepEqual(found.toSorted(), expected.toSorted())
    }),
    { numRuns: 60 },
  )
})
