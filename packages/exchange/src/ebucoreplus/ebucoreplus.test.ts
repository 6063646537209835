import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TitleSheet } from '@vitrine/catalogue'
import { madeSheet } from '@vitrine/catalogue/writer/made-sheets'
import fc from 'fast-check'
import { Parser } from 'n3'
import { madeFilm } from '../made-film.ts'
import { PREFIXES } from '../rdf/thing.ts'
import { quoted } from '../rdf/write-turtle.ts'
import { comesBack, filmOut, OPTIONS, survives } from '../testing/round-trip.ts'
import { EBUCOREPLUS, EBUCOREPLUS_TURTLE } from './ebucoreplus.ts'
import { readEbuCorePlus } from './read-ebucoreplus.ts'
import { writeEbuCorePlus, writeEbuCorePlusTurtle } from './write-ebucoreplus.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const XSD_STRING = `${PREFIXES['xsd']}string`
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** The statements of a Turtle file, by a parser that is not ours. */
function statementsOfTurtle(turtle: string): Set<string> {
  const quads = new Parser().parse(turtle)
  return new Set(
    quads.map(({ subject, predicate, object }) =>
      JSON.stringify([
        subject.value,
        predicate.value,
        object.termType === 'Literal' ? [object.value, object.language || object.datatype.value] : object.value,
      ]),
    ),
  )
}

/** The statements of a JSON-LD file whose context is prefixes alone, as JSON-LD 1.1 §5 reads them. */
function statementsOfJsonLd(document: string): Set<string> {
  const { '@context': context, '@graph': graph } = JSON.parse(document) as {
    '@context': Record<string, string>
    '@graph': unknown[]
  }
  const whole = (name: string) => {
    const [, prefix, rest] = /^([a-z]+):(.*)$/s.exec(name) ?? []
    const base = prefix === undefined ? undefined : context[prefix]
    return base === undefined ? name : base + rest
  }
  const found = new Set<string>()
  const read = (node: Record<string, unknown>) => {
    const say = (property: string, object: unknown) => void found.add(JSON.stringify([node['@id'], property, object]))
    for (const type of [node['@type']].flat() as string[]) say(`${RDF}type`, whole(type))
    for (const [name, values] of Object.entries(node)) {
      if (name.startsWith('@')) continue
      for (const value of [values].flat() as (string | Record<string, string>)[]) {
        if (typeof value === 'string') say(whole(name), [value, XSD_STRING])
        else if ('@value' in value)
          say(whole(name), [value['@value'], value['@language']?.toLowerCase() ?? whole(value['@type'] ?? XSD_STRING)])
        else {
          say(whole(name), value['@id'])
          read(value)
        }
      }
    }
  }
  for (const node of graph) read(node as Record<string, unknown>)
  return found
}

