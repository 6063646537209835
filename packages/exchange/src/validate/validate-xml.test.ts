import assert from 'node:assert/strict'
import { test } from 'node:test'
import { validate } from './index.ts'

const MD = 'xmlns:md="http://www.movielabs.com/schema/md/v2.12/md"'
const info = (more = '', attributes = 'default="true" language="fr"') =>
  `<md:LocalizedInfo ${attributes}>
    <md:TitleDisplayUnlimited>La Boue</md:TitleDisplayUnlimited><md:TitleSort>Boue</md:TitleSort>
    <md:ArtReference resolution="1000x1440">md:imageid:org:x:y</md:ArtReference>
    <md:Summary190>Un.</md:Summary190><md:Summary400>Deux.</md:Summary400>
    <md:Genre level="0" source="http://www.movielabs.com/md/mec/mec_primary_genre.html" id="Documentary"/>
    <md:OriginalTitle>La Boue</md:OriginalTitle><md:CopyrightLine>© 2026</md:CopyrightLine>${more}</md:LocalizedInfo>`
const mec = (basic: string) =>
  `<?xml version="1.0"?>
<mdmec:CoreMetadata xmlns:mdmec="http://www.movielabs.com/schema/mdmec/v2.12" ${MD}>
  <mdmec:Basic ContentID="md:cid:org:house:1">${basic}</mdmec:Basic>
</mdmec:CoreMetadata>`
const end = '<md:ReleaseYear>2026</md:ReleaseYear><md:WorkType>Movie</md:WorkType>'

const avail = (inside: { asset?: string; transaction?: string; type?: string; alid?: string } = {}) => `<a:Avail>
  <a:ALID>${inside.alid ?? 'md:alid:org:house:1'}</a:ALID>
  <a:Disposition><a:EntryType>Full Extract</a:EntryType></a:Disposition>
  <a:Licensor><md:DisplayName>House</md:DisplayName></a:Licensor>
  <a:AvailType>${inside.type ?? 'single'}</a:AvailType><a:ShortDescription>One</a:ShortDescription>
  <a:Asset contentID="md:cid:org:house:1">${
    inside.asset ?? '<a:WorkType>Movie</a:WorkType><a:Metadata><a:TitleInternalAlias>One</a:TitleInternalAlias></a:Metadata>'
  }</a:Asset>
  ${
    inside.transaction ??
    `<a:Transaction><a:LicenseType>SVOD</a:LicenseType><a:Territory><md:country>FR</md:country></a:Territory>
    <a:Start>2026-01-01T00:00:00</a:Start><a:End>2027-01-01T00:00:00</a:End><a:FormatProfile>HD</a:FormatProfile></a:Transaction>`
  }
</a:Avail>`
const avails = (...all: string[]) =>
  `<a:AvailList xmlns:a="http://www.movielabs.com/schema/avails/v2.6/avails" ${MD.replace('2.12', '2.10')}>${all.join('\n')}</a:AvailList>`

const validated = (text: string) => validate(new TextEncoder().encode(text), { schemas: null })
async function rules(text: string): Promise<string[]> {
  return (await validated(text)).findings.map(({ severity, rule }) => `${severity} ${rule}`)
}

test('a document without a fault has no findings, and says that no schema was there', async () => {
  const found = await validated(mec(info() + end))
  assert.deepEqual([found.format, found.version, found.schema, found.findings], ['mec', '2.12', 'not found', []])
  const other = await validated(avails(avail()))
  assert.deepEqual([other.format, other.version, other.findings], ['avails', '2.6', []])
})

test('a finding knows its line and its place', async () => {
  const { findings } = await validated(mec(`\n<md:LocalizedInfo language="fr"/>${info()}${end}`))
  const missing = findings.find(({ rule }) => rule === 'structure/LocalizedInfo/OriginalTitle')
  assert.deepEqual(
    [missing?.severity, missing?.line, missing?.path, missing?.values['found']],
    ['error', 4, '/mdmec:CoreMetadata/mdmec:Basic/md:LocalizedInfo[1]', '0'],
  )
})

