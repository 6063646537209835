import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { RIGHTS_COLUMNS } from '@vitrine/exchange/spreadsheets/rights-columns'
import { readTable } from '@vitrine/exchange/spreadsheets/rights-table'
import { EVENTS, type TermBox } from '@vitrine/rights/book/entry'
import { readBook } from '@vitrine/rights/book/read-book'
import { readRequest } from '@vitrine/rights/contracted/read-request'
import { answersOf } from '@vitrine/rights/contracted/write-answer'
import { dayOf } from '@vitrine/rights/days/day'
import { mediaLeaves } from '@vitrine/rights/media/media-set'
import { below, oneOf, type Random, randomBox, randomFrom } from '@vitrine/rights/testing/random-book'
import { SYSTEM } from '../../actors.ts'
import type { Actor, House } from '../../contract.ts'
import { type HouseError, isHouseError } from '../../errors.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const locale = 'en' as const
const bytes = (text: string) => new TextEncoder().encode(text)
const HEADS = 'Titre;Nature;Exclusif;Territoire;Droits;Début;Fin;Licencié;Contrat'
const ROWS = [
  'Salt;licence;oui;France, Monaco;TV gratuite;01.01.2027;31.12.2028;Canal Sud;L-1',
  'Salt;mandat;oui;Monde hors Japon;tous droits;01.01.2020;31.12.2035;Salt Films;A-1',
  'Le Puits;mandat;oui;Monde;tous droits;43831;49674;Well Films;A-2',
]
const file = (...rows: string[]) => ({ fileName: 'rights.csv', bytes: bytes([HEADS, ...rows].join('\r\n')) })

const failing = async (work: Promise<unknown>): Promise<HouseError> => {
  const thrown = await work.then(() => null, (error: unknown) => error) // prettier-ignore
  assert.ok(isHouseError(thrown), String(thrown))
  return thrown
}
async function films(house: House): Promise<Record<'salt' | 'well', string>> {
  const salt = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
  const well = await house.createTitle(SYSTEM, { sheet: aSheet('The Well', { titles: { fr: 'Le Puits' } }) })
  return { salt: salt.id, well: well.id }
}

