import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { madeSheet } from '@vitrine/catalogue/writer/made-sheets'
import { hasSentence } from '@vitrine/messages/findings'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { FilmOut, FilmsIn, WriteOptions } from '../formats/format.ts'
import { carriedWhole } from '../formats/losses.ts'
import { madeFilm } from '../made-film.ts'
import { shorten } from '../movielabs/shorten.ts'
import { registeredRating } from '../movielabs/rating-systems.ts'
import { validate } from '../validate/index.ts'
import { children, everyElement, textAt } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { MEC_CARRIES, MEC_VERSIONS, PRIMARY_GENRES, SUMMARIES } from './carries.ts'
import { MEC } from './mec.ts'
import { readMec, readMecFiles } from './read-mec.ts'
import { writeMec, writeMecFiles } from './write-mec.ts'

const sender = { name: 'Lanterne Basse', url: 'https://www.lanterne.example/', email: null, country: 'FR' }
const options = (version: string): WriteOptions => ({ version, locale: 'en', sender, today: '2026-11-26' })
const out = (sheet: TitleSheet, id = 'f1'): FilmOut => ({
  id,
  sheet,
  url: null,
  pictures: new Map(),
  changedAt: '2026-11-26T00:00:00Z',
})
const rootOf = (bytes: Uint8Array): XmlElement => readXml(bytes).root!
const basicsIn = (bytes: Uint8Array): XmlElement[] => [...everyElement(rootOf(bytes))].filter(({ name }) => name === 'Basic')
const anySheet = fc.oneof(madeSheet('en'), madeSheet('fr'))

/** What is said to come back in part comes back as far as docs/exchange.md says. */
function asFar(sheet: TitleSheet, version: string): Partial<TitleSheet> {
  const named = ({ name }: { name: string }) => ({ name, country: null })
  const countries = sheet.countries.filter((country) => country !== 'XK')
  return {
    cuts: sheet.cuts.map(({ minutes, episodes }) => ({ minutes, episodes, versions: [] })),
    productionCompanies: sheet.productionCompanies.map(named),
    coProducers: sheet.coProducers.map(named),
    countries: version === '2.6' ? countries.slice(0, 1) : countries,
    festivals: sheet.festivals
      .filter(({ year }) => year !== null && version !== '2.6')
      .map((entry) => ({ ...entry, country: entry.country === 'XK' ? null : entry.country })),
    ratings: sheet.ratings.filter((rating) => registeredRating(rating) !== null),
  }
}

test('as a ZIP each film, cut, series and episode is a file of its own, whose record is the same', () => {
  const films = [out({ ...emptySheet('Salt'), cuts: [{ minutes: 90, episodes: null, versions: [] }, { minutes: 52, episodes: 3, versions: [] }] }), out(emptySheet('Mole'), 'f/2'), out(emptySheet('Mole'), 'f-2')] // prettier-ignore
  const { fileName, bytes } = writeMecFiles(films, options('2.6'))
  const files = unzipSync(bytes)
  assert.equal(fileName, 'mec-2.6.zip')
  assert.deepEqual(Object.keys(files), ['f1.xml', 'f1-cut-2.xml', 'f1-cut-2-e1.xml', 'f1-cut-2-e2.xml', 'f1-cut-2-e3.xml', 'f-2.xml', 'f-2-7.xml']) // prettier-ignore
  const records = (all: readonly XmlElement[]) => all.map((basic) => [basic.attributes['ContentID'], textAt(basic, 'WorkType')])
  assert.deepEqual(records(Object.values(files).flatMap(basicsIn)), records(basicsIn(writeMec(films, options('2.6')).bytes)))
  for (const file of Object.values(files)) assert.equal(rootOf(file).name, 'CoreMetadata')
  assert.deepEqual(readMec(files['f1.xml']!).films.map(({ sheet }) => sheet.title), ['Salt']) // prettier-ignore
  assert.deepEqual(writeMecFiles(films, options('2.6')).bytes, bytes, 'the same films are the same file')
})

test('a ZIP of files comes back as one file of the same records does, whatever the order of its files', () => {
  fc.assert(
    fc.property(fc.array(anySheet, { minLength: 1, maxLength: 3 }), (sheets) => {
      const films = sheets.map((sheet, at) => out(sheet, `f${at + 1}`))
      const [one, many] = [
        readMec(writeMec(films, options('2.12')).bytes),
        readMecFiles(writeMecFiles(films, options('2.12')).bytes),
      ]
      assert.deepEqual(many.findings, [])
      assert.equal(many.version, '2.12')
      // A line is one of its file.
      const told = (read: FilmsIn) => read.films.map(({ key, sheet, doubts }) => ({ key, sheet, doubts: doubts.length })) // prettier-ignore
      assert.deepEqual(told(many), told(one))
    }),
    { numRuns: 60, seed: 27 },
  )
})

