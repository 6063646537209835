import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { type Box, EVERYTHING } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import type { Line } from '../book/line.ts'
import { meets } from '../book/line.ts'
import { type Day, dayOf, PERPETUITY, writeDay } from '../days/day.ts'
import { LanguageSet } from '../languages/language-set.ts'
import { mediaOf } from '../media/media-set.ts'
import { naiveCell } from '../naive/naive.ts'
import { TerritorySet } from '../territories/territory-set.ts'
import { randomBox, randomCell, randomFrom, randomLines, TODAY } from '../testing/random-book.ts'
import { boxHas } from '../testing/compare.ts'
import { checkEntry, checkPackage, soldBeyondGrant } from './check-entry.ts'
import { objectionInWords } from '../words/objection-in-words.ts'
import { simulate } from './simulate.ts'
import type { WouldBeEntry } from './would-be.ts'

const day = (text: string): Day => dayOf(text)!
const today = day('2026-11-22')
const box = (changes: Partial<Box> = {}): Box => ({
  territories: TerritorySet.of(['FR']), media: mediaOf(['free-tv']), languages: LanguageSet.all, cuts: CutSet.all,
  from: day('2027-01-01'), to: day('2028-12-31'), ...changes,
}) // prettier-ignore
const line = (entry: string, kind: Line['kind'], changes: Partial<Box> = {}, more: Partial<Line> = {}): Line => ({
  entry, kind, exclusive: kind === 'grant' || kind === 'licence', box: box(changes), expires: PERPETUITY, undated: false, ...more,
}) // prettier-ignore
const entry = (changes: Partial<WouldBeEntry> = {}): WouldBeEntry => ({
  id: 'new', kind: 'licence', exclusive: true, boxes: [box()], imposes: [], replaces: [], expires: null, undated: false, effective: null, ...changes,
}) // prettier-ignore
const world = line('grant', 'grant', {
  territories: TerritorySet.world,
  media: mediaOf(['free-tv', 'svod']),
  to: day('2035-12-31'),
})
const codes = (would: WouldBeEntry, lines: Line[]): string[] =>
  checkEntry(would, lines, today).objections.map(({ code, severity, entries }) =>
    `${severity} ${code} ${entries.join(' ')}`.trim(),
  )

test('a licence within a grant and nothing else is clear', () => {
  assert.deepEqual(checkEntry(entry(), [world], today), { verdict: 'clear', objections: [] })
})

test('each reason has its own word and names the entry in the way', () => {
  assert.deepEqual(codes(entry(), []), ['refused not-owned'])
  assert.deepEqual(codes(entry(), [world, line('tv1', 'licence')]), ['refused sold tv1'])
  assert.deepEqual(codes(entry(), [world, line('tv1', 'licence', {}, { exclusive: false })]), ['refused sold-beside tv1'])
  assert.deepEqual(codes(entry({ exclusive: false }), [world, line('tv1', 'licence', {}, { exclusive: false })]), [])
  assert.deepEqual(codes(entry(), [{ ...world, exclusive: false }]), ['refused granted-beside grant'])
  assert.deepEqual(codes(entry(), [world, line('reserved', 'holdback')]), ['refused held-back reserved'])
  assert.deepEqual(codes(entry(), [world, line('option', 'option', {}, { expires: today })]), ['refused optioned option'])
  assert.deepEqual(codes(entry({ replaces: ['option'] }), [world, line('option', 'option', {}, { expires: today })]), [])
  assert.deepEqual(codes(entry({ boxes: [box({ to: day('2036-06-30') })] }), [world]), ['refused grant-ends grant'])
  assert.deepEqual(codes(entry({ boxes: [box({ from: day('2026-01-01') })] }), [{ ...world, box: { ...world.box, from: 0 } }]), ['warning begins-in-the-past']) // prettier-ignore
})

test('an entry may not promise to hold back what somebody else has bought', () => {
  const svod = box({ media: mediaOf(['svod']) })
  const sold = line('platform', 'licence', { media: mediaOf(['svod']) })
  assert.deepEqual(codes(entry({ imposes: [svod] }), [world, sold]), ['refused promises-what-is-sold platform'])
  assert.deepEqual(codes(entry({ kind: 'holdback', exclusive: false, boxes: [svod] }), [world, sold]), ['warning promises-what-is-sold platform']) // prettier-ignore
})

