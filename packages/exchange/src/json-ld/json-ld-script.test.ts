import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jsonLdScript } from './json-ld-script.ts'

test('whatever the texts, nothing ends the script, and the value comes back', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.array(fc.constantFrom('</script>', '<!--', '-->', '<script', ']]>', '&lt;', '\u2028', '"', '\\')),
      (value, scraps) => {
        const whole = { value, text: scraps.join('') }
        const script = jsonLdScript(whole)
        assert.doesNotMatch(script, /[<>&\u2028\u2029]/)
        assert.deepEqual(JSON.parse(script), JSON.parse(JSON.stringify(whole)))
      },
    ),
    { seed: 1, numRuns: 300 },
  )
})
