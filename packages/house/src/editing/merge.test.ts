import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import fc from 'fast-check'
import { compareSheets } from './compare.ts'
import { compareThree, mergeSheets } from './merge.ts'

const text = fc.constantFrom('a', 'b', 'c')
const byLanguage = fc.dictionary(fc.constantFrom('en', 'fr'), text, { noNullPrototype: true })
const sheet: fc.Arbitrary<TitleSheet> = fc
  .record({
    title: text,
    synopsis: byLanguage,
    logline: byLanguage,
    year: fc.option(fc.constantFrom(2000, 2001)),
    directors: fc.array(text, { maxLength: 2 }),
    identifiers: fc.record({
      isan: fc.option(text),
      eidr: fc.constant(null),
      imdb: fc.constant(null),
      tmdb: fc.constant(null),
      wikidata: fc.constant(null),
      reference: fc.option(text),
    }),
  })
  .map((facts) => ({ ...emptySheet(facts.title), ...facts }))
const seeded = { seed: 11, numRuns: 400 }

test('a merge keeps every change of either that does not clash, and each choice', () => {
  fc.assert(
    fc.property(sheet, sheet, sheet, fc.constantFrom('mine' as const, 'theirs' as const), (base, theirs, mine, side) => {
      const { theirs: theirChanges, mine: myChanges, clashing } = compareThree(base, theirs, mine)
      const merged = mergeSheets(base, theirs, mine, Object.fromEntries(clashing.map((path) => [path, side])))
      assert.deepEqual(merged.unresolved, [])
      const after = new Map(compareSheets(base, merged.sheet).map((change) => [change.path, change.after]))
      for (const { path, after: wanted } of myChanges)
        if (side === 'mine' || !clashing.includes(path)) assert.deepEqual(after.get(path), wanted)
      for (const { path, after: wanted } of theirChanges)
        if (side === 'theirs' || !clashing.includes(path)) assert.deepEqual(after.get(path), wanted)
      const touched = new Set([...theirChanges, ...myChanges].map((change) => change.path))
      for (const path of after.keys()) assert.ok(touched.has(path), `${path} was nobody's change`)
    }),
    seeded,
  )
})

test('with nothing changed by one, the merge is the other', () => {
  fc.assert(
    fc.property(sheet, sheet, (base, other) => {
      assert.deepEqual(compareSheets(mergeSheets(base, base, other).sheet, other), [])
      assert.deepEqual(compareSheets(mergeSheets(base, other, base).sheet, other), [])
    }),
    seeded,
  )
})

test('a clash without a choice stays theirs and is named', () => {
  const base = emptySheet('A')
  const merged = mergeSheets(base, { ...base, year: 2001 }, { ...base, year: 2002, directors: ['Mine'] })
  assert.deepEqual([merged.sheet.year, merged.sheet.directors, merged.unresolved], [2001, ['Mine'], ['year']])
})