test('an entry that would hold back what somebody has a live option on names the option, and may stand', () => {
  const svod = box({ media: mediaOf(['svod']) })
  const option = (expires: Day, changes: Partial<Box> = {}) => line('platform', 'option', { media: mediaOf(['svod']), ...changes }, { expires }) // prettier-ignore
  const imposing = entry({ imposes: [svod] })
  const warned = ['warning promises-what-is-optioned platform']
  assert.deepEqual(codes(imposing, [world, option(today)]), warned)
  assert.deepEqual(codes(imposing, [world, option(today - 1)]), [], 'it has lapsed')
  assert.deepEqual(
    codes(entry({ imposes: [svod], replaces: ['platform'] }), [world, option(today)]),
    [],
    'it is taken up by this',
  )
  assert.deepEqual(codes(imposing, [world, option(today, { territories: TerritorySet.of(['PL']) })]), [], 'elsewhere')
  assert.deepEqual(codes(imposing, [world, option(today, { from: day('2029-01-01'), to: day('2029-12-31') })]), [], 'later')
  assert.deepEqual(codes(entry({ kind: 'holdback', exclusive: false, boxes: [svod] }), [world, option(today)]), warned)
  const [{ box: hit } = assert.fail()] = checkEntry(
    imposing,
    [world, option(today, { from: day('2028-06-01') })],
    today,
  ).objections
  assert.deepEqual([writeDay(hit.from), writeDay(hit.to)], ['2028-06-01', '2028-12-31'])
  const past = box({ media: mediaOf(['svod']), from: day('2026-01-01'), to: day('2026-10-31') })
  assert.deepEqual(
    codes(entry({ imposes: [past] }), [world, { ...option(today), box: past }]),
    [],
    'only days to come can be taken up',
  )
})

test('a second option is a warning, a second exclusive grant too', () => {
  const first = line('first', 'option', {}, { expires: today })
  assert.deepEqual(codes(entry({ kind: 'option', expires: today }), [world, first]), ['warning optioned first'])
  assert.deepEqual(codes(entry({ kind: 'grant' }), [world]), ['warning overlapping-grant grant'])
})

test('each title of a package is judged by itself', () => {
  const verdicts = checkPackage(
    [
      { title: 'a', entry: entry(), lines: [world] },
      { title: 'b', entry: entry(), lines: [] },
    ],
    today,
  )
  assert.deepEqual([...verdicts].map(([title, { verdict }]) => [title, verdict]), [['a', 'clear'], ['b', 'refused']]) // prettier-ignore
})

test('what was sold for longer than it is held is found', () => {
  const short = { ...world, box: { ...world.box, to: day('2027-12-31') } }
  const [found, ...more] = soldBeyondGrant([short, line('tv1', 'licence')], today)
  assert.equal(more.length, 0)
  assert.deepEqual(found?.entries, ['tv1'])
  assert.equal(found?.box.from, day('2028-01-01'))
})

test('what was sold in perpetuity is longer than a grant that ends', () => {
  const short = { ...world, box: { ...world.box, to: day('2027-12-31') } }
  const [found, ...more] = soldBeyondGrant([short, line('tv1', 'licence', { to: PERPETUITY })], today)
  assert.equal(more.length, 0)
  assert.deepEqual([found?.box.from, found?.box.to], [day('2028-01-01'), PERPETUITY])
})

