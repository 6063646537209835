import { test } from 'node:test'
import assert from 'node:assert/strict'
import { dayOf, type Day, PERPETUITY, writeDay } from '../days/day.ts'
import { parseLanguages } from '../languages/parse.ts'
import { mediaLeaves } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { parseTerritories } from '../territories/parse.ts'
import { CLAUSES, type WrittenClause } from '../testing/clauses.ts'
import { ASKED_ON } from '../testing/questions.ts'
import { type Fields, score, scoreInWords } from '../testing/score.ts'
import { mutated } from '../testing/mutate.ts'
import { type Clause, readClause } from './read-clause.ts'

const today = dayOf(ASKED_ON)!
const written = (day: Day | null | undefined): string | null =>
  day === undefined || day === null ? null : day >= PERPETUITY ? 'perpetuity' : writeDay(day)

function readFields(clause: Clause, meant: WrittenClause): Fields {
  const event = clause.event?.value
  return {
    kind: clause.kind.value,
    exclusive: clause.exclusive?.value ?? null,
    territories: clause.territories && clause.territories.value.set.leaves(),
    media: clause.media && mediaLeaves(clause.media.value),
    languages: clause.languages && clause.languages.value.leaves(),
    from: written(clause.from?.value),
    to: written(clause.to?.value),
    event: event ? { kind: event.kind, months: event.months, earliest: written(event.earliest), latestStart: written(event.latestStart), outer: written(event.outer) } : null,
    runs: clause.runs && { count: clause.runs.value.count, withinMonths: clause.runs.value.withinMonths },
    catchUpDays: clause.catchUpDays?.value ?? null,
    expires: written(clause.expires?.value),
    holdbacks: clause.holdbacks.map(({ value }) => ({ media: value.media && mediaLeaves(value.media.value), territory: value.territories?.value.set.leaves() ?? null, months: value.months, until: written(value.until), event: value.event })),
    notes: (meant.notes ?? []).filter((code) => clause.notes.some((note) => note.code === code)),
  }
} // prettier-ignore

const meantFields = (meant: WrittenClause): Fields => ({
  kind: meant.kind,
  exclusive: meant.exclusive ?? null,
  territories: meant.territory === undefined ? null : parseTerritories(meant.territory).set.leaves(),
  media: meant.media === undefined ? null : mediaLeaves(parseMedia(meant.media)),
  languages: meant.languages === undefined ? null : parseLanguages(meant.languages).leaves(),
  from: meant.from ?? null,
  to: meant.to === undefined ? null : (meant.to ?? 'perpetuity'),
  event: meant.event ? { kind: meant.event.kind, months: meant.event.months ?? null, earliest: meant.event.earliest ?? null, latestStart: meant.event.latestStart ?? null, outer: meant.event.outer ?? null } : null,
  runs: meant.runs ? { count: meant.runs.count, withinMonths: meant.runs.withinMonths ?? null } : null,
  catchUpDays: meant.catchUpDays ?? null,
  expires: meant.expires ?? null,
  holdbacks: (meant.holdbacks ?? []).map(({ media, territory, months, until, event }) => ({ media: mediaLeaves(parseMedia(media)), territory: territory === undefined ? null : parseTerritories(territory).set.leaves(), months: months ?? null, until: until ?? null, event: event ?? null })),
  notes: meant.notes ?? [],
}) // prettier-ignore

test('the clauses of contracts are read, field by field', (t) => {
  const result = score(CLAUSES.map((meant) => [meant.c, readFields(readClause(meant.c, { today }), meant), meantFields(meant)]))
  t.diagnostic(scoreInWords(result))
  assert.ok(result.right / result.of >= 0.95, `${scoreInWords(result)}\n${result.wrong.join('\n')}`)
})

test('values carry their words and how surely they were read; what was not understood is pointed at', () => {
  const text = 'exclusive free TV, DACH & South Tyrol, purple prose, 36 months from 1 March 2027, three (4) runs'
  const clause = readClause(text, { today })
  const said = (found: { spans: readonly { from: number; to: number }[] } | null): string[] => found!.spans.map(({ from, to }) => text.slice(from, to))
  assert.deepEqual(said(clause.territories), ['DACH & South Tyrol'])
  assert.equal(clause.territories!.confidence, 'unclear')
  assert.deepEqual(said(clause.runs), ['three (4) runs'])
  assert.equal(clause.runs!.confidence, 'unclear')
  assert.deepEqual(clause.unread.map(({ from, to }) => text.slice(from, to)), ['purple prose'])
  assert.deepEqual(clause.notes.map(({ code }) => code).sort(), ['kind-assumed', 'left-out', 'number-disagrees'])
}) // prettier-ignore

