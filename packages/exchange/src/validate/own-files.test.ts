/** What is written of any sheet is held against the checks that others' files are: a house does not send what it would refuse. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { madeSheet } from '@vitrine/catalogue/writer/made-sheets'
import { LANGUAGES } from '@vitrine/rights/languages/languages'
import { LEAVES } from '@vitrine/rights/territories/leaves'
import { parsePrice } from '@vitrine/rights/price/price-terms'
import fc from 'fast-check'
import { availsOfLicence, LICENSE_TYPES } from '../avails/from-licence.ts'
import { shareFee, termsOfPrice } from '../avails/price-terms.ts'
import { AVAILS_VERSIONS, writeAvails } from '../avails/write-avails.ts'
import { writeAvailsWorkbook } from '../avails-spreadsheet/write-avails-spreadsheet.ts'
import { madeFilm } from '../made-film.ts'
import { MEC_VERSIONS } from '../mec/carries.ts'
import { writeMec, writeMecFiles } from '../mec/write-mec.ts'
import { OPTIONS, filmOut } from '../testing/round-trip.ts'
import { validate } from './index.ts'

const sheets = fc.array(fc.oneof(madeSheet('en'), madeSheet('fr')), { minLength: 1, maxLength: 3 })
const outOf = (all: readonly TitleSheet[]) => all.map((sheet, at) => filmOut(sheet, `f${at + 1}`))

/** @param agreed rules that may warn: words that the two sides agree on */
async function isSound(file: { bytes: Uint8Array; fileName: string }, format: string, agreed: readonly string[]): Promise<void> {
  const { format: found, counts, findings } = await validate(file.bytes, { fileName: file.fileName })
  const wrong = findings.filter(({ severity, rule }) => severity === 'fatal' || severity === 'error' || (severity === 'warning' && !agreed.includes(rule))) // prettier-ignore
  assert.deepEqual([found, counts.fatal, counts.error, wrong.slice(0, 5)], [format, 0, 0, []])
}

for (const version of MEC_VERSIONS)
  test(`MEC ${version} of any film stands our own checks, alone and in an archive`, async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (all) => {
        const films = outOf(all)
        await isSound(writeMec(films, { ...OPTIONS, version }), 'mec', [])
        await isSound(writeMecFiles(films, { ...OPTIONS, version }), 'mec-zip', [])
      }),
      { numRuns: 40, seed: 29 },
    )
    await isSound(writeMec(outOf([madeFilm(), emptySheet('\u0001]]>&')]), { ...OPTIONS, version }), 'mec', [])
  })

const whole = LEAVES.filter((leaf) => leaf.length === 2 && leaf !== 'XK')
const day = (from: number) => fc.integer({ min: from, max: from + 900 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)) // prettier-ignore
const licence = fc.record({
  territories: fc.uniqueArray(fc.constantFrom(...whole), { minLength: 1, maxLength: 20 }),
  media: fc.uniqueArray(fc.constantFrom(...Object.keys(LICENSE_TYPES)), { minLength: 1, maxLength: 6 }),
  languages: fc.oneof(fc.constant(['all']), fc.uniqueArray(fc.constantFrom(...LANGUAGES), { minLength: 1, maxLength: 9 })),
  from: fc.option(day(20_000)),
  to: fc.option(day(21_000)),
  exclusive: fc.boolean(),
  contract: fc.option(fc.constantFrom('LB-2027-014', '<&>')),
  formatProfile: fc.constantFrom('SD', 'HD', 'UHD', null),
  price: fc.constantFrom('LicenseFee 12500.01 EUR', 'WSP 4.99 EUR; SRP 9.99 USD', 'Tier 4', 'Category A; EpisodeWSP 500 JPY', 'SMRP-PostTax 1 KWD'),
}) // prettier-ignore
/** LicenseType may have other words than the published ones; AVOD, FVOD and FAST are such. */
const AGREED = ['vocabulary/Transaction/LicenseType', 'vocabulary/AvailTrans/LicenseType']

test('Avails of any film and licence stand our own checks, in every version and as a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(sheets, licence, async (all, { price, formatProfile, exclusive, contract, ...box }) => {
      const avails = outOf(all).flatMap((film) => {
        const sold = { box: { territory: box.territories.join(', '), ...box, cuts: null }, exclusive, contract, formatProfile, licensee: 'Plateau & Co', price: termsOfPrice(parsePrice(price)), isUndated: false } // prettier-ignore
        return shareFee(availsOfLicence(film, sold, OPTIONS.sender).avails).avails
      })
      for (const version of AVAILS_VERSIONS)
        await isSound(writeAvails(avails, { version, sender: OPTIONS.sender }), 'avails', AGREED) // prettier-ignore
      const { counts, findings, format } = await workbook(avails)
      assert.deepEqual([format, counts.fatal, findings.filter(({ severity }) => severity === 'error').slice(0, 5)], ['avails-xlsx', 0, []]) // prettier-ignore
    }),
    { numRuns: 40, seed: 31 },
  )
})

async function workbook(avails: Parameters<typeof writeAvailsWorkbook>[0]) {
  const { bytes, fileName } = await writeAvailsWorkbook(avails)
  return validate(bytes, { fileName })
}

test('a file that is spoilt does not stand them', async () => {
  const { bytes } = writeMec(outOf([madeFilm()]), { ...OPTIONS, version: '2.12' })
  const spoilt = new TextDecoder().decode(bytes).replaceAll('<md:WorkType>Movie<', '<md:WorkType>Moviee<')
  await assert.rejects(isSound({ bytes: new TextEncoder().encode(spoilt), fileName: 'mec.xml' }, 'mec', []))
})