test('what is no MEC in a ZIP is told with its file, and hinders no other', () => {
  const { bytes } = writeMecFiles([out(emptySheet('Salt'))], options('2.12'))
  const zip = zipSync({ ...unzipSync(bytes), 'b/notes.xml': strToU8('<notes/>'), 'c.xml': strToU8('<cut'), '__MACOSX/._f1.xml': strToU8('x'), 'cover.jpg': strToU8('x') }) // prettier-ignore
  const { films, findings } = readMecFiles(zip)
  assert.deepEqual(films.map(({ sheet }) => sheet.title), ['Salt']) // prettier-ignore
  assert.deepEqual(findings.map(({ rule, path }) => [rule, path?.split(':')[0]]), [['mec/no-mec', 'b/notes.xml'], ['xml/not-well-formed', 'c.xml']]) // prettier-ignore
  assert.deepEqual(readMecFiles(zip.subarray(0, 60)).findings.map(({ rule }) => rule), ['file/damaged']) // prettier-ignore
})

test('a ZIP of files is known by what is in it, and validated file by file', async () => {
  const { bytes } = writeMecFiles([out(emptySheet('Salt')), out(emptySheet('Mole'), 'f2')], options('2.12'))
  const files = unzipSync(bytes)
  const broken = strToU8(strFromU8(files['f2.xml']!).replace(/<md:ReleaseYear>.*?<\/md:ReleaseYear>/, ''))
  const { format, version, findings } = await validate(zipSync({ ...files, 'f2.xml': broken }), {
    fileName: 'mec.zip',
    schemas: null,
  })
  assert.deepEqual([format, version], ['mec-zip', '2.12'])
  const [own, missing] = [await validate(files['f1.xml']!, { schemas: null }), findings.filter(({ path }) => path?.startsWith('f2.xml'))] // prettier-ignore
  assert.equal(findings.length - missing.length, own.findings.length)
  assert.ok(
    missing.some(({ path, line }) => path!.startsWith('f2.xml: /') && line !== null),
    JSON.stringify(missing),
  )
  assert.ok(missing.length > own.findings.length, 'what is missing is found')
})

for (const version of MEC_VERSIONS)
  test(`MEC ${version}: what it can carry comes back equal`, () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const read = readMec(writeMec([out(sheet)], options(version)).bytes)
        assert.deepEqual([read.version, read.findings, read.films.length], [version, [], 1])
        const [film] = read.films
        assert.ok(film)
        assert.deepEqual(film.doubts, [])
        const empty = emptySheet(sheet.title)
        assert.deepEqual(carriedWhole(MEC_CARRIES, film.sheet, empty), carriedWhole(MEC_CARRIES, sheet, empty))
        const expected = asFar(sheet, version)
        const got = Object.fromEntries(Object.keys(expected).map((key) => [key, film.sheet[key as keyof TitleSheet]]))
        got['cuts'] = film.sheet.cuts.map((cut) => ({ ...cut, versions: [] }))
        assert.deepEqual(got, expected)
        for (const [field, limit] of Object.entries(SUMMARIES) as ['synopsis', number][])
          for (const [language, text] of Object.entries(film.sheet[field]))
            assert.equal(text, shorten(sheet[field][language]!, limit), 'no text is invented')
        for (const [language, text] of Object.entries(sheet.synopsis))
          assert.equal(film.sheet.synopsis[language], shorten(text, SUMMARIES.synopsis))
      }),
      { numRuns: 150, seed: 26 },
    )
  })

test('texts of their own come back in each language, and a title that no language shows', () => {
  const sheet = { ...madeFilm(), title: 'Salz' }
  const { films } = readMec(writeMec([out(sheet)], options('2.12')).bytes)
  const { title, titles, logline, shortSynopsis, synopsis, otherTitles, credits } = films[0]!.sheet
  assert.deepEqual(
    { title, titles, logline, shortSynopsis, synopsis, otherTitles, credits },
    {
      title: 'Salz',
      titles: sheet.titles,
      logline: sheet.logline,
      // the one short text is the beginning of the long one: it is not told apart from a cut
      shortSynopsis: sheet.shortSynopsis,
      synopsis: sheet.synopsis,
      otherTitles: sheet.otherTitles,
      credits: sheet.credits,
    },
  )
})

test('each of the structure rules holds, in every record', () => {
  for (const version of MEC_VERSIONS) {
    const sheet = { ...madeFilm(), synopsis: { en: 'Sand. '.repeat(900), fr: 'Sable. '.repeat(30) } }
    const records = basicsIn(writeMec([out(sheet), out(emptySheet('Bare'), 'f2')], options(version)).bytes)
    assert.equal(records.length, 7, 'a film, its two other cuts, three episodes of the last; a bare film')
    for (const basic of records) {
      const infos = children(basic, 'LocalizedInfo')
      assert.equal(infos.filter(({ attributes }) => attributes['default'] === 'true').length, 1)
      for (const info of infos) {
        for (const name of ['TitleDisplay60', 'TitleDisplayUnlimited', 'TitleSort', 'OriginalTitle', 'CopyrightLine'])
          assert.equal(children(info, name).length, 1, name)
        assert.ok(children(info, 'ArtReference').length > 0)
        const primary = children(info, 'Genre').filter(({ attributes }) => attributes['level'] === '0')
        assert.deepEqual(primary.map(({ attributes }) => attributes['source']), [PRIMARY_GENRES]) // prettier-ignore
        for (const [name, limit] of [
          ['TitleDisplay19', 19],
          ['TitleDisplay60', 60],
          ['Summary190', 190],
          ['Summary400', 400],
          ['Summary4000', 4000],
        ] as const)
          // prettier-ignore
          assert.ok([...(textAt(info, name) ?? '')].length <= limit, name)
      }
      if (textAt(basic, 'WorkType') === 'Episode') assert.match(textAt(basic, 'SequenceInfo', 'Number') ?? '', /^[1-3]$/)
    }
  }
})