test('who grants tells a sale from a mandate: an agent that gives sells, one that is given to holds', () => {
  const kindOf = (text: string) => readClause(text, { today }).kind.value
  for (const [text, kind] of [
    ['The Distributor hereby grants to Kanal Ost exclusive free TV rights in Hungary', 'licence'],
    ['The Sales Agent (the “Seller”) shall license SVOD rights in Denmark to Northern Screen', 'licence'],
    ['Le vendeur concède à la Chaîne les droits SVOD, Portugal', 'licence'],
    ['The Producer grants the Distributor all rights, World, for seven years', 'grant'],
    ['The Producer appoints the Sales Agent for the world, all media', 'grant'],
    ['The Distributor is granted all rights, World, for seven years', 'grant'],
  ] as const)
    assert.equal(kindOf(text), kind, text)
})

test('a latest day that leaves no room for the length is a latest start', () => {
  const event = readClause('Free TV, Austria, 5 years commencing upon acceptance but not later than 1 July 2027', { today })
    .event!.value
  assert.deepEqual([event.kind, written(event.latestStart), written(event.outer)], ['acceptance', '2027-07-01', '2032-06-30'])
})

test('a list of holdbacks, one of them none', () => {
  const clause = readClause('Holdbacks: SVOD - 12 months from first broadcast; TVOD - none; Free TV: until 1 January 2029', { today })
  assert.equal(clause.kind.value, 'holdback')
  assert.deepEqual(clause.holdbacks.map(({ value }) => [mediaLeaves(value.media!.value), value.months, written(value.until), value.event]), [
    [['svod'], 12, null, 'first-broadcast'],
    [['free-tv'], null, '2029-01-01', null],
  ])
}) // prettier-ignore

test('a holdback in perpetuity is said to be one, and makes no licence perpetual', () => {
  const sold = 'Exclusive free TV, France, 2 years from 1 June 2027'
  const vendu = 'TV gratuite exclusive, France, 2 ans à partir du 1er juin 2027'
  for (const text of [`${sold}. SVOD holdback in perpetuity.`, `${sold}, perpetual SVOD holdback`, `${sold}. SVOD holdback without end.`, `${sold}. Licensor shall not license any SVOD rights in the Territory for ever.`, `${vendu}. Réserve SVOD à perpétuité.`, `${vendu}. Holdback SVOD sans limite de durée.`, `${vendu}. Réserve perpétuelle SVOD.`]) {
    const { to, holdbacks, notes } = readClause(text, { today })
    assert.equal(written(to?.value), '2029-05-31', text)
    assert.deepEqual(holdbacks.map(({ value }) => [mediaLeaves(value.media!.value), value.isPerpetual]), [[['svod'], true]], text)
    assert.deepEqual(notes.filter(({ code }) => code === 'holdback-perpetual').length, 1, text)
  }
  for (const text of [`${sold}. SVOD holdback.`, 'Exclusive free TV, France, in perpetuity from 1 June 2027. SVOD holdback of 6 months.']) {
    const { holdbacks, notes } = readClause(text, { today })
    assert.deepEqual([holdbacks[0]!.value.isPerpetual, notes.some(({ code }) => code === 'holdback-perpetual')], [false, false], text)
  }
  assert.equal(written(readClause('Free TV, France, in perpetuity from 1 June 2027. SVOD holdback of 6 months.', { today }).to?.value), 'perpetuity')
}) // prettier-ignore

