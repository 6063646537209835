/** `vitrine rights`: import, export, check and simulate, on a book in a file and on the house, near and behind a server. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '@vitrine/server/config'
import { createLog } from '@vitrine/server/log'
import { startServer, type RunningServer } from '@vitrine/server/start-server'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { vitrine, type Ran } from './run.ts'

const TODAY = '2026-11-26'
type Entry = Record<string, unknown>
const grant: Entry = { id: 'in', kind: 'grant', title: 'tide', exclusive: true, territory: 'World excl. JP', media: 'all', from: '2021-01-01', to: '2032-12-31', party: 'Salt Films' } // prettier-ignore
const sold: Entry = { id: 'out', kind: 'licence', title: 'tide', exclusive: true, party: 'Kanal Nord', territory: 'DK, SE', media: 'free-tv', from: '2026-06-01', to: '2028-05-31' } // prettier-ignore
const would: Entry = { kind: 'licence', title: 'tide', exclusive: true, party: 'Kanał', territory: 'PL', media: 'svod', from: '2027-01-01', to: '2028-12-31' } // prettier-ignore
interface Checked {
  verdict: string
  objections: { code: string; severity: string; text: string; entries: string[]; box: { territories: { leaves: string[] } } }[]
}
interface Simulated {
  check: Checked
  changes: { before: string; after: string; box: { territories: { leaves: string[] }; from: string } }[]
  before: unknown[]
  after: { because: string[]; status: string }[]
}
const refusedWith = (ran: Ran, ...said: RegExp[]): void => {
  assert.equal(ran.code, 2, ran.out + ran.err)
  assert.equal(ran.out, '')
  assert.equal(ran.err.trimEnd().split('\n').length, 1, ran.err)
  for (const words of said) assert.match(ran.err, words)
}
const printed = <T>(ran: Ran, code = 0): T => {
  assert.equal(ran.code, code, ran.err || ran.out)
  return JSON.parse(ran.out) as T
}

describe('vitrine rights check and simulate, of a book in a file', () => {
  let folder: string
  let book: string
  let files = 0
  const file = (content: unknown): string => {
    const path = join(folder, `${(files += 1)}.json`)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-rights-'))
    book = file({ titles: [{ id: 'tide', name: 'The Tide', cuts: ['52'] }], entries: [grant, sold] })
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  const on = (verb: 'check' | 'simulate', entry: unknown, ...args: string[]): Promise<Ran> =>
    vitrine(['rights', verb, '-', '--book', book, '--today', TODAY, ...args], { input: JSON.stringify(entry), env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' } }) // prettier-ignore

  test('check: 0 when it could be signed, 1 with what stands in the way', async () => {
    assert.deepEqual(printed<Checked>(await on('check', would, '--json')).verdict, 'clear')
    const conflict = { ...would, territory: 'Nordics', media: 'free-tv' }
    const refused = printed<Checked>(await on('check', conflict, '--json'), 1)
    assert.deepEqual(refused.objections.map(({ code, severity, entries }) => [code, severity, entries]), [['sold', 'refused', ['out']]]) // prettier-ignore
    assert.deepEqual(refused.objections[0]!.box.territories.leaves, ['DK', 'SE'])
    const beyond = printed<Checked>(await on('check', { ...would, to: '2034-12-31' }, '--json'), 1)
    assert.deepEqual(beyond.objections.map(({ code }) => code), ['grant-ends']) // prettier-ignore
    const told = await on('check', conflict)
    assert.equal(told.code, 1)
    assert.match(told.out, /Cannot be signed:\n +✗ Sold exclusively \(Kanal Nord\): Free TV · Denmark, Sweden/)
  })

  test('a warning is told, and the entry may stand: 0', async () => {
    const early = await on('check', { ...would, from: '2026-01-01' }, '--json')
    assert.deepEqual(printed<Checked>(early).objections.map(({ code, severity }) => [code, severity]), [['begins-in-the-past', 'warning']]) // prettier-ignore
  })

  test('--replaces, --effective and --title', async () => {
    const renewal = { ...sold, id: undefined, to: '2029-05-31' }
    assert.equal((await on('check', renewal)).code, 1)
    assert.equal((await on('check', renewal, '--replaces', 'out')).code, 0)
    assert.equal(
      (await on('check', { ...sold, to: '2029-05-31' })).code,
      0,
      'an entry under its own id stands in place of itself',
    )
    assert.equal((await on('check', renewal, '--effective', '2028-06-01')).code, 0)
    assert.equal((await on('check', { ...would, title: undefined }, '--title', 'tide')).code, 0)
  })

  test('what cannot be read is exit 2, one line, and nothing on standard output', async () => {
    refusedWith(await on('check', { ...would, territory: 'Narnia' }), /entry cannot be read: territory.*Narnia/)
    refusedWith(await on('check', { ...would, title: 'moon' }), /moon/)
    refusedWith(await on('check', { ...would, title: undefined }), /--title/)
    refusedWith(await on('check', [would]), /One entry/)
    refusedWith(await on('simulate', { ...would, from: '2027-02-30' }), /from/)
    refusedWith(await on('check', would, '--today', 'soon'), /--today/)
    refusedWith(await vitrine(['rights', 'check', file('{'), '--book', book]), /JSON/)
    refusedWith(await vitrine(['rights', 'check', file(would), '--book', file({ titles: 3 })]), /book cannot be read: titles/)
    refusedWith(await vitrine(['rights', 'check', join(folder, 'none.json'), '--book', book]))
    refusedWith(await vitrine(['rights', 'check', file(would), '--today', TODAY]), /--book/)
  })

  test('simulate: what changes, before and after, and 0 even when it could not be signed', async () => {
    const simulated = printed<Simulated>(await on('simulate', would, '--json'))
    assert.deepEqual(simulated.changes.map(({ before: was, after: is, box }) => [was, is, box.territories.leaves, box.from]), [['available', 'blocked', ['PL'], '2027-01-01']]) // prettier-ignore
    assert.ok(simulated.after.some(({ status, because }) => status === 'blocked' && because.includes('new')))
    assert.equal(simulated.check.verdict, 'clear')
    const told = await on('simulate', would)
    assert.match(told.out, /On the shelf:\n +available +→ not available +SVOD · Poland · 1 January 2027 to 31 December 2028\n/)
    assert.match((await on('simulate', { ...would, territory: 'Japan' })).out, /Cannot be signed[^]*Nothing on the shelf changes/)
    const french = await on('simulate', would, '--lang', 'fr')
    assert.match(french.out, /Peut être signée\.\nÀ l’offre\s:\n +disponible +→ indisponible +.*Pologne · du 1er janvier 2027/)
  })

  test('help says how to write an entry and what the exit codes mean', async () => {
    const help = await vitrine(['rights', 'check', '--help'])
    assert.equal(help.code, 0)
    assert.match(help.out, /"kind": "licence"[^]*Exit code: 0 .* 1 .* 2 /)
    assert.match((await vitrine(['--lang', 'fr', 'rights', '--help'])).out, /import[^]*export[^]*check[^]*simulate/)
  })
})

const SHEET = `Film;Nature;Exclusif;Territoire;Droits;Du;Au;Licencié
The Salt Road;mandat;oui;Monde hors Japon;tous droits;01/01/2020;31/12/2035;Salt Films
The Salt Road;licence;oui;France, Monaco;TV gratuite;13/01/2027;31/12/2028;Canal Sud
The Last Ferry;mandat;non;Europe;TV & VOD;2020-01-01;2030-12-31;Ferry Films
`
const films = (folder: string): string[] =>
  ['The Salt Road', 'The Last Ferry'].map((title) => {
    const path = join(folder, `${title}.txt`)
    writeFileSync(path, `${title}\n\nA road, and the people who still walk it.\n\nYear: 2020\nDuration: 52 min\nDirector: Ada Moreau\nCountry: France\n`) // prettier-ignore
    return path
  })

for (const place of ['of its own', 'behind a running server']) {
  describe(`vitrine rights with a house ${place}`, () => {
    let folder: string
    let server: RunningServer | null = null
    const ids: Record<string, string> = {}
    const inHouse = (args: string[], options = {}) => vitrine(['--data', join(folder, 'data'), ...args], options)
    const sheet = (content: string): string => {
      const path = join(folder, 'rights.csv')
      writeFileSync(path, content)
      return path
    }
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'vitrine-rights-'))
      await newPgliteFolder(join(folder, 'data', 'database'))
      if (place === 'behind a running server') {
        const config = readConfig([], { PORT: '0', VITRINE_DATA: join(folder, 'data'), VITRINE_DEMONSTRATION: 'no' })
        server = await startServer(config, { log: createLog('silent'), locale: 'en', say: () => {}, withSite: false })
      }
      assert.equal((await inHouse(['import', ...films(folder), '--json'])).code, 0)
      const { titles } = printed<{ titles: { id: string; title: string }[] }>(await inHouse(['titles', '--json']))
      for (const { id, title } of titles) ids[title] = id
    })
    after(async () => {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    test('a spreadsheet: looked at, written, and the second time nothing is left to write', async () => {
      const path = sheet(SHEET)
      const dry = await inHouse(['rights', 'import', path, '--dry-run'])
      assert.equal(dry.code, 0, dry.err + dry.out)
      assert.match(dry.out, /Film = title, .*Droits = media/)
      assert.match(dry.out, /3 good, 0 doubtful, 0 that cannot be read\nWould write 3 entries; 0 in the book already\./)
      assert.match((await inHouse(['rights', 'import', path])).out, /Wrote 3 entries of 2 titles; 0 in the book already\./)
      const again = printed<{ remembered: boolean; written: object }>(await inHouse(['rights', 'import', path, '--json']))
      assert.deepEqual([again.remembered, again.written], [true, { entries: 0, titles: 0, unchanged: 3 }])
    })

    const unknownFilm = async () => {
      const ran = await inHouse(['rights', 'check', '-'], { input: JSON.stringify({ ...would, title: 'nobody' }) })
      refusedWith(ran, /^vitrine: Not found\. This house has nothing under the name or number that was given\./)
    }

    // each command opens the whole database there: what is left says nothing that depends on where the house is
    if (place === 'of its own') {
      test('check and export of the same house', async () => {
        const input = { input: JSON.stringify({ ...would, title: ids['The Salt Road'], territory: 'France', media: 'tv' }) }
        assert.equal(printed<Checked>(await inHouse(['rights', 'check', '-', '--json'], input), 1).objections[0]!.code, 'sold')
        assert.match((await inHouse(['rights', 'export', '--format', 'csv'])).out, /Canal Sud/)
        await unknownFilm()
      })
      return
    }

    test('one row that cannot be read keeps all of them out; every such row is told', async () => {
      const bad = `${SHEET}The Slat Road;licence;oui;Italie;SVOD;2027-01-01;2028-12-31;X\nThe Salt Road;licence;oui;Atlantis;SVOD;2027-01-01;2028-12-31;X\nThe Salt Road;licence;oui;Italie;SVOD;2027-01-01;2028-12-31;Y\n` // prettier-ignore
      const ran = await inHouse(['rights', 'import', sheet(bad)])
      assert.equal(ran.code, 1)
      assert.match(ran.out, /row 5\tcannot be read\ttitle\tThe Slat Road\t.*perhaps The Salt Road/)
      assert.match(ran.out, /row 6\tcannot be read\tterritory\tThe Salt Road\t.*Atlantis/)
      assert.match(ran.err, /Nothing was written/)
      assert.ok(!(await inHouse(['rights', 'export', '--format', 'csv'])).out.includes('Italy'))
    })

    test('columns and films are said by flag; doubtful rows need a word', async () => {
      const rows = `A,B,C,D,E,F,G\nSalt=Salz,grant,yes,Japan,all,01/02/2027,2031-12-31\n`
      const columns = 'title,kind,exclusive,territory,media,from,to'
      const said = ['rights', 'import', sheet(rows), '--columns', columns, '--film', `Salt=Salz=${ids['The Salt Road']}`]
      const doubtful = await inHouse(said)
      assert.equal(doubtful.code, 1, doubtful.out)
      assert.match(doubtful.out, /row 2\tdoubtful\tfrom/)
      assert.match(doubtful.err, /--accept-warnings/)
      assert.equal((await inHouse([...said, '--accept-warnings'])).code, 0)
      refusedWith(await inHouse(['rights', 'import', sheet(rows), '--columns', 'title,colour']), /colour/)
      refusedWith(await inHouse(['rights', 'import', sheet(rows), '--film', 'Salt']), /NAME=ID/)
      writeFileSync(join(folder, 'broken.xlsx'), 'PK\u0003\u0004')
      refusedWith(await inHouse(['rights', 'import', join(folder, 'broken.xlsx')]))
    })

    test('what is exported is the same book when it is brought back; the JSON is a book of its own', async () => {
      const book = join(folder, 'book.json')
      for (const format of ['csv', 'xlsx']) {
        const out = join(folder, `book.${format}`)
        assert.equal((await inHouse(['rights', 'export', '--format', format, '--out', out])).code, 0)
        const { fresh, unchanged, counts } = printed<{ fresh: number; unchanged: number; counts: object }>(await inHouse(['rights', 'import', out, '--dry-run', '--json'])) // prettier-ignore
        assert.deepEqual([fresh, unchanged, counts], [0, 4, { good: 4, doubtful: 0, bad: 0 }])
      }
      const json = await inHouse(['rights', 'export', '--out', book])
      assert.equal(json.code, 0)
      assert.equal(json.out, '')
      const brought = printed<{ fresh: number; unchanged: number }>(await inHouse(['rights', 'import', book, '--json']))
      assert.deepEqual([brought.fresh, brought.unchanged], [0, 4])
      const question = ['--territory', 'France, Japan', '--media', 'free-tv', '--from', '2027-01-01', '--to', '2029-12-31', '--today', TODAY, '--json'] // prettier-ignore
      const [house, alone] = [await inHouse(['avails', ...question]), await vitrine(['avails', book, ...question])]
      type Answers = { titles: { title: string; name?: string }[] }
      const plain = (ran: Ran) => printed<Answers>(ran).titles.map(({ name: _name, ...answer }) => answer).toSorted((a, b) => (a.title < b.title ? -1 : 1)) // prettier-ignore
      assert.deepEqual(plain(alone), plain(house))
      const one = printed<{ titles: { id: string }[] }>(await inHouse(['rights', 'export', '--title', ids['The Last Ferry']!]))
      assert.deepEqual(one.titles.map(({ id }) => id), [ids['The Last Ferry']]) // prettier-ignore
      assert.ok(readFileSync(join(folder, 'book.xlsx')).subarray(0, 2).toString() === 'PK')
    })

    test('of a film that there is not, it is said so as in a terminal', unknownFilm)

    test('check and simulate answer of the house as they do of its book in a file', async () => {
      const book = join(folder, 'book.json')
      const title = ids['The Salt Road']
      for (const entry of [
        { ...would, title },
        { ...would, title, territory: 'France', media: 'tv' },
      ]) {
        const input = { input: JSON.stringify(entry) }
        for (const verb of ['check', 'simulate']) {
          const house = await inHouse(['rights', verb, '-', '--json'], input)
          const alone = await vitrine(['rights', verb, '-', '--book', book, '--json'], input)
          assert.ok(house.code < 2, house.err)
          assert.deepEqual(JSON.parse(house.out), JSON.parse(alone.out))
          assert.equal(house.code, alone.code)
        }
      }
      refusedWith(await inHouse(['rights', 'check', '-'], { input: JSON.stringify({ ...would, title: 'moon' }) }))
      const nowhere = { ...would, title, territory: 'Atlantis' }
      refusedWith(await inHouse(['rights', 'check', '-'], { input: JSON.stringify(nowhere) }), /territory:? .*Atlantis/)
    })
  })
}