eachHouse('a rights spreadsheet', (open) => {
  test('is previewed, written in one go whatever the order of its rows, and brings no duplicates the second time', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const { salt, well } = await films(house)
    const preview = await house.previewRightsImport(rights, { ...file(...ROWS), locale })
    assert.deepEqual(preview.mapping, ['title', 'kind', 'exclusive', 'territory', 'media', 'from', 'to', 'party', 'contract'])
    assert.deepEqual(
      preview.counts,
      { good: 3, doubtful: 0, bad: 0 },
      JSON.stringify(preview.rows.map(({ problems }) => problems)),
    )
    assert.deepEqual(preview.rows.map(({ row, titleId }) => [row, titleId]), [[2, salt], [3, salt], [4, well]]) // prettier-ignore
    assert.equal((await house.listEntries(rights, { locale })).items.length, 0)

    assert.deepEqual(await house.importRights(rights, { ...file(...ROWS), mapping: preview.mapping, locale }), {
      entries: 3,
      titles: 2,
      unchanged: 0,
    })
    const question = { territory: 'France', media: 'free-tv', from: '2027-01-01', to: '2028-12-31', exclusive: true }
    assert.equal((await house.viewAvailability(rights, { titleId: salt, question, locale })).answer, 'none')
    assert.equal((await house.viewAvailability(rights, { titleId: well, question, locale })).answer, 'full')

    const again = await house.previewRightsImport(rights, { ...file(...ROWS), locale })
    assert.deepEqual([again.remembered, again.fresh, again.unchanged], [true, 0, 3])
    assert.deepEqual(await house.importRights(rights, { ...file(...ROWS, ROWS[2]!), mapping: preview.mapping, locale }), {
      entries: 0,
      titles: 0,
      unchanged: 4,
    })
    assert.equal((await house.listEntries(rights, { locale })).items.length, 3)
    assert.ok((await house.readAudit(await member('owner'), {})).items.some(({ verb }) => verb === 'importRights'))
    await house.verifyAudit(await member('owner'))
  })

  test('shows every row that is not plain, and nothing is written while one cannot be read', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    await films(house)
    const wrong = [
      'The Wel;mandat;oui;Monde;tous droits;2020-01-01;;X;A-3', // no such film
      'Salt;licence;oui;Atlantis;SVOD;2027-01-01;2028-01-01;X;L-3', // no such territory
      'Salt;licence;oui;Italie;SVOD;2028-01-01;2027-01-01;X;L-4', // reversed
      'Salt;licence;non;Italie;SVOD;03/04/2027;2029-01-01;X;L-5', // two ways
      'Salt;licence;oui;France;TV gratuite;2028-01-01;2029-01-01;Another;L-6', // sold in row 2
    ]
    const preview = await house.previewRightsImport(rights, { ...file(...ROWS, ...wrong), locale })
    const of = (row: number) => preview.rows.find((one) => one.row === row)!
    assert.deepEqual(
      of(5).suggestions.map(({ title }) => title),
      ['The Well'],
    )
    assert.match(of(6).problems[0]!.message, /Atlantis/)
    assert.deepEqual(
      of(7).problems.map(({ column, severity }) => [column, severity]),
      [['to', 'bad']],
    )
    assert.deepEqual(
      of(8).problems.map(({ column, severity }) => [column, severity]),
      [['from', 'doubtful']],
    )
    assert.match(of(9).problems[0]!.message, /Sold exclusively \(row 2, Canal Sud\)/)
    const refused = await failing(house.importRights(rights, { ...file(...ROWS, ...wrong), mapping: preview.mapping, locale }))
    assert.equal(refused.code, 'invalid-input')
    assert.deepEqual(
      (refused.details['issues'] as { path: string }[]).map(({ path }) => path),
      ['5.title', '6.territory', '7.to', '9'],
    )
    assert.equal((await house.listEntries(rights, { locale })).items.length, 0)
  })

  test('a film can be said for a name, doubtful rows must be seen, and columns that were corrected are remembered', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const { salt } = await films(house)
    const sheet = { fileName: 'a.csv', bytes: bytes('Name,Where,What,Since\nSel,World,all,2020\n') }
    const mapping = ['title', 'territory', 'media', 'from'] as const
    const args = { ...sheet, mapping: [...mapping], titles: { Sel: salt }, locale }
    const preview = await house.previewRightsImport(rights, args)
    assert.deepEqual(preview.counts, { good: 0, doubtful: 0, bad: 1 }, JSON.stringify(preview.rows[0]?.problems))
    assert.equal(preview.rows[0]?.titleId, salt)
    // taken for a licence it is not the house’s to sell: the kind must be said
    const kinds = { fileName: 'a.csv', bytes: bytes('Name,Where,What,Since,Sort\nSel,World,all,2020,grant\n') }
    const kindArgs = { ...kinds, mapping: [...mapping, 'kind' as const], titles: { Sel: salt }, locale }
    assert.equal((await failing(house.importRights(rights, kindArgs))).code, 'rights-warnings')
    assert.equal((await house.importRights(rights, { ...kindArgs, acceptWarnings: true })).entries, 1)
    assert.deepEqual((await house.previewRightsImport(rights, { ...kinds, locale })).mapping, [...mapping, 'kind'])
  })

  test('what is exported is imported again as the same, and is a book on its own', async () => {
    const { house, member } = await open()
    const [rights, sales, editor] = [await member('rights'), await member('sales'), await member('editor')]
    await films(house)
    await house.importRights(rights, {
      ...file(...ROWS),
      mapping: ['title', 'kind', 'exclusive', 'territory', 'media', 'from', 'to', 'party', 'contract'],
      locale,
    })
    for (const format of ['csv', 'xlsx'] as const)
      for (const language of ['en', 'fr'] as const) {
        const out = await house.exportRights(sales, { format, locale: language })
        assert.equal((await readTable(out.bytes)).rows.length, 3)
        const preview = await house.previewRightsImport(rights, { ...out, locale })
        assert.deepEqual(
          [preview.counts.bad, preview.fresh, preview.unchanged],
          [0, 0, 3],
          `${format} ${language} ${JSON.stringify(preview.rows)}`,
        )
      }
    const { bytes: json } = await house.exportRights(sales, { format: 'json', locale })
    const book = readBook(JSON.parse(new TextDecoder().decode(json)))
    assert.deepEqual([book.titles.length, book.entries.length], [2, 3])
    assert.equal((await failing(house.exportRights(editor, { format: 'json', locale }))).code, 'not-allowed')
    assert.equal((await failing(house.importRights(sales, { ...file(...ROWS), mapping: [], locale }))).code, 'not-allowed')
  })

  test('the JSON is the book whole: what was amended and ended counts in its time, and papers are named', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const titleId = await amended(house, rights)
    const json = JSON.parse(new TextDecoder().decode((await house.exportRights(rights, { format: 'json', locale })).bytes)) as {
      entries: { kind: string; wording: string; documents: { fileName: string }[]; history: { verb: string; by: string }[] }[]
    }
    const sold = json.entries.find(({ kind }) => kind === 'licence')!
    assert.deepEqual(sold.history.map(({ verb, by }) => [verb, by]), [['enterEntry', rights.name], ['amendEntry', rights.name], ['terminateEntry', rights.name]]) // prettier-ignore
    assert.deepEqual([sold.wording, sold.documents.map(({ fileName }) => fileName)], ['France, Monaco', ['contract.pdf']])
    const question = { territory: 'Europe', media: 'tv', from: '2027-01-01', to: '2030-12-31', exclusive: true }
    const [answer] = (await house.answerAvailabilities(rights, { question, titleIds: [titleId], today: '2026-11-26' })).titles
    const [alone] = answersOf(readBook(json), readRequest(question), dayOf('2026-11-26')!).titles
    const { name: _, ...plain } = answer!
    assert.deepEqual(alone, plain)
    assert.ok(
      alone!.regions.some(({ status, to }) => status === 'blocked' && to === '2028-06-30'),
      'until it ended',
    )
  })

  test('a book that is exported and brought into another house is the same book, state by state; the second time nothing is left', async () => {
    const [from, into] = [await open(), await open()]
    const rights = await from.member('rights')
    await amended(from.house, rights)
    const draft = { kind: 'option', territory: 'Baltics, DACH', media: 'svod', from: '2027-01-01', expires: '2027-01-31' }
    const [title] = (await from.house.listTitles(SYSTEM, { locale, text: 'Well' })).cards
    await from.house.draftEntry(rights, { titleId: title!.id, entry: draft, locale })
    const out = await from.house.exportRights(rights, { format: 'json', locale })
    await films(into.house)
    const other = await into.member('rights')
    const preview = await into.house.previewRightsImport(other, { ...out, locale })
    assert.deepEqual([preview.counts.bad, preview.fresh], [0, 3], JSON.stringify(preview.rows))
    const args = { ...out, mapping: [], acceptWarnings: true, locale }
    assert.deepEqual(await into.house.importRights(other, args), { entries: 3, titles: 2, unchanged: 0 })
    const entriesOf = async (house: House, actor: Actor) => {
      const { bytes: json } = await house.exportRights(actor, { format: 'json', locale })
      const { titles, entries } = readBook(JSON.parse(new TextDecoder().decode(json)))
      const names = new Map(titles.map(({ id, name }) => [id, name]))
      return entries
        .map(({ title: id, ...entry }) => ({ ...entry, film: names.get(id) }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    }
    assert.deepEqual(await entriesOf(into.house, other), await entriesOf(from.house, rights))
    assert.deepEqual(await into.house.importRights(other, args), { entries: 0, titles: 0, unchanged: 3 })
    await into.house.verifyAudit(await into.member('owner'))

    const bent = (change: (entry: Record<string, unknown>) => object) => {
      const book = JSON.parse(new TextDecoder().decode(out.bytes)) as { entries: Record<string, unknown>[] }
      return bytes(JSON.stringify({ ...book, entries: book.entries.map((entry) => ({ ...entry, ...change(entry) })) }))
    }
    const wrong = await failing(into.house.importRights(other, { ...args, bytes: bent(() => ({ from: '2027-02-30' })) }))
    assert.equal(wrong.code, 'invalid-input')
    assert.match((wrong.details['issues'] as { path: string }[])[0]!.path, /\.from$/)
    // the same id with other terms is another entry, and this one is sold already
    const sold = bent(({ kind }) =>
      kind === 'grant' ? {} : { status: 'signed', kind: 'licence', exclusive: true, history: null, event: null },
    )
    assert.equal((await failing(into.house.importRights(other, { ...args, bytes: sold }))).code, 'invalid-input')
    assert.equal((await failing(into.house.previewRightsImport(other, { fileName: 'x', bytes: bytes('{"titles":'), locale }))).code, 'unreadable-file') // prettier-ignore
  })

  test('any entry that is in force or drafted comes through a spreadsheet into another house as it was, in either format and language', async () => {
    const random = randomFrom(20261126)
    const names = Array.from({ length: 12 }, (_, n) => `Film ${n}`)
    const book = randomEntries(random, names)
    const from = await open()
    for (const name of names) await from.house.createTitle(SYSTEM, { sheet: aSheet(name) })
    const rights = await from.member('rights')
    await from.house.importRights(rights, { fileName: 'book.json', bytes: bytes(JSON.stringify(book)), mapping: [], acceptWarnings: true, locale }) // prettier-ignore
    const before = await termsOf(from.house, rights)
    assert.equal(before.length, book.entries.length)
    for (const format of ['csv', 'xlsx'] as const)
      for (const language of ['en', 'fr'] as const) {
        const into = await open()
        for (const name of names) await into.house.createTitle(SYSTEM, { sheet: aSheet(name) })
        const other = await into.member('rights')
        const out = await from.house.exportRights(rights, { format, locale: language })
        const { mapping, rows } = await into.house.previewRightsImport(other, { ...out, locale })
        assert.deepEqual(mapping, RIGHTS_COLUMNS.slice(1), 'every column is known by its heading')
        assert.deepEqual(rows.filter(({ problems }) => problems.some(({ severity }) => severity === 'bad')), []) // prettier-ignore
        const args = { ...out, mapping, acceptWarnings: true, locale }
        assert.equal((await into.house.importRights(other, args)).entries, before.length)
        assert.deepEqual(await termsOf(into.house, other), before, `${format} ${language}`)
        assert.deepEqual([(await into.house.importRights(other, args)).entries], [0], 'nothing the second time')
      }
  })

  test('rows of one entry must agree about all but their box', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    await films(house)
    const heads = 'Title,Entry,Kind,Exclusive,Territory,Media,From,To,Party'
    const sheet = (second: string) => ({ fileName: 'a.csv', bytes: bytes(`${heads}\nSalt,e1,grant,yes,Poland,SVOD,2020-01-01,,Salt Films\n${second}\n`) }) // prettier-ignore
    const other = await house.previewRightsImport(rights, { ...sheet('Salt,e1,grant,no,Latvia,TV,2020-01-01,,Another'), locale })
    assert.deepEqual(other.rows.map(({ problems }) => problems.map(({ message }) => message)), [[], ['It is of one entry with row 2, which says something else under: Exclusive, Party.']]) // prettier-ignore
    // the same word for another film is another entry
    const args = { ...sheet('The Well,e1,grant,yes,Latvia,TV,2020-01-01,,Salt Films'), mapping: other.mapping, locale }
    assert.equal((await house.importRights(rights, args)).entries, 2)
  })

  test('an id of a file that could stand in no address is not kept', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const { id: title } = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    const grant = { title, kind: 'grant', exclusive: true, media: 'all', from: '2020-01-01', to: '2030-12-31' }
    const hostile = ['../../keys', 'z'.repeat(5_000), 'good-1'].map((id, at) => ({ ...grant, id, territory: ['Poland', 'Latvia', 'Estonia'][at]! })) // prettier-ignore
    const file = bytes(JSON.stringify({ titles: [{ id: title, name: 'Salt' }], entries: hostile }))
    assert.equal((await house.importRights(rights, { fileName: 'book.json', bytes: file, mapping: [], locale })).entries, 3)
    const ids = (await house.listEntries(rights, { locale })).items.map(({ id }) => id)
    assert.ok(ids.includes('good-1') && ids.every((id) => /^[\w-]{1,64}$/.test(id)), ids.join())
  })

  test('what is no spreadsheet is refused', async () => {
    const { house, member } = await open()
    const rights = await member('rights')
    const refused = async (what: Uint8Array) =>
      (await failing(house.previewRightsImport(rights, { fileName: 'x', bytes: what, locale }))).code
    assert.equal(await refused(new Uint8Array()), 'unreadable-file')
    assert.equal(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])), 'unreadable-file')
    assert.equal(await refused(bytes(`Title\n${'x\n'.repeat(5001)}`)), 'limit-reached')
  })
})

