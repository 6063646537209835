import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserName } from './browser-name.ts'

test('a browser is named by what it says of itself, the imitators before whom they imitate', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0'
  assert.deepEqual(browserName(edge), { browser: 'Edge', system: 'Windows' })
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/604.1'
  assert.deepEqual(browserName(phone), { browser: 'Safari', system: 'iOS' })
  assert.equal(browserName('curl/8'), null)
  assert.equal(browserName(null), null)
})