test('the length of a holdback that begins when the licence is over is told from one that begins with it', () => {
  const after = (words: string) => {
    const { holdbacks, notes } = readClause(`Pay TV, Italy, 2 years from 1 June 2027; SVOD holdback ${words}`, { today })
    const is = holdbacks[0]!.value.isAfterLicence
    assert.equal(notes.some(({ code }) => code === 'holdback-after-licence'), is, words)
    assert.equal(holdbacks[0]!.value.months, 12, words)
    return is
  }
  for (const words of ['of 12 months after the end of the licence', 'of 12 months following expiry of the Term', '12 months from the end of the licence period', 'de 12 mois après la fin de la licence', 'de 12 mois à l’issue de la licence', 'de 12 mois à compter de la fin du contrat']) assert.equal(after(words), true, words)
  for (const words of ['of 12 months', 'of 12 months after first broadcast', 'of 12 months from the start of the licence', 'of 12 months after the licence begins', 'of 12 months from 1 June 2027']) assert.equal(after(words), false, words)
}) // prettier-ignore

test('a clause that holds several boxes says so: their territories and media are unclear', () => {
  for (const text of [
    'Le Producteur se réserve les droits de diffusion télévisuelle en France et en Belgique, ainsi que les droits dérivés pour le monde entier.',
    'Producer reserves theatrical rights in Japan and all SVOD rights in Korea until 31 December 2028.',
    'Exclusive rights: TV for the USA and its territories and possessions; non-exclusive rights: educational and non-theatrical worldwide. Term: 1 January 2027 to 31 December 2030.',
  ]) {
    const { territories, media, notes } = readClause(text, { today })
    assert.deepEqual([territories!.confidence, media!.confidence], ['unclear', 'unclear'], text)
    assert.equal(notes.filter(({ code }) => code === 'several-boxes').length, 1, text)
  }
  for (const { c } of CLAUSES) assert.ok(!readClause(c, { today }).notes.some(({ code }) => code === 'several-boxes'), c)
}) // prettier-ignore

test('the end of a licence is not that of the option on it', () => {
  const expiry = (text: string) => {
    const { expires } = readClause(text, { today })
    return expires && writeDay(expires.value)
  }
  assert.equal(expiry('Option until 31 March 2027 on SVOD in Poland, licence valid until 31 December 2029.'), '2027-03-31')
  assert.equal(expiry('Option on SVOD in Poland, valid until 31 March 2027, for a licence starting 1 June 2027.'), '2027-03-31')
  assert.notEqual(expiry('Option on SVOD in Poland for a licence valid until 31 December 2029, from 1 June 2027.'), '2029-12-31')
})

test('"once" before what must happen first, and "twice a year", say no number of runs', () => {
  const runs = (text: string) => readClause(text, { today }).runs?.value.count ?? null
  assert.equal(runs('Licensee may broadcast the Programme on pay TV in Portugal once the theatrical window has ended.'), null)
  assert.equal(runs('The Licensee shall report all broadcasts twice a year. SVOD, Poland.'), null)
  assert.equal(runs('Licensee may broadcast the Programme once on pay TV in Portugal.'), 1)
  assert.equal(runs('Licensee may broadcast the Programme twice, on pay TV in Portugal.'), 2)
})

test('"may until" is no month, and an “œuvre télévisuelle” no medium', () => {
  const clause = readClause('The Licensee may until 31 December 2027 exploit SVOD rights in Poland.', { today })
  assert.deepEqual([clause.from, writeDay(clause.to!.value!)], [null, '2027-12-31'])
  const { media } = readClause('Le Producteur cède les droits SVOD de l’œuvre télévisuelle « Sel » pour la Pologne.', { today })
  assert.equal(media!.value, parseMedia('svod'))
})

test('nothing is invented from nothing', () => {
  const clause = readClause('The parties shall meet in good faith.', { today })
  for (const field of ['exclusive', 'territories', 'media', 'languages', 'from', 'to', 'months', 'event', 'runs', 'catchUpDays', 'expires', 'cuts'] as const) assert.equal(clause[field], null, field)
  assert.deepEqual(clause.holdbacks, [])
}) // prettier-ignore

test('no text throws, and every span lies within it', () => {
  const seeds = CLAUSES.map(({ c }) => c)
  for (const text of mutated(seeds, 20_000, 20_261_126)) {
    const clause = readClause(text, { today })
    const found = [clause.kind, clause.exclusive, clause.territories, clause.media, clause.languages, clause.from, clause.to, clause.event, clause.runs, ...clause.holdbacks]
    for (const { from, to } of [...clause.unread, ...found.flatMap((one) => one?.spans ?? [])]) assert.ok(from >= 0 && from <= to && to <= text.length, text)
  }
}) // prettier-ignore
