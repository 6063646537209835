/** What is said beside a deal is no part of it, and is said to be unread. Asked on 25 November 2026. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClause } from '../clause/read-clause.ts'
import { dayOf, writeDay } from '../days/day.ts'
import { mediaLeaves } from '../media/media-set.ts'
import { readQuestion } from '../question/read-question.ts'

const today = dayOf('2026-11-25')!
const day = (value: number | undefined) => (value === undefined ? null : writeDay(value))

function asked(line: string) {
  const { media, window, notes } = readQuestion(line, { today })
  const unread = notes.filter(({ code }) => code === 'unread').map(({ words }) => words)
  return { media: media && mediaLeaves(media.value).join(' '), from: day(window.value.from), to: day(window.value.to), unread }
}

function written(text: string) {
  const { media, from, to, months, event, kind, unread } = readClause(text, { today })
  return {
    media: media && mediaLeaves(media.value).join(' '),
    from: day(from?.value),
    to: day(to?.value),
    months: months?.value ?? null,
    event: event?.value.kind ?? null,
    kind: kind.value,
    unread: unread.map((span) => text.slice(span.from, span.to)),
  }
}

const LICENCE = { from: null, to: null, months: null, event: null, kind: 'licence' }

test('a medium that is waited for is none of the media, nor is the wait the length', () => {
  for (const [line, unread] of [
    ['SVOD Poland 18 months after TV', '18 months after TV'],
    ['Pologne, SVOD, 18 mois après la TV', '18 mois après la TV'],
    ['AVOD, SVOD, Poland, after free TV', 'after free TV'],
  ] as const) {
    const media = line.startsWith('AVOD') ? 'svod avod' : 'svod'
    assert.deepEqual(asked(line), { media, from: '2026-11-25', to: '2029-11-24', unread: [unread] })
    assert.deepEqual(written(line), { ...LICENCE, media, unread: [unread] })
  }
  assert.deepEqual(asked('Arte is after pay TV, DACH, 2 years'), {
    media: 'pay-tv',
    from: '2026-11-25',
    to: '2028-11-24',
    unread: [],
  })
  assert.equal(asked('SVOD Poland after 2028').from, '2029-01-01')
})

test('the day of a delivery begins nothing, unless the term runs from it', () => {
  for (const said of ['delivery in March 2027', 'delivery: 1 March 2027', 'livraison avant mars 2027', 'payment: 1 March 2027']) {
    const line = `SVOD, Poland, 1 year, ${said}`
    assert.deepEqual(asked(line), { media: 'svod', from: '2026-11-25', to: '2027-11-24', unread: [said] })
    assert.deepEqual(written(line), { ...LICENCE, media: 'svod', months: 12, unread: [said] })
  }
  assert.equal(written('SVOD Poland, 1 year from delivery. Delivery no later than 1 March 2027').event, 'delivery')
  assert.equal(asked('SVOD, Poland, 1 year from 1 May 2027, delivery in March 2027').from, '2027-05-01')
})

test('how long it is exclusive is not how long it is licensed', () => {
  const line = 'Free TV France du 1er janvier 2027 au 31 décembre 2029, exclusivité 18 mois après 1ère diffusion'
  const window = { media: 'free-tv', from: '2027-01-01', to: '2029-12-31', unread: ['18 mois après 1ère diffusion'] }
  assert.deepEqual(asked(line), window)
  assert.deepEqual(written(line), { ...LICENCE, ...window })
  assert.equal(asked('SVOD, France, exclusivité 2 ans').to, '2028-11-24')
  assert.equal(written('SVOD, France, exclusivité 18 mois à compter de la livraison').event, 'delivery')
})

test('how long an offer stands is no end of the term', () => {
  for (const said of [
    'offer valid until 15 January',
    'réponse avant le 15 janvier',
    'please answer by 15 January 2027',
    'deadline: 15 January',
  ]) {
    const line = `SVOD, Poland, 3 years from 1 March 2027, ${said}`
    const unread = [said.replace('please ', '')]
    assert.deepEqual(asked(line), { media: 'svod', from: '2027-03-01', to: '2030-02-28', unread })
    assert.deepEqual(written(line), { ...LICENCE, media: 'svod', from: '2027-03-01', to: '2030-02-28', unread })
  }
  assert.equal(asked('Licence valid until 15 January 2030, SVOD, Poland').to, '2030-01-15')
})

test('what is reserved beside a licence is unread, and makes no holdback of it', () => {
  const sold = { media: 'free-tv svod', from: '2027-03-01', to: '2032-02-29' }
  assert.deepEqual(written('Free TV and SVOD worldwide, 5 years from 1 March 2027. Airlines and ships reserved.'), { ...LICENCE, ...sold, unread: ['Airlines and ships reserved'] }) // prettier-ignore
  assert.deepEqual(written('Free TV, Germany, 3 years, SVOD reserved to the producer'), { ...LICENCE, media: 'free-tv', months: 36, unread: ['SVOD reserved to the producer'] }) // prettier-ignore
  assert.deepEqual(written('Free TV in Germany. The producer reserves SVOD.'), { ...LICENCE, media: 'free-tv', unread: ['The producer reserves SVOD'] }) // prettier-ignore
  for (const whole of ['SVOD, France, from 2027 to 2029, reserved', 'Producer reserves SVOD in France from 2027 to 2029', 'SVOD in France from 2027 to 2029. Reserved by the producer.'])
    assert.deepEqual(written(whole), { ...LICENCE, media: 'svod', from: '2027-01-01', to: '2029-12-31', kind: 'holdback', unread: [] })
}) // prettier-ignore

test('codes of countries in small letters are asked about', () => {
  const near = (line: string) => readQuestion(line, { today }).notes.flatMap(({ code, words, suggestion }) => (code === 'territory-perhaps' ? [`${words} → ${suggestion}`] : [])) // prettier-ignore
  assert.deepEqual(near('SVOD, nl+be, 2 years'), ['nl+be → NL + BE'])
  assert.deepEqual(near('svod, nl / be / lu, 2 years'), ['nl / be / lu → NL + BE + LU'])
  assert.deepEqual(near('SVOD Poland, nl+be'), ['nl+be → NL + BE'])
  assert.deepEqual(near('SVOD, in/at, 2 years'), [])
  assert.equal(readQuestion('SVOD, NL + BE, 2 years', { today }).territories!.confidence, 'read')
})
