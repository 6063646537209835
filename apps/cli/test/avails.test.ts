/** What `vitrine avails` promises to other programs, sentence by sentence: of a file without a database, and of the house. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '@vitrine/server/config'
import { createLog } from '@vitrine/server/log'
import { startServer, type RunningServer } from '@vitrine/server/start-server'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { SYSTEM } from '@vitrine/house'
import { emptySheet } from '@vitrine/catalogue'
import { vitrine, type Ran, type RunOptions } from './run.ts'

interface Region {
  territories: string[]
  media: string[]
  languages: string[]
  languagesExcept?: string[]
  cuts?: string[]
  from: string
  to: string
  status: string
  because: string[]
}
interface Title {
  title: string
  answer: 'full' | 'partial' | 'none'
  regions: Region[]
  firstFullyMet: string | null
  repairs: { change: string; text: string; territories?: string[] }[]
}
interface Printed {
  asOf: string
  titles: Title[]
}
type Entry = Record<string, unknown>

const TODAY = '2026-11-26'
const grant: Entry = { id: 'in', kind: 'grant', title: 'tide', exclusive: true, territory: 'World excl. JP', media: 'all', languages: 'all', from: '2021-01-01', to: '2032-12-31' } // prettier-ignore
const sold: Entry = { id: 'out', kind: 'licence', title: 'tide', exclusive: true, party: 'Kanal Nord', status: 'signed', territory: 'DK, SE', media: 'free-tv, catch-up', languages: 'da, sv', from: '2026-06-01', to: '2028-05-31' } // prettier-ignore
const beside: Entry = {
  id: 'beside',
  kind: 'licence',
  title: 'tide',
  territory: ['PT'],
  media: ['svod'],
  from: '2027-01-01',
  to: '2027-12-31',
}
const kept: Entry = { id: 'kept', kind: 'holdback', title: 'tide', territory: 'DK', media: 'svod', languages: 'all', from: '2026-06-01', to: '2027-05-31' } // prettier-ignore
const held: Entry = { id: 'held', kind: 'option', title: 'tide', expires: '2026-12-15', territory: 'HU', media: 'tv', languages: 'all', from: '2027-01-01', to: '2029-12-31' } // prettier-ignore
const bookWith = (...entries: Entry[]) => ({
  titles: [
    { id: 'tide', name: 'The Tide', cuts: ['52', '90'] },
    { id: 'dune', name: 'The Dune', cuts: ['52'] },
  ],
  entries,
})
const WHOLE = bookWith(grant, sold, beside, kept, held)

const printed = (ran: Ran): Printed => {
  assert.equal(ran.code, 0, ran.err)
  assert.equal(ran.err, '')
  return JSON.parse(ran.out) as Printed
}
const titleOf = (answers: Printed, id: string): Title => answers.titles.find(({ title }) => title === id)!
/** The regions that a cell lies in. */
const at = (title: Title, [territory, media, language, day]: [string, string, string, string]): Region[] =>
  title.regions.filter(
    (region) =>
      region.territories.includes(territory) &&
      region.media.includes(media) &&
      region.languages.some((one) => one === 'all' || one === language || one === language.split(':', 1)[0]) &&
      region.from <= day &&
      day <= region.to,
  )
const statusAt = (title: Title, cell: [string, string, string, string]): string => {
  const found = at(title, cell)
  assert.equal(found.length, 1, `${cell.join(' ')} lies in ${found.length} regions`)
  return `${found[0]!.status} ${found[0]!.because.join(' ')}`.trim()
}
const refusedWith = (ran: Ran, ...said: RegExp[]): void => {
  assert.equal(ran.code, 2, ran.out + ran.err)
  assert.equal(ran.out, '')
  assert.equal(ran.err.trimEnd().split('\n').length, 1, ran.err)
  for (const words of said) assert.match(ran.err, words)
}

