import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { hasSentence } from '@vitrine/messages/findings'
import { validate } from './index.ts'

const FOLDER = fileURLToPath(new URL('../../../../../shared/mddf/samples', import.meta.url))
const MEC = strToU8(
  '<m:CoreMetadata xmlns:m="http://www.movielabs.com/schema/mdmec/v2.6" xmlns:d="http://www.movielabs.com/schema/md/v2.6/md"><m:Basic ContentID="md:cid:eidr-s:8FF3-1C20-84F5-F247-8BCD-E"><d:LocalizedInfo language="fr-FR" default="true"><d:OriginalTitle>Été</d:OriginalTitle></d:LocalizedInfo><d:ReleaseYear>2026</d:ReleaseYear><d:WorkType>Movie</d:WorkType><d:RatingSet><d:Rating><d:Region><d:country>FR</d:country></d:Region><d:System>CNC</d:System><d:Value>12</d:Value></d:Rating></d:RatingSet></m:Basic></m:CoreMetadata>',
)
const AVAILS = strToU8(
  '<AvailList xmlns="http://www.movielabs.com/schema/avails/v2.6/avails"><Avail><ALID>a</ALID><AvailType>volume</AvailType><Asset contentID="x"><WorkType>Volume</WorkType><VolumeMetadata><VolumeFirstEpisodeNumber>1</VolumeFirstEpisodeNumber><VolumeNumberOfEpisodes>2</VolumeNumberOfEpisodes></VolumeMetadata></Asset><Transaction><Start>2026-01-01T00:00:00</Start><End>2027-01-01T00:00:00</End><Term termName="Tier"><Text>1</Text></Term></Transaction></Avail></AvailList>',
)
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:xml|xlsx)$/.test(file))
      .map((file) => new Uint8Array(readFileSync(join(FOLDER, file))))
      .filter((bytes) => bytes.length < 30_000)
  : []
const seeds = [MEC, AVAILS, ...files]

/** Bytes cut, doubled, moved or put in another's place. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(255),
        fc.constantFrom('set', 'cut', 'copy', 'end'),
        fc.nat(200),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([seed, changes]) => {
    let bytes = Buffer.from(seed)
    for (const [where, value, kind, length] of changes) {
      const at = Math.floor(where * bytes.length)
      if (kind === 'set') bytes[at] = value
      else if (kind === 'cut') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
      else if (kind === 'copy')
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)])
      else if (value > 200) bytes = bytes.subarray(0, at)
    }
    return new Uint8Array(bytes)
  })

test('whatever became of a file, it is validated without a fault, and every finding can be said', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (bytes) => {
      const { counts, findings, format } = await validate(bytes, { schemas: null, fileName: 'film.xml' })
      for (const { rule } of findings) assert.ok(hasSentence(rule), rule)
      assert.ok(format !== null || counts.fatal + counts.notice > 0)
    }),
    { numRuns: 400, seed: 7 },
  )
})

test('nesting, entities and wide documents end in a finding', async () => {
  const rules = async (text: string) => (await validate(strToU8(text))).findings.map(({ rule }) => rule)
  const root = '<m:CoreMetadata xmlns:m="http://www.movielabs.com/schema/mdmec/v2.6">'
  assert.deepEqual(await rules(`${root}${'<m:a>'.repeat(10_000)}`), ['xml/too-deep'])
  assert.deepEqual(await rules(`<!DOCTYPE x [${'<!ENTITY a "aaaaaaaa">'.repeat(100)}]>${root}&a;</m:CoreMetadata>`), [
    'xml/doctype',
  ])
  assert.deepEqual(await rules(`${root}&a;</m:CoreMetadata>`), ['xml/not-well-formed'])
  const many = await validate(strToU8(`${root}${'<m:OriginalLanguage/>'.repeat(30_000)}</m:CoreMetadata>`), { schemas: null })
  assert.equal(many.counts.error, 30_001)
  assert.equal(many.findings.length, 10_000)
})
