import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Line } from '../book/line.ts'
import { isEmptyBox } from '../box/box.ts'
import { classes } from './classes.ts'
import type { Columns } from './columns.ts'
import { ask } from './question.ts'
import { columnsOf } from './testing/columns-of.ts'
import { lines, request, TODAY } from './testing/small-world.ts'

const written = ({ box, ...line }: Line): string =>
  JSON.stringify({ ...line, ...box, territories: box.territories.key, languages: box.languages.key, cuts: box.cuts.key }, [
    'entry', 'kind', 'exclusive', 'expires', 'undated', 'territories', 'media', 'languages', 'cuts', 'from', 'to',
  ]) // prettier-ignore
const sorted = (lines: readonly Line[]): string[] =>
  lines
    .filter(({ box }) => !isEmptyBox(box))
    .map(written)
    .sort()

const changes = fc.array(
  fc.record({
    title: fc.integer({ min: 0, max: 9 }),
    lines: fc.oneof({ arbitrary: lines(6), weight: 4 }, fc.constant<Line[]>([])),
  }),
  { minLength: 1, maxLength: 60 },
)

/** Makes each change in the columns and in a plain map. */
function apply(columns: Columns, book: Map<number, readonly Line[]>, made: readonly { title: number; lines: Line[] }[]): void {
  for (const { title, lines } of made) {
    if (lines.length === 0) columns.remove(title)
    else columns.replace(title, lines)
    book.set(title, lines)
  }
}

test('after any changes, columns hold what was put in last, and no more', () => {
  fc.assert(
    fc.property(changes, fc.constantFrom(4, 16, 64), (made, blockLines) => {
      const columns = columnsOf([], blockLines)
      const book = new Map<number, readonly Line[]>()
      for (const change of made) {
        apply(columns, book, [change])
        for (const [title, lines] of book) assert.deepEqual(columns.linesOf(title).map(written).sort(), sorted(lines))
      }
      const kept = [...book.values()].flatMap((lines) => sorted(lines))
      assert.equal(columns.lines, kept.length)
      assert.equal(columns.blocks.reduce((sum, { live }) => sum + live, 0), kept.length)
      const uses = columns.shapes.uses.subarray(0, columns.shapes.length)
      assert.equal(uses.reduce((sum, count) => sum + count, 0), kept.length)
    }),
    { numRuns: 300, seed: 4 },
  ) // prettier-ignore
})

test('columns that were changed answer as columns that were made anew', () => {
  fc.assert(
    fc.property(changes, request(6), (made, wanted) => {
      const columns = columnsOf([], 16)
      const book = new Map<number, readonly Line[]>()
      apply(columns, book, made)
      const anew = columnsOf(Array.from({ length: columns.titles }, (_, title) => book.get(title) ?? []))
      assert.deepEqual(classes(columns, ask(columns, wanted, TODAY)), classes(anew, ask(anew, wanted, TODAY)))
    }),
    { numRuns: 150, seed: 5 },
  )
})

test('asked between its changes, a book answers as one made anew, whether a picture of it is old, half taken or new', () => {
  fc.assert(
    fc.property(changes, request(6), fc.constantFrom(0, 1, 3), fc.constantFrom(1, 2, 20), (made, wanted, few, perChange) => {
      const columns = columnsOf([], 16, { few, part: 0, perChange })
      const book = new Map<number, readonly Line[]>()
      for (const change of made) {
        apply(columns, book, [change])
        const anew = columnsOf(Array.from({ length: columns.titles }, (_, title) => book.get(title) ?? []))
        assert.deepEqual(classes(columns, ask(columns, wanted, TODAY)), classes(anew, ask(anew, wanted, TODAY)))
        const some = Uint32Array.from([...book.keys()].filter((title) => title % 3 !== 0 && title < columns.titles))
        const alone = classes(columns, ask(columns, wanted, TODAY))
        const answers = classes(columns, ask(columns, wanted, TODAY), some)
        for (const [at, title] of some.entries()) assert.equal(answers[at], alone[title])
      }
    }),
    { numRuns: 60, seed: 8 },
  )
})

test('a book that is rewritten again and again takes no more room than one and a half of it', () => {
  const [one] = fc.sample(lines(6).filter((lines) => sorted(lines).length >= 5), { numRuns: 1, seed: 6 }) // prettier-ignore
  const columns = columnsOf([], 64)
  for (let round = 0; round < 50; round++) for (let title = 0; title < 100; title++) columns.replace(title, one!)
  const written = columns.blocks.reduce((sum, { filled }) => sum + filled, 0)
  assert.equal(columns.garbage, written - columns.lines)
  assert.ok(written <= 1.5 * columns.lines, `${written} lines for ${columns.lines}`)
  assert.ok(columns.blocks.length * 64 <= 2 * columns.lines)
  for (let title = 0; title < 100; title++) columns.remove(title)
  assert.equal(columns.lines, 0)
  assert.equal(columns.shapes.territorySets.size, 0)
})

test('a title may have more lines than a block', () => {
  const [one] = fc.sample(lines(6).filter((lines) => sorted(lines).length >= 5), { numRuns: 1, seed: 7 }) // prettier-ignore
  const many = Array.from({ length: 70_000 }, (_, at) => ({
    ...one!.find(({ box }) => !isEmptyBox(box))!,
    entry: String(at),
    expires: at,
  }))
  const columns = columnsOf([one!, many, one!])
  assert.deepEqual(new Set(columns.linesOf(1).map(({ entry }) => entry)), new Set(many.map(({ entry }) => entry)))
  columns.replace(1, one!)
  columns.replace(3, many)
  for (let title = 4; title < 30; title++) columns.replace(title, one!)
  for (const title of [0, 1, 2, 4, 29]) assert.deepEqual(columns.linesOf(title).map(written).sort(), sorted(one!))
  assert.equal(columns.linesOf(3).length, 70_000)
})

test('only whole numbers from 0 are titles, and a title that is refused changes nothing', () => {
  const columns = columnsOf([])
  for (const title of [-1, 0.5, Number.NaN, 2 ** 31]) assert.throws(() => columns.replace(title, []), RangeError)
  assert.equal(columns.version, 0)
  assert.deepEqual(columns.linesOf(5), [])
  columns.remove(5)
  assert.equal(columns.titles, 0)
})

test('a copy holds the same book, and what is done to one is nothing to the other', () => {
  fc.assert(
    fc.property(changes, changes, changes, request(6), fc.constantFrom(4, 16, 64), (before, here, there, asked, blockLines) => {
      const columns = columnsOf([], blockLines)
      const book = new Map<number, readonly Line[]>()
      apply(columns, book, before)
      const copy = columns.copy()
      const copied = new Map(book)
      apply(columns, book, here)
      apply(copy, copied, there)
      for (const [one, held] of [[columns, book], [copy, copied]] as const) {
        for (const [title, lines] of held) assert.deepEqual(one.linesOf(title).map(written).sort(), sorted(lines))
        const alone = columnsOf(Array.from({ length: one.titles }, (_, title) => held.get(title) ?? []))
        const answers = (of: Columns) => Array.from(classes(of, ask(of, asked, TODAY))).slice(0, one.titles)
        assert.deepEqual(answers(one), answers(alone))
      }
    }),
  )
}) // prettier-ignore
