/**
 * What is written for archives and search engines, held against the schemas that their makers publish. The rules that were
 * broken once have tests of their own in archive-rules.test.ts, which need no schema.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { emptySheet } from '@vitrine/catalogue'
import { madeSheet } from '@vitrine/catalogue/writer/made-sheets'
import { OAI_DC } from '../dublin-core/carries.ts'
import { writeDublinCore } from '../dublin-core/write-dublin-core.ts'
import { EBUCORE } from '../ebucore/carries.ts'
import { writeEbuCore } from '../ebucore/write-ebucore.ts'
import { writeEbuCorePlus } from '../ebucoreplus/write-ebucoreplus.ts'
import { madeFilm } from '../made-film.ts'
import { answerOai } from '../oai/answer.ts'
import { madeRepository } from '../oai/made-repository.testing.ts'
import { writeSchemaOrg } from '../schema-org/write-schema-org.ts'
import { missing, published, validatorOf } from '../testing/archive-schemas.ts'
import { filmOut, OPTIONS } from '../testing/round-trip.ts'

const DUBLIN_CORE_FILES = ['oai_dc.xsd', 'simpledc20021212.xsd', 'xml.xsd']
const EBUCORE_FILES = ['ebucore.xsd', 'simpledc20021212.xsd', 'xml.xsd']
const sheets = fc.array(fc.oneof(madeSheet('en'), madeSheet('fr')), { minLength: 1, maxLength: 3 })
const RUNS = { numRuns: 60, seed: 121 }
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

test('EBUCore of any film is valid against ebucore.xsd', { skip: missing(...EBUCORE_FILES) }, () => {
  const says = validatorOf({ [EBUCORE]: 'ebucore.xsd' })
  const hold = (films: Parameters<typeof writeEbuCore>[0]) => {
    const { fileName, bytes } = writeEbuCore(films, OPTIONS)
    const documents = fileName.endsWith('.zip') ? Object.values(unzipSync(bytes)) : [bytes]
    for (const document of documents) assert.deepEqual(says(text(document)), [])
  }
  hold([filmOut(madeFilm())])
  hold([filmOut(emptySheet('Bare'))])
  fc.assert(
    fc.property(sheets, (all) =>
      hold(all.map((sheet, at) => filmOut(sheet, `f${at}`, at === 0 ? 'https://house.example/f' : null))),
    ),
    RUNS,
  )
})

test('Dublin Core of any film is valid against oai_dc.xsd', { skip: missing(...DUBLIN_CORE_FILES) }, () => {
  const says = validatorOf({ [OAI_DC]: 'oai_dc.xsd' })
  fc.assert(
    fc.property(sheets, (all) => {
      const films = all.map((sheet, at) => filmOut(sheet, `f${at}`))
      assert.deepEqual(says(text(writeDublinCore(films.slice(0, 1), OPTIONS).bytes)), [])
      // several stand in a wrapper of ours, since the schema has none: each record by itself is what it asks for
      const records = text(writeDublinCore(films, OPTIONS).bytes).match(/<oai_dc:dc .*?<\/oai_dc:dc>/gs) ?? []
      assert.equal(records.length, films.length)
      for (const record of records) assert.deepEqual(says(record), [])
    }),
    RUNS,
  )
})

test('answers to harvesters are valid against OAI-PMH.xsd, with the records in them', { skip: missing('OAI-PMH.xsd', ...DUBLIN_CORE_FILES, 'ebucore.xsd') }, async () => {
  const says = validatorOf({ 'http://www.openarchives.org/OAI/2.0/': 'OAI-PMH.xsd', [OAI_DC]: 'oai_dc.xsd', [EBUCORE]: 'ebucore.xsd' })
  for (const query of [
    'verb=Identify', 'verb=ListMetadataFormats', 'verb=ListSets',
    ...['oai_dc', 'ebucore'].flatMap((prefix) => [
      `verb=ListRecords&metadataPrefix=${prefix}`, `verb=ListIdentifiers&metadataPrefix=${prefix}&set=rivers&from=2026-01-01`,
      `verb=GetRecord&metadataPrefix=${prefix}&identifier=oai:house.example:f1`,
    ]),
    // what a harvester may get wrong
    '', 'verb=Nothing', 'verb=Identify&x=1', 'verb=ListRecords&metadataPrefix=marc21', 'verb=ListRecords&metadataPrefix=a%20b', 'verb=ListRecords&metadataPrefix=',
    'verb=ListRecords&metadataPrefix=oai_dc&set=a%20b', 'verb=ListRecords&metadataPrefix=oai_dc&set=', 'verb=ListRecords&metadataPrefix=oai_dc&from=yesterday',
    'verb=GetRecord&metadataPrefix=oai_dc&identifier=%3C%20%25zz%20%5B', 'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:house.example:f9', 'verb=ListRecords&resumptionToken=%00%3C',
  ]) assert.deepEqual(says(await answerOai([...new URLSearchParams(query)], madeRepository)), [], query)
  assert.deepEqual(says(await answerOai([['verb', 'Identify']], { ...madeRepository, address: 'http://localhost:8080/oai', sender: { ...OPTIONS.sender, email: null } })), []) // prettier-ignore
  assert.deepEqual(says(await answerOai([['verb', 'Identify']], { ...madeRepository, sender: { ...OPTIONS.sender, email: 'the office, by phone' } })), []) // prettier-ignore
}) // prettier-ignore

type Json = Record<string, unknown>

test('schema.org: every type has the properties that are said of it, of the kinds that they take', { skip: missing('schemaorg-current-https.jsonld') }, () => {
  const graph = (JSON.parse(published('schemaorg-current-https.jsonld')!) as { '@graph': Json[] })['@graph']
  const ids = (value: unknown): string[] => [value].flat().flatMap((one) => (typeof one === 'object' && one !== null ? [String((one as Json)['@id']).replace(/^.*[:/]/, '')] : [])) // prettier-ignore
  const parents = new Map<string, string[]>()
  const properties = new Map<string, { of: string[]; takes: string[] }>()
  for (const one of graph) {
    const name = ids(one)[0]!
    if ([one['@type']].flat().includes('rdf:Property')) properties.set(name, { of: ids(one['schema:domainIncludes']), takes: ids(one['schema:rangeIncludes']) }) // prettier-ignore
    else parents.set(name, ids(one['rdfs:subClassOf']))
  }
  const isA = (type: string, wanted: readonly string[]): boolean => wanted.includes(type) || (parents.get(type) ?? []).some((parent) => isA(parent, wanted)) // prettier-ignore
  const wrong: string[] = []
  // a Role stands between a thing and its property: it says the property again
  const hold = (thing: Json, through: string | null = null) => {
    const type = String(thing['@type'])
    if (!parents.has(type)) wrong.push(`no type ${type}`)
    for (const [property, values] of Object.entries(thing).filter(([key]) => !key.startsWith('@'))) {
      const known = properties.get(property)
      if (known === undefined || (!isA(type, known.of) && property !== through)) { wrong.push(`${type} has no ${property}`); continue } // prettier-ignore
      for (const value of [values].flat()) {
        if (typeof value === 'object' && value !== null && (value as Json)['@type'] !== undefined) {
          const said = String((value as Json)['@type'])
          if (said !== 'Role' && !isA(said, known.takes)) wrong.push(`${type}.${property} takes no ${said}`)
          hold(value as Json, said === 'Role' ? property : null)
        } else {
          const kinds = typeof value === 'number' ? ['Number', 'Integer', 'Float', 'Text', 'QuantitativeValue'] : ['Text', 'URL', 'Date', 'DateTime', 'Time', 'Duration', 'CssSelectorType', 'XPathType', 'PronounceableText'] // prettier-ignore
          const takesId = String(value).startsWith('http') && known.takes.length > 0
          if (!known.takes.some((kind) => kinds.includes(kind)) && !takesId) wrong.push(`${type}.${property} takes no ${typeof value}`)
        }
      }
    }
  }
  const read = (all: Parameters<typeof writeSchemaOrg>[0]) => (JSON.parse(text(writeSchemaOrg(all, OPTIONS).bytes)) as { '@graph': Json[] })['@graph'].forEach((film) => hold(film)) // prettier-ignore
  read([filmOut(madeFilm(), 'f1', 'https://house.example/f')])
  fc.assert(fc.property(sheets, (all) => read(all.map((sheet, at) => filmOut(sheet, `f${at}`)))), RUNS)
  assert.deepEqual([...new Set(wrong)], [])
}) // prettier-ignore

test('EBUCorePlus: every term is one of the ontology', { skip: missing('ebucoreplus.owl') }, () => {
  const ontology = published('ebucoreplus.owl')!
  const terms = new Set(JSON.stringify(JSON.parse(text(writeEbuCorePlus([filmOut(madeFilm()), filmOut({ ...madeFilm(), cuts: [{ minutes: 52, episodes: 3, versions: [] }] }, 'f2')], OPTIONS).bytes))).match(/(?<=")ec:\w+/g)) // prettier-ignore
  const unknown = [...terms].filter((term) => !new RegExp(`(?:ebucoreplus#|ec:|:)${term.slice(3)}\\b`).test(ontology))
  assert.ok(terms.size > 20)
  assert.deepEqual(unknown, [])
})
