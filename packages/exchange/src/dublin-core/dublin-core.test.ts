import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeFilm } from '../made-film.ts'
import { comesBack, filmOut, OPTIONS, survives } from '../testing/round-trip.ts'
import { DUBLIN_CORE } from './dublin-core.ts'
import { readDublinCore } from './read-dublin-core.ts'
import { writeDublinCore } from './write-dublin-core.ts'

test('what Dublin Core can carry comes back equal', () => {
  comesBack(DUBLIN_CORE, (sheet) => ({ identifiers: { ...sheet.identifiers, tmdb: null }, places: sheet.places }))
})

test('one film is a record by itself; others stand in RDF, or in a harvest', () => {
  const alone = Buffer.from(writeDublinCore([filmOut(madeFilm())], OPTIONS).bytes).toString()
  assert.match(alone, /^<\?xml[^>]*>\n<oai_dc:dc /)
  assert.match(alone, /<dc:type>MovingImage<\/dc:type>/)
  const xml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<rdf:Description><dc:title xml:lang="fr">Sel</dc:title><dcterms:alternative>Salt</dcterms:alternative><dcterms:extent>PT52M</dcterms:extent>
<dc:date>2021-05-03</dc:date><dc:subject>Reise</dc:subject><dc:subject>Travel</dc:subject><dc:identifier>urn:isan:0000-0001-8CFA-0000-I</dc:identifier></rdf:Description></rdf:RDF>`
  const { sheet } = readDublinCore(Buffer.from(xml)).films[0]!
  assert.deepEqual(
    [sheet.title, sheet.otherTitles, sheet.cuts[0]?.minutes, sheet.year, sheet.themes, sheet.keywords, sheet.identifiers.isan],
    ['Sel', [{ title: 'Salt', language: null }], 52, 2021, ['travel'], ['Reise'], '0000-0001-8CFA-0000-I'],
  )
})

test('mutants are read, or refused with words', () =>
  survives(DUBLIN_CORE, writeDublinCore([filmOut(madeFilm())], OPTIONS).bytes, { json: false }))