const same = (sheet: TitleSheet) => {
  const films = [filmOut(sheet, 'f1', 'https://house.example/en/films/a b?<x>')]
  const turtle = statementsOfTurtle(text(writeEbuCorePlusTurtle(films, OPTIONS).bytes))
  const json = statementsOfJsonLd(text(writeEbuCorePlus(films, OPTIONS).bytes))
  // an address that no IRI can hold is written by its escapes in Turtle
  const plain = (all: Set<string>) =>
    [...all].map((one) => one.replaceAll(/https:\/\/house[^"]*/g, (iri) => encodeURI(decodeURI(iri)))).sort()
  assert.deepEqual(plain(turtle), plain(json))
  return json.size
}

test('what EBUCorePlus can carry comes back equal', () => {
  const sorted = (versions: TitleSheet['versions']) => versions.map((one) => JSON.stringify(one)).sort()
  comesBack(EBUCOREPLUS)
  fc.assert(
    fc.property(madeSheet('fr'), (sheet) => {
      const film = readEbuCorePlus(writeEbuCorePlus([filmOut(sheet)], OPTIONS).bytes).films[0]!
      assert.deepEqual(sorted(film.sheet.versions), sorted(sheet.versions), 'versions, but for their order')
      assert.deepEqual(film.sheet.cuts.map((cut) => ({ ...cut, versions: sorted(cut.versions) })), sheet.cuts.map((cut) => ({ ...cut, versions: sorted(cut.versions) }))) // prettier-ignore
      const entries = (one: TitleSheet) => one.festivals.map((entry) => JSON.stringify(entry)).sort()
      assert.deepEqual(entries(film.sheet), entries(sheet), 'festivals, but for their order')
    }),
    { numRuns: 100, seed: 5 },
  )
})

test('Turtle and JSON-LD make the same statements, and Turtle is Turtle', () => {
  assert.ok(same(madeFilm()) > 100)
  fc.assert(
    fc.property(madeSheet('en'), (sheet) => void same(sheet)),
    { numRuns: 60, seed: 9 },
  )
})

test('no text can end the one that it stands in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (said) => {
      const [quad] = new Parser().parse(`<urn:a> <urn:b> ${quoted(said)} .`)
      assert.equal(quad?.object.value, said.toWellFormed())
    }),
    { numRuns: 300, seed: 3 },
  )
  const hostile = { ...madeFilm(), title: '" . <urn:x> <urn:y> "z\\', synopsis: { en: '"""\n\\"\u0000\u2028\ud800' } }
  assert.ok(same({ ...hostile, synopsis: { en: hostile.synopsis.en.toWellFormed() } }) > 100)
})

test('simple documents of others', () => {
  const document = {
    '@context': { ec: 'http://www.ebu.ch/metadata/ontologies/ebucoreplus#' },
    '@id': 'urn:x',
    '@type': 'ec:Programme',
    'ec:title': [
      { '@value': 'Sel', '@language': 'fr' },
      { '@value': 'Salt', '@language': 'en' },
    ],
    'ec:synopsis': 'A caravan.',
    'ec:isoDuration': 'PT52M',
    'ec:hasOriginalLanguage': { 'ec:name': 'fr-FR' },
    'ec:hasCastMember': { 'ec:name': 'Ida Berg' },
    'ec:hasContributor': {
      '@type': 'ec:Involvement',
      'ec:hasAgent': { 'ec:name': 'Ana Puig' },
      'ec:hasRole': { 'ec:name': 'Director' },
    },
    'ec:hasRelatedAward': { 'ec:name': 'Golden Dune' },
  }
  const { films } = readEbuCorePlus(Buffer.from(JSON.stringify(document)))
  const { sheet, doubts, key } = films[0]!
  assert.deepEqual(
    [key, sheet.title, sheet.titles, sheet.synopsis, sheet.originalLanguages, sheet.directors, sheet.cuts[0]?.minutes],
    ['urn:x', 'Sel', { en: 'Salt' }, { en: 'A caravan.' }, ['fr'], ['Ana Puig'], 52],
  )
  assert.deepEqual(sheet.credits, [{ role: 'cast', label: null, names: ['Ida Berg'] }])
  assert.deepEqual(doubts.map(({ rule }) => rule), ['film/award']) // prettier-ignore
})

test('a credit as printed is not taken for a role of that name', () => {
  const credits = [
    { role: 'other' as const, label: 'Editor', names: ['Ida Berg'] },
    { role: 'other' as const, label: null, names: ['Lev Orlov'] },
  ]
  const { films } = readEbuCorePlus(writeEbuCorePlus([filmOut({ ...madeFilm(), credits })], OPTIONS).bytes)
  assert.deepEqual(films[0]!.sheet.credits, credits)
})

test('mutants are read, or refused with words', () => {
  survives(EBUCOREPLUS, writeEbuCorePlus([filmOut(madeFilm())], OPTIONS).bytes, { json: true, count: 250 })
  assert.equal(EBUCOREPLUS_TURTLE.read, undefined)
})
