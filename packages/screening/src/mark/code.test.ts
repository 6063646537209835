import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { test } from 'node:test'
import { biasOf, CUT_OFF, keyed, symbolFor, symbolOf } from './code.ts'

const key = (name: string) => createHash('sha256').update(name).digest()

const PINNED = { bias: 0.11492838946069024, symbols: '0111000001110000100100110000111011001011' }

test('the same keys give the same code for ever', () => {
  const reel = key('a reel')
  assert.ok(Math.abs(biasOf(reel, 0) - PINNED.bias) < 1e-12)
  assert.equal(Array.from({ length: 40 }, (_, i) => symbolOf(reel, key('a viewing'), i)).join(''), PINNED.symbols)
})

test('what is drawn is HMAC-SHA-256 of the words and the segment', () => {
  for (const index of [0, 1, 258, 0xffffffff]) {
    const segment = Buffer.alloc(4)
    segment.writeUInt32BE(index)
    const expected = createHmac('sha256', key('k')).update('vitrine mark').update(segment).digest('hex')
    assert.equal(keyed(key('k'), 'vitrine mark', index).toString('hex'), expected)
  }
})

test('biases follow the arcsine density between the cut-offs', () => {
  const reel = key('density')
  const edge = Math.asin(Math.sqrt(CUT_OFF))
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let i = 0; i < 20_000; i++) {
    const bias = biasOf(reel, i)
    assert.ok(bias >= CUT_OFF && bias <= 1 - CUT_OFF)
    const place = (Math.asin(Math.sqrt(bias)) - edge) / (Math.PI / 2 - 2 * edge)
    tenths[Math.min(9, Math.floor(place * 10))]!++
  }
  // Five standard deviations of a count of 20,000 draws with probability 1/10.
  for (const count of tenths) assert.ok(Math.abs(count - 2_000) < 5 * Math.sqrt(20_000 * 0.1 * 0.9), String(tenths))
})

test('viewings draw each segment with its bias, apart from each other and from the segment before', () => {
  const reel = key('symbols')
  let expected = 0
  let variance = 0
  let seen = 0
  let together = 0
  let after = 0
  for (let i = 0; i < 400; i++) {
    const bias = biasOf(reel, i)
    const next = biasOf(reel, i + 1)
    for (let viewing = 0; viewing < 50; viewing++) {
      const mine = symbolFor(bias, key(`viewing ${viewing}`), i)
      seen += mine
      together += (mine - bias) * (symbolFor(bias, key(`viewing ${viewing + 1}`), i) - bias)
      after += (mine - bias) * (symbolFor(next, key(`viewing ${viewing}`), i + 1) - next)
      expected += bias
      variance += bias * (1 - bias)
    }
  }
  assert.ok(Math.abs(seen - expected) < 5 * Math.sqrt(variance), `${seen} of ${expected}`)
  // A product of two independent deviations has at most the variance p(1 − p)/4, as each factor’s is at most a quarter.
  assert.ok(Math.abs(together) < 5 * Math.sqrt(variance / 4), String(together))
  assert.ok(Math.abs(after) < 5 * Math.sqrt(variance / 4), String(after))
})

test('another reel gives the same viewing another code', () => {
  const viewing = key('viewing')
  const codes = ['one', 'two'].map((name) => Array.from({ length: 200 }, (_, i) => symbolOf(key(name), viewing, i)).join(''))
  assert.notEqual(codes[0], codes[1])
})

test('keys of another length and segments that cannot be are refused', () => {
  assert.throws(() => biasOf(new Uint8Array(16), 0), RangeError)
  assert.throws(() => symbolOf(key('reel'), new Uint8Array(0), 0), RangeError)
  for (const index of [-1, 0.5, Number.NaN, 2 ** 32]) assert.throws(() => biasOf(key('reel'), index), RangeError)
})
