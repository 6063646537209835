/**
 * The test files that MovieLabs publishes with its own validator, and the counts that it asserts for them. They are not part
 * of this project; where the folder stands beside it, every file is looked at. What differs is explained in docs/exchange.md
 * ("Official test files") and pinned here.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { validate } from './index.ts'

const FOLDER = fileURLToPath(new URL('../../../../../shared/mddf/samples', import.meta.url))
const skip = existsSync(FOLDER) ? false : 'the folder of MovieLabs’ test files is not there'

/** `E4 N3`; what is not named is 0. `theirs` is what their test asserts where that differs. */
const EXPECTED: Readonly<Record<string, { counts: string; theirs?: string }>> = {
  'mec/MEC_v2.4.xml': { counts: '' },
  'mec/MEC_v2.5_noErr.xml': { counts: 'W1' }, // theirs asserts no more than F0 E0
  'mec/MEC_v2.7.xml': { counts: 'E4 N2' },
  'mec/MEC_v2.10.xml': { counts: 'E4 N3' },
  'mec/MEC_v2.12/MEC_v2.12_base.xml': { counts: 'E4 N3' },
  'mec/MEC_v2.12/MEC_v2.12_errors.xml': { counts: 'E5 N3' },
  'mec/MEC_v1.6_errors.xml': { counts: 'E6 W1' },
  'mec/MEC_v1.6_multi-block-test.xml': { counts: 'E16 W1' },
  'mec/mec1.xml': { counts: 'E5', theirs: '' },
  'mmc/TV/VEEP_Series_mec.xml': { counts: 'N2' },
  'mmc/TV/VEEP_Season5_mec.xml': { counts: '' },
  'mmc/TV/VEEP_Season5_E5_mec.xml': { counts: '' },
  'common/CM_2.7.1/MEC_v2.7_F.xml': { counts: 'N2' }, // theirs asserts no more than F0 E0
  'common/CM_2.7.1/MEC_v2.7.1_D.xml': { counts: '' },
  'avails/Avails_noErrors_v2.2.1.xml': { counts: '' },
  'avails/Avails_noErrors_v2.2.2.xml': { counts: '' },
  'avails/Avails_noErrors_v2.3.xml': { counts: 'W12' },
  'avails/Avails_noErrors_v2.4.xml': { counts: '' },
  'avails/Avails_Volume_no-err_v2.4.xml': { counts: 'W2' },
  'avails/Avails_Volume_error_v2.4.xml': { counts: 'E2 W2', theirs: 'E2' },
  'avails/Avails_Volume_error_v2.5.xml': { counts: 'E3 W2', theirs: 'E3' },
  'avails/Avails_Volume_error_v2.6.xml': { counts: 'E3 W2', theirs: 'E3' },
  'avails/Avails_withErrors.xml': { counts: 'E6 W1' },
  'avails/Avails_Structure_Tests_v2.3.xml': { counts: 'E2 W3', theirs: '' },
  'avails/Avails_Structure_Tests_v2.3_errors.xml': { counts: 'E4 W3', theirs: 'E2' },
  'avails/TPT-test_v1.9_v2.5.xml': { counts: '' },
  'common/TV_v1.7.2-20180713_v2.3.xml': { counts: '' },
  'common/CM_Currency-errors.xml': { counts: 'E1' },
  'common/CM_base.xml': { counts: '' },
  'common/CM_ID-errors.xml': { counts: 'E4 W2 N2', theirs: 'E2 W2 N2' },
  'common/CM_IdXref-errors.xml': { counts: 'E2 W2', theirs: 'E2' },
  'common/CM_withErrors.xml': { counts: 'E20 W7' },
  'common/CM_invalid-ID-syntax.xml': { counts: 'E4 W1' },
  'common/CM_invalid-ID-syntax_v2.10.xml': { counts: 'E4 W1' },
  'common/CM_2.7.1/Manifest_v1.8_A.xml': { counts: 'W14' },
  'common/CM_2.7.1/Manifest_v1.8_B.xml': { counts: 'W14' },
  'common/CM_2.7.1/Manifest_v1.8.1_A.xml': { counts: 'W14' },
  'common/CM_2.7.1/Manifest_v1.8.1_B.xml': { counts: 'W14' },
  'common/CM_2.7.1/Manifest_v1.8.1_C.xml': { counts: 'W14' },
}

