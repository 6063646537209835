import assert from 'node:assert/strict'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { vitrine } from './run.ts'

const mec = (inside = '') => `<?xml version="1.0"?>
<mdmec:CoreMetadata xmlns:mdmec="http://www.movielabs.com/schema/mdmec/v2.12" xmlns:md="http://www.movielabs.com/schema/md/v2.12/md">
  <mdmec:Basic ContentID="md:cid:org:house:1">
    <md:LocalizedInfo default="true" language="fr">
      <md:TitleDisplayUnlimited>La Boue</md:TitleDisplayUnlimited><md:TitleSort>Boue</md:TitleSort>
      <md:ArtReference>md:imageid:org:x:y</md:ArtReference><md:Summary190>Un</md:Summary190><md:Summary400>Deux</md:Summary400>
      <md:Genre level="0" source="http://www.movielabs.com/md/mec/mec_primary_genre.html" id="Documentary"/>
      <md:OriginalTitle>La Boue</md:OriginalTitle><md:CopyrightLine>2026</md:CopyrightLine>${inside}
    </md:LocalizedInfo>
    <md:ReleaseYear>2026</md:ReleaseYear><md:WorkType>Movie</md:WorkType>
  </mdmec:Basic>
</mdmec:CoreMetadata>`

interface Printed {
  format: string | null
  version: string | null
  schema: string | null
  counts: Record<string, number>
  findings: { severity: string; rule: string; line: number | null; path: string | null; message: string }[]
}

describe('vitrine validate', () => {
  let folder: string
  const file = (name: string, content: string): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('prints the contract, and leaves with 0, 1 or 2', async () => {
    const right = await vitrine(['validate', file('right.xml', mec()), '--json'])
    assert.equal(right.code, 0, right.err + right.out)
    const { format, version, schema, counts, findings } = JSON.parse(right.out) as Printed
    assert.deepEqual([format, version, schema, findings], ['mec', '2.12', 'not found', []])
    assert.deepEqual(counts, { fatal: 0, error: 0, warning: 0, notice: 0 })

    const wrong = await vitrine([
      'validate',
      file('wrong.xml', mec().replace('<md:OriginalTitle>La Boue</md:OriginalTitle>', '')),
      '--json',
    ])
    assert.equal(wrong.code, 1)
    const [finding] = (JSON.parse(wrong.out) as Printed).findings
    assert.deepEqual([finding?.severity, finding?.rule, finding?.line], ['error', 'structure/LocalizedInfo/OriginalTitle', 4])
    assert.match(finding!.message, /OriginalTitle/)

    assert.equal((await vitrine(['validate', file('odd.xml', '<odd/>')])).code, 2)
    const missing = await vitrine(['validate', join(folder, 'nowhere.xml')])
    assert.deepEqual([missing.code, missing.out], [2, ''])
    assert.equal((await vitrine(['validate', '-', '--json'], { input: mec() })).code, 0)
  })

  test('says each finding in one line with its place, in both languages, and counts them', async () => {
    const path = file('line.xml', mec('<md:TitleAlternate type="other" language="xx">X</md:TitleAlternate>'))
    const english = await vitrine(['validate', path])
    assert.equal(english.code, 1)
    const lines = english.out.trimEnd().split('\n')
    assert.equal(lines.filter((line) => line.startsWith(`${path}:8`)).length, 2, english.out)
    assert.match(lines.at(-1)!, /^2 errors$/)
    assert.match((await vitrine(['validate', path, '--lang', 'fr'])).out, /2 erreurs\n$/)
  })

  test('SARIF has the shape that its readers ask for', async () => {
    const path = file('sarif.xml', mec('<md:TitleAlternate type="other">X</md:TitleAlternate>'))
    const { out, code } = await vitrine(['validate', path, '--sarif'])
    assert.equal(code, 1)
    const log = JSON.parse(out) as {
      version: string
      runs: {
        tool: { driver: { name: string; rules: { id: string }[] } }
        results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[] }[]
      }[]
    }
    assert.equal(log.version, '2.1.0')
    const { tool, results } = log.runs[0]!
    assert.equal(tool.driver.rules[results[0]!.ruleIndex]!.id, 'vocabulary/TitleAlternate@type')
    assert.equal(results[0]!.ruleId, 'vocabulary/TitleAlternate@type')
    assert.equal(results[0]!.level, 'error')
    const [{ physicalLocation }] = results[0]!.locations as [
      { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } },
    ]
    assert.deepEqual([physicalLocation.artifactLocation.uri, physicalLocation.region.startLine], [path, 8])
  })

  test('a folder of schemas that is named must be there, and only what is in it is read', async () => {
    const path = file('schema.xml', mec())
    assert.equal((await vitrine(['validate', path, '--schemas', join(folder, 'none')])).code, 2)
    const empty = join(folder, 'schemas')
    mkdirSync(empty)
    const ran = await vitrine(['validate', path, '--json'], { env: { VITRINE_SCHEMAS: empty } })
    assert.equal((JSON.parse(ran.out) as Printed).schema, 'not found')
    writeFileSync(
      join(empty, 'mdmec-v2.12.xsd'),
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.movielabs.com/schema/mdmec/v2.12">
        <xs:include schemaLocation="../../../../../../../../etc/passwd"/><xs:element name="CoreMetadata"/></xs:schema>`,
    )
    const outside = await vitrine(['validate', path, '--json', '--schemas', empty])
    assert.equal((JSON.parse(outside.out) as Printed).schema, 'not found')
    writeFileSync(
      join(empty, 'mdmec-v2.12.xsd'),
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.movielabs.com/schema/mdmec/v2.12">
        <xs:element name="CoreMetadata"><xs:complexType><xs:sequence/></xs:complexType></xs:element></xs:schema>`,
    )
    const checked = JSON.parse((await vitrine(['validate', path, '--json', '--schemas', empty])).out) as Printed
    assert.equal(checked.schema, 'checked')
    assert.deepEqual([...new Set(checked.findings.map(({ rule }) => rule))], ['schema/xsd'])
  })
})
