/** The line as it is really typed: no commas, parts in any order. Asked on 25 November 2026. */
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readClause } from '../clause/read-clause.ts'
import { dayOf, writeDay } from '../days/day.ts'
import { mediaLeaves } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { parseTerritories } from '../territories/parse.ts'
import { ASKED_ON } from '../testing/questions.ts'
import { type Question, readQuestion } from './read-question.ts'

const today = dayOf(ASKED_ON)!

interface Typed {
  readonly q: string
  readonly territory?: string
  readonly media?: string
  readonly from: string
  readonly to: string
  readonly exclusive?: boolean
  /** Notes that must be there, with their words. */
  readonly notes?: Readonly<Record<string, string | undefined>>
  /** What the clause reader makes of the same words, where it is not the same. */
  readonly clause?: { readonly from: string | null; readonly to: string | null }
}

/** Instead of the words of a note: there must be none. */
const NONE = undefined

const TYPED: readonly Typed[] = [
  { q: 'Free TV France 2 years from 1 March 2027', territory: 'FR', media: 'free-tv', from: '2027-03-01', to: '2029-02-28' },
  { q: 'Free TV France for two years from 1 March 2027', territory: 'FR', media: 'free-tv', from: '2027-03-01', to: '2029-02-28' },
  { q: 'from 1 March 2027 free TV France 24 months', territory: 'FR', media: 'free-tv', from: '2027-03-01', to: '2029-02-28' },
  { q: 'free TV France 2 March 2027 5 years', territory: 'FR', media: 'free-tv', from: '2027-03-02', to: '2032-03-01' },
  { q: 'Free TV France 3 runs 2 years from 1 March 2027', territory: 'FR', media: 'free-tv', from: '2027-03-01', to: '2029-02-28', notes: { unread: '3 runs' } },
  { q: 'France 5 ans TV gratuite dès mars 2027 exclusif', territory: 'FR', media: 'free-tv', from: '2027-03-01', to: '2032-02-29', exclusive: true },
  { q: 'France TV gratuite pendant 2 ans à compter du 1er mars 2027', territory: 'FR', media: 'free-tv', from: '2027-03-01', to: '2029-02-28' },
  { q: 'TV gratuite Belgique Suisse à compter du 1er mars 2027 pendant deux ans et demi', territory: 'BE, CH', media: 'free-tv', from: '2027-03-01', to: '2029-08-31' },
  { q: '3 yrs excl Poland Baltics SVOD from Jan 2027', territory: 'Poland, Baltics', media: 'svod', from: '2027-01-01', to: '2029-12-31', exclusive: true, notes: { 'excl-exclusive': 'excl Poland Baltics' } },
  { q: 'SVOD Pologne pays baltes 3 ans à partir de janvier 2027 non exclusif', territory: 'Poland, Baltics', media: 'svod', from: '2027-01-01', to: '2029-12-31', exclusive: false },
  { q: 'SVOD Germany 2027-2029', territory: 'DE', media: 'svod', from: '2027-01-01', to: '2029-12-31' },
  { q: 'SVOD Germany 2027 2029', territory: 'DE', media: 'svod', from: '2027-01-01', to: '2029-12-31', notes: { 'side-by-side': '2027 2029' } },
  { q: 'SVOD Germany 01.01.2027 31.12.2029', territory: 'DE', media: 'svod', from: '2027-01-01', to: '2029-12-31', notes: { 'side-by-side': '01.01.2027 31.12.2029' } },
  { q: 'SVOD Germany between 1 Jan 2027 and 31 Dec 2029', territory: 'DE', media: 'svod', from: '2027-01-01', to: '2029-12-31' },
  { q: 'SVOD France entre janvier 2027 et décembre 2029', territory: 'FR', media: 'svod', from: '2027-01-01', to: '2029-12-31' },
  { q: 'SVOD Germany until end 2028', territory: 'DE', media: 'svod', from: '2026-11-25', to: '2028-12-31', clause: { from: null, to: '2028-12-31' } },
  { q: 'SVOD France jusqu’à fin 2028', territory: 'FR', media: 'svod', from: '2026-11-25', to: '2028-12-31', clause: { from: null, to: '2028-12-31' } },
  { q: 'SVOD Germany 3 years until end 2029', territory: 'DE', media: 'svod', from: '2027-01-01', to: '2029-12-31' },
  { q: 'SVOD Germany after 2028 2 years', territory: 'DE', media: 'svod', from: '2029-01-01', to: '2030-12-31', clause: { from: null, to: null } },
  { q: 'SVOD Germany not before March 2027 for 2 years', territory: 'DE', media: 'svod', from: '2027-03-01', to: '2029-02-28', clause: { from: null, to: null } },
  { q: 'SVOD Poland from 1 March 24 mths', territory: 'PL', media: 'svod', from: '2027-03-01', to: '2029-02-28', notes: { 'year-assumed': '1 March' } },
  { q: 'SVOD Poland two and a half years from 1/3/27', territory: 'PL', media: 'svod', from: '2027-03-01', to: '2029-08-31', notes: { 'day-first': '1/3/27' } },
  { q: 'SVOD Poland a couple of years from Jan 2027', territory: 'PL', media: 'svod', from: '2027-01-01', to: '2028-12-31' },
  { q: 'SVOD Poland for the next three years', territory: 'PL', media: 'svod', from: '2026-11-25', to: '2029-11-24', clause: { from: null, to: null } },
  { q: 'SVOD Pologne les 3 prochaines années', territory: 'PL', media: 'svod', from: '2026-11-25', to: '2029-11-24', clause: { from: null, to: null } },
  { q: 'SVOD Poland autumn 2027 18 months', territory: 'PL', media: 'svod', from: '2027-10-01', to: '2029-03-31', notes: { season: 'autumn 2027' } },
  { q: 'World excl France Germany SVOD 3 years from 2027', territory: 'World excl. France, Germany', media: 'svod', from: '2027-01-01', to: '2029-12-31' },
  { q: 'Monde hors France Monaco tous droits 5 ans dès 2027', territory: 'World excl. France, Monaco', media: 'all', from: '2027-01-01', to: '2031-12-31' },
  { q: 'World minus US Canada SVOD 2 years from 2027', territory: 'World excl. US, Canada', media: 'svod', from: '2027-01-01', to: '2028-12-31' },
  { q: 'World SVOD excl France Germany from 2027 3 years', territory: 'World excl. France, Germany', media: 'svod', from: '2027-01-01', to: '2029-12-31', notes: { 'everything-but': 'excl France Germany' } },
  { q: 'free tv latin america excl brazil mexico 3 yrs from jan 2027 non excl', territory: 'Latin America excl. Brazil, Mexico', media: 'free-tv', from: '2027-01-01', to: '2029-12-31', exclusive: false },
  { q: 'free tv excl france 2 yrs from jan 2027', territory: 'FR', media: 'free-tv', from: '2027-01-01', to: '2028-12-31', exclusive: true, notes: { 'excl-exclusive': 'excl france' } },
  { q: 'svod us canada 1 year from jan 2027', territory: 'US, CA', media: 'svod', from: '2027-01-01', to: '2027-12-31' },
  { q: 'educational rights UK Ireland Australia New Zealand 7 yrs nonexcl from 2027', territory: 'GB, IE, AU, NZ', media: 'educational', from: '2027-01-01', to: '2033-12-31', exclusive: false },
  { q: 'hotel for two years Italy from 1 March 2027', territory: 'IT', media: 'hotel', from: '2027-03-01', to: '2029-02-28' },
  { q: 'Poland 52 SVOD 5 from Jan 2027', territory: 'PL', media: 'svod', from: '2027-01-01', to: '2029-12-31', notes: { unread: '52' }, clause: { from: '2027-01-01', to: null } },
  { q: 'TVOD EST Italy Spain 1 year from delivery', territory: 'IT, ES', media: 'tvod, est', from: '2026-11-25', to: '2027-11-24', notes: { unread: 'from delivery' }, clause: { from: null, to: null } },
  { q: 'SVOD Germany 3 years delivery before 1 March 2027', territory: 'DE', media: 'svod', from: '2026-11-25', to: '2029-11-24', notes: { unread: 'delivery before 1 March 2027' }, clause: { from: null, to: null } },
  { q: 'SVOD Allemagne 3 ans livraison au plus tard le 1er mars 2027', territory: 'DE', media: 'svod', from: '2026-11-25', to: '2029-11-24', notes: { unread: 'livraison au plus tard le 1er mars 2027' }, clause: { from: null, to: null } },
  { q: 'SVOD Germany from June 2027 3 years delivery before March 2027', territory: 'DE', media: 'svod', from: '2027-06-01', to: '2030-05-31', notes: { unread: 'delivery before March 2027' } },
  { q: 'SVOD Germany 2 years from June 2027 delivery after March 2027', territory: 'DE', media: 'svod', from: '2027-06-01', to: '2029-05-31', notes: { unread: 'March 2027' } },
  { q: 'SVOD Germany 2 years by the end of 2029', territory: 'DE', media: 'svod', from: '2028-01-01', to: '2029-12-31', clause: { from: null, to: null } },
  { q: 'SVOD Germany starting by March 2027 2 years', territory: 'DE', media: 'svod', from: '2027-03-01', to: '2029-02-28' },
  { q: 'SVOD Germany ending by 31 December 2028', territory: 'DE', media: 'svod', from: '2026-11-25', to: '2028-12-31', clause: { from: null, to: '2028-12-31' } },
  { q: 'SVOD Germany licence to end by 31 December 2029 start 1 January 2028', territory: 'DE', media: 'svod', from: '2028-01-01', to: '2029-12-31' },
  { q: 'SVOD Norway 3 March 2027, 1 April 2027 31 March 2029', territory: 'NO', media: 'svod', from: '2027-03-03', to: '2030-03-02', notes: { 'side-by-side': NONE, 'said-twice': '1 April 2027' }, clause: { from: '2027-03-03', to: null } },
  { q: 'World SVOD Europe free TV excl. France 2 years from 2027', territory: 'World excl. France', media: 'svod, free-tv', from: '2027-01-01', to: '2028-12-31', notes: { 'everything-but': 'excl. France' } },
  { q: 'free TV Germany winter 2027/28', territory: 'DE', media: 'free-tv', from: '2028-01-01', to: '2028-03-31', notes: { season: 'winter 2027/28' } },
] // prettier-ignore

