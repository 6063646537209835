/**
 * The definition of availability, sentence by sentence, at the edges: what `both-say` gives is what the engine and the naive
 * model say alike. What a sentence says of the committed book (who of two signatures goes through, what was recorded when,
 * lists that were sent) is tested where that is kept: packages/house/src/verbs/rights.
 */
import { strict as assert } from 'node:assert'
import { describe, test } from 'node:test'
import { answerRequest } from '../availability/answer.ts'
import { regionsOf } from '../availability/regions.ts'
import { repairsOf } from '../availability/repairs.ts'
import { meets, type Status, STATUSES } from '../book/line.ts'
import { linesOfEntry } from '../book/lines-of-entry.ts'
import { type EntryState, linesOfVersions } from '../book/lines-of-versions.ts'
import { readTerms } from '../book/read-book.ts'
import { covers } from '../box/algebra.ts'
import { boxCovers, boxesMeet } from '../box/box.ts'
import { checkEntry } from '../check/check-entry.ts'
import type { WouldBeEntry } from '../check/would-be.ts'
import { writeDay } from '../days/day.ts'
import type { Use } from '../languages/languages.ts'
import { mediaLeaves } from '../media/media-set.ts'
import { answer, type Asked, CUTS, day, GRANT, lines, type Place, region, requestOf, status, TODAY } from '../testing/both-say.ts'
import { printTerritories } from '../territories/print.ts'

const SOLD = { id: 'sold', kind: 'licence', exclusive: true, party: 'A channel' }
const BESIDE = { id: 'beside', kind: 'licence', exclusive: false }
const KEPT = { id: 'kept', kind: 'holdback' }
const OPTION = { id: 'option', kind: 'option', expires: '2027-03-31' }

/** Each place with the status that it must have. */
const places = (book: ReturnType<typeof lines>, expected: readonly (readonly [Place, Status])[], today = TODAY): void => {
  for (const [place, should] of expected) assert.equal(status(book, place, today), should, JSON.stringify(place))
}

