import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDublinCore } from '../dublin-core/read-dublin-core.ts'
import { readEbuCore } from '../ebucore/read-ebucore.ts'
import { madeFilm } from '../made-film.ts'
import { child, children, everyElement, textAt } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { answerOai, type Repository } from './answer.ts'
import { madeRepository as repository } from './made-repository.testing.ts'

const ask = async (query: string, of: Repository = repository): Promise<XmlElement> => {
  const { root, problem } = readXml(Buffer.from(await answerOai([...new URLSearchParams(query)], of)))
  assert.equal(problem, null)
  return root!
}
const error = async (query: string, of?: Repository) => child(await ask(query, of), 'error')?.attributes['code'] ?? null
const ids = (root: XmlElement) => [...everyElement(root)].filter(({ name }) => name === 'header').map((one) => textAt(one, 'identifier')!.split(':').at(-1)) // prettier-ignore

test('Identify, formats, sets', async () => {
  const root = await ask('verb=Identify')
  assert.deepEqual(root.children.map(({ name }) => name), ['responseDate', 'request', 'Identify']) // prettier-ignore
  const identify = child(root, 'Identify')!
  assert.deepEqual(
    identify.children.map(({ name, text }) => `${name} ${text}`),
    ['repositoryName Lanterne Basse', 'baseURL https://house.example/oai', 'protocolVersion 2.0', 'adminEmail hello@lanterne.example', 'earliestDatestamp 2026-01-01T10:00:00Z', 'deletedRecord persistent', 'granularity YYYY-MM-DDThh:mm:ssZ'], // prettier-ignore
  )
  assert.equal(child(root, 'request')!.attributes['verb'], 'Identify')
  const formats = child(await ask('verb=ListMetadataFormats'), 'ListMetadataFormats')!
  assert.deepEqual(formats.children.map((one) => textAt(one, 'metadataPrefix')), ['oai_dc', 'ebucore']) // prettier-ignore
  assert.equal(textAt(await ask('verb=ListSets'), 'ListSets', 'set', 'setSpec'), 'rivers')
})

test('a list comes in parts, each of which knows how it goes on; a withdrawn film is a deleted record', async () => {
  const first = await ask('verb=ListRecords&metadataPrefix=oai_dc')
  const list = child(first, 'ListRecords')!
  assert.deepEqual(ids(first), ['f1', 'f2'])
  const [whole, deleted] = children(list, 'record')
  assert.equal(child(deleted!, 'header')!.attributes['status'], 'deleted')
  assert.equal(child(deleted!, 'metadata'), null)
  assert.equal(textAt(whole!, 'metadata', 'dc', 'title'), 'The Salt Road')
  const token = textAt(list, 'resumptionToken')
  assert.ok(token)
  const last = await ask(`verb=ListRecords&resumptionToken=${token}`)
  assert.deepEqual(ids(last), ['f3'])
  assert.equal(child(child(last, 'ListRecords')!, 'resumptionToken')?.text, '', 'the last part ends with an empty token')
  assert.equal(child(child(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&set=rivers'), 'ListIdentifiers')!, 'resumptionToken'), null) // prettier-ignore
})

test('days and moments are inclusive', async () => {
  const list = async (rest: string) => ids(await ask(`verb=ListIdentifiers&metadataPrefix=ebucore&${rest}`))
  assert.deepEqual(await list('from=2026-01-02&until=2026-01-02'), ['f2'])
  assert.deepEqual(await list('from=2026-01-02T10:00:00Z'), ['f2', 'f3'])
  assert.deepEqual(await list('until=2026-01-01T10:00:00Z'), ['f1'])
})

test('a record by its identifier, in either format; both are read again by our own readers', async () => {
  const answer = async (prefix: string) => Buffer.from(await answerOai([['verb', 'GetRecord'], ['identifier', 'oai:house.example:f1'], ['metadataPrefix', prefix]], repository)) // prettier-ignore
  assert.equal(readDublinCore(await answer('oai_dc')).films[0]?.sheet.title, 'The Salt Road')
  assert.deepEqual(readEbuCore(await answer('ebucore')).films[0]?.sheet.festivals, madeFilm().festivals)
})

test('errors of the protocol', async () => {
  for (const [query, code] of [
    ['', 'badVerb'],
    ['verb=Nothing', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&x=1', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=GetRecord&identifier=oai:house.example:f1&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=GetRecord&identifier=oai:house.example:f9&metadataPrefix=oai_dc', 'idDoesNotExist'],
    ['verb=GetRecord&identifier=oai:other.example:f1&metadataPrefix=oai_dc', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&identifier=f1', 'idDoesNotExist'],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2027-01-01', 'noRecordsMatch'],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&set=nothing', 'noRecordsMatch'],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-02-02&until=2026-01-01', 'badArgument'],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&resumptionToken=abc', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=%00', 'badResumptionToken'],
    [`verb=ListRecords&resumptionToken=${Buffer.from('["oai_dc",null,null,null,"x","y"]').toString('base64url')}`, 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=abc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListSets&resumptionToken=abc', 'badResumptionToken'],
  ] as const)
    assert.equal(await error(query), code, query) // prettier-ignore
  assert.equal(await error('verb=ListSets', { ...repository, sets: async () => [] }), 'noSetHierarchy')
  const request = child(await ask('verb=Identify&<script>=1'), 'request')!
  assert.deepEqual(request.attributes, {}, 'arguments that were refused are not repeated')
})
