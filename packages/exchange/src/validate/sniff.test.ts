import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { validate } from './index.ts'
import { sniff } from './sniff.ts'

const told = async (text: string | Uint8Array): Promise<[string | null, string | null]> => {
  const { format, version } = await sniff(typeof text === 'string' ? strToU8(text) : text)
  return [format, version]
}
const MEC = '<m:CoreMetadata xmlns:m="http://www.movielabs.com/schema/mdmec/v2.6"><m:Basic ContentID="x"/></m:CoreMetadata>'

test('a file is told by what is in it', async () => {
  const cases: [string, string | null, string | null][] = [
    [MEC, 'mec', '2.6'],
    [`\ufeff<?xml version="1.0"?><!-- one -->\n${MEC}`, 'mec', '2.6'],
    ['<AvailList xmlns="http://www.movielabs.com/schema/avails/v2.2.2/avails"/>', 'avails', '2.2.2'],
    ['<a:MediaManifest xmlns:a="http://www.movielabs.com/schema/manifest/v1.8/manifest"/>', 'mmc', '1.8'],
    ['<a xmlns="http://www.movielabs.com/schema/md/v2.4/md"/>', 'common-metadata', '2.4'],
    ['<ebuCoreMain xmlns="urn:ebu:metadata-schema:ebucore" version="1.10"/>', 'ebucore', '1.10'],
    ['<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"/>', 'oai-pmh', '2.0'],
    ['<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"/>', 'dublin-core', null],
    ['{"@context":"https://schema.org","@type":"Movie","name":"x"}', 'schema-org', null],
    ['{"@context":{"ec":"http://www.ebu.ch/metadata/ontologies/ebucoreplus#"}}', 'ebucoreplus', '2.0'],
    ['@prefix ec: <http://www.ebu.ch/metadata/ontologies/ebucoreplus#> .', 'ebucoreplus-turtle', '2.0'],
    ['{"id":1,"original_title":"x"}', 'tmdb', '3'],
    ['{"entities":{"Q1":{}}}', 'wikidata', null],
    ['{"title":"x","cuts":[],"credits":[]}', 'sheet', null],
    ['Titre;Année;Réalisation\nLa Boue;2026;Ada', 'titles-csv', null],
    ['Title,Licensee,Territory,Media\na,b,c,d', 'rights-table', null],
    ['<html><p>The Salt Road</p></html>', 'sheet', null],
    ['The Salt Road\n\nA road of salt across a dry sea.', 'sheet', null],
    ['<unknown/>', null, null],
    ['{"a":1}', null, null],
    ['[]', null, null],
    ['', null, null],
    ['\u0001\u0002\u0003', null, null],
  ]
  for (const [text, format, version] of cases) assert.deepEqual(await told(text), [format, version], text)
  assert.deepEqual(await told(zipSync({ 'a.txt': strToU8('x') })), [null, null])
  assert.deepEqual(await told(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), [null, null])
})

test('a cut document is still told, with what is wrong with it', async () => {
  const { format, version, findings } = await validate(strToU8(MEC.slice(0, -12)))
  assert.deepEqual([format, version, findings.map(({ rule }) => rule)], ['mec', '2.6', ['xml/not-well-formed']])
})

test('other encodings are read', async () => {
  const wide = Uint8Array.from(Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${MEC}`, 'utf16le'))
  assert.deepEqual(await told(wide), ['mec', '2.6'])
})

test('what only speaks of a whole house is held to the bounds of its kind', async () => {
  const packs = new Uint8Array(5_000_000)
  let noise = 1
  packs.set(Uint8Array.from({ length: 30_000 }, () => (noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) | 0) >>> 24))
  const workbook = { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/media/vitrine.json.bin': packs }
  assert.equal((await sniff(zipSync(workbook))).problem?.rule, 'file/zip-bomb')
  assert.equal((await sniff(zipSync({ ...workbook, 'vitrine.json': strToU8('{}') }))).format, 'vitrine')
})

test('a name that misleads is a notice', async () => {
  const notices = async (fileName: string) => (await validate(strToU8(MEC), { fileName, schemas: null })).counts.notice
  const without = await notices('film.xml')
  assert.equal(await notices('film'), without)
  assert.equal(await notices('film.xlsx'), without + 1)
})

test('a file made to be slow is told at once', () => {
  // In a process of its own: where this fails, it would not end.
  const program = `
    import { textKind } from '../documents/sniff.ts'
    import { sniff } from './sniff.ts'
    const slow = '<!---->'.repeat(200) + '!'
    console.log(textKind(slow), (await sniff(new TextEncoder().encode(slow))).format)
  `
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: import.meta.dirname, encoding: 'utf8', timeout: 60_000 }) // prettier-ignore
  assert.equal(done.stdout, 'text null\n', done.stderr)
})