describe('cells', () => {
  const SIDES: Record<string, { sold: Record<string, unknown>; inside: Place; outside: Place }> = {
    cut: { sold: { cuts: ['52'] }, inside: {}, outside: { cut: '90' } },
    'territory leaf': { sold: { territory: 'FR' }, inside: {}, outside: { territory: 'MC' } },
    'media leaf': { sold: { media: 'svod' }, inside: {}, outside: { medium: 'tvod' } },
    language: { sold: { languages: 'fr' }, inside: {}, outside: { language: 'de:dubbed' } },
    'use of a language': { sold: { languages: 'fr:dubbed' }, inside: {}, outside: { language: 'fr:subtitled' } },
    day: { sold: { from: '2027-06-01', to: '2027-06-01' }, inside: {}, outside: { on: '2027-06-02' } },
    title: { sold: {}, inside: {}, outside: {} },
  }
  for (const [side, { sold, inside, outside }] of Object.entries(SIDES))
    test(`what is sold of one ${side} leaves the next one alone`, () => {
      assert.equal(status(lines(GRANT, { ...SOLD, ...sold }), inside), 'blocked')
      const elsewhere = side === 'title' ? { title: 'other' } : sold
      assert.equal(status(lines(GRANT, { ...SOLD, ...elsewhere }), outside), 'available')
    })

  test('a window has its first and its last day, and not the days around them', () => {
    places(lines(GRANT, { ...SOLD, from: '2027-06-01', to: '2027-06-30' }), [
      [{ on: '2027-05-31' }, 'available'],
      [{ on: '2027-06-01' }, 'blocked'],
      [{ on: '2027-06-30' }, 'blocked'],
      [{ on: '2027-07-01' }, 'available'],
    ])
  })

  test('days are those of the calendar: a leap day is one, and windows that meet at it leave no gap', () => {
    const book = lines(GRANT, { ...SOLD, to: '2028-02-28' }, { ...KEPT, from: '2028-03-01' })
    places(book, [
      [{ on: '2028-02-28' }, 'blocked'],
      [{ on: '2028-02-29' }, 'available'],
      [{ on: '2028-03-01' }, 'blocked'],
    ])
    const closed = lines(GRANT, { ...SOLD, to: '2027-02-28' }, { ...KEPT, from: '2027-03-01' })
    assert.equal(answer(closed, { from: '2027-02-01', to: '2027-03-31' }, day('2027-02-01')).answer, 'none')
  })

  test('a window without an end is in perpetuity, one without a beginning since ever', () => {
    places(lines({ ...GRANT, from: '2027-06-01' }), [
      [{ on: '2027-05-31' }, 'not-owned'],
      [{ on: '9999-12-31' }, 'available'],
    ])
    places(lines({ ...GRANT, to: '2027-06-01' }), [
      [{ on: '0001-01-01' }, 'available'],
      [{ on: '2027-06-02' }, 'not-owned'],
    ])
    assert.equal(answer(lines({ ...GRANT, to: '2038-12-31' }), { to: null }).answer, 'partial')
    assert.equal(answer(lines(GRANT), { to: null }).answer, 'full')
  })

  test('a right without a cut is of every cut, those that nobody has made yet included', () => {
    places(lines(GRANT, SOLD), [
      [{ cut: '90' }, 'blocked'],
      [{ cut: 'a later one' }, 'blocked'],
    ])
    assert.equal(status(lines({ ...GRANT, cuts: ['52', '90'] }), { cut: 'a later one' }), 'not-owned')
  })

  test('a cut that was sold is a cut of the film, whether or not its sheet lists it', () => {
    const asked: Asked = { media: 'svod' }
    const shareOf = (listed: readonly string[], ...entries: readonly Readonly<Record<string, unknown>>[]): [string, number] => {
      const { answer: got, share } = answerRequest(requestOf(asked), lines(GRANT, ...entries), listed, TODAY)
      return [got, share]
    }
    // of 52', 90' and whatever is made later, the 90' is gone
    assert.deepEqual(shareOf(['52'], { ...SOLD, cuts: ['90'] }), ['partial', 2 / 3])
    assert.deepEqual(shareOf(['52', '90'], { ...SOLD, cuts: ['90'] }), ['partial', 2 / 3])
    assert.deepEqual(shareOf([], { ...SOLD, cuts: ['90'] }), ['partial', 1 / 2])
    assert.deepEqual(shareOf(['52'], { ...SOLD, cuts: ['52'] }), ['partial', 1 / 2], 'a later cut can still be had')
    assert.deepEqual(shareOf(['52'], { ...SOLD, territory: 'JP', cuts: ['90'] }), ['full', 1], 'sold elsewhere it takes nothing')
    assert.deepEqual(shareOf(['52'], SOLD), ['none', 0])
  })

  test('language and territory are apart: German in all the world, and all languages of Switzerland, meet in German Switzerland', () => {
    const book = lines(GRANT, { ...SOLD, languages: 'German' }, { ...KEPT, territory: 'Switzerland', languages: 'all' })
    places(book, [
      [{ territory: 'JP', language: 'de:subtitled' }, 'blocked'],
      [{ territory: 'JP', language: 'ja:original' }, 'available'],
      [{ territory: 'CH-it', language: 'it:voice-over' }, 'blocked'],
      [{ territory: 'AT', language: 'it:voice-over' }, 'available'],
    ])
    assert.deepEqual(region(book, { territory: 'CH-de', language: 'de:dubbed' }).because, ['kept', 'sold'])
  })
})