/** A film whose licence was amended and then ended, with a paper beside it. */
async function amended(house: House, rights: Actor): Promise<string> {
  const { salt: titleId } = await films(house)
  const grant = { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2035-12-31' }
  await house.enterEntry(rights, { titleId, entry: grant, locale })
  const licence = { kind: 'licence', exclusive: true, territory: 'France, Monaco', media: 'free-tv', from: '2027-01-01', to: '2029-12-31', party: 'Canal Sud', event: { kind: 'delivery' }, runs: 3, catchUpDays: 7, holdbacks: [{ territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-06-30' }] } // prettier-ignore
  const first = await house.enterEntry(rights, { titleId, entry: licence, acceptWarnings: true, locale })
  const entry = { ...licence, media: 'free-tv, pay-tv' }
  const second = await house.amendEntry(rights, { id: first.id, baseVersion: 1, entry, effective: '2028-01-01', acceptWarnings: true, locale }) // prettier-ignore
  await house.terminateEntry(rights, { id: first.id, baseVersion: second.version, lastDay: '2028-06-30', locale })
  await house.addEntryDocument(rights, { id: first.id, fileName: 'contract.pdf', bytes: bytes('%PDF-1.7') })
  return titleId
}

/** What entries say, without how territories were worded: a spreadsheet words them in its reader's language. */
async function termsOf(house: House, actor: Actor) {
  const { bytes: json } = await house.exportRights(actor, { format: 'json', locale })
  const { titles, entries } = readBook(JSON.parse(new TextDecoder().decode(json)))
  const names = new Map(titles.map(({ id, name }) => [id, name]))
  const worded = (boxes: readonly TermBox[]) => boxes.map(({ territory: _worded, ...box }) => box)
  return entries
    .map(({ id, title, status, terms }) => ({
      id,
      film: names.get(title),
      status,
      terms: { ...terms, boxes: worded(terms.boxes), imposes: worded(terms.imposes) },
    })) // prettier-ignore
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** A book as a file: for each film a grant of everything, an entry that is in force and some drafts, each with whatever an entry can carry. */
function randomEntries(random: Random, names: readonly string[]) {
  const maybe = <T>(value: T): T | null => (random() < 0.5 ? value : null)
  const day = (year: number) => `${year}-0${1 + below(random, 9)}-1${below(random, 10)}`
  const aBox = () => {
    const { territories, media, languages } = randomBox(random)
    return { territory: territories.leaves(), media: mediaLeaves(media), languages: languages.leaves(), cuts: maybe(["Director's cut", '52']), from: day(2026), to: day(2028) } // prettier-ignore
  }
  const anEntry = (id: string, title: string, status: 'signed' | 'draft') => {
    const kind = oneOf(random, ['grant', 'licence', 'holdback', 'option'] as const)
    const boxes = Array.from({ length: 1 + below(random, 3) }, aBox)
    const event = maybe({ kind: oneOf(random, EVENTS), date: maybe(day(2027)), months: maybe(1 + below(random, 36)) })
    if (event === null && random() < 0.3) Object.assign(boxes[0]!, { from: null, to: null })
    const runs = kind === 'licence' && random() < 0.6 ? { runs: 1 + below(random, 5), catchUpDays: below(random, 30), broadcasts: [day(2026), day(2027)].slice(below(random, 3)) } : {} // prettier-ignore
    return {
      id, title, status, kind, boxes, event, ...runs,
      exclusive: random() < 0.5,
      party: maybe(oneOf(random, ['Kanal "Süd"', '+Plus; TV', '=cmd', 'Canal, Nord'])),
      contract: `${id}/27`,
      clause: maybe('All rights;\n"free", and pay\n- not theatrical'),
      note: maybe('-10 % agreed'),
      expires: kind === 'option' ? '2031-01-31' : null,
      holdbacks: random() < 0.5 ? [] : Array.from({ length: 1 + below(random, 2) }, aBox),
    } // prettier-ignore
  }
  return {
    titles: names.map((name) => ({ id: name, name })),
    entries: names.flatMap((title, n) => [
      { id: `g${n}`, title, kind: 'grant', exclusive: true, territory: 'World', media: 'all', contract: `g${n}` },
      anEntry(`s${n}`, title, 'signed'),
      ...Array.from({ length: 3 }, (_, at) => anEntry(`d${n}-${at}`, title, 'draft')),
    ]),
  }
}
