import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hasSentence } from '@vitrine/messages/findings'
import { sample, samplesIn, schemaSays, SKIPPED } from '../movielabs/published.ts'
import type { Avail } from './avail.ts'
import { madeAvails } from './made-avails.ts'
import { readAvails } from './read-avails.ts'
import { AVAILS_VERSIONS, writeAvails } from './write-avails.ts'

const sender = { name: 'Lanterne Basse', url: null, email: null, country: 'FR' }
const withoutPlace = ({ key: _key, line: _line, ...avail }: Avail) => avail

for (const version of AVAILS_VERSIONS) {
  test(`Avails ${version}: what is written comes back equal`, () => {
    fc.assert(
      fc.property(madeAvails, (avails) => {
        const read = readAvails(writeAvails(avails, { version, sender }).bytes)
        assert.deepEqual([read.version, read.findings], [version, []])
        assert.deepEqual(read.avails.map(withoutPlace), avails.map(withoutPlace))
        assert.ok(read.films.length > 0)
      }),
      { numRuns: 200, seed: 26 },
    )
  })

  test(`Avails ${version}: the published schema takes them`, { skip: SKIPPED }, () => {
    const says = schemaSays(`avails-v${version}.xsd`)
    fc.assert(
      fc.property(madeAvails, (avails) => {
        assert.deepEqual(says(writeAvails(avails, { version, sender }).bytes), [])
      }),
      { numRuns: 60, seed: 5 },
    )
  })
}

test('an avail without ids of its own gets them from the house', { skip: SKIPPED }, () => {
  const [one] = fc.sample(madeAvails, { numRuns: 1, seed: 3 })[0]!
  const bare = { ...one!, alid: null, asset: { ...one!.asset, contentId: null, title: 'Nine Winters' } }
  const { bytes } = writeAvails([bare], { sender })
  assert.deepEqual(schemaSays('avails-v2.6.xsd')(bytes), [])
  assert.equal(readAvails(bytes).avails[0]?.alid, 'md:alid:org:lanterne-basse:Nine-Winters')
})

test('transactions of one title are written together and read apart', () => {
  const [one] = fc.sample(madeAvails, { numRuns: 1, seed: 7 })[0]!
  const two = { ...one!, transaction: { ...one!.transaction, formatProfile: 'HD3D' } }
  const { bytes } = writeAvails([one!, two], { sender })
  assert.equal(new TextDecoder().decode(bytes).match(/<avails:ALID>/g)?.length, 1)
  const keys = readAvails(bytes).avails.map(({ key }) => key)
  assert.deepEqual(keys, [`${one!.alid}#1`, `${one!.alid}#2`])
})

test('a file that is none: one finding, nothing thrown', () => {
  const rules = (xml: string) =>
    readAvails(new TextEncoder().encode(xml)).findings.map(({ severity, rule }) => `${severity} ${rule}`)
  const ns = 'xmlns="http://www.movielabs.com/schema/avails/v2.6/avails"'
  assert.deepEqual(rules('<a/>'), ['fatal avails/no-avails'])
  assert.deepEqual(rules('<!DOCTYPE a><a/>'), ['fatal xml/doctype'])
  assert.deepEqual(rules(`<AvailList ${ns}/>`), ['error avails/none'])
  assert.deepEqual(rules(`<AvailList ${ns}><Avail/></AvailList>`), ['error avails/no-asset', 'error avails/none'])
  assert.deepEqual(
    readAvails(new TextEncoder().encode(`<Avail ${ns}><Asset/><Transaction><AllowedLanguage>!</AllowedLanguage></Transaction></Avail>`)).findings.map(({ rule }) => rule),
    ['avails/language'],
  ) // prettier-ignore
})

for (const name of SKIPPED === false ? samplesIn('avails', '.xml') : ['files'])
  test(`the published ${name} is read`, { skip: SKIPPED }, () => {
    const read = readAvails(sample(`avails/${name}`))
    assert.equal(read.findings.filter(({ severity }) => severity === 'fatal' || severity === 'error').length, 0)
    assert.match(read.version ?? '', /^2\.[2-6]/)
    assert.ok(read.avails.length > 0 && read.films.length > 0)
    for (const { transaction, asset } of read.avails) {
      assert.ok(transaction.licenseType !== '' && transaction.start !== '' && transaction.end !== '')
      // the files that test structure alone name no titles
      if (!name.includes('Structure')) assert.notEqual(asset.title, '')
    }
    for (const { rule, line } of read.findings) assert.ok(hasSentence(rule) && line !== null, rule)
  })

test('what a published file says of a film', { skip: SKIPPED }, () => {
  const { avails } = readAvails(sample('avails/Avails_noErrors_v2.4.xml'))
  const [first] = avails
  assert.ok(first)
  assert.deepEqual(
    [
      first.licensor,
      first.asset.title,
      first.asset.internalAlias,
      first.asset.titleEidr,
      first.asset.runSeconds,
      first.asset.released,
    ],
    ['20th Century Fox', 'THE BRAVADOS', 'Bravados, The', '10.5240/8FF3-1C20-84F5-F247-8BCD-E', 5869, '1958'],
  )
  assert.deepEqual([first.transaction.start, first.transaction.end], ['1917-09-24T23:59:59', 'Open'])
})
