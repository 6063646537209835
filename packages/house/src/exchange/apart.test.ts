import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { isSmall } from './apart.ts'

test('a file is small when it is so unpacked, whatever it packs to', () => {
  const workbook = (bytes: number) =>
    zipSync({ 'xl/workbook.xml': strToU8('<x/>'), 'xl/worksheets/sheet1.xml': strToU8('<c/>'.repeat(bytes / 4)) })
  const large = workbook(20_000_000)
  assert.ok(large.length < 200_000)
  assert.deepEqual([isSmall(workbook(100_000)), isSmall(large), isSmall(large.subarray(0, 9_000)), isSmall(new Uint8Array(300_000))], [true, false, false, false]) // prettier-ignore
  assert.equal(isSmall(strToU8('Titre;Année\nSel;2021')), true)
})