test('Prime Video reads languages with their place; the work type follows the length', () => {
  const infos = (version: string) => children(basicsIn(writeMec([out(madeFilm())], options(version)).bytes)[0]!, 'LocalizedInfo')
  assert.deepEqual(infos('2.6').map(({ attributes }) => attributes['language']), ['en-US', 'fr-FR']) // prettier-ignore
  assert.deepEqual(infos('2.12').map(({ attributes }) => attributes['language']), ['en', 'fr']) // prettier-ignore
  const type = (minutes: number, episodes: number | null) =>
    textAt(basicsIn(writeMec([out({ ...emptySheet('Salt'), cuts: [{ minutes, episodes, versions: [] }] })], options('2.10')).bytes)[0]!, 'WorkType') // prettier-ignore
  assert.deepEqual([type(40, null), type(41, null), type(52, 3)], ['Short', 'Movie', 'Series'])
})

test('what stays behind is told', () => {
  const sheet = { ...madeFilm(), shortSynopsis: { en: 'Salt. '.repeat(100).trim() }, countries: ['FR', 'XK'] }
  const losses = writeMec([out(sheet)], options('2.12')).losses.map(({ field, why }) => `${field} ${why}`)
  for (const loss of [
    'lead no-place',
    'pressQuotes no-place',
    'trailer no-place',
    'cuts part',
    'versions part',
    'countries part',
    'formats part',
    'productionCompanies part',
    'shortSynopsis shortened',
  ])
    // prettier-ignore
    assert.ok(losses.includes(loss), `${loss} in ${losses.join(', ')}`)
  assert.deepEqual(writeMec([out(emptySheet('Bare'))], options('2.12')).losses, [])
})

test('a file that is none, and one with strange contents: findings with lines, nothing thrown', () => {
  const read = (xml: string) => readMec(new TextEncoder().encode(xml))
  assert.deepEqual(read('<html/>').findings.map(({ severity, rule }) => `${severity} ${rule}`), ['fatal mec/no-mec']) // prettier-ignore
  const ns = 'xmlns="http://www.movielabs.com/schema/mdmec/v2.10"'
  assert.equal(read(`<CoreMetadata ${ns}/>`).findings[0]?.rule, 'mec/no-film')
  assert.equal(read('<CoreMetadata xmlns="http://www.movielabs.com/schema/mdmec/v1.9"><Basic/></CoreMetadata>').findings[0]?.rule, 'mec/version') // prettier-ignore
  const strange = `<CoreMetadata ${ns}>\n<Basic ContentID="a">\n<LocalizedInfo language="!!"/>\n<ReleaseYear>MMXX</ReleaseYear><RunLength>P1M</RunLength>
<CountryOfOrigin><country>Atlantis</country></CountryOfOrigin><Party/>\n<Parent relationshipType="isepisodeof"><ParentContentID>a</ParentContentID></Parent></Basic></CoreMetadata>`
  const { films } = read(strange)
  assert.equal(films.length, 1, 'a record that is its own parent is a film')
  const told = films[0]!.doubts.map(({ rule, line }) => `${rule} ${line}`)
  assert.deepEqual(told, ['mec/not-kept 5', 'mec/language 3', 'mec/no-title 3', 'mec/country 5'])
  assert.deepEqual([films[0]!.sheet.year, films[0]!.sheet.cuts, films[0]!.sheet.countries], [null, [], []])
  for (const { rule } of films[0]!.doubts) assert.ok(hasSentence(rule), rule)
})

test('what the model cannot hold is left out and told', () => {
  const xml = `<CoreMetadata xmlns="http://www.movielabs.com/schema/mdmec/v2.10"><Basic ContentID="a">
<LocalizedInfo language="en"><TitleDisplayUnlimited>${'Salt '.repeat(300)}</TitleDisplayUnlimited></LocalizedInfo><ReleaseYear>0012</ReleaseYear></Basic></CoreMetadata>`
  const { sheet, doubts } = readMec(new TextEncoder().encode(xml)).films[0]!
  assert.deepEqual([sheet.title.length, sheet.year], [500, null])
  assert.deepEqual(doubts.map(({ rule, values }) => [rule, values]), [['mec/not-valid', { field: 'year' }]]) // prettier-ignore
})

test('the format is told by its own data', () => {
  assert.equal(MEC.versions.at(-1), '2.12')
  assert.throws(() => writeMec([], options('1.0')), RangeError)
})
