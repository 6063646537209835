/** Rules of published schemas that were broken once, each held without the schema (docs/exchange.md, "Validity"). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { readDublinCore } from '../dublin-core/read-dublin-core.ts'
import { writeDublinCore } from '../dublin-core/write-dublin-core.ts'
import { readEbuCore } from '../ebucore/read-ebucore.ts'
import { writeEbuCore } from '../ebucore/write-ebucore.ts'
import { filmGraph } from '../ebucoreplus/film-graph.ts'
import { madeFilm } from '../made-film.ts'
import { answerOai } from '../oai/answer.ts'
import { madeRepository } from '../oai/made-repository.testing.ts'
import { isThing, type Thing } from '../rdf/thing.ts'
import { filmOut, OPTIONS } from '../testing/round-trip.ts'
import { sniff } from '../validate/sniff.ts'
import { everyElement } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'

const elements = (xml: Uint8Array | string): XmlElement[] => [...everyElement(readXml(Buffer.from(xml)).root!)]
const ebucore = (sheet: TitleSheet): XmlElement[] => elements(writeEbuCore([filmOut(sheet)], OPTIONS).bytes)
const named = (all: readonly XmlElement[], name: string): XmlElement[] => all.filter((one) => one.name === name)

test('EBUCore: a country is a label, an event has no type, an audience rating is called so', () => {
  const all = ebucore(madeFilm())
  const countries = named(all, 'country')
  assert.ok(countries.length > 0)
  for (const { text, attributes } of countries) assert.deepEqual([text, Object.keys(attributes)], ['', ['typeLabel']])
  const events = named(all, 'publicationEvent')
  assert.equal(events.length, madeFilm().festivals.length)
  for (const event of events) {
    assert.equal(event.attributes['typeLabel'], undefined)
    assert.ok(
      event.children.some(({ name, attributes }) => name === 'publicationMedium' && attributes['typeLabel'] === 'festival'),
    )
  }
  assert.equal(named(all, 'rating').length, 0)
  assert.deepEqual(named(all, 'audienceRating').map(({ attributes }) => attributes['ratingSystem']), madeFilm().ratings.map(({ system }) => system)) // prettier-ignore
})

test('EBUCore: subtitles are data, behind the sound, and versions keep their order', () => {
  const versions = [
    { language: 'en', use: 'subtitled' as const, hardOfHearing: false },
    { language: 'fr', use: 'original' as const, hardOfHearing: false },
    { language: 'de', use: 'subtitled' as const, hardOfHearing: true },
    { language: 'es', use: 'dubbed' as const, hardOfHearing: false },
  ]
  const sheet = { ...emptySheet('Salt'), cuts: [{ minutes: 52, episodes: null, versions }] }
  const format = named(ebucore(sheet), 'format')[0]!
  assert.deepEqual(format.children.map(({ name }) => name), ['audioFormat', 'audioFormat', 'dataFormat', 'dataFormat', 'duration']) // prettier-ignore
  assert.deepEqual(named(ebucore(sheet), 'captioningFormat').map(({ attributes }) => attributes['language']), ['de']) // prettier-ignore
  assert.deepEqual(readEbuCore(writeEbuCore([filmOut(sheet)], OPTIONS).bytes).films[0]!.sheet.cuts, sheet.cuts)
})

test('EBUCore: years have four digits, a period its name as an element', () => {
  const sheet = { ...emptySheet('Rome'), period: { from: -44, to: 476, label: 'Antiquity' } }
  const [period] = named(ebucore(sheet), 'PeriodOfTime')
  assert.deepEqual(period!.attributes, { startYear: '-0044', endYear: '0476' })
  assert.deepEqual(period!.children.map(({ name, text }) => [name, text]), [['periodName', 'Antiquity']]) // prettier-ignore
  assert.deepEqual(readEbuCore(writeEbuCore([filmOut(sheet)], OPTIONS).bytes).films[0]!.sheet.period, sheet.period)
})

test('EBUCore: what was written before is still read', () => {
  const xml = `<ebuCoreMain xmlns="urn:ebu:metadata-schema:ebucore" xmlns:dc="http://purl.org/dc/elements/1.1/" version="1.10"><coreMetadata>
<title><dc:title>Salt</dc:title></title>
<contributor><organisationDetails><organisationName>Sand</organisationName><details><address><country>FR</country></address></details></organisationDetails><role typeLabel="Production company"/></contributor>
<format><audioFormat><audioTrack trackLanguage="fr" typeLabel="original"/></audioFormat><subtitlingFormat language="en" typeLabel="subtitled"/><duration><normalPlayTime>PT52M</normalPlayTime></duration></format>
<coverage><temporal><PeriodOfTime startYear="1914" periodName="The war"/></temporal></coverage>
<publicationHistory><publicationEvent typeLabel="festival" publicationEventName="Sand Days" note="Year: 2021"/></publicationHistory>
<rating typeLabel="FSK"><ratingValue>12</ratingValue></rating>
</coreMetadata></ebuCoreMain>`
  const { sheet } = readEbuCore(Buffer.from(xml)).films[0]!
  assert.deepEqual(sheet.productionCompanies, [{ name: 'Sand', country: 'FR' }])
  assert.deepEqual(sheet.cuts[0]!.versions.map(({ language, use }) => [language, use]), [['fr', 'original'], ['en', 'subtitled']]) // prettier-ignore
  assert.deepEqual(sheet.period, { from: 1914, to: null, label: 'The war' })
  assert.deepEqual([sheet.festivals[0]?.festival, sheet.ratings], ['Sand Days', [{ system: 'FSK', value: '12' }]])
})

test('Dublin Core: the schema has a record and no list of them; the list is ours, and its kind is known', async () => {
  const { bytes } = writeDublinCore([filmOut(madeFilm()), filmOut(emptySheet('Bare'), 'f2')], OPTIONS)
  const outside = elements(bytes).filter(({ namespace }) => namespace === 'http://www.openarchives.org/OAI/2.0/oai_dc/')
  assert.deepEqual([...new Set(outside.map(({ name }) => name))], ['dc'])
  assert.equal((await sniff(bytes)).format, 'dublin-core')
  assert.deepEqual(readDublinCore(bytes).films.map(({ sheet }) => sheet.title), ['The Salt Road', 'Bare']) // prettier-ignore
  const before = Buffer.from(bytes).toString().replace(/<records xmlns="[^"]+">/, '<oai_dc:list xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/">').replace('</records>', '</oai_dc:list>') // prettier-ignore
  assert.equal((await sniff(Buffer.from(before))).format, 'dublin-core')
})

test('OAI-PMH: what an answer repeats has the form that its schema gives it', async () => {
  const says = async (query: string, of = madeRepository) => elements(await answerOai([...new URLSearchParams(query)], of))
  for (const query of [
    'verb=ListRecords&metadataPrefix=a%20b',
    'verb=ListRecords&metadataPrefix=',
    'verb=ListRecords&metadataPrefix=oai_dc&set=a%20b',
    'verb=ListRecords&metadataPrefix=oai_dc&set=a::b',
    'verb=GetRecord&metadataPrefix=oai_dc&identifier=%3C%20%25zz',
  ]) {
    const all = await says(query)
    assert.equal(named(all, 'error')[0]?.attributes['code'], 'badArgument', query)
    assert.deepEqual(named(all, 'request')[0]?.attributes, {}, query)
  }
  const [root] = named(await says('verb=GetRecord&metadataPrefix=ebucore&identifier=oai:house.example:f1'), 'ebuCoreMain')
  assert.match(root!.attributes['xsi:schemaLocation'] ?? '', /^urn:ebu:metadata-schema:ebucore https:/)
  for (const sender of [
    { ...OPTIONS.sender, email: null },
    { ...OPTIONS.sender, email: 'the office, by phone' },
  ])
    assert.match(
      named(await says('verb=Identify', { ...madeRepository, address: 'http://localhost:8080/oai', sender }), 'adminEmail')[0]!
        .text,
      /^\S+@(?:\S+\.)+\S+$/,
    )
})

/** Looked up in the ontology (2.0): what an editorial object takes, and of which class. A new term is looked up, then added. */
const EBUCOREPLUS_TERMS = [
  'ec:AlternativeTitle', 'ec:Award', 'ec:Captioning', 'ec:CountryCode', 'ec:EditorialWork', 'ec:Event', 'ec:Identifier', 'ec:Involvement', 'ec:Keyword',
  'ec:Language', 'ec:Location', 'ec:Organisation', 'ec:Person', 'ec:Programme', 'ec:Rating', 'ec:Review', 'ec:Series', 'ec:Subtitling', 'ec:Theme',
  'ec:abstract', 'ec:awardCeremony', 'ec:comments', 'ec:coversLocation', 'ec:description', 'ec:hasAgentNationality', 'ec:hasAlternativeTitle',
  'ec:hasCaptioning', 'ec:hasContributor', 'ec:hasDubbedLanguage', 'ec:hasGenre', 'ec:hasIdentifier', 'ec:hasKeyword', 'ec:hasLanguage',
  'ec:hasObjectType', 'ec:hasOriginalLanguage', 'ec:hasRating', 'ec:hasRelatedAgent', 'ec:hasRelatedAward', 'ec:hasRelatedEvent', 'ec:hasRelatedLocation',
  'ec:hasReview', 'ec:hasSubtitling', 'ec:hasTheme', 'ec:hasVersion', 'ec:highlights', 'ec:identifierValue', 'ec:isoDuration', 'ec:locationAddressCountry',
  'ec:name', 'ec:summary', 'ec:synopsis', 'ec:title', 'ec:totalNumberOfEpisodes',
] // prettier-ignore
/** Values of a property are only of this class. */
const VALUES_OF: Readonly<Record<string, readonly string[]>> = {
  'ec:hasAlternativeTitle': ['ec:AlternativeTitle'],
  'ec:hasOriginalLanguage': ['ec:Language'],
  'ec:hasDubbedLanguage': ['ec:Language'],
  'ec:hasLanguage': ['ec:Language'],
  'ec:hasVersion': ['ec:Programme', 'ec:Series', 'ec:EditorialWork'],
  'ec:hasContributor': ['ec:Involvement'],
  'ec:hasRelatedAgent': ['ec:Person', 'ec:Organisation'],
  'ec:hasGenre': ['skos:Concept'],
  'ec:hasObjectType': ['skos:Concept'],
  'ec:hasTheme': ['ec:Theme'],
  'ec:hasKeyword': ['ec:Keyword'],
  'ec:coversLocation': ['ec:Location'],
  'ec:hasRating': ['ec:Rating'],
  'ec:hasReview': ['ec:Review'],
  'ec:hasRelatedEvent': ['ec:Event'],
  'ec:hasRelatedAward': ['ec:Award'],
  'ec:hasSubtitling': ['ec:Subtitling'],
  'ec:hasCaptioning': ['ec:Captioning'],
  'ec:hasIdentifier': ['ec:Identifier'],
}