describe('vitrine avails of a file', () => {
  let folder: string
  let whole: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-avails-'))
    whole = file(WHOLE)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  let files = 0
  function file(book: unknown): string {
    const path = join(folder, `book-${files++}.json`)
    writeFileSync(path, typeof book === 'string' ? book : JSON.stringify(book))
    return path
  }
  const ask = (book: string, args: string[], options: RunOptions = {}): Promise<Ran> =>
    vitrine(['avails', book, '--today', TODAY, '--json', ...args], options)
  const years = ['--from', '2027-01-01', '--to', '2028-12-31']
  const question = ['--territory', 'Nordics, PT, HU, JP', '--media', 'tv, svod', ...years, '--exclusive']

  test('a book answers on its own: no database, no data folder, from a file or from standard input', async () => {
    const elsewhere = join(folder, 'no-data-here')
    const unreachable = { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', VITRINE_DATA: elsewhere } }
    const answers = printed(await ask(whole, question, unreachable))
    assert.ok(!readdirSync(folder).includes('no-data-here'))
    assert.deepEqual(printed(await ask('-', question, { input: JSON.stringify(WHOLE) })), answers)
  })

  test('asOf is --today; every title of the book has its answer, in the book’s order', async () => {
    const answers = printed(await ask(whole, question))
    assert.equal(answers.asOf, TODAY)
    assert.deepEqual(answers.titles.map(({ title, answer }) => [title, answer]), [['tide', 'partial'], ['dune', 'none']]) // prettier-ignore
    assert.equal(titleOf(answers, 'dune').firstFullyMet, null)
    assert.ok(titleOf(answers, 'dune').regions.every(({ status, because }) => status === 'not-owned' && because.length === 0))
  })

  test('--title narrows to one or several, and one that is not in the book is an error', async () => {
    const one = printed(await ask(whole, [...question, '--title', 'dune']))
    assert.deepEqual(one.titles.map(({ title }) => title), ['dune']) // prettier-ignore
    const both = printed(await ask(whole, [...question, '--title', 'dune', '--title', 'tide', '--title', 'dune']))
    assert.deepEqual(both.titles.map(({ title }) => title), ['tide', 'dune']) // prettier-ignore
    refusedWith(await ask(whole, [...question, '--title', 'moon']), /moon/)
  })

  test('each kind of entry has its effect, in the order of the statuses, with the entry that causes it', async () => {
    const tide = titleOf(printed(await ask(whole, question)), 'tide')
    assert.equal(statusAt(tide, ['JP', 'svod', 'ja:dubbed', '2027-03-01']), 'not-owned')
    assert.equal(statusAt(tide, ['DK', 'free-tv', 'da:original', '2028-05-31']), 'blocked out')
    assert.equal(statusAt(tide, ['DK', 'free-tv', 'da:original', '2028-06-01']), 'available in')
    assert.equal(statusAt(tide, ['DK', 'free-tv', 'fr:dubbed', '2028-05-31']), 'available in')
    assert.equal(statusAt(tide, ['DK', 'svod', 'fr:dubbed', '2027-05-31']), 'blocked kept')
    assert.equal(statusAt(tide, ['HU', 'pay-tv', 'hu:dubbed', '2028-12-31']), 'held held')
    assert.equal(statusAt(tide, ['PT', 'svod', 'pt:subtitled', '2027-12-31']), 'non-exclusive beside')
    assert.equal(statusAt(tide, ['NO', 'free-tv', 'no:dubbed', '2027-01-01']), 'available in')
  })

  test('regions are disjoint, are together exactly the request, and are made of leaves', async () => {
    const tide = titleOf(printed(await ask(whole, [...question, '--language', 'da, pt:dubbed'])), 'tide')
    const tv = ['free-tv', 'basic-tv', 'pay-tv', 'ppv', 'catch-up', 'simulcast']
    const nordics = ['AX', 'DK', 'FI', 'FO', 'GL', 'IS', 'NO', 'SE']
    for (const territory of [...nordics, 'PT', 'HU', 'JP'])
      for (const media of [...tv, 'svod'])
        for (const language of ['da:original', 'da:dubbed', 'da:subtitled', 'da:voice-over', 'pt:dubbed'])
          for (const day of ['2027-01-01', '2027-05-31', '2027-06-01', '2027-12-31', '2028-01-01', '2028-05-31', '2028-12-31'])
            assert.equal(at(tide, [territory, media, language, day]).length, 1, [territory, media, language, day].join(' '))
    for (const region of tide.regions) {
      assert.ok(region.from >= '2027-01-01' && region.to <= '2028-12-31' && region.from <= region.to)
      assert.ok(
        region.territories.every((leaf) => [...nordics, 'PT', 'HU', 'JP'].includes(leaf)),
        region.territories.join(),
      )
      assert.ok(
        region.media.every((leaf) => [...tv, 'svod'].includes(leaf)),
        region.media.join(),
      )
      assert.ok(region.languages.every((leaf) => ['da', 'pt:dubbed'].includes(leaf) || leaf.startsWith('da:')), region.languages.join()) // prettier-ignore
    }
    const everything = titleOf(printed(await ask(file(bookWith()), [...years])), 'tide')
    assert.deepEqual(everything.regions.map(({ languages }) => languages), [['all']]) // prettier-ignore
    assert.ok(everything.regions[0]!.territories.includes('BE-nl') && !everything.regions[0]!.territories.includes('BE'))
  })

  test('--language reads as the book does and defaults to all', async () => {
    const narrow = ['--territory', 'DK', '--media', 'free-tv', ...years, '--exclusive', '--title', 'tide']
    const answer = async (...language: string[]) => titleOf(printed(await ask(whole, [...narrow, ...language])), 'tide').answer
    assert.equal(await answer('--language', 'fr'), 'full')
    assert.equal(await answer('--language', 'da:dubbed'), 'partial')
    assert.equal(await answer('--language', 'Danish dubbed'), 'partial')
    assert.equal(await answer(), 'partial')
    assert.deepEqual(await ask(whole, narrow), await ask(whole, [...narrow, '--language', 'all']))
  })

  test('without --exclusive what is sold beside others is met', async () => {
    const portugal = ['--territory', 'PT', '--media', 'svod', ...years]
    const [alone, shared] = [
      titleOf(printed(await ask(whole, [...portugal, '--exclusive'])), 'tide'),
      titleOf(printed(await ask(whole, portugal)), 'tide'),
    ]
    assert.deepEqual([alone.answer, shared.answer], ['partial', 'full'])
    assert.ok(alone.repairs.some(({ change }) => change === 'non-exclusive'))
    assert.deepEqual(shared.repairs, [])
    assert.equal(shared.firstFullyMet, '2027-01-01')
  })

  test('an option lives through its last day; days before today are in no region', async () => {
    const hungary = ['--territory', 'HU', '--media', 'tv', '--from', '2026-12-01', '--to', '2027-12-31', '--exclusive', '--json']
    const on = async (day: string) => titleOf(printed(await vitrine(['avails', whole, '--today', day, ...hungary])), 'tide')
    assert.equal(statusAt(await on('2026-12-15'), ['HU', 'ppv', 'hu:dubbed', '2027-01-01']), 'held held')
    const later = await on('2026-12-16')
    assert.equal(later.answer, 'full')
    assert.deepEqual(later.regions.map(({ from }) => from), ['2026-12-16']) // prettier-ignore
    const over = await on('2028-01-01')
    assert.deepEqual([over.answer, over.regions], ['none', []])
  })

  test('--today defaults to the current day', async () => {
    const [before_, ran, after_] = [new Date(), await vitrine(['avails', whole, ...question, '--json']), new Date()]
    const day = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}` // prettier-ignore
    assert.ok([day(before_), day(after_)].includes(printed(ran).asOf))
  })

  test('only signed paper counts', async () => {
    for (const status of ['draft', 'rejected', 'terminated', 'signed', undefined]) {
      const book = file(bookWith(grant, { ...sold, status }))
      const { answer } = titleOf(printed(await ask(book, ['--territory', 'SE', '--media', 'free-tv', ...years])), 'tide')
      assert.equal(answer, status === undefined || status === 'signed' ? 'partial' : 'full', String(status))
    }
  })

  test('firstFullyMet is the first day from which all of it is met for as long; repairs are met, and say what changed', async () => {
    const sweden = ['--territory', 'SE, NO', '--media', 'free-tv', '--from', '2027-06-01', '--to', '2028-05-31', '--exclusive']
    const tide = titleOf(printed(await ask(whole, sweden)), 'tide')
    assert.equal(tide.firstFullyMet, '2028-06-01')
    const drop = tide.repairs.find(({ change }) => change === 'drop-territories')!
    assert.deepEqual(drop.territories, ['SE'])
    assert.match(drop.text, /Sweden/)
    const repaired = await ask(whole, ['--territory', 'NO', ...sweden.slice(2)])
    assert.equal(titleOf(printed(repaired), 'tide').answer, 'full')
  })

  test('cuts: one, or several parted by commas', async () => {
    const book = file(bookWith(grant, { ...sold, cuts: ['52'] }))
    const answer = async (...cut: string[]) =>
      titleOf(printed(await ask(book, ['--territory', 'SE', '--media', 'free-tv', ...years, ...cut])), 'tide').answer
    assert.deepEqual([await answer('--cut', '52'), await answer('--cut', '90′'), await answer('--cut', '90, 52'), await answer()], ['partial', 'full', 'partial', 'partial']) // prettier-ignore
  })

  test('a bad book is one line that names entry and field, exit 2, and nothing on standard output', async () => {
    const bad: [string, unknown, ...RegExp[]][] = [
      ['an unknown territory', bookWith(grant, { ...sold, territory: 'Narnia' }), /out/, /territory/],
      ['an unknown medium', bookWith(grant, { ...sold, media: 'telepathy' }), /out/, /media/],
      ['an unknown language', bookWith(grant, { ...sold, languages: 'fr:sung' }), /out/, /languages/],
      ['a day that does not exist', bookWith(grant, { ...sold, from: '2027-02-29' }), /out/, /from/],
      ['a reversed window', bookWith(grant, { ...sold, from: '2029-01-01' }), /out/, /to/],
      ['an unknown kind', bookWith(grant, { ...sold, kind: 'gift' }), /out/, /kind/],
      ['an unknown status', bookWith(grant, { ...sold, status: 'maybe' }), /out/, /status/],
      ['an option without expiry', bookWith(grant, { ...held, expires: undefined }), /held/, /expires/],
      ['an id twice', bookWith(grant, { ...sold, id: 'in' }), /in/, /id/],
      ['a title twice', { titles: [{ id: 'tide' }, { id: 'tide' }], entries: [] }, /tide/, /id/],
      ['an entry of no title', bookWith(grant, { ...sold, title: 'moon' }), /out/, /title/],
      ['no list of titles', { entries: [] }, /titles/],
      ['no JSON', '{"titles": [', /JSON/],
      ['nothing', '', /JSON/],
    ]
    for (const [name, book, ...said] of bad) {
      const ran = await ask(file(book), question)
      assert.equal(ran.code, 2, `${name}: ${ran.out}`)
      refusedWith(ran, ...said)
    }
    refusedWith(await ask(join(folder, 'none.json'), question))
    const french = await vitrine(['--lang', 'fr', 'avails', file(bookWith({ ...grant, from: 'hier' })), ...question, '--json'])
    refusedWith(french, /ne peut être lu\s: in, from\s: .*jour/)
  })

  test('a bad option is one line that names it', async () => {
    for (const [option, value] of [
      ['--territory', 'Narnia'],
      ['--media', 'telepathy'],
      ['--language', 'xq'],
      ['--from', '2027-13-01'],
      ['--to', '2020-01-01'],
      ['--today', 'now'],
      ['--cut', '52,,90'],
    ])
      // prettier-ignore
      refusedWith(await ask(whole, [...question, option!, value!]), new RegExp(option!))
    refusedWith(await ask(whole, ['--territory', 'PL', '--media', 'svod', '--to', '2028-01-01']), /--from/)
  })

  test('for people: a line a title, its regions in words; plain in a pipe', async () => {
    const ran = await vitrine(['avails', whole, '--today', TODAY, ...question])
    assert.equal(ran.code, 0, ran.err)
    assert.match(ran.out, /The Tide {2}in part/)
    assert.match(ran.out, /held \(option\) +.*Hungary/)
    assert.ok(!ran.out.includes('\u001b'))
    assert.match((await vitrine(['--lang', 'fr', 'avails', whole, '--today', TODAY, ...question])).out, /retenu \(option\) +.*Hongrie/) // prettier-ignore
  })
})

describe('vitrine avails of the house', () => {
  let folder: string
  let server: RunningServer
  const ids: string[] = []
  const inHouse = (args: string[]) => vitrine(['--data', join(folder, 'data'), 'avails', '--today', TODAY, ...args])
  const houseOnly = (args: string[]) => vitrine(['--data', join(folder, 'data'), 'avails', ...args])
  const question = ['--territory', 'Nordics', '--media', 'free-tv', '--from', '2027-01-01', '--to', '2027-12-31', '--exclusive']
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-avails-'))
    await newPgliteFolder(join(folder, 'data', 'database'))
    const config = readConfig([], { PORT: '0', VITRINE_DATA: join(folder, 'data'), VITRINE_DEMONSTRATION: 'no' })
    server = await startServer(config, { log: createLog('silent'), locale: 'en', say: () => {}, withSite: false })
    for (let i = 0; i < 620; i++) {
      const cuts = [52, 90].map((minutes) => ({ minutes, episodes: null, versions: [] }))
      const sheet = { ...emptySheet(`Tide ${i}`), cuts }
      ids.push((await server.house.createTitle(SYSTEM, { sheet })).id)
    }
    for (const entry of [grant, { ...sold, cuts: ['52'] }])
      await server.house.enterEntry(SYSTEM, { titleId: ids[0]!, entry: { ...entry, id: undefined, title: undefined }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
  })
  after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('all titles, page by page; the same of more titles than one request takes', async () => {
    const all = printed(await inHouse([...question, '--json']))
    assert.equal(all.asOf, TODAY)
    assert.deepEqual(all.titles.map(({ title }) => title).toSorted(), ids.toSorted())
    const named = printed(await inHouse([...question, '--json', ...ids.flatMap((id) => ['--title', id])]))
    assert.deepEqual(named.titles.toSorted((a, b) => (a.title < b.title ? -1 : 1)), all.titles.toSorted((a, b) => (a.title < b.title ? -1 : 1))) // prettier-ignore
  })

  test('the answers are those of the same book in a file', async () => {
    const book = join(folder, 'book.json')
    writeFileSync(book, JSON.stringify(bookWith(grant, { ...sold, cuts: ['52'] })))
    for (const cut of [[], ['--cut', '52'], ['--cut', '90'], ['--cut', '52,90']]) {
      const house = printed(await inHouse([...question, ...cut, '--json', '--title', ids[0]!])).titles[0]!
      const alone = printed(await vitrine(['avails', book, '--today', TODAY, ...question, ...cut, '--json', '--title', 'tide'])).titles[0]! // prettier-ignore
      const plain = ({ answer, firstFullyMet, regions, repairs }: Title) => ({ answer, firstFullyMet, repairs, regions: regions.map(({ because: _because, ...region }) => region) }) // prettier-ignore
      assert.deepEqual(plain(house), plain(alone), cut.join(' '))
    }
  })

  test('the book as it was recorded at a moment, and as one would have answered on a day', async () => {
    const id = ids[1]!
    const enter = (entry: Entry) => server.house.enterEntry(SYSTEM, { titleId: id, entry: { ...entry, id: undefined, title: undefined }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    const { history } = await enter(grant)
    await new Promise((resolve) => setTimeout(resolve, 5))
    const after = await enter(sold)
    const answerOf = async (...args: string[]) =>
      titleOf(printed(await inHouse([...question, '--json', '--title', id, ...args])), id)
    const blocked = async (...args: string[]) => (await answerOf(...args)).regions.some(({ status }) => status === 'blocked')
    assert.equal(await blocked(), true)
    assert.equal(await blocked('--recorded-at', history[0]!.at), false)
    assert.equal(await blocked('--recorded-at', after.history[0]!.at), true)
    assert.equal((await answerOf('--recorded-at', '2020-01-01')).answer, 'none')
    const { asOf, titles } = printed(await houseOnly([...question, '--json', '--title', id, '--as-of', '2020-05-31']))
    assert.deepEqual([asOf, titles[0]!.answer], ['2020-05-31', 'none'])
  })

  test('a moment is of the house alone, and said so that it can be read', async () => {
    const book = join(folder, 'moment.json')
    writeFileSync(book, JSON.stringify(WHOLE))
    refusedWith(await vitrine(['avails', book, ...question, '--recorded-at', '2026-01-01']), /--recorded-at/, /--today/)
    refusedWith(await vitrine(['avails', book, ...question, '--as-of', '2026-01-01']), /--as-of/)
    refusedWith(await houseOnly([...question, '--as-of', '2026-01-01', '--today', '2026-01-01']), /--as-of/)
    refusedWith(await houseOnly([...question, '--as-of', '2026-02-30']), /--as-of/)
    for (const bad of ['yesterday', '2026-02-30', '2026-02-30T10:00Z', '2026-01-01T25:00Z', '2026-01-01 10:00'])
      refusedWith(await houseOnly([...question, '--recorded-at', bad]), /--recorded-at/)
  })

  test('what is wrong is exit 2 and one line here too', async () => {
    refusedWith(await inHouse([...question, '--json', '--title', 'moon']), /moon/)
    refusedWith(await inHouse([...question, '--json', '--territory', 'Narnia']), /--territory/)
    refusedWith(await vitrine(['--data', join(folder, 'data'), 'avails', ...question, '--json', '--today', 'soon']), /--today/)
  })
})
