import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { emptySheet, TitleSheet } from '@vitrine/catalogue'
import { TABLES, type TableField } from './columns.ts'
import { wholeRows, withWaitingRows } from './whole-rows.ts'

test('a row that was added and not filled in is no part of the sheet; one that was stays as it is', () => {
  const sheet = {
    ...emptySheet('The Long Table'),
    festivals: [
      { ...TABLES.festivals.blank },
      { ...TABLES.festivals.blank, year: 2021 },
      { ...TABLES.festivals.blank, festival: 'IDFA' },
    ],
    versions: [{ ...TABLES.versions.blank }],
    contacts: [{ ...TABLES.contacts.blank }, { ...TABLES.contacts.blank, email: 'sales@house.example' }],
  }
  const { festivals, versions, contacts } = wholeRows(sheet)
  assert.deepEqual([festivals.map(({ festival }) => festival), versions.length, contacts.length], [['IDFA'], 1, 1])
})

test('whatever new rows stand in a form, what is sent is a sheet', () => {
  const rows = Object.fromEntries((Object.keys(TABLES) as TableField[]).map((field) => [field, [{ ...TABLES[field].blank }]]))
  assert.equal(TitleSheet.safeParse({ ...emptySheet('New Rows'), ...rows }).success, false)
  assert.equal(TitleSheet.safeParse(wholeRows({ ...emptySheet('New Rows'), ...rows } as TitleSheet)).success, true)
})

test('a row that waits stays in its place, and after what somebody else wrote meanwhile', () => {
  const row = (festival: string) => ({ ...TABLES.festivals.blank, festival })
  const form = { ...emptySheet('Rows That Wait'), festivals: [row(''), row('IDFA')] }
  const named = (sheet: TitleSheet) => withWaitingRows(sheet, form).festivals.map(({ festival }) => festival)
  assert.deepEqual(named(wholeRows(form)), ['', 'IDFA'])
  assert.deepEqual(named({ ...form, festivals: [row('Visions'), row('IDFA')] }), ['Visions', 'IDFA', ''])
})
