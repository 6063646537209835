import assert from 'node:assert/strict'
import { test } from 'node:test'
import { computeEidr, formatEidr, readEidr } from './eidr.ts'
import { computeIsan, formatIsan, readIsan } from './isan.ts'

// Published identifiers: EIDR's own examples and MovieLabs samples; python-stdnum and film-documentaire.fr for ISAN.
const EIDRS = [
  '8FF3-1C20-84F5-F247-8BCD-E',
  '77C5-ED35-8FC2-7D9D-9531-1',
  '7EC7-228A-510A-053E-CBB8-J',
  '1F2A-E1C5-680A-14C6-E76B-I',
  '8A35-3BEE-6497-5D12-9E4F-3',
  '1489-49A2-3956-4B2D-FE16-5',
]
const ISANS = [
  '0000-0001-8CFA-0000-I-0000-0000-K',
  '0000-0000-D07A-0090-Q-0000-0000-X',
  '0000-0001-0A93-0000-O-0000-0000-2',
  'B159-D8FA-0124-0000-K',
  '0000-0001-8D7C-0000-A-0000-0000-7',
]

test('the check characters of published EIDRs are right', () => {
  for (const id of EIDRS) {
    assert.ok(readEidr(`10.5240/${id}`)?.valid, id)
    assert.equal(computeEidr(id.slice(0, -2)), id.at(-1))
    assert.equal(formatEidr(id.slice(0, -2)), `10.5240/${id}`)
  }
  assert.equal(readEidr('urn 10.5240/8ff31c2084f5f2478bcde')?.printed, '10.5240/8FF3-1C20-84F5-F247-8BCD-E')
  assert.equal(readEidr('10.5240/1489-49A2-3956-4B2D-FE16-6')?.valid, false)
})

test('the check characters of published ISANs are right', () => {
  for (const id of ISANS) {
    assert.ok(readIsan(id)?.valid, id)
    assert.equal(readIsan(`ISAN ${id.toLowerCase()}`)?.printed, id)
    assert.equal(readIsan(id.replaceAll('-', ' '))?.printed, id)
    assert.equal(readIsan(`(${id.replaceAll('-', '')})`)?.printed, id)
  }
  assert.equal(computeIsan('0000-0001-8CFA-0000'), 'I')
  assert.equal(formatIsan('0000-0001-8CFA-0000', '0000-0000'), ISANS[0])
  assert.equal(readIsan('0000-0001-8CFA-0000-A-0000-0000-K')?.valid, false)
  assert.equal(readIsan('0000-0001-8CFA-0000')?.valid, true)
})