test('questions without commas are read as they are meant, and so are the same words as a clause', () => {
  for (const { q, territory, media, from, to, exclusive, notes = {}, clause = { from, to } } of TYPED) {
    const question = readQuestion(q, { today })
    assert.deepEqual(question.territories?.value.set.leaves(), territory === undefined ? undefined : parseTerritories(territory).set.leaves(), q)
    assert.deepEqual(question.media && mediaLeaves(question.media.value), media === undefined ? null : mediaLeaves(parseMedia(media)), q)
    assert.deepEqual([writeDay(question.window.value.from), writeDay(question.window.value.to)], [from, to], q)
    assert.equal(question.exclusive.value, exclusive ?? true, q)
    assert.deepEqual(question.words, [], q)
    for (const [code, words] of Object.entries(notes)) assert.equal(question.notes.find((note) => note.code === code)?.words, words, `${q}: ${code}`)
    const read = readClause(q, { today })
    assert.deepEqual(read.territories?.value.set.leaves(), question.territories?.value.set.leaves(), `clause: ${q}`)
    assert.equal(read.media?.value, question.media?.value, `clause: ${q}`)
    assert.equal(read.exclusive?.value, exclusive, `clause: ${q}`)
    assert.deepEqual([read.from, read.to].map((day) => day && writeDay(day.value)), [clause.from, clause.to], `clause: ${q}`)
  }
}) // prettier-ignore