describe('entries', () => {
  test('a grant says what may be sold and until when; by itself it blocks nothing', () => {
    const book = lines({ ...GRANT, territory: 'Europe', media: 'tv', to: '2029-12-31' }, { ...GRANT, id: 'second' })
    places(book, [
      [{ medium: 'free-tv' }, 'available'],
      [{ medium: 'svod' }, 'available'],
    ])
    places(lines({ ...GRANT, territory: 'Europe', media: 'tv', to: '2029-12-31' }), [
      [{ medium: 'free-tv', on: '2029-12-31' }, 'available'],
      [{ medium: 'free-tv', on: '2030-01-01' }, 'not-owned'],
      [{ medium: 'svod' }, 'not-owned'],
      [{ medium: 'free-tv', territory: 'US' }, 'not-owned'],
    ])
  })

  test('a grant beside others (co-exclusive, non-exclusive) leaves non-exclusive sales, until one that is exclusive covers the same', () => {
    const shared = { ...GRANT, id: 'shared', exclusive: false }
    assert.deepEqual(region(lines(shared)).because, ['shared'])
    assert.equal(status(lines(shared)), 'non-exclusive')
    assert.equal(status(lines(shared, { ...shared, id: 'shared too' })), 'non-exclusive')
    assert.deepEqual(region(lines(shared, GRANT)).because, ['grant'])
    assert.equal(status(lines(shared, GRANT)), 'available')
  })

  test('an exclusive licence blocks all that it covers, for every kind of sale', () => {
    for (const exclusive of [true, false]) {
      const got = answer(lines(GRANT, { ...SOLD, to: '2028-06-30' }), { exclusive })
      assert.equal(got.answer, 'partial')
      assert.equal(answer(lines(GRANT, SOLD), { exclusive }).answer, 'none')
    }
  })

  test('a non-exclusive licence blocks exclusive sales alone, however many there are', () => {
    const book = lines(GRANT, BESIDE, { ...BESIDE, id: 'beside too' })
    assert.deepEqual(region(book).because, ['beside', 'beside too'])
    assert.equal(answer(book, { exclusive: true }).answer, 'none')
    assert.equal(answer(book, { exclusive: false }).answer, 'full')
  })

  test('within a holdback nobody sells, exclusively or not, promised to a buyer or kept by the producer', () => {
    for (const exclusive of [true, false]) assert.equal(answer(lines(GRANT, KEPT), { exclusive }).answer, 'none')
    const promised = { ...SOLD, territory: 'FR', media: 'free-tv', holdbacks: [{ territory: 'BE-fr', media: 'svod', to: '2027-12-31' }] } // prettier-ignore
    places(lines(GRANT, promised), [
      [{ medium: 'free-tv' }, 'blocked'],
      [{ medium: 'svod' }, 'available'],
      [{ territory: 'BE-fr', on: '2027-12-31' }, 'blocked'],
      [{ territory: 'BE-fr', on: '2028-01-01' }, 'available'],
      [{ territory: 'BE-fr', medium: 'free-tv' }, 'available'],
    ])
    assert.deepEqual(region(lines(GRANT, promised), { territory: 'BE-fr' }).because, ['sold'])
  })

  test('an option holds its whole window through its last living day, and nothing from the day after', () => {
    const book = lines(GRANT, { ...OPTION, to: '2029-12-31' })
    for (const on of ['2027-03-31', '2027-04-01', '2029-12-31']) {
      assert.equal(status(book, { on }, day('2027-03-31')), 'held', on)
      assert.equal(status(book, { on }, day('2027-04-01')), 'available', on)
    }
    assert.equal(status(book, { on: '2030-01-01' }, day('2027-03-31')), 'available')
    assert.equal(status(lines(GRANT, { ...OPTION, status: 'taken-up' })), 'available')
  })

  for (const paper of ['draft', 'rejected', 'expired', 'terminated'])
    test(`paper that is ${paper} has no effect, whatever it is`, () => {
      for (const entry of [SOLD, BESIDE, KEPT, OPTION])
        assert.equal(status(lines(GRANT, { ...entry, status: paper })), 'available')
      assert.equal(status(lines({ ...GRANT, status: paper })), 'not-owned')
    })

  test('a box is every combination of its sets; a contract of several boxes is each of them and nothing between', () => {
    const boxes = [
      { territory: 'FR, BE-fr', media: 'svod, avod', to: '2027-12-31' },
      { territory: 'DE', media: 'tvod', to: '2028-12-31' },
    ]
    places(lines(GRANT, { ...SOLD, boxes }), [
      [{ territory: 'FR', medium: 'svod' }, 'blocked'],
      [{ territory: 'BE-fr', medium: 'avod' }, 'blocked'],
      [{ territory: 'DE', medium: 'tvod', on: '2028-12-31' }, 'blocked'],
      [{ territory: 'DE', medium: 'svod' }, 'available'],
      [{ territory: 'FR', medium: 'tvod' }, 'available'],
      [{ territory: 'FR', medium: 'svod', on: '2028-01-01' }, 'available'],
    ])
  })

  describe('a window that starts on an event', () => {
    const waiting = { ...SOLD, from: '2027-06-01', to: '2028-12-31' }
    const event = (date: string | null, months: number | null = null) => lines(GRANT, { ...waiting, event: { kind: 'delivery', date, months } }) // prettier-ignore

    test('counts, until the event has a day, from its earliest start to its outer date, and says that it is undated', () => {
      for (const months of [null, 3])
        for (const [on, should] of [
          ['2027-05-31', 'available'],
          ['2027-06-01', 'blocked'],
          ['2028-12-31', 'blocked'],
          ['2029-01-01', 'available'],
        ] as const) {
          // prettier-ignore
          const found = region(event(null, months), { on })
          assert.equal(found.status, should, on)
          assert.equal(found.undated, should === 'blocked', on)
        }
    })

    test('begins on the day of the event once there is one, and is undated no longer', () => {
      places(event('2027-09-10'), [
        [{ on: '2027-09-09' }, 'available'],
        [{ on: '2027-09-10' }, 'blocked'],
        [{ on: '2028-12-31' }, 'blocked'],
        [{ on: '2029-01-01' }, 'available'],
      ])
      assert.equal(region(event('2027-09-10'), { on: '2027-09-10' }).undated, false)
    })

    test('lasts its months from that day, a month counted on the calendar, and never beyond its outer date', () => {
      places(event('2027-08-31', 6), [
        [{ on: '2028-02-28' }, 'blocked'], // six months from 31 August are over on the 29th
        [{ on: '2028-02-29' }, 'available'],
      ])
      places(event('2028-11-01', 12), [
        [{ on: '2028-12-31' }, 'blocked'],
        [{ on: '2029-01-01' }, 'available'],
      ])
    })

    test('takes no holdback with it, when its months are over, that was promised through a day of its own', () => {
      const own = { territory: 'FR', media: 'svod', from: '2027-01-01', to: '2027-12-31' }
      const book = lines(GRANT, { ...SOLD, territory: 'FR', media: 'free-tv', from: '2027-01-01', to: '2028-12-31', event: { kind: 'delivery', date: '2027-02-01', months: 3 }, holdbacks: [own] }) // prettier-ignore
      assert.equal(status(book, { medium: 'free-tv', on: '2027-04-30' }), 'blocked')
      assert.equal(status(book, { medium: 'free-tv', on: '2027-05-01' }), 'available')
      assert.equal(status(book, { on: '2027-12-31' }), 'blocked')
      assert.equal(status(book, { on: '2028-01-01' }), 'available')
    })

    test('does not begin before its earliest start, however early the event', () => {
      places(event('2027-01-01'), [
        [{ on: '2027-05-31' }, 'available'],
        [{ on: '2027-06-01' }, 'blocked'],
      ])
    })
  })

  describe('a licence with runs', () => {
    const runs = (broadcasts: readonly string[], more: Record<string, unknown> = {}) =>
      lines(GRANT, { ...SOLD, from: '2027-06-01', to: '2027-12-31', runs: 2, catchUpDays: 7, broadcasts, ...more })

    test('ends with its last run and the catch-up after it', () => {
      places(runs(['2027-06-10', '2027-07-01']), [
        [{ on: '2027-07-08' }, 'blocked'],
        [{ on: '2027-07-09' }, 'available'],
      ])
      places(runs(['2027-06-10', '2027-07-01'], { catchUpDays: 0 }), [
        [{ on: '2027-07-01' }, 'blocked'],
        [{ on: '2027-07-02' }, 'available'],
      ])
    })

    test('ends on its last day where that comes first: catch-up does not outlast it', () => {
      places(runs(['2027-06-10', '2027-12-30']), [
        [{ on: '2027-12-31' }, 'blocked'],
        [{ on: '2028-01-01' }, 'available'],
      ])
    })

    test('is not extended by runs that were not used, and not ended by them', () => {
      places(runs(['2027-06-10']), [
        [{ on: '2027-12-31' }, 'blocked'],
        [{ on: '2028-01-01' }, 'available'],
      ])
      assert.equal(status(runs([]), { on: '2027-12-31' }), 'blocked')
    })

    test('ends with the last of its runs by the calendar, in whatever order they were written down', () => {
      assert.equal(status(runs(['2027-09-01', '2027-06-10']), { on: '2027-09-08' }), 'blocked')
      assert.equal(status(runs(['2027-09-01', '2027-06-10']), { on: '2027-09-09' }), 'available')
    })

    test('takes no holdback with it that was promised through a day of its own; one without such a day ends with it', () => {
      const used = ['2027-06-10', '2027-07-01']
      const promised = (to: string | null) => runs(used, { territory: 'FR', media: 'free-tv', holdbacks: [{ territory: 'FR', media: 'svod', to }] }) // prettier-ignore
      places(promised('2027-12-31'), [
        [{ medium: 'free-tv', on: '2027-07-09' }, 'available'],
        [{ on: '2027-07-09' }, 'blocked'],
        [{ on: '2027-12-31' }, 'blocked'],
        [{ on: '2028-01-01' }, 'available'],
      ])
      places(promised(null), [
        [{ on: '2027-07-08' }, 'blocked'],
        [{ on: '2027-07-09' }, 'available'],
      ])
    })

    test('takes a holdback without a day of its own along on its last day, whatever ended it; one with a day stays', () => {
      const sold = { ...SOLD, territory: 'FR', media: 'free-tv', from: '2027-01-01', to: '2027-06-30' }
      const promised = (more: object) => lines(GRANT, { ...sold, holdbacks: [{ territory: 'FR', media: 'svod' }], ...more })
      places(promised({}), [
        [{ on: '2027-06-30' }, 'blocked'],
        [{ on: '2027-07-01' }, 'available'],
      ])
      places(promised({ holdbacks: [{ territory: 'FR', media: 'svod', to: '2027-12-31' }] }), [
        [{ on: '2027-12-31' }, 'blocked'],
        [{ on: '2028-01-01' }, 'available'],
      ])
      // of several boxes the last one ends the licence; one in perpetuity never does
      const boxes = (to: string | undefined) => promised({ boxes: [{ territory: 'FR', media: 'free-tv', to: '2027-06-30' }, { territory: 'BE', media: 'free-tv', to }] }) // prettier-ignore
      assert.equal(status(boxes('2028-06-30'), { on: '2028-06-30' }), 'blocked')
      assert.equal(status(boxes('2028-06-30'), { on: '2028-07-01' }), 'available')
      assert.equal(status(boxes(undefined), { on: '2099-01-01' }), 'blocked')
    })

    test('ends though it was in perpetuity', () => {
      assert.equal(status(runs(['2027-06-10', '2027-07-01'], { to: null }), { on: '2027-07-09' }), 'available')
      assert.equal(status(runs(['2027-06-10'], { to: null }), { on: '2099-01-01' }), 'blocked')
    })
  })
})

