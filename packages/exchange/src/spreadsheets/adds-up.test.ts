import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8 } from 'fflate'
import { guessNamedContacts } from './contact-columns.ts'
import { readTable } from './rights-table.ts'
import { TITLES_CSV } from './titles.ts'

const csv = (...lines: string[]) => strToU8(lines.join('\n'))
const RIGHTS = 'Title;Licensee;Territory;Media;From;To;Fee'

test('rights of a film that is called as sums are stand wherever they stand; sums below are left out, and told', async () => {
  const { rows, totals } = await readTable(
    csv(RIGHTS, 'Total;ZDF;DE;TV;2027;2028;', 'Salt;ARD;AT;TV;2027;2028;90', 'Soma;ARD;AT;TV;;;', 'Total;;;;;;90', 'Sum;1;1;;;;EUR 90'), // prettier-ignore
  )
  assert.deepEqual(rows.map(({ cells }) => cells[0]), ['Total', 'Salt', 'Soma']) // prettier-ignore
  assert.deepEqual(totals, [5, 6])
  assert.deepEqual((await readTable(csv(RIGHTS, 'Salt;ARD;AT;TV;2027;2028;90', 'Total;;;;;;'))).totals, [], 'without a figure nothing is added up') // prettier-ignore
  assert.deepEqual((await readTable(csv(RIGHTS, 'Salt;ARD;AT;TV;2027;2028;90', 'Total;;;;2027;2028;'))).totals, [], 'nobody adds up days') // prettier-ignore
})

test('a company that is called so is among the contacts, and the last film of a list among the films', async () => {
  const { rows } = await readTable(csv('Company;Name;Phone', 'Arte;Ana;1', 'Soma;;+351 21 000'), guessNamedContacts)
  assert.deepEqual(rows.map(({ cells }) => cells[0]), ['Arte', 'Soma']) // prettier-ignore
  const films = async (...lines: string[]) => (await TITLES_CSV.read!(csv('Title;Year;Director;Length', ...lines), { fileName: 'list.csv' })).films.map(({ sheet }) => sheet.title) // prettier-ignore
  assert.deepEqual(await films('Salt;2020;Ada Blum;52', 'Soma;2021;Bo Li;'), ['Salt', 'Soma'])
  assert.deepEqual(await films('Salt;2020;Ada Blum;52', 'Soma;2021;;'), ['Salt', 'Soma'])
  assert.deepEqual(await films('Salt;2020;Ada Blum;52', 'Soma;;;52 min'), ['Salt'])
})