const MEDIA = [
  'SVOD',
  'Free TV',
  'pay tv',
  'free & pay TV',
  'TV gratuite',
  'educational',
  'all rights',
  'hotel',
  'DVD',
  'catch-up',
  'theatrical',
]
const PLACES = ['France', 'Poland Baltics', 'UK & Ireland', 'US', 'World excl France', 'Belgique', 'Spain Portugal', 'GAS']
const LENGTHS = [
  '2 years',
  'for two years',
  '24 months',
  'pendant 2 ans',
  '3 yrs',
  'deux ans',
  '24m',
  'les deux prochaines années',
]
const STARTS = ['from 1 March 2027', 'from Jan 2027', 'à compter du 1er mars 2027', 'starting 1/3/27', 'dès mars 2027', '2027', 'from March', 'as of 1 June 2027'] // prettier-ignore
const EXCLUSIVITY = ['excl', 'non-exclusive', 'exclusif', '']

test('commas and the order of the parts change nothing', () => {
  const said = (question: Question): unknown => [
    question.territories?.value.set.leaves(), question.media?.value, question.languages?.value.leaves(),
    question.window.value, question.exclusive.value, question.themes, question.words.map(({ text }) => text),
  ] // prettier-ignore
  let state = 20_261_127
  const some = <T>(values: readonly T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return values[(state >>> 8) % values.length]!
  }
  for (let n = 0; n < 4000; n++) {
    const parts = [MEDIA, PLACES, LENGTHS, STARTS, EXCLUSIVITY].map(some).filter((part) => part !== '')
    const typed: string[] = []
    for (const left = [...parts]; left.length > 0;) typed.push(...left.splice(left.indexOf(some(left)), 1))
    // what follows "World excl France" goes on excluding, and "excl" behind the world does
    const world = typed.indexOf('World excl France')
    if (world >= 0 && (PLACES.includes(typed[world + 1] ?? '') || typed[world + 1] === 'excl')) continue
    const line = typed.join(' ')
    assert.deepEqual(said(readQuestion(line, { today })), said(readQuestion(parts.join(', '), { today })), line)
  }
})

test('days of catch-up follow a broadcast: they are no term, also where no broadcast is named', () => {
  const windowOf = (text: string) => {
    const { from, to } = readQuestion(text, { today }).window.value
    return `${writeDay(from)}..${writeDay(to)}`
  }
  for (const line of ['7 days catch-up rights Spain from 1 January 2028', 'catch-up 30 days, Spain, from 1 January 2028'])
    assert.equal(windowOf(line), '2028-01-01..2030-12-31', line)
  assert.equal(windowOf('catch-up 7 days, 2 years, Spain, from 1 January 2028'), '2028-01-01..2029-12-31')
  assert.equal(windowOf('free TV, 30 days catch-up, Spain, from 1 January 2028'), '2028-01-01..2030-12-31')
})