describe('status', () => {
  const KINDS = {
    shared: { ...GRANT, id: 'shared', exclusive: false },
    grant: GRANT,
    sold: SOLD,
    kept: KEPT,
    option: OPTION,
    lapsed: { ...OPTION, id: 'lapsed', expires: '2027-03-14' },
    beside: BESIDE,
  }
  /** The rules in their order, over the names of what covers the cell: the first that fits decides. */
  const RULES: readonly (readonly [Status, (has: (name: keyof typeof KINDS) => boolean) => boolean])[] = [
    ['not-owned', (has) => !has('grant') && !has('shared')],
    ['blocked', (has) => has('sold') || has('kept')],
    ['held', (has) => has('option')],
    ['non-exclusive', (has) => has('beside') || !has('grant')],
    ['available', () => true],
  ]

  test('the five are asked in their order, and the first that fits is the answer: all 128 mixtures of what can cover a cell', () => {
    assert.deepEqual(RULES.map(([name]) => name), STATUSES) // prettier-ignore
    const names = Object.keys(KINDS) as (keyof typeof KINDS)[]
    const seen = new Set<Status>()
    for (let mixture = 0; mixture < 2 ** names.length; mixture++) {
      const there = names.filter((_, bit) => (mixture >>> bit) & 1)
      const [should] = RULES.find(([, fits]) => fits((name) => there.includes(name)))!
      assert.equal(status(lines(...there.map((name) => KINDS[name]))), should, there.join(' + '))
      seen.add(should)
    }
    assert.equal(seen.size, 5)
  })

  test('an exclusive request is met by what is available, a non-exclusive one by what is non-exclusive as well, by nothing else', () => {
    const met = (exclusive: boolean) => STATUSES.filter((one) => meets(one, exclusive))
    assert.deepEqual(met(true), ['available'])
    assert.deepEqual(met(false), ['non-exclusive', 'available'])
  })

  test('every cell met is full, some is partial, none is none', () => {
    const asked: Asked = { territory: 'FR, DE', media: 'svod, tvod' }
    assert.equal(answer(lines(GRANT), asked).answer, 'full')
    assert.equal(answer(lines(GRANT, { ...SOLD, territory: 'DE', media: 'tvod', languages: 'de:dubbed', cuts: ['90'], from: '2028-12-31', to: '2028-12-31' }), asked).answer, 'partial') // prettier-ignore
    assert.equal(answer(lines(GRANT, { ...SOLD, from: '2028-01-02' }), asked).answer, 'partial')
    assert.equal(answer(lines(GRANT, SOLD), asked).answer, 'none')
    assert.equal(answer(lines(), asked).answer, 'none')
  })

  test('days before today are never on offer: they neither spoil an answer nor make one', () => {
    const asked: Asked = { from: '2027-03-01', to: '2027-03-31' }
    assert.equal(answer(lines(GRANT, { ...SOLD, to: '2027-03-14' }), asked).answer, 'full')
    assert.equal(answer(lines(GRANT, { ...SOLD, from: '2027-03-15' }), asked).answer, 'none')
    assert.equal(answer(lines(GRANT, { ...SOLD, from: '2027-03-16' }), asked).answer, 'partial')
    assert.equal(answer(lines(GRANT), { from: '2026-01-01', to: '2027-03-14' }).answer, 'none')
    assert.equal(answer(lines(GRANT), { from: '2027-03-15', to: '2027-03-15' }).answer, 'full')
  })
})

