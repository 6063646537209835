import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { madeSheet } from '@vitrine/catalogue/writer/made-sheets'
import fc from 'fast-check'
import type { FilmOut } from '../formats/format.ts'
import { madeFilm } from '../made-film.ts'
import { sample, schemaSays, SKIPPED } from '../movielabs/published.ts'
import { MEC_VERSIONS } from './carries.ts'
import { readMec } from './read-mec.ts'
import { writeMec } from './write-mec.ts'

const sender = { name: 'Lanterne & Basse', url: null, email: null, country: 'FR' }
const out = (sheet: TitleSheet, id: string): FilmOut => ({ id, sheet, url: null, pictures: new Map(), changedAt: '2026-11-26T00:00:00Z' }) // prettier-ignore

for (const version of MEC_VERSIONS)
  test(`MEC ${version}: whatever the film, the published schema takes it`, { skip: SKIPPED }, () => {
    const says = schemaSays(`mdmec-v${version}.xsd`)
    const write = (...films: FilmOut[]) => writeMec(films, { version, locale: 'fr', sender, today: '2026-11-26' }).bytes
    assert.deepEqual(says(write(out(madeFilm(), 'a/b <c>'), out(emptySheet('\u0001]]>&'), '2'))), [])
    fc.assert(
      fc.property(fc.array(fc.oneof(madeSheet('en'), madeSheet('fr')), { minLength: 1, maxLength: 3 }), (sheets) => {
        assert.deepEqual(says(write(...sheets.map((sheet, at) => out(sheet, `f${at}`)))), [])
      }),
      { numRuns: 40, seed: 5 },
    )
  })

test('a wrong document is not taken: the schema is asked', { skip: SKIPPED }, () => {
  const bytes = new TextEncoder().encode(
    new TextDecoder()
      .decode(writeMec([out(madeFilm(), '1')], { version: '2.12', locale: 'en', sender, today: '2026-11-26' }).bytes)
      .replaceAll('md:ReleaseYear', 'md:ReleaseDay'),
  )
  assert.notDeepEqual(schemaSays('mdmec-v2.12.xsd')(bytes), [])
})

const SAMPLES: Record<string, { version: string; titles: string[] }> = {
  'mec/MEC_v2.4.xml': { version: '2.4', titles: ['Killer Rabbitts Redux'] },
  'mec/MEC_v2.5_noErr.xml': { version: '2.5', titles: ['Big Buck Bunny'] },
  'mec/MEC_v1.6_multi-block-test.xml': { version: '2.5', titles: ['Big Buck Bunny'] },
  'mec/MEC_v2.7.xml': { version: '2.7', titles: ['md:cid:org:TEST:TEST'] },
  'mec/MEC_v2.10.xml': { version: '2.10', titles: ['md:cid:org:TEST:TEST'] },
  'mec/MEC_v2.12/MEC_v2.12_base.xml': { version: '2.12', titles: ['md:cid:org:TEST:TEST'] },
  'mmc/TV/VEEP_Series_mec.xml': { version: '2.10', titles: ['Veep'] },
  'mmc/TV/VEEP_Season5_E5_mec.xml': { version: '2.7', titles: ['Thanksgiving'] },
}

for (const [path, { version, titles }] of Object.entries(SAMPLES))
  test(`the published ${path} is read`, { skip: SKIPPED }, () => {
    const read = readMec(sample(path))
    assert.deepEqual(read.findings, [])
    assert.deepEqual({ version: read.version, titles: read.films.map(({ sheet }) => sheet.title) }, { version, titles })
    for (const { doubts } of read.films) for (const { line } of doubts) assert.ok(line !== null && line > 0)
  })

test('an episode of a foreign file: people, year, ratings, texts without the line breaks of a program', { skip: SKIPPED }, () => {
  const { sheet } = readMec(sample('mmc/TV/VEEP_Season5_E5_mec.xml')).films[0]!
  assert.deepEqual([sheet.year, sheet.directors, sheet.identifiers.eidr], [2016, ['Chris Addison'], null])
  assert.ok(sheet.credits.find(({ role }) => role === 'cast')!.names.length > 5)
  assert.match(sheet.synopsis['de'] ?? '', /^Selina feiert Thanksgiving auf eigene Weise\. Zwischenzeitlich/)
  assert.deepEqual([sheet.logline, sheet.shortSynopsis], [{}, {}])
})