test('what MEC asks for is asked for', async () => {
  assert.deepEqual(await rules(mec(info('', 'language="fr"') + end)), ['error structure/Basic/LocalizedInfo.default'])
  assert.deepEqual(await rules(mec(info() + end.replace('Movie', 'Episode'))), ['error structure/Basic/SequenceInfo.Number'])
  assert.deepEqual(await rules(mec(info() + end.replace('Movie', 'movie'))), ['error vocabulary/Basic/WorkType'])
  assert.deepEqual(await rules(mec(info() + info('', 'language="FR"') + end)), ['error structure/LocalizedInfo/language'])
  const apart = info('<md:Region><md:country>CA</md:country></md:Region>', 'language="fr"')
  assert.deepEqual(await rules(mec(info() + apart + end)), [])
  assert.deepEqual(await rules(mec(info().replace('level="0"', 'level="1"') + end)), ['error structure/LocalizedInfo/Genre'])
  assert.deepEqual(await rules(mec(info())), ['error structure/Basic/ReleaseYear', 'error structure/Basic/WorkType'])
  assert.deepEqual(await rules(mec(info() + end.replace('2026', 'next year'))), ['error value/year'])
})

test('words belong to versions', async () => {
  const festival = `${info()}<md:ReleaseYear>2026</md:ReleaseYear><md:ReleaseHistory><md:ReleaseType>Festival</md:ReleaseType><md:Date>2026-02-30</md:Date></md:ReleaseHistory><md:WorkType>Movie</md:WorkType>`
  assert.deepEqual(await rules(mec(festival)), ['error value/date'])
  const old = mec(festival.replace('02-30', '02-28')).replaceAll('v2.12', 'v2.6')
  assert.deepEqual(await rules(old), ['error vocabulary/ReleaseHistory/ReleaseType'])
})

test('codes and identifiers are looked up', async () => {
  const more = (element: string) => rules(mec(info() + end + element))
  assert.deepEqual(await more('<md:CountryOfOrigin><md:country>UK</md:country></md:CountryOfOrigin>'), ['error country/code'])
  assert.deepEqual(await more('<md:OriginalLanguage>en-USA</md:OriginalLanguage>'), ['error language/tag'])
  assert.deepEqual(await more('<md:OriginalLanguage/>'), ['error language/empty'])
  const identifier = (namespace: string, id: string) =>
    more(`<md:AltIdentifier><md:Namespace>${namespace}</md:Namespace><md:Identifier>${id}</md:Identifier></md:AltIdentifier>`)
  assert.deepEqual(await identifier('eidr', '10.5240/8FF3-1C20-84F5-F247-8BCD-E'), [])
  assert.deepEqual(await identifier('eidr', '10.5240/8FF3-1C20-84F5-F247-8BCD-F'), ['warning identifier/eidr-check'])
  assert.deepEqual(await identifier('eidr', '10.5240/8FF3-1C20-84F5-F247'), ['error identifier/eidr-form'])
  assert.deepEqual(await identifier('ISAN', '0000-0001-8CFA-0000-I'), [])
  assert.deepEqual(await identifier('ISAN', '0000-0001-8CFA-0000-A'), ['warning identifier/isan-check'])
  assert.deepEqual(await identifier('org', ''), ['error required/AltIdentifier/Identifier'])
})