describe('answers', () => {
  const patchwork = lines(
    { ...GRANT, territory: 'World excl. US' },
    { ...SOLD, territory: 'FR, BE-fr', media: 'tv', to: '2028-06-30' },
    { ...BESIDE, territory: 'DACH', media: 'svod, free-tv', languages: 'de' },
    { ...OPTION, territory: 'Nordics', media: 'vod', from: '2028-03-01', to: '2029-02-28' },
    { ...KEPT, media: 'festival', cuts: ['90'] },
  )

  test('regions are disjoint and together exactly what was asked, each with one status and what causes it', () => {
    const { box } = requestOf({ territory: 'World', media: 'all' })
    const regions = regionsOf(box, patchwork, TODAY)
    for (const [at, one] of regions.entries())
      for (const other of regions.slice(at + 1)) assert.ok(!boxesMeet(one.box, other.box))
    assert.ok(covers(regions.map((one) => one.box), box)) // prettier-ignore
    assert.ok(regions.every((one) => boxCovers(box, one.box)))
    assert.deepEqual(new Set(regions.map((one) => one.status)), new Set(STATUSES))
    for (const { box: part, status: is, because } of regions) {
      assert.equal(because.length === 0, is === 'not-owned')
      for (const on of [part.from, part.to])
        for (const territory of part.territories.leaves().slice(0, 3))
          for (const medium of mediaLeaves(part.media)) {
            const language = (['fr:dubbed', 'de:subtitled'] as const).find((one) => part.languages.has(one.slice(0, 2), one.slice(3) as Use)) // prettier-ignore
            const cut = CUTS.find((one) => part.cuts.has(one))
            const place = { territory, medium, language: language!, cut: cut!, on: writeDay(on)! }
            assert.deepEqual(region(patchwork, place).because, because, JSON.stringify(place))
          }
    }
  })

  test('equal neighbours are merged, and a set prints with group names where they fit: it reads as a person would say it', () => {
    const boxes = [
      { territory: 'FR', media: 'svod', to: '2028-06-30' },
      { territory: 'FR', media: 'svod', from: '2028-07-01' },
      { territory: 'BE-fr', media: 'svod' },
    ]
    const { regions } = answer(lines(GRANT, { ...SOLD, boxes }), { territory: 'World', from: '2028-06-30', to: '2028-07-01' })
    const read = regions.map(({ box, status: is }) => `${is}: ${printTerritories(box.territories, 'en')}`)
    assert.deepEqual(read.sort(), ['available: World excl. BE-fr, FR', 'blocked: BE-fr, FR'])
    const nordic = answer(lines(GRANT, { ...KEPT, territory: 'DK, FI, IS, NO, SE, FO, GL, AX' }), { territory: 'Europe, GL', to: '2028-01-01' }) // prettier-ignore
    const kept = nordic.regions.find((one) => one.status === 'blocked')!
    assert.equal(printTerritories(kept.box.territories, 'en'), 'Nordics')
  })

  test('an answer carries when it comes free: the first day from which all is met for as long as was asked', () => {
    const busy = lines(GRANT, { ...SOLD, to: '2028-02-28' }, { ...KEPT, from: '2028-03-01', to: '2028-12-31' })
    const when = (asked: Asked): string | null => {
      const { firstFullyMet } = answer(busy, asked)
      return firstFullyMet === null ? null : writeDay(firstFullyMet)
    }
    // one day fits into the leap day between the two; two do not
    assert.equal(when({ from: '2028-01-01', to: '2028-01-01' }), '2028-02-29')
    assert.equal(when({ from: '2028-01-01', to: '2028-01-02' }), '2029-01-01')
    assert.equal(when({ from: '2028-02-29', to: '2028-02-29' }), '2028-02-29')
    assert.equal(when({ from: '2028-01-01', to: null }), '2029-01-01')
    const ends = lines({ ...GRANT, to: '2029-06-30' }, { ...SOLD, to: '2028-12-31' })
    assert.equal(writeDay(answer(ends, { to: '2028-06-29' }).firstFullyMet!), '2029-01-01') // 181 days, and 181 are left
    assert.equal(answer(ends, { to: '2028-06-30' }).firstFullyMet, null)
    assert.equal(answer(lines(GRANT, SOLD), {}).firstFullyMet, null)
  })

  const REPAIRS: Record<string, { book: ReturnType<typeof lines>; asked: Asked; kind: string }> = {
    territories: { book: lines(GRANT, { ...SOLD, territory: 'DE' }), asked: { territory: 'FR, DE' }, kind: 'drop-territories' },
    media: { book: lines(GRANT, { ...SOLD, media: 'avod' }), asked: { media: 'svod, avod' }, kind: 'drop-media' },
    languages: { book: lines(GRANT, { ...SOLD, languages: 'de' }), asked: { languages: 'fr, de' }, kind: 'drop-languages' },
    'other dates': { book: lines(GRANT, { ...SOLD, to: '2028-01-31' }), asked: {}, kind: 'shift-dates' },
    'without exclusivity': { book: lines(GRANT, BESIDE), asked: {}, kind: 'non-exclusive' },
  }
  for (const [name, { book, asked, kind }] of Object.entries(REPAIRS))
    test(`an answer carries the smallest change that is met today: ${name}`, () => {
      const repairs = repairsOf(requestOf(asked), book, CUTS, TODAY)
      assert.equal(repairs[0]?.changes[0]?.kind, kind)
      for (const { request, cost } of repairs) {
        assert.ok(cost >= repairs[0]!.cost)
        assert.ok(regionsOf(request.box, book, TODAY).every((one) => meets(one.status, request.exclusive)))
      }
    })
})

