import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import fc from 'fast-check'
import { money } from '../money/money.ts'
import { convert } from './rates.ts'
import { readEcb } from './read-ecb.ts'

const DAYS = [
  { day: '2026-11-20', rates: { USD: '1.0800', JPY: '163.25', GBP: '0.8350' } },
  { day: '2026-11-24', rates: { USD: '1.1000', JPY: '165.00' } },
]

test('an amount is converted at the rates of its day, or of the last day before it', () => {
  assert.deepEqual(convert(money('USD', 10_800), 'EUR', '2026-11-20', DAYS), { amount: money('EUR', 10_000), day: '2026-11-20' })
  assert.deepEqual(convert(money('USD', 11_000), 'EUR', '2026-12-25', DAYS), { amount: money('EUR', 10_000), day: '2026-11-24' })
  assert.equal(convert(money('USD', 1), 'EUR', '2026-11-19', DAYS), null)
  assert.equal(convert(money('CHF', 1), 'EUR', '2026-11-24', DAYS), null)
})

test('one that has no rate on the day is converted at the last day that has both', () => {
  assert.equal(convert(money('GBP', 8350), 'USD', '2026-11-24', DAYS)?.day, '2026-11-20')
  assert.equal(convert(money('GBP', 8350), 'USD', '2026-11-24', DAYS)?.amount.minor, 10_800)
})

test('currencies with other minor units are converted by their value; halves go away from zero', () => {
  assert.equal(convert(money('EUR', 100), 'JPY', '2026-11-20', DAYS)?.amount.minor, 163)
  assert.equal(convert(money('JPY', 163), 'EUR', '2026-11-20', DAYS)?.amount.minor, 100)
  assert.equal(convert(money('EUR', -5), 'USD', '2026-11-24', DAYS)?.amount.minor, -6) // -5.5
  assert.equal(convert(money('EUR', 5), 'USD', '2026-11-24', DAYS)?.amount.minor, 6)
})

test('a conversion is never further than half a unit from the exact fraction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 1, max: 99_999_999 }), (minor, digits) => {
      const rate = (digits / 10_000).toFixed(4)
      const to = convert(money('EUR', minor), 'USD', '2026-01-01', [{ day: '2026-01-01', rates: { USD: rate } }])!.amount.minor
      const twice = BigInt(minor) * BigInt(digits) * 2n - BigInt(to) * 20_000n
      assert.ok((twice < 0n ? -twice : twice) <= 10_000n)
    }),
  )
})

test('the file of the central bank is read, history or one day; what is no rate is named with its line', () => {
  const read = readEcb(
    '\uFEFFDate,USD,JPY,CYP,\r\n2026-11-25,1.0823,163.1,N/A,\r\n2026-11-24,1.08,N/A,N/A,\r\n2026-11-24,1,1,1,\r\n2026-02-30,1,1,1,\r\n2026-11-21,x,1,1,\r\n',
  )
  assert.deepEqual(read?.days, [
    { day: '2026-11-24', rates: { USD: '1.08' } },
    { day: '2026-11-25', rates: { USD: '1.0823', JPY: '163.1' } },
  ])
  assert.deepEqual(read?.unread.map(({ line, why }) => [line, why]), [[4, 'day-twice'], [5, 'no-day'], [6, 'no-rate']]) // prettier-ignore
  assert.deepEqual(readEcb('Date, USD, JPY, \n25 November 2026, 1.0823, 163.1, \n')?.days, [
    { day: '2026-11-25', rates: { USD: '1.0823', JPY: '163.1' } },
  ])
  assert.equal(readEcb('Name,Street\n'), null)
})
