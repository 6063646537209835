import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { money } from '@vitrine/ledger/money/money'
import { approvalNeeded } from './approval.ts'

test('a second person is needed above the limit, and where nobody can say that it is below', () => {
  const limit = money('EUR', 1_000_000)
  assert.equal(approvalNeeded(null, money('EUR', 9_000_000)), 'none')
  assert.equal(approvalNeeded(limit, money('EUR', 1_000_000)), 'none')
  assert.equal(approvalNeeded(limit, money('EUR', 1_000_001)), 'above')
  assert.equal(approvalNeeded(limit, null), 'no-rate')
  assert.equal(approvalNeeded(limit, money('USD', 1)), 'no-rate')
})
