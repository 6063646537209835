/** A day as the house writes it to people is read back by whoever reads days: sheets, spreadsheets, questions about rights. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDay as readDayOfSheet } from '@vitrine/catalogue/reader/years'
import { isScreeningTime } from '@vitrine/catalogue/reader/formats'
import { readDay as readDayOfSpreadsheet } from '@vitrine/exchange/spreadsheets/rights-days'
import { formatDay, LOCALES } from '@vitrine/messages'
import { dayOf, writeDay } from '@vitrine/rights/days/day'
import { readQuestion } from '@vitrine/rights/question/read-question'

const today = dayOf('2026-11-28')!
/** Two years, a leap day among them. */
const days = Array.from({ length: 731 }, (_, n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10))

for (const locale of LOCALES)
  test(`every day is read back as it was written (${locale})`, () => {
    for (const day of days)
      for (const style of ['long', 'short'] as const) {
        const written = formatDay(locale, day, style)
        assert.equal(readDayOfSheet(written), day, written)
        assert.deepEqual(readDayOfSpreadsheet(written, false), { day, doubtful: false }, written)
        assert.ok(isScreeningTime(`${written}, 20:30`), written)
        const asked = readQuestion(locale === 'fr' ? `SVOD Pologne du ${written} au 31 décembre 2030` : `SVOD Poland from ${written} to 31 December 2030`, { today, locale }) // prettier-ignore
        assert.deepEqual([asked.window.value.from, asked.window.value.to].map(writeDay), [day, '2030-12-31'], written)
      }
  })
