import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { segmentsOf } from './segments.ts'

test('stretches are the text, cut at every mark, and know what covers them', () => {
  const given = fc.string({ maxLength: 60 }).chain((text) =>
    fc.record({
      text: fc.constant(text),
      marks: fc.array(
        fc.record({ start: fc.nat(text.length), end: fc.nat(text.length), of: fc.constantFrom('year', 'title', 'finding:0') }),
        { maxLength: 12 },
      ),
    }),
  )
  fc.assert(
    fc.property(given, ({ text, marks }) => {
      const segments = segmentsOf(text, marks)
      assert.equal(segments.map((segment) => segment.text).join(''), text)
      for (const segment of segments) {
        const expected = new Set(
          marks
            .filter((m) => m.start <= segment.start && m.end >= segment.start + segment.text.length && m.start < m.end)
            .map((m) => m.of),
        )
        assert.deepEqual(new Set(segment.of), expected)
      }
    }),
    { seed: 7, numRuns: 500 },
  )
})

test('marks that lie outside the text are left out', () => {
  assert.deepEqual(segmentsOf('abc', [{ start: 1, end: 9, of: 'year' }]), [{ start: 0, text: 'abc', of: [] }])
})
