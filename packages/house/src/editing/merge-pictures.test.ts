import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type Picture } from '@vitrine/catalogue'
import fc from 'fast-check'
import { mergePictures } from './merge-pictures.ts'
import { compareThree, mergeSheets } from './merge.ts'

const picture = (id: string, credit: string | null = null): Picture => ({
  id,
  kind: 'still',
  caption: {},
  credit,
  focus: null,
  width: 8,
  height: 5,
  colour: null,
})
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => picture(id)) as [Picture, Picture, Picture, Picture]
const ids = (pictures: readonly Picture[]) => pictures.map(({ id }) => id).join('')

test('what one adds and what the other takes away, describes or moves both come about', () => {
  const described = picture('a', 'Photo: one')
  for (const [theirs, mine, merged] of [
    [[a, b, c], [a, b, d], 'abcd'],
    [[b], [a, b, c], 'bc'],
    [[a, b, c], [b, a], 'bac'],
    [[b, a], [a, b, c], 'bac'],
    [[a, b, c], [described, b], 'abc'],
  ] as const) {
    const answer = mergePictures([a, b], theirs, mine, 'theirs')
    assert.deepEqual([ids(answer.pictures), answer.clash], [merged, false])
  }
  assert.equal(mergePictures([a, b], [a, b, c], [described, b], 'theirs').pictures[0]?.credit, 'Photo: one')
})

test('one picture that both changed is asked about, and the others are merged all the same', () => {
  const [hers, own] = [picture('a', 'Hers'), picture('a', 'Own')]
  for (const [side, credit] of [
    ['theirs', 'Hers'],
    ['mine', 'Own'],
  ] as const) {
    const { pictures, clash } = mergePictures([a, b], [hers, b, c], [own, b, d], side)
    assert.deepEqual([ids(pictures), pictures[0]?.credit, clash], ['abcd', credit, true])
  }
  assert.equal(mergePictures([a, b, c], [c, b, a], [b, a, c], 'mine').clash, true)
  assert.equal(mergePictures([a, b], [b], [own, b], 'mine').clash, true, 'taken away by one, described by the other')
})

test('a merge of sheets clashes on pictures only where one picture does', () => {
  const sheet = (pictures: Picture[]) => ({ ...emptySheet('Stills'), pictures })
  const [base, theirs, mine] = [sheet([a, b]), sheet([a, b, c]), sheet([b])]
  assert.deepEqual(compareThree(base, theirs, mine).clashing, [])
  assert.equal(ids(mergeSheets(base, theirs, mine).sheet.pictures), 'bc')
})

const some = fc.uniqueArray(fc.constantFrom(a, b, c, d, picture('a', 'x'), picture('b', 'y')), { selector: ({ id }) => id })
test('nothing that either added is lost, nothing that only one left alone comes back', () => {
  fc.assert(
    fc.property(some, some, some, fc.constantFrom('theirs' as const, 'mine' as const), (base, theirs, mine, side) => {
      const { pictures, clash } = mergePictures(base, theirs, mine, side)
      const has = (list: readonly Picture[], id: string) => list.some((one) => one.id === id)
      for (const { id } of [...theirs, ...mine]) if (!has(base, id)) assert.ok(has(pictures, id), `${id} was added and is lost`)
      if (!clash)
        for (const { id } of base)
          assert.equal(has(pictures, id), has(theirs, id) && has(mine, id), `${id} stays while both keep it`)
      assert.equal(new Set(pictures.map(({ id }) => id)).size, pictures.length)
      assert.deepEqual(mergePictures(base, base, mine, side), { pictures: mine, clash: false })
      assert.deepEqual(mergePictures(base, theirs, base, side), { pictures: theirs, clash: false })
    }),
    { seed: 5, numRuns: 400 },
  )
})