test('EBUCorePlus: terms are those of the ontology, values of the classes that it allows, an award has one ceremony', () => {
  const terms = new Set<string>()
  const hold = ({ types, says }: Thing): void => {
    for (const type of types) terms.add(type)
    assert.ok(says.filter(([property]) => property === 'ec:awardCeremony').length <= 1)
    for (const [property, value] of says) {
      terms.add(property)
      const allowed = VALUES_OF[property]
      if (allowed !== undefined) assert.ok(isThing(value) && value.types.some((type) => allowed.includes(type)), property)
      if (isThing(value)) hold(value)
    }
  }
  const versions = ['original', 'dubbed', 'subtitled', null].flatMap((use) =>
    [false, true].map((hardOfHearing) => ({ language: 'fr', use: use as null, hardOfHearing })),
  )
  hold(filmGraph(filmOut({ ...madeFilm(), versions }), OPTIONS.sender))
  hold(filmGraph(filmOut({ ...madeFilm(), cuts: [{ minutes: 52, episodes: 3, versions }] }), OPTIONS.sender))
  assert.deepEqual([...terms].filter((term) => term.startsWith('ec:') && !EBUCOREPLUS_TERMS.includes(term)), []) // prettier-ignore
})

/** EN 15907 publishes no schema: these are its entities and relationships, as the standard names them. */
test('EN 15907: a work holds its agents and events by relationships, its variant and manifestation as entities', async () => {
  const { writeEn15907 } = await import('../en15907/write-en15907.ts')
  const all = elements(writeEn15907([filmOut(madeFilm())], OPTIONS).bytes)
  const parents = new Map<string, Set<string>>()
  for (const one of all) for (const child of one.children) parents.set(child.name, (parents.get(child.name) ?? new Set()).add(one.name)) // prettier-ignore
  const within = (name: string) => [...(parents.get(name) ?? [])].toSorted()
  assert.deepEqual(within('hasAgent'), ['cinematographicWork'])
  assert.deepEqual(within('person'), ['hasAgent'])
  assert.deepEqual(within('corporateBody'), ['hasAgent'])
  for (const event of ['publicationEvent', 'awardEvent', 'decisionEvent']) assert.deepEqual(within(event), ['hasEvent'])
  assert.equal(named(all, 'identifyingTitle').length, 1, 'every work has one identifying title')
  for (const { attributes } of named(all, 'hasAgent')) assert.ok(attributes['activity'])
})
