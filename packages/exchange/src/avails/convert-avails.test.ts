import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasSentence } from '@vitrine/messages/findings'
import fc from 'fast-check'
import { readAvailsSpreadsheet } from '../avails-spreadsheet/read-avails-spreadsheet.ts'
import { convert } from '../formats/convert.ts'
import type { Avail } from './avail.ts'
import { convertAvails } from './convert-avails.ts'
import { madeAvails } from './made-avails.ts'
import { readAvails } from './read-avails.ts'
import { AVAILS_VERSIONS } from './write-avails.ts'

const sender = { name: 'Lanterne Basse', url: 'https://lanterne.example', email: null, country: 'FR' }
const one = (): Avail => structuredClone(fc.sample(madeAvails, { numRuns: 1, seed: 7 })[0]![0]!)

test('from one version of the document to another nothing is lost, and nothing is told', async () => {
  await fc.assert(
    fc.asyncProperty(madeAvails, fc.constantFrom(...AVAILS_VERSIONS), async (avails, version) => {
      const { bytes, lost } = await convertAvails(avails, { to: 'avails', version, sender })
      assert.deepEqual([readAvails(bytes).version, lost], [version, []])
    }),
    { numRuns: 60, seed: 3 },
  )
})

test('films and series go into one workbook and back; only what a sheet has no room for is lost, and it is told', async () => {
  const told = new Set<string>()
  await fc.assert(
    fc.asyncProperty(madeAvails, async (avails) => {
      const sheet = await convertAvails(avails, { to: 'avails-xlsx', sender })
      for (const { rule, values } of sheet.lost) {
        assert.ok(hasSentence(rule))
        told.add(values['field']!)
      }
      const back = await convertAvails((await readAvailsSpreadsheet(sheet.bytes)).avails, { to: 'avails', sender })
      assert.deepEqual(back.lost, [])
      const titles = (some: readonly Avail[]) => [...new Set(some.map(({ asset, transaction }) => `${asset.title} ${transaction.start}`))].sort() // prettier-ignore
      assert.deepEqual(titles(readAvails(back.bytes).avails), titles(avails))
    }),
    { numRuns: 25, seed: 4 },
  )
  assert.deepEqual([...told].sort(), ['assetLanguages'])
})

test('a second price and a rating of another country are told with their title and line', async () => {
  const avail = one()
  const money = (name: string, minor: number) => ({ name, kind: 'money' as const, amount: { currency: 'EUR', minor } })
  avail.line = 12
  avail.asset.ratings = [
    { country: 'DE', system: 'FSK', value: '12', reason: null },
    { country: 'US', system: 'MPAA', value: 'PG', reason: null },
  ]
  avail.transaction = { ...avail.transaction, territories: ['DE'], assetLanguages: [], terms: [money('WSP', 100), money('DMRP', 200)] } // prettier-ignore
  const { lost } = await convertAvails([avail], { to: 'avails-xlsx', sender })
  assert.deepEqual(lost.map(({ line, values }) => [line, values['field']]), [[12, 'ratings'], [12, 'DMRP']]) // prettier-ignore
})

test('what has no licences does not become avails; a version that is not written is refused', async () => {
  const how = { locale: 'en' as const, sender, today: '2026-11-26' }
  assert.deepEqual(await convert({ films: [], avails: [] }, { ...how, to: 'avails' }), { refused: 'no-licence' })
  assert.deepEqual(await convert({ films: [], avails: [one()] }, { ...how, to: 'avails', version: '2.2' }), { refused: 'no-version' }) // prettier-ignore
  assert.deepEqual(await convert({ films: [], avails: [one()] }, { ...how, to: 'mec' }), { refused: 'no-film' })
  assert.deepEqual(await convert({ films: [], avails: [] }, { ...how, to: 'tmdb' }), { refused: 'not-written' })
})

test('out of a workbook, in which each place has a row and its rating, every ALID stands once, with the ratings of its places', async () => {
  const avail = one()
  const rated = (country: string, system: string, territories: string[], start: string): Avail => ({
    ...avail,
    alid: 'md:alid:org:lanterne.example:f1',
    asset: { ...avail.asset, ratings: [{ country, system, value: '12', reason: null }] },
    transaction: { ...avail.transaction, territories, start, assetLanguages: [] },
  })
  const avails = [
    rated('DE', 'FSK', ['DE', 'AR'], '2027-01-01'),
    rated('FR', 'CNC', ['FR'], '2027-02-01'),
    rated('DE', 'FSK', ['AT'], '2027-03-01'),
  ]
  const sheet = await readAvailsSpreadsheet((await convertAvails(avails, { to: 'avails-xlsx', sender })).bytes)
  assert.deepEqual(sheet.avails.map(({ asset }) => asset.ratings[0]?.country), ['DE', 'FR', 'DE']) // prettier-ignore
  const { bytes, lost } = await convertAvails(sheet.avails, { to: 'avails', sender })
  const xml = new TextDecoder().decode(bytes)
  assert.deepEqual(
    [xml.match(/<avails:ALID>/g)?.length, xml.match(/<md:System>\w+/g), lost],
    [1, ['<md:System>FSK', '<md:System>CNC'], []],
  )
})
