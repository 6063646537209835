import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTable } from '@vitrine/exchange/spreadsheets/rights-table'
import { listHeadings } from '@vitrine/messages/list-columns'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Actor, House } from '../../contract.ts'
import type { ListAsked } from '../../contract/lists.ts'
import { isHouseError } from '../../errors.ts'
import { aSale } from '../../testing/deal-for-tests.ts'
import { eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

const refused = (code: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === code
const VERBS = { deals: 'exportDeals', requests: 'exportRequests', tasks: 'exportTasks', deliverables: 'exportDeliverables', screeners: 'exportScreeners', viewings: 'exportViewings', markets: 'exportMarkets', meetings: 'exportMeetings' } as const // prettier-ignore
type List = keyof typeof VERBS
const LISTS = Object.keys(VERBS) as List[]
const take = (house: House, actor: Actor, list: List, asked: Partial<ListAsked> & object = {}) => house[VERBS[list]](actor, { format: 'csv', locale: 'en', ...asked }) // prettier-ignore
/** Headings and rows, as a spreadsheet reads them. */
async function read({ bytes }: { bytes: Uint8Array }): Promise<string[][]> {
  const { headings, rows } = await readTable(bytes)
  return [[...headings], ...rows.map(({ cells }) => cells.map((cell) => String(cell ?? '')))]
}

/** A house in which every list has something, and a name that would be a formula. */
async function livedIn({ house, member }: TestHouse) {
  const sales = await member('sales')
  const { deal, company } = await aSale(house, sales, '=HYPERLINK("http://x.example")')
  await house.enterRequest(sales, { request: { kind: 'terms', name: '@SUM(A1)', message: '+1+1' }, reader: 'en' })
  await house.addTask(sales, { text: '-2+3 call them', due: '2026-11-20', ownerId: sales.userId })
  const market = await house.saveMarket(sales, { market: { name: 'Sunny Side of Nowhere', kind: 'market', city: 'Harl', country: 'FR', firstDay: '2027-04-12', lastDay: '2027-04-14', stand: null } }) // prettier-ignore
  await house.saveMeeting(sales, { meeting: { marketId: market.id, companyId: company, day: '2027-04-12', fromMinute: 605, toMinute: 635, place: null, userIds: [sales.userId!], contactIds: [], titleIds: [], about: '=cmd', } }) // prettier-ignore
  return { sales, deal, market }
}

eachHouse('lists as files', (open) => {
  test('every list has its own columns in both languages, and those that were chosen, in their order', async () => {
    const at = await open()
    const { sales } = await livedIn(at)
    for (const list of LISTS) {
      for (const locale of ['en', 'fr'] as const) {
        const headings = Object.values(listHeadings[locale][list])
        assert.deepEqual((await read(await take(at.house, sales, list, { locale })))[0], headings, list)
      }
      const keys = Object.keys(listHeadings.en[list])
      const chosen = [keys.at(-1)!, keys[0]!, keys.at(-1)!]
      const { bytes, fileName } = await take(at.house, sales, list, { columns: chosen, format: 'xlsx' })
      assert.equal(fileName, `${list}.xlsx`)
      const headings: Record<string, string> = listHeadings.en[list]
      assert.deepEqual((await read({ bytes }))[0], [headings[chosen[0]!], headings[chosen[1]!]], list)
      await assert.rejects(take(at.house, sales, list, { columns: ['nothing'] }), refused('invalid-input'))
      await assert.rejects(take(at.house, sales, list, { columns: [] }), refused('invalid-input'))
    }
  })

  test('what stands in them is what the desk shows, and no text becomes a formula', async () => {
    const at = await open()
    const { sales, market } = await livedIn(at)
    const rows = async (list: List, columns: string[]) => (await read(await take(at.house, sales, list, { columns }))).slice(1)
    assert.deepEqual(await rows('deals', ['reference', 'state', 'films', 'owner']), [
      ['D-1', 'Open', 'The Salt Road', 'the sales'],
    ])
    assert.deepEqual(await rows('requests', ['kind', 'state', 'channel']), [['Terms', 'Taken', 'Entered']])
    assert.deepEqual(await rows('markets', ['name', 'kind', 'country', 'meetings']), [
      ['Sunny Side of Nowhere', 'Market', 'France', '1'],
    ])
    assert.deepEqual(await rows('meetings', ['day', 'from', 'to', 'people']), [['2027-04-12', '10:05', '10:35', 'the sales']])
    const csv = async (list: List, columns: string[]) => new TextDecoder().decode((await take(at.house, sales, list, { columns })).bytes) // prettier-ignore
    for (const [list, column, cell] of [
      ['deals', 'company', `"'=HYPERLINK(""http://x.example"")"`],
      ['requests', 'name', `'@SUM(A1)`],
      ['requests', 'message', `'+1+1`],
      ['tasks', 'text', `'-2+3 call them`],
      ['meetings', 'about', `'=cmd`],
    ] as const)
      assert.equal((await csv(list, [column])).split('\r\n')[1], cell, `${list} ${column}`)
    const other = await at.house.saveMarket(sales, { market: { name: 'Elsewhere', kind: 'festival', city: null, country: null, firstDay: '2027-05-01', lastDay: '2027-05-02', stand: null } }) // prettier-ignore
    assert.equal(
      (await read(await at.house.exportMeetings(sales, { format: 'csv', locale: 'en', marketId: other.id }))).length,
      1,
    )
    assert.equal(
      (await read(await at.house.exportMeetings(sales, { format: 'csv', locale: 'en', marketId: market.id }))).length,
      2,
    )
    await assert.rejects(at.house.exportMeetings(sales, { format: 'csv', locale: 'en', marketId: 'none' }), refused('not-found'))
  })

  test('contacts and markets go out as their pages find them', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const company = (name: string, kind: 'broadcaster' | 'festival', country: string) => house.addCompany(sales, { company: { name, kinds: [kind], country } }) // prettier-ignore
    const [ost, nord] = [await company('Kanal Ost', 'broadcaster', 'DE'), await company('Nord Fest', 'festival', 'NO')]
    await company('Kanal Leer', 'broadcaster', 'DE')
    await house.addContact(sales, { contact: { name: 'Ana Nowak', companyId: ost.id, keptUntil: '2020-01-01' } })
    await house.addContact(sales, { contact: { name: 'Ole Berg', companyId: nord.id } })
    const out = async (filter: object) => (await read(await house.exportContacts(sales, { format: 'csv', locale: 'en', columns: ['company', 'name'], ...filter }))).slice(1).map((row) => row.join('/')) // prettier-ignore
    assert.deepEqual(await out({}), ['Kanal Ost/Ana Nowak', 'Nord Fest/Ole Berg', 'Kanal Leer/'])
    assert.deepEqual(await out({ kind: 'broadcaster' }), ['Kanal Ost/Ana Nowak', 'Kanal Leer/'])
    assert.deepEqual(await out({ text: 'leer' }), ['Kanal Leer/'])
    assert.deepEqual(await out({ country: 'NO' }), ['Nord Fest/Ole Berg'])
    assert.deepEqual(await out({ companyId: ost.id }), ['Kanal Ost/Ana Nowak'])
    assert.deepEqual(await out({ due: true }), ['Kanal Ost/Ana Nowak'])
    const { bytes } = await house.exportContacts(sales, { format: 'vcf', locale: 'en', country: 'NO' })
    assert.deepEqual(new TextDecoder().decode(bytes).match(/FN:.*/g), ['FN:Ole Berg'])
    await assert.rejects(house.exportContacts(sales, { format: 'csv', locale: 'en', kind: 'nothing' as 'festival' }), refused('invalid-input')) // prettier-ignore

    const market = (name: string, kind: 'market' | 'festival', country: string, firstDay: string, lastDay: string) => house.saveMarket(sales, { market: { name, kind, city: 'Harl', country, firstDay, lastDay, stand: null } }) // prettier-ignore
    await market('Sunny Side', 'market', 'FR', '2027-06-20', '2027-06-24')
    await market('Doc Days', 'festival', 'DE', '2026-11-29', '2026-12-02')
    const names = async (filter: object) => (await read(await house.exportMarkets(sales, { format: 'csv', locale: 'en', columns: ['name'], ...filter }))).slice(1).flat() // prettier-ignore
    assert.deepEqual(await names({}), ['Sunny Side', 'Doc Days'])
    assert.deepEqual(await names({ text: 'SÚNNY harl' }), ['Sunny Side'])
    assert.deepEqual([await names({ kind: 'festival' }), await names({ country: 'FR' })], [['Doc Days'], ['Sunny Side']])
    assert.deepEqual(await names({ from: '2026-12-02', to: '2026-12-31' }), ['Doc Days'], 'with one day in it')
    assert.deepEqual(await names({ from: '2026-12-03', to: '2027-06-19' }), [])
    await assert.rejects(house.exportMarkets(sales, { format: 'csv', locale: 'en', from: 'soon' }), refused('invalid-input'))
  })

  test('a list is taken whole, past every page, and as its filter says', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    const { company } = await aSale(house, sales)
    for (let n = 0; n < 205; n++) await house.openDeal(sales, { deal: { companyId: company }, reader: 'en' })
    const numbers = (await read(await take(house, sales, 'deals', { columns: ['reference'] }))).slice(1).map(([one]) => one)
    assert.equal(new Set(numbers).size, 206)
    assert.equal((await read(await house.exportDeals(sales, { format: 'csv', locale: 'en', text: 'd-7' }))).length, 2)
    assert.equal((await read(await house.exportDeals(sales, { format: 'csv', locale: 'en', state: 'lost' }))).length, 1)
    assert.equal((await read(await house.exportTasks(sales, { format: 'csv', locale: 'en', whose: 'mine', through: '2020-01-01' }))).length, 1) // prettier-ignore
  })

  test('lists of several pages are whole, each row once, in their order, with and without a day', async () => {
    const { house, member, database } = await open()
    const sales = await member('sales')
    const { company } = await aSale(house, sales)
    const rows = async (taken: Promise<{ bytes: Uint8Array }>) => (await read(await taken)).slice(1).map(([one]) => one)
    const made = sql`'2026-11-20T10:00:00Z'::timestamptz`
    // several are due on one day and were made in one moment, some are due on none
    await sql`insert into task (house_id, id, text, due, by_name, created_at)
      select ${house.id}, 't' || n, 'task ' || n, case when n > 900 then null else date '2026-12-01' + n / 300 end, 'x', ${made} from generate_series(1, 1100) n`.execute(database.db)
    const tasks = await rows(house.exportTasks(sales, { format: 'csv', locale: 'en', columns: ['text', 'due'] }))
    assert.equal(new Set(tasks).size, 1100)
    const days = await rows(house.exportTasks(sales, { format: 'csv', locale: 'en', columns: ['due', 'text'] }))
    assert.deepEqual(days, [...days.filter((day) => day !== '').toSorted((a, b) => String(a).localeCompare(String(b))), ...Array.from({ length: 200 }, () => '')])
    // people with and without a company, companies with and without people, one of them called as another is
    await sql`insert into company (house_id, id, name, sort_name, created_at, updated_at, updated_by)
      select ${house.id}, 'c' || n, 'Company ' || n, 'company', ${made}, ${made}, 'x' from generate_series(1, 600) n`.execute(database.db)
    await sql`insert into contact (house_id, id, company_id, name, sort_name, locale, detail, created_at, updated_at, updated_by)
      select ${house.id}, 'p' || n, case when n % 2 = 0 then ${company} end, 'Person ' || n, 'person', 'en', '{"languages":[],"channel":null,"consent":"unasked","consentOn":null,"purpose":""}', ${made}, ${made}, 'x' from generate_series(1, 700) n`.execute(database.db)
    const lines = (await read(await house.exportContacts(sales, { format: 'csv', locale: 'en', columns: ['name', 'company'] }))).slice(1)
    assert.equal(new Set(lines.map((line) => line.join('/'))).size, 1301, 'Ana, 700 others, 600 companies')
    assert.equal(lines.filter(([, of]) => of === 'Kanal Ost').length, 351, 'the company of Ana and of each second one, not by itself')
    assert.deepEqual(lines.slice(0, 701).filter(([name]) => name === ''), [])
  }) // prettier-ignore

  test('whoever may not look at a list does not get it: editors what is to be delivered and nothing else', async () => {
    const { house, member } = await open()
    for (const list of LISTS) {
      await assert.rejects(take(house, VISITOR, list), refused('sign-in-needed'), list)
      for (const role of ['buyer', 'producer'] as const) await assert.rejects(take(house, await member(role), list), refused('not-allowed'), list) // prettier-ignore
      if (list !== 'deliverables') await assert.rejects(take(house, await member('editor'), list), refused('not-allowed'), list)
      for (const role of ['owner', 'rights', 'sales'] as const) await take(house, await member(role), list)
    }
    await take(house, await member('editor'), 'deliverables')
  })

  test('the lists that went out before take chosen columns too', async () => {
    const at = await open()
    const { sales } = await livedIn(at)
    const { house } = at
    const heads = async (taken: Promise<{ bytes: Uint8Array }>) => (await read(await taken))[0]
    const asked = { format: 'csv', locale: 'en' } as const
    assert.deepEqual(await heads(house.exportContacts(sales, { ...asked, columns: ['email', 'company'] })), ['E-mail', 'Company'])
    assert.deepEqual(await heads(house.exportRights(sales, { ...asked, columns: ['territory', 'title'] })), [
      'Territory',
      'Film (title)',
    ])
    assert.deepEqual(await heads(house.exportInvoices(sales, { ...asked, columns: ['total', 'number'] })), ['Total', 'Number'])
    assert.deepEqual(await heads(house.exportFigures(sales, { ...asked, table: 'title', columns: ['deals'] })), ['Deals'])
    const { id: titleId } = (await house.listTitles(SYSTEM, { locale: 'en' })).cards[0]!
    const question = { territory: 'France', media: 'svod', from: '2027-01-01', to: null, exclusive: true }
    assert.deepEqual(await heads(house.exportAvailability(sales, { ...asked, titleId, question, columns: ['territory-codes', 'status'] })), ['Territories (In codes)', 'Status']) // prettier-ignore
    for (const verb of ['exportContacts', 'exportRights', 'exportInvoices'] as const)
      await assert.rejects(house[verb](sales, { ...asked, columns: ['password'] }), refused('invalid-input'), verb)
    await assert.rejects(
      house.exportFigures(sales, { ...asked, table: 'title', columns: ['password'] }),
      refused('invalid-input'),
    )
  })
})