describe('writing to the book', () => {
  const entry = (more: Partial<WouldBeEntry> = {}): WouldBeEntry => ({
    id: 'new', kind: 'licence', exclusive: true, boxes: [requestOf().box], imposes: [], replaces: [], expires: null, undated: false, effective: null, ...more,
  }) // prettier-ignore

  test('a licence may be signed only when every cell of it is met, and is told what stands in the way', () => {
    const inTheWay: [Record<string, unknown> | null, string[]][] = [
      [null, []],
      [{ ...SOLD, from: '2028-12-31' }, ['sold']],
      [{ ...SOLD, from: '2029-01-01' }, []],
      [{ ...KEPT, territory: 'FR', media: 'svod', cuts: ['90'], to: '2028-01-01' }, ['kept']],
      [{ ...OPTION, languages: 'de:voice-over' }, ['option']],
      [{ ...OPTION, expires: '2027-03-14' }, []],
      [BESIDE, ['beside']],
    ]
    for (const [other, entries] of inTheWay) {
      const { verdict, objections } = checkEntry(entry(), lines(GRANT, ...(other === null ? [] : [other])), TODAY)
      assert.equal(verdict, entries.length === 0 ? 'clear' : 'refused', JSON.stringify(other))
      assert.deepEqual([...new Set(objections.flatMap((one) => one.entries))], entries)
    }
    assert.equal(checkEntry(entry({ exclusive: false }), lines(GRANT, BESIDE), TODAY).verdict, 'clear')
    assert.equal(checkEntry(entry(), lines({ ...GRANT, to: '2028-12-30' }), TODAY).verdict, 'refused')
    assert.equal(checkEntry(entry({ replaces: ['option'] }), lines(GRANT, OPTION), TODAY).verdict, 'clear')
  })

  test('ending, shortening or amending leaves every day before it, and every earlier state, as it was', () => {
    const terms = (more: Record<string, unknown>) => readTerms({ ...SOLD, territory: 'FR', media: 'svod', from: '2026-01-01', to: '2028-12-31', ...more }, 'sold') // prettier-ignore
    const states: EntryState[] = [
      { status: 'signed', terms: terms({}), effective: null },
      { status: 'signed', terms: terms({ territory: 'FR, DE', to: '2027-12-31' }), effective: '2027-06-01' },
      { status: 'terminated', terms: terms({ territory: 'FR, DE' }), effective: '2027-10-01' },
    ]
    const after = (count: number) => [...lines(GRANT), ...linesOfVersions('sold', states.slice(0, count))]
    const seen: [territory: string, on: string, ...after: Status[]][] = [
      ['FR', '2025-12-31', 'available', 'available', 'available'],
      ['FR', '2026-01-01', 'blocked', 'blocked', 'blocked'],
      ['DE', '2027-05-31', 'available', 'available', 'available'],
      ['FR', '2027-05-31', 'blocked', 'blocked', 'blocked'],
      ['DE', '2027-06-01', 'available', 'blocked', 'blocked'],
      ['FR', '2027-09-30', 'blocked', 'blocked', 'blocked'],
      ['FR', '2027-10-01', 'blocked', 'blocked', 'available'],
      ['FR', '2028-01-01', 'blocked', 'available', 'available'],
    ]
    for (const [territory, on, ...statuses] of seen)
      for (const [at, should] of statuses.entries()) assert.equal(status(after(at + 1), { territory, on }), should, `${territory} ${on} after state ${at + 1}`) // prettier-ignore
  })

  test('a contract keeps the members it was signed with, whatever its words have come to mean', () => {
    const signed = readTerms({ ...SOLD, territory: 'Baltics', media: 'svod' }, 'sold')
    const then = { ...signed, boxes: [{ ...signed.boxes[0]!, territories: ['EE', 'LV'] }] }
    const book = [...lines(GRANT), ...linesOfEntry('sold', 'signed', then)]
    assert.equal(status(book, { territory: 'EE' }), 'blocked')
    assert.equal(status(book, { territory: 'LT' }), 'available')
    assert.deepEqual(signed.boxes[0]!.territories, ['EE', 'LT', 'LV'])
  })
})
