import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { LabelReader } from './labels/match.ts'
import { remembered } from './memory.ts'

test('a word that is kept does not keep the text that it was cut out of', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const length = remembered((word) => word.length)
  const labels = new LabelReader('en')
  const before = held()
  for (let n = 0; n < 400; n++) {
    const text = `${'water and stone '.repeat(6_000)}unusual-word-number-${n} unusual-label-number-${n}`
    length(text.slice(text.indexOf('unusual'), text.lastIndexOf(' ')))
    labels.lookup(text.slice(text.lastIndexOf(' ') + 1))
  }
  // the texts are forty megabytes
  assert.ok(held() - before < 5_000_000, `${held() - before} bytes are held`)
})