test('ratings are held against the systems that are known without a list', async () => {
  const rating = (country: string, system: string, value: string, more = '') =>
    rules(
      mec(
        `${info()}${end}<md:RatingSet><md:Rating><md:Region><md:country>${country}</md:country></md:Region><md:System>${system}</md:System><md:Value>${value}</md:Value>${more}</md:Rating></md:RatingSet>`,
      ),
    )
  assert.deepEqual(await rating('FR', 'CNC', '12'), [])
  assert.deepEqual(await rating('FR', 'CNC', '13'), ['error rating/value'])
  assert.deepEqual(await rating('DE', 'MPAA', 'PG'), ['warning rating/region'])
  assert.deepEqual(await rating('US', 'MPAA', 'X'), ['warning rating/former'])
  assert.deepEqual(await rating('US', 'TVPG', 'TV-14', '<md:Reason>Gore</md:Reason>'), ['error rating/reason'])
  assert.deepEqual(await rating('ZA', 'FPB', '16'), ['notice rating/not-checked'])
  assert.deepEqual(await rating('GR', 'Film', 'K-17'), [])
  assert.deepEqual(await rating('FR', 'Custom:house', 'any'), [])
})

test('what Avails asks for is asked for', async () => {
  const asset = (work: string, metadata = '<a:Metadata><a:TitleInternalAlias>One</a:TitleInternalAlias></a:Metadata>') =>
    `<a:WorkType>${work}</a:WorkType>${metadata}`
  const transaction = (license: string, more = '', from = '2026-01-01T00:00:00') =>
    `<a:Transaction><a:LicenseType>${license}</a:LicenseType><a:Start>${from}</a:Start><a:End>2027-01-01T00:00:00</a:End>${more}<a:FormatProfile>HD</a:FormatProfile></a:Transaction>`
  assert.deepEqual(await rules(avails(avail({ asset: asset('Non-episodic Show') }))), ['error structure/Avail/single'])
  assert.deepEqual(await rules(avails(avail({ asset: asset('Movie', '') }))), ['error structure/Asset/Metadata'])
  assert.deepEqual(await rules(avails(avail({ transaction: transaction('EST') }))), ['warning structure/Transaction/price'])
  const price = '<a:Term termName="Tier"><a:Text>4</a:Text></a:Term>'
  assert.deepEqual(await rules(avails(avail({ transaction: transaction('EST', price) }))), [])
  assert.deepEqual(await rules(avails(avail({ transaction: transaction('POEST', price) }))), [
    'error structure/Transaction/SuppressionLiftDate',
  ])
  const two = '<a:AssetLanguage>fr</a:AssetLanguage><a:AssetLanguage>de</a:AssetLanguage>'
  assert.deepEqual(await rules(avails(avail({ transaction: transaction('EST', two + price) }))), [
    'error structure/Transaction/AssetLanguage',
  ])
  assert.deepEqual(await rules(avails(avail({ transaction: transaction('SVOD', two) }))), [])
  assert.deepEqual(await rules(avails(avail({ transaction: transaction('Rent', price) }))), [
    'warning vocabulary/Transaction/LicenseType',
  ])
  assert.deepEqual(await rules(avails(avail({ transaction: transaction('SVOD', '', '2028-01-01T00:00:00') }))), [
    'error date/end-before-start',
  ])
  const referring = transaction('SVOD', '<a:RefALID>md:alid:org:house:2</a:RefALID>')
  assert.deepEqual(await rules(avails(avail({ transaction: referring }))), ['error structure/Transaction/RefALID'])
  assert.deepEqual(await rules(avails(avail(), avail())), ['error identifier/alid-twice'])
  const money = '<a:Term termName="WSP"><a:Money currency="EURO">4.99</a:Money></a:Term>'
  assert.deepEqual(await rules(avails(avail({ transaction: transaction('EST', money) }))), ['error currency/code'])
})

test('a version that nobody knows is held against the nearest, and that is said', async () => {
  const { version, notes } = await validated(mec(info() + end).replaceAll('2.12', '3.0'))
  assert.deepEqual([version, notes.map(({ rule }) => rule)], ['3.0', ['note/version']])
})

test('what is no document of these formats is no validation', async () => {
  assert.equal((await validated('<a/>')).format, null)
  const { findings } = await validated('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
  assert.deepEqual(
    findings.map(({ severity, rule }) => [severity, rule]),
    [['fatal', 'xml/doctype']],
  )
})
