import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CatalogueCopy } from './catalogue-copy.ts'
import type { CopiedRow, CopiedStatus } from './catalogue-copy.ts'
import { countFacets } from './count-facets.ts'
import type { Selection } from './count-facets.ts'
import { FACETS } from './facets-of-sheet.ts'
import type { Facet } from './facets-of-sheet.ts'

// Few values, so that many titles share one, and directors enough for a long tail.
const VALUES: Partial<Record<Facet, string[]>> = {
  theme: ['water', 'work', 'history', 'law'],
  slot: ['26', '52', '90'],
  country: ['FR', 'PL', 'JP'],
  director: Array.from({ length: 40 }, (_, n) => `director-${n}`),
}
const STATUSES: CopiedStatus[] = ['published', 'published', 'published', 'draft', 'withdrawn', 'gone']
const ASKED = ['theme', 'slot', 'country', 'director'] as const

const facets = fc.record(
  Object.fromEntries(ASKED.map((facet) => [facet, fc.subarray(VALUES[facet]!, { maxLength: 3 })])) as Record<
    (typeof ASKED)[number],
    fc.Arbitrary<string[]>
  >,
)
const title = fc.record({ status: fc.constantFrom(...STATUSES), f: facets })
const question = fc.record({
  statuses: fc.subarray<CopiedStatus>(['draft', 'published', 'withdrawn', 'gone'], { minLength: 1 }),
  selection: fc.record(Object.fromEntries(ASKED.map((facet) => [facet, fc.subarray([...VALUES[facet]!, 'nobody'])])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Selection>,
  among: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), // the part of the catalogue that a text found
})

function row(ord: number, { status, f }: { status: CopiedStatus; f: Record<string, string[]> }): CopiedRow {
  return { ord, id: `t${ord}`, status, facets: { k: `title ${ord}`, n: 2, y: null, p: null, u: ord, f } }
}

/** The rule, as slowly as one can say it. */
function naive(rows: CopiedRow[], among: Set<number> | null, statuses: readonly CopiedStatus[], selection: Selection) {
  const valuesOf = (one: CopiedRow, facet: Facet) =>
    facet === 'status' ? [one.status] : ((one.facets.f[facet] ?? []) as string[])
  const seen = rows.filter(
    (one) => one.status !== 'gone' && statuses.includes(one.status as CopiedStatus) && (among?.has(one.ord) ?? true),
  )
  const fits = (one: CopiedRow, except: Facet | null) =>
    FACETS.every(
      (facet) =>
        facet === except || !selection[facet]?.length || selection[facet].some((value) => valuesOf(one, facet).includes(value)),
    )
  const counts = FACETS.map((facet) => {
    const by: Record<string, number> = Object.fromEntries((selection[facet] ?? []).map((value) => [value, 0]))
    for (const one of seen) if (fits(one, facet)) for (const value of valuesOf(one, facet)) by[value] = (by[value] ?? 0) + 1
    return [facet, by]
  })
  return { ords: seen.filter((one) => fits(one, null)).map((one) => one.ord), counts: Object.fromEntries(counts) as unknown }
}

test('counts as the naive model does, among few titles and many, through edits', () => {
  fc.assert(
    fc.property(
      fc.array(title, { minLength: 1, maxLength: 300, size: 'max' }),
      fc.array(fc.record({ at: fc.nat(), to: title }), { maxLength: 40 }),
      fc.array(question, { minLength: 1, maxLength: 6 }),
      (made, edits, questions) => {
        const copy = new CatalogueCopy()
        const rows = made.map((one, ord) => row(ord, one))
        for (const one of rows) copy.put(one)
        for (const { at, to } of edits) copy.put((rows[at % rows.length] = row(at % rows.length, to)))
        for (const { statuses, selection, among } of questions) {
          const ords = among === null ? null : Int32Array.from(rows.map((one) => one.ord).filter((ord) => (ord * 0.618) % 1 < among)) // prettier-ignore
          const counted = countFacets(copy, ords, statuses, selection)
          const model = naive(rows, ords && new Set(ords), statuses, selection)
          assert.deepEqual([...counted.ords], model.ords)
          const counts = counted.facets.map(({ facet, values }) => [
            facet,
            Object.fromEntries(values.map(({ value, count }) => [value, count])),
          ])
          assert.deepEqual(Object.fromEntries(counts), model.counts)
        }
      },
    ),
    { numRuns: 120, seed: 2_611 },
  )
})

test('of many values those with most titles are listed, and the selected ones', () => {
  const copy = new CatalogueCopy()
  for (let ord = 0; ord < 300; ord++)
    copy.put(row(ord, { status: 'published', f: { director: [`once-${ord}`, `often-${ord % 20}`] } }))
  const { facets: found } = countFacets(copy, null, ['published'], { director: ['once-299', 'unknown'] }, 30)
  const directors = found.find(({ facet }) => facet === 'director')!.values
  assert.equal(directors.length, 32)
  assert.deepEqual(directors.slice(0, 20).map(({ count }) => count), Array.from({ length: 20 }, () => 15)) // prettier-ignore
  assert.deepEqual(directors.filter(({ selected }) => selected).map(({ value, count }) => [value, count]), [['once-299', 1], ['unknown', 0]]) // prettier-ignore
})