test('a grant that is cut, shared or ended under what was sold is a warning, for as long as it was sold and held', () => {
  const sold = line('tv1', 'licence')
  const again = (changes: Partial<WouldBeEntry>) => entry({ id: 'grant', kind: 'grant', replaces: ['grant'], boxes: [world.box], ...changes }) // prettier-ignore
  const told = (would: WouldBeEntry, lines = [world, sold]) =>
    checkEntry(would, lines, today).objections.map(({ code, box, entries }) => [
      code,
      writeDay(box.from),
      writeDay(box.to),
      ...entries,
    ])
  const whole = [['leaves-uncovered', '2027-01-01', '2028-12-31', 'tv1']]
  assert.deepEqual(told(again({})), [])
  assert.deepEqual(told(again({ boxes: [{ ...world.box, territories: TerritorySet.of(['PL']) }] })), whole)
  assert.deepEqual(told(again({ exclusive: false })), whole)
  assert.deepEqual(told(again({ exclusive: false }), [world, { ...sold, exclusive: false }]), [])
  // From a day on: what it covered until then it goes on covering.
  const end = again({ boxes: [], effective: day('2028-03-01') })
  assert.deepEqual(told(end), [['leaves-uncovered', '2028-03-01', '2028-12-31', 'tv1']])
  assert.deepEqual(told(end, [{ ...world, entry: 'other' }, world, sold]), [], 'another grant covers it')
  assert.deepEqual(told(end, [sold]), [], 'it never covered it')
})

test('a licence is refused exactly when the definition finds a cell that is not to be had', () => {
  let refused = 0
  for (let seed = 1; seed <= 1_500; seed++) {
    const random = randomFrom(seed)
    const lines = randomLines(random)
    const would = entry({ exclusive: random() < 0.5, boxes: [randomBox(random)] })
    const { objections } = checkEntry(would, lines, TODAY)
    const bad = objections.filter(({ severity }) => severity === 'refused')
    if (bad.length > 0) refused++
    for (let n = 0; n < 40; n++) {
      const cell = randomCell(random)
      if (!boxHas(would.boxes[0]!, cell)) continue
      const met = meets(naiveCell(lines, cell, TODAY).status, would.exclusive)
      const objected = bad.some((one) => boxHas(one.box, cell))
      assert.equal(objected, !met, `seed ${seed}: ${JSON.stringify(cell)}`)
    }
  }
  assert.ok(refused > 100 && refused < 1_500, `${refused} refused`)
})

test('a simulation shows exactly the cells whose status changes, and to what', () => {
  let changed = 0
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed)
    const lines = randomLines(random)
    const added = { ...line('new', 'licence'), box: randomBox(random) }
    const view = random() < 0.8 ? EVERYTHING : randomBox(random)
    const { changes } = simulate(entry({ boxes: [added.box] }), lines, view, TODAY)
    for (let n = 0; n < 120; n++) {
      const cell = randomCell(random)
      if (!boxHas(view, cell)) continue
      const before = naiveCell(lines, cell, TODAY).status
      const after = naiveCell([...lines, added], cell, TODAY).status
      const here = changes.filter((change) => boxHas(change.box, cell))
      assert.equal(here.length, before === after ? 0 : 1, `seed ${seed}`)
      if (here.length === 1) assert.deepEqual([here[0]!.before.status, here[0]!.after.status], [before, after])
      changed += here.length
    }
  }
  assert.ok(changed > 100, `${changed} cells changed`)
})

test('a cut that the sheet does not list is asked about: what is sold of it would be nothing of the film', () => {
  const cutOf = (...cuts: string[]) => entry({ boxes: entry().boxes.map((box) => ({ ...box, cuts: CutSet.of(cuts) })) })
  const codes = (would: WouldBeEntry, known: readonly string[]) => checkEntry(would, [world], today, known).objections.map(({ code, severity }) => `${code} ${severity}`) // prettier-ignore
  assert.deepEqual(codes(cutOf('53'), ['52', '90']), ['unknown-cut warning'])
  assert.deepEqual(codes(cutOf('52', '53'), ['52', '90']), ['unknown-cut warning'])
  assert.deepEqual(codes(cutOf('52'), ['52', '90']), [])
  assert.deepEqual(codes(entry(), ['52', '90']), [])
  assert.deepEqual(codes(cutOf('53'), []), [], 'a sheet without cuts says nothing')
  const [objection] = checkEntry(cutOf('53'), [world], today, ['52', '3x52']).objections
  assert.match(objectionInWords(objection!, [], 'en'), /^The film’s sheet lists other cuts \(52', 3 × 52'\): .*53'/)
  assert.match(objectionInWords(objection!, [], 'fr'), /^La fiche du film indique d’autres montages \(52', 3 × 52'\)/)
})