/** Tests of theirs that look at one family of rules: how many findings of it there are. */
const FAMILIES: readonly [file: string, family: RegExp, counts: string][] = [
  ['avails/Avails_Structure_Tests_v2.3.xml', /^structure\//, ''],
  ['avails/Avails_Structure_Tests_v2.3_errors.xml', /^structure\//, 'E2'],
  ['avails/Avails_withErrors.xml', /^rating\//, 'E2 W1'],
  ['mec/MEC_v2.12/MEC_v2.12_errors.xml', /^rating\//, 'E1'],
  ['common/CM_withErrors.xml', /^country\//, 'E2'],
  ['common/CM_withErrors.xml', /^language\//, 'E5'],
  ['common/CM_withErrors.xml', /^vocabulary\//, 'E1'],
  // theirs counts a country that is none among the ratings: E6 W3
  ['common/CM_withErrors.xml', /^rating\//, 'E5 W3'],
  // theirs looks with the rules of Common Metadata 2.4, which know nothing of SubType: E5
  ['common/CM_withErrors.xml', /^structure\//, 'E6'],
  ['common/CM_ID-errors.xml', /^identifier\/(?!unknown)/, 'E2 W2 N2'],
  ['common/CM_IdXref-errors.xml', /^identifier\/(?!eidr-check)/, 'E2'],
  ['common/CM_Currency-errors.xml', /^currency\//, 'E1'],
]

const written = (counts: Record<string, number>) =>
  (['fatal', 'error', 'warning', 'notice'] as const)
    .filter((severity) => (counts[severity] ?? 0) > 0)
    .map((severity) => `${severity[0]!.toUpperCase()}${counts[severity]}`)
    .join(' ')
const validated = (file: string) => validate(readFileSync(join(FOLDER, file)), { path: join(FOLDER, file) })

test(
  'every XML file of MovieLabs’ tests has the counts that their tests assert, but for what is explained',
  { skip },
  async () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml'))
    const found: Record<string, string> = {}
    for (const file of files.toSorted()) found[file] = written((await validated(file)).counts)
    const wanted = Object.entries(EXPECTED).map(([file, { counts }]) => [file, counts] as const)
    assert.deepEqual(found, Object.fromEntries(wanted.toSorted(([a], [b]) => (a < b ? -1 : 1))))
  },
)

test('every difference is explained', () => {
  const page = readFileSync(new URL('../../../../docs/exchange.md', import.meta.url), 'utf8')
  for (const [file, { theirs }] of Object.entries(EXPECTED))
    if (theirs !== undefined) assert.ok(page.includes(file.split('/').at(-1)!), `docs/exchange.md says nothing of ${file}`)
})

test('so has each family of rules', { skip }, async () => {
  for (const [file, family, counts] of FAMILIES) {
    const found: Record<string, number> = {}
    for (const { rule, severity } of (await validated(file)).findings)
      if (family.test(rule)) found[severity] = (found[severity] ?? 0) + 1
    assert.equal(written(found), counts, `${file} ${family}`)
  }
})

test('places are those that the tests assert', { skip }, async () => {
  const lines = async (file: string, rule: string) =>
    (await validated(file)).findings.filter((finding) => finding.rule === rule).map(({ line }) => line)
  assert.deepEqual(await lines('common/CM_ID-errors.xml', 'identifier/twice'), [34])
  assert.deepEqual(await lines('common/CM_ID-errors.xml', 'identifier/form'), [26])
})

test('the schema was checked wherever it was there', { skip }, async () => {
  for (const file of Object.keys(EXPECTED)) {
    const { format, schema } = await validated(file)
    assert.equal(schema, format === 'mmc' ? 'not found' : 'checked', file)
  }
})

/** Their tests ask of these that they can be read in; of the cells they say nothing. */
const SPREADSHEETS: Readonly<Record<string, { version: string; counts: string }>> = {
  'avails/Avails_noErrors_v2.3_v1.8.xlsx': { version: '1.8', counts: 'W4' },
  'avails/xlsx/All_v1.8.xlsx': { version: '1.8', counts: 'W1 N1' },
  'avails/xlsx/Avails_Volume_no-err_v2.4_v1.8.xlsx': { version: '1.8', counts: 'E7 W20' },
  'avails/xlsx/Avails_Volume_v1.8.xlsx': { version: '1.8', counts: 'E7 W20' },
  'avails/xlsx/Avails_noErrors_v2.3_v1.7.2.xlsx': { version: '1.7.2', counts: 'W4' },
  'avails/xlsx/Avails_noErrors_v2.3_v1.7.3.xlsx': { version: '1.7.3', counts: 'W4' },
  'avails/xlsx/Avails_noErrors_v2.3_v1.7.3_v1.8.xlsx': { version: '1.7.3', counts: 'E6 W6' },
  'avails/xlsx/Avails_noErrors_v2.3_v1.8.xlsx': { version: '1.7.3', counts: 'W4' },
  'avails/xlsx/Avails_w_Volume_v1.8.xlsx': { version: '1.8', counts: 'E7 W24' },
  'avails/xlsx/Bonus_v1.9.xlsx': { version: '1.9', counts: 'E4 W4 N1' },
  'avails/xlsx/Movies_v1.7.2.xlsx': { version: '1.7.2', counts: 'W82 N1' },
  'avails/xlsx/Movies_v1.7.2_Bundle.xlsx': { version: '1.7.2', counts: '' },
  'avails/xlsx/Movies_v1.7.2_Collection.xlsx': { version: '1.7.2', counts: '' },
  'avails/xlsx/Movies_v1.7.2_v1.8.xlsx': { version: '1.7.3', counts: 'W82' },
  'avails/xlsx/Movies_v1.7.3.xlsx': { version: '1.7.3', counts: 'E2 W19' },
  'avails/xlsx/Movies_v1.7.xlsx': { version: '1.7', counts: 'W12' },
  'avails/xlsx/Movies_v1.8.xlsx': { version: '1.8', counts: 'E15 W67 N1' },
  'avails/xlsx/Movies_v1.9.xlsx': { version: '1.9', counts: 'W106 N1' },
  'avails/xlsx/TPT-test_v1.9.xlsx': { version: '1.9', counts: 'N1' },
  'avails/xlsx/TPT-test_v1.9_v2.5_v1.9.xlsx': { version: '1.9', counts: '' },
  'avails/xlsx/TV_v1.7.3.xlsx': { version: '1.7.3', counts: 'W49' },
  'avails/xlsx/TV_v1.8.xlsx': { version: '1.8', counts: 'E4 W246 N1' },
  'avails/xlsx/TV_v1.9.xlsx': { version: '1.9', counts: 'W362 N2' },
}

test(
  'every spreadsheet is known with its version, has the layout that it should have, and the findings that are explained',
  { skip },
  async () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xlsx'))
    const found: Record<string, { version: string | null; counts: string }> = {}
    for (const file of files.toSorted()) {
      const { format, version, counts, findings } = await validated(file)
      assert.equal(format, 'avails-xlsx', file)
      found[file] = { version, counts: written(counts) }
      const layout = findings.filter(({ rule, severity }) => severity === 'error' && /^sheet\/(?!empty-cell)/.test(rule))
      assert.deepEqual(layout, [], file)
    }
    assert.deepEqual(found, SPREADSHEETS)
  },
)
