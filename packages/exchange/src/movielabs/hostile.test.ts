/** Documents that once were right and are no more: whatever is missing, doubled or nonsense in them, reading them ends in sheets that are valid. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TitleSheet } from '@vitrine/catalogue'
import { hasSentence } from '@vitrine/messages/findings'
import fc from 'fast-check'
import { entryOfAvail } from '../avails/to-entry.ts'
import { madeAvails } from '../avails/made-avails.ts'
import { readAvails } from '../avails/read-avails.ts'
import { writeAvails } from '../avails/write-avails.ts'
import { readAvailsSpreadsheet } from '../avails-spreadsheet/read-avails-spreadsheet.ts'
import { writeAvailsSpreadsheet } from '../avails-spreadsheet/write-avails-spreadsheet.ts'
import type { FilmsIn } from '../formats/format.ts'
import { madeFilm } from '../made-film.ts'
import { readMec } from '../mec/read-mec.ts'
import { writeMec } from '../mec/write-mec.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { element, writeXml, type Element } from '../xml/write-xml.ts'

const sender = { name: 'Lanterne', url: null, email: null, country: null }
const film = {
  id: 'f1',
  sheet: { ...madeFilm(), formats: ['colour', '16:9'] },
  url: null,
  pictures: new Map(),
  changedAt: '2026-11-26T00:00:00Z',
}
const NONSENSE = [
  '',
  '-1',
  '0',
  '99999999999',
  'true',
  '!',
  '\u202e',
  'PT',
  '2027-02-30',
  'x'.repeat(5000),
  'FR,DE;;',
  '=1+1',
  '__proto__',
  'constructor',
  'Other',
]

/** The same tree, in which each element may be missing, doubled or hold something else. */
function spoilt({ name, namespace, attributes, children, text }: XmlElement, chance: () => number): Element {
  const pick = () => NONSENSE[Math.floor(chance() * NONSENSE.length)]!
  const kept = Object.fromEntries(Object.entries(attributes).flatMap(([key, value]) => (chance() < 0.05 ? (chance() < 0.5 ? [] : [[key, pick()]]) : [[key, value]]))) // prettier-ignore
  const below = children.flatMap((one) => {
    const fate = chance()
    return fate < 0.04 ? [] : fate < 0.08 ? [spoilt(one, chance), spoilt(one, chance)] : [spoilt(one, chance)]
  })
  return element(name, { xmlns: namespace, ...kept }, children.length > 0 ? below : chance() < 0.15 ? pick() : text)
}

function sound({ films, avails, findings }: FilmsIn): void {
  for (const { sheet, doubts } of films) {
    assert.ok(TitleSheet.safeParse(sheet).success)
    for (const { rule } of doubts) assert.ok(hasSentence(rule), rule)
  }
  for (const { rule } of findings) assert.ok(hasSentence(rule), rule)
  for (const avail of avails) for (const { rule } of entryOfAvail(avail, 'en').doubts) assert.ok(hasSentence(rule), rule)
}

const chances = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 200, maxLength: 400 })
const inTurn = (values: readonly number[]) => {
  let at = 0
  return () => values[at++ % values.length]!
}
const spoil = (bytes: Uint8Array, values: readonly number[]): Uint8Array =>
  new TextEncoder().encode(writeXml(spoilt(readXml(bytes).root!, inTurn(values))))

test('spoilt MEC', () => {
  const { bytes } = writeMec([film, { ...film, id: 'f2' }], { locale: 'en', sender, today: '2026-11-26' })
  fc.assert(
    fc.property(chances, (values) => sound(readMec(spoil(bytes, values)))),
    { numRuns: 150, seed: 4 },
  )
})

test('spoilt Avails', () => {
  fc.assert(
    fc.property(madeAvails, chances, (avails, values) => sound(readAvails(spoil(writeAvails(avails, { sender }).bytes, values)))),
    { numRuns: 150, seed: 4 },
  )
})

test('a spoilt spreadsheet', async () => {
  await fc.assert(
    fc.asyncProperty(madeAvails, chances, async (avails, values) => {
      const chance = inTurn(values)
      const { bytes } = await writeAvailsSpreadsheet(avails, { kind: 'movies', as: 'csv' })
      const lines = new TextDecoder().decode(bytes).split('\r\n')
      const cells = (line: string) => line.split(',').map((cell) => (chance() < 0.1 ? `"${NONSENSE[Math.floor(chance() * NONSENSE.length)]}"` : cell)) // prettier-ignore
      const text = lines.map((line, at) => (at === 1 ? line : cells(line).join(','))).join('\r\n')
      sound(await readAvailsSpreadsheet(new TextEncoder().encode(text)))
    }),
    { numRuns: 100, seed: 4 },
  )
})

test('words that every object knows are words like others', async () => {
  const encode = (text: string) => new TextEncoder().encode(text)
  for (const word of ['constructor', '__proto__', 'toString']) {
    const mec = `<CoreMetadata xmlns="http://www.movielabs.com/schema/mdmec/v2.12"><Basic ContentID="a"><PictureColorType>${word}</PictureColorType>
      <AssociatedOrg role="${word}"><DisplayName>x</DisplayName></AssociatedOrg><RatingSet><Rating><System>${word}</System><Value>1</Value></Rating></RatingSet></Basic></CoreMetadata>`
    sound(readMec(encode(mec)))
    const avails = `<Avail xmlns="http://www.movielabs.com/schema/avails/v2.6/avails"><AvailType>${word}</AvailType><Asset><WorkType>${word}</WorkType><${word}/></Asset>
      <Transaction><LicenseType>${word}</LicenseType><Territory><country>FR</country></Territory><Start>2027-01-01T00:00:00</Start><EndCondition>Open</EndCondition><AssetLanguage asset="${word}">fr</AssetLanguage></Transaction></Avail>`
    const read = readAvails(encode(avails))
    sound(read)
    assert.equal(read.avails[0]?.availType, 'single')
    assert.equal(entryOfAvail(read.avails[0]!, 'en').terms, null)
    sound(
      await readAvailsSpreadsheet(
        encode(`ALID,LicenseType,WorkType,AssetLanguage,${word}\r\na,${word},${word},fr:${word},x\r\n`),
      ),
    )
  }
})
