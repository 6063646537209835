import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import { madeFilm } from '../made-film.ts'
import { sniff } from '../validate/sniff.ts'
import { comesBack, filmOut, OPTIONS, survives } from '../testing/round-trip.ts'
import { EBUCORE_XML } from './ebucore.ts'
import { readEbuCore } from './read-ebucore.ts'
import { writeEbuCore } from './write-ebucore.ts'

test('what EBUCore can carry comes back equal', () => {
  comesBack(EBUCORE_XML)
  const { sheet, doubts } = readEbuCore(writeEbuCore([filmOut(madeFilm())], OPTIONS).bytes).films[0]!
  assert.deepEqual(doubts, [])
  assert.deepEqual(sheet.credits, madeFilm().credits)
})

test('one film is one document with one record, several a ZIP of them, in their order', async () => {
  const films = Array.from({ length: 11 }, (_, at) => filmOut({ ...madeFilm(), title: `Film ${at}`, identifiers: { ...madeFilm().identifiers, eidr: null, isan: null, reference: null } }, `../f/${at}`)) // prettier-ignore
  const one = writeEbuCore(films.slice(0, 1), OPTIONS)
  assert.deepEqual([one.fileName, one.mediaType], ['ebucore.xml', 'application/xml'])
  const all = writeEbuCore(films, OPTIONS)
  assert.deepEqual([all.fileName, all.mediaType], ['ebucore.zip', 'application/zip'])
  const files = unzipSync(all.bytes)
  assert.equal(Object.keys(files).length, 11)
  for (const [name, bytes] of Object.entries(files)) {
    assert.match(name, /^\d+-[\w-]+\.xml$/)
    assert.equal(
      Buffer.from(bytes)
        .toString()
        .match(/<ebucore:coreMetadata>/g)?.length,
      1,
    )
  }
  const { format, version, endings } = await sniff(all.bytes)
  assert.deepEqual([format, version, endings], ['ebucore', '1.10', ['zip']])
  const back = readEbuCore(all.bytes)
  assert.deepEqual(back.findings, [])
  assert.deepEqual(back.films.map(({ sheet }) => sheet.title), films.map(({ sheet }) => sheet.title)) // prettier-ignore
  assert.equal(new Set(back.films.map(({ key }) => key)).size, 11, 'films without a number are still told apart')
  // what is torn, or is no EBUCore, is told by its file's name
  const torn = readEbuCore(
    zipSync({ '1.xml': one.bytes, '2.xml': one.bytes.subarray(0, 300), 'other.xml': Buffer.from('<html/>') }),
  )
  assert.deepEqual([torn.films.length, torn.findings.map(({ path }) => path?.split(':')[0])], [1, ['2.xml']])
  assert.deepEqual(readEbuCore(zipSync({ 'other.xml': Buffer.from('<html/>') })).findings.map(({ rule }) => rule), ['film/none']) // prettier-ignore
  assert.deepEqual(readEbuCore(all.bytes.subarray(0, 900)).films, [])
  assert.equal(readEbuCore(writeEbuCore([], OPTIONS).bytes).films.length, 0)
})

test('what others write: names in parts, no labels, releases, strange places', () => {
  const xml = `<ebuCoreMain xmlns="urn:ebu:metadata-schema:ebuCore_2012" xmlns:dc="http://purl.org/dc/elements/1.1/" version="1.4">
<coreMetadata><title><dc:title xml:lang="fr-FR">Sel</dc:title><dc:title xml:lang="en">Salt</dc:title></title>
<creator><contactDetails><givenName>Ana</givenName><familyName>Puig</familyName></contactDetails></creator>
<description><dc:description xml:lang="en">A caravan.</dc:description></description>
<publisher><organisationDetails><organisationName>Kanal Null</organisationName></organisationDetails></publisher>
<format><duration><normalPlayTime>PT52M</normalPlayTime></duration><audioFormat><audioTrack trackLanguage="de-DE"/></audioFormat></format>
<language><dc:language>fr</dc:language></language>
<coverage><spatial><location typeLabel="production country"><name>Atlantis</name></location></spatial></coverage>
<identifier typeLabel="GUID"><dc:identifier>x-1</dc:identifier></identifier>
<publicationHistory><publicationEvent publicationEventName="Evening"><publicationDate>2021-05-01</publicationDate></publicationEvent></publicationHistory>
</coreMetadata></ebuCoreMain>`
  const { films, version } = readEbuCore(Buffer.from(xml))
  const { sheet, doubts } = films[0]!
  assert.equal(version, '1.4')
  assert.deepEqual(
    [sheet.title, sheet.titles, sheet.directors, sheet.synopsis, sheet.originalLanguages],
    ['Sel', { en: 'Salt' }, ['Ana Puig'], { en: 'A caravan.' }, ['fr']],
  )
  assert.deepEqual(sheet.cuts, [{ minutes: 52, episodes: null, versions: [{ language: 'de', use: null, hardOfHearing: false }] }])
  assert.deepEqual(doubts.map(({ rule, line }) => `${rule} ${line}`).sort(), ['film/country 8', 'film/not-kept 5', 'film/not-kept 9', 'film/release 10']) // prettier-ignore
})

test('a credit as printed is not taken for a role of that name', () => {
  const credits = [
    { role: 'other' as const, label: 'Editor', names: ['Ida Berg'] },
    { role: 'other' as const, label: null, names: ['Lev Orlov'] },
  ]
  const { films } = readEbuCore(writeEbuCore([filmOut({ ...madeFilm(), credits })], OPTIONS).bytes)
  assert.deepEqual(films[0]!.sheet.credits, credits)
})

test('mutants are read, or refused with words', () => {
  survives(EBUCORE_XML, writeEbuCore([filmOut(madeFilm())], OPTIONS).bytes, { json: false })
  survives(EBUCORE_XML, writeEbuCore([filmOut(madeFilm()), filmOut(madeFilm(), 'f2')], OPTIONS).bytes, {
    json: false,
    count: 100,
  })
  assert.deepEqual(readEbuCore(Buffer.from('<html/>')).findings.map(({ rule }) => rule), ['film/none']) // prettier-ignore
})
