/** Every list that the command line narrows, by each of its fields: what comes is what the API answers, in a house of its own too. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import type { BrowseResult, TitleCard } from '@vitrine/house/contract'
import { filterFieldsOf } from '@vitrine/house/exchange/filter-fields'
import { daysOf, type Period } from '@vitrine/house/exchange/period'
import { aReel, aScreening } from '@vitrine/house/testing/reel-for-tests'
import type { FilterKey } from '@vitrine/messages/export-filters'
import { LISTS_OUT, type ListOut } from '@vitrine/messages/list-formats'
import { createLog } from '@vitrine/server/log'
import { readConfig } from '@vitrine/server/config'
import { startServer, type RunningServer } from '@vitrine/server/start-server'
import { openPGlite } from '@vitrine/store/database/open-pglite'
import { layDemonstration } from '../../web/test/laid-demonstration.ts'
import { contactsExport } from '../src/commands/contacts-export.ts'
import { listExport } from '../src/commands/list-export.ts'
import { rightsExport } from '../src/commands/rights-export.ts'
import { listTitles } from '../src/commands/titles.ts'
import type { Run } from '../src/main.ts'
import { CommandError, createPrinter } from '../src/print.ts'
import { vitrine } from './run.ts'

const TODAY = new Date().toISOString().slice(0, 10)
const inDays = (days: number) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10)

/** Ids that rows of the house have. */
interface Known {
  deal: { ownerId: string; companyId: string; titleId: string }
  request: { ownerId: string; companyId: string }
  contact: { companyId: string }
  rights: { titleId: string }
  screening: { screenerId: string; titleId: string; companyId: string; contactId: string }
  marketId: string
}
/** What is typed; and how the address of the API says it, where that is not the same. */
type Value = string | ((known: Known) => string)
type Row = Value | { is: string; api: Readonly<Record<string, string>> }

const moving = (period: Period): Row => ({ is: period, api: daysOf(period, TODAY) })
const LISTS: Readonly<Record<ListOut, Partial<Record<FilterKey, Row>>>> = {
  contacts: { q: 'fjordflix', kind: 'platform', country: 'PL', companyId: ({ contact }) => contact.companyId, due: 'true' },
  rights: { titleId: ({ rights }) => rights.titleId },
  deals: { q: 'meter', state: 'signed', owner: ({ deal }) => deal.ownerId, companyId: ({ deal }) => deal.companyId, titleId: ({ deal }) => deal.titleId, film: 'salt', territory: 'Poland', period: moving('this-year'), from: inDays(-200), to: inDays(-200) }, // prettier-ignore
  requests: { q: 'sixty', state: 'taken', kind: 'terms', owner: ({ request }) => request.ownerId, companyId: ({ request }) => request.companyId }, // prettier-ignore
  tasks: { dueWithin: { is: '3', api: { through: inDays(3) } } },
  deliverables: { shelf: 'done' },
  invoices: { shelf: 'paid', q: 'airloop', year: TODAY.slice(0, 4) },
  figures: { period: moving('last-quarter'), from: inDays(-100), to: inDays(-100), by: 'year' },
  screeners: { state: 'over', titleId: ({ screening }) => screening.titleId, companyId: ({ screening }) => screening.companyId },
  viewings: { screenerId: ({ screening }) => screening.screenerId, titleId: ({ screening }) => screening.titleId, companyId: ({ screening }) => screening.companyId, contactId: ({ screening }) => screening.contactId }, // prettier-ignore
  markets: { q: 'snow', kind: 'festival', country: 'NO', period: moving('this-quarter'), from: inDays(60), to: inDays(60) },
  meetings: { marketId: ({ marketId }) => marketId },
}

/** The demonstration house, and a little of what it has nothing or one of: screeners, another market, a request that was taken. */
async function fill(folder: string): Promise<Known> {
  await layDemonstration(folder)
  const opened = await openPGlite({ folder: join(folder, 'database'), brief: true })
  const house = createHouse({ database: opened, files: await openFiles(join(folder, 'files')) })
  await house.createTitle(SYSTEM, { sheet: emptySheet('A Draft') })
  const deal = (await house.listDeals(SYSTEM, {})).items.find(({ state, ownerId }) => state === 'signed' && ownerId !== null)!
  const sales = (await house.actorForUser(deal.ownerId!))!
  await house.enterRequest(sales, { request: { kind: 'terms', name: 'Ana', companyId: deal.companyId }, reader: 'en' })

  const { id: marketId } = await house.saveMarket(sales, { market: { name: 'Snow Days', kind: 'festival', city: 'Harl', country: 'NO', firstDay: TODAY, lastDay: TODAY, stand: null } }) // prettier-ignore
  // The demonstration's market has a day of its own, which this test goes past: whatever the day, one is long over and one far off.
  for (const day of [inDays(-4000), inDays(4000)])
    await house.saveMarket(sales, { market: { name: 'Far Away', kind: 'market', city: 'Harl', country: 'FR', firstDay: day, lastDay: day, stand: null } }) // prettier-ignore
  await house.saveMeeting(sales, { meeting: { marketId, companyId: deal.companyId, day: TODAY, fromMinute: 600, toMinute: 630, place: null, userIds: [], contactIds: [], titleIds: [], about: null } }) // prettier-ignore

  const people = (await house.listContacts(sales, {})).items.filter(({ companyId }) => companyId !== null)
  const [one, other] = [people[0]!, people.find(({ companyId }) => companyId !== people[0]!.companyId)!]
  await house.changeContact(sales, { id: one.id, from: { keptUntil: null }, to: { keptUntil: '2020-01-01' } })
  const cards = (await house.listTitles(sales, { locale: 'en', sort: 'title' })).cards
  for (const [i, { id: contactId, companyId, name, email }] of [one, other].entries())
    await aScreening(opened.db, 'house', await aReel(opened.db, 'house', cards[i]!.id), { contactId, companyId: companyId!, name, email }) // prettier-ignore
  const screeners = (await house.listScreeners(sales, {})).items
  const screener = screeners.find(({ companyId }) => companyId === other.companyId)!
  await house.revokeScreener(sales, { id: screener.id })
  await house.close()
  return {
    deal: { ownerId: deal.ownerId!, companyId: deal.companyId, titleId: deal.titles[0]!.id },
    request: { ownerId: deal.ownerId!, companyId: deal.companyId },
    contact: { companyId: one.companyId! },
    rights: { titleId: deal.titles[0]!.id },
    screening: { screenerId: screener.id, titleId: cards[1]!.id, companyId: other.companyId!, contactId: other.id },
    marketId,
  }
}

/** At which address of the API each list goes out. */
const addressOf = (list: ListOut): string =>
  list === 'contacts' || list === 'rights' || list === 'invoices' ? `/${list}/export` : `/lists/${list}`

describe('lists that the command line narrows', () => {
  let folder: string
  let server: RunningServer
  let known: Known
  const data = () => join(folder, 'data')
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
    known = await fill(data())
    const config = readConfig([], { PORT: '0', VITRINE_DATA: data(), VITRINE_DEMONSTRATION: 'no' })
    server = await startServer(config, { log: createLog('silent'), locale: 'en', say: () => {}, withSite: false })
  })
  after(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What a command gives for a filter. The commands themselves, without a process for each: a table of processes costs minutes. */
  async function given(list: ListOut | 'titles', filter: string[]): Promise<string> {
    const said: string[] = []
    const run: Run = { printer: { ...createPrinter('en', list === 'titles'), out: (text) => void said.push(text), note: () => {} }, flags: ['--data', data()] } // prettier-ignore
    const out = join(folder, 'out.csv')
    if (list === 'titles') await listTitles(run, [], { filter, limit: '100' })
    else if (list === 'contacts') await contactsExport(run, { format: 'csv', filter, out })
    else if (list === 'rights') await rightsExport(run, { format: 'csv', filter, out })
    else await listExport(run, list, { format: 'csv', table: 'period', filter, out })
    return list === 'titles' ? said.join('\n') : readFileSync(out, 'utf8')
  }
  const ask = async (path: string, query: Readonly<Record<string, string>> = {}): Promise<{ status: number; text: string }> => {
    const { token } = JSON.parse(readFileSync(join(data(), 'running.json'), 'utf8')) as { token: string }
    const said = new URLSearchParams({ ...query, locale: 'en' }).toString()
    const address = `${server.address}/api/v1${path}${path.includes('?') ? '&' : '?'}${said}`
    const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
    return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString() }
  }

  for (const list of LISTS_OUT)
    test(`${list}: by each field as the API answers, some of the whole`, async () => {
      const fields = filterFieldsOf(`${list}-csv`)
      assert.deepEqual(Object.keys(LISTS[list]).toSorted(), Object.keys(fields).toSorted(), 'every field has a row in the table')
      const csv = { format: 'csv' }
      const whole = (await ask(addressOf(list), csv)).text
      assert.equal(await given(list, []), whole)
      for (const [field, row] of Object.entries(LISTS[list])) {
        const value = typeof row === 'object' ? row.is : typeof row === 'function' ? row(known) : row
        const answer = await ask(addressOf(list), { ...csv, ...(typeof row === 'object' ? row.api : { [field]: value }) })
        assert.equal(answer.status, 200, `${list} ${field}: ${answer.text}`)
        assert.equal(await given(list, [`${field}=${value}`]), answer.text, `${list} ${field}=${value}`)
        assert.notEqual(answer.text, whole, `${list} ${field}=${value} leaves something out`)
        assert.ok(answer.text.split('\r\n').length > 2, `${list} ${field}=${value} leaves something`)
      }
    })

  test('titles: by each field as the API answers, some of the whole', async () => {
    const whole = JSON.parse((await ask('/desk/titles', { limit: '100' })).text) as BrowseResult
    for (const filter of Object.keys(filterFieldsOf('titles-csv'))) {
      const counted = whole.facets.find(({ facet }) => facet === filter)?.values.find(({ count }) => count < whole.total)
      const value = filter === 'q' ? 'salt' : filter === 'status' ? 'draft,withdrawn' : counted!.value
      const query = filter === 'status' ? '&status=draft&status=withdrawn' : `&${filter}=${encodeURIComponent(value)}`
      const answer = JSON.parse((await ask(`/desk/titles?limit=100${query}`)).text) as BrowseResult
      const { total, titles } = JSON.parse(await given('titles', [`${filter}=${value}`])) as {
        total: number
        titles: TitleCard[]
      }
      assert.deepEqual([total, titles.map(({ id }) => id)], [answer.total, answer.cards.map(({ id }) => id)], filter)
      assert.ok(total > 0 && total < whole.total, `${filter}=${value} leaves some`)
    }
  })

  test('what no list has is refused as something that was mistyped, before a house is asked', async () => {
    const mistyped = (thrown: unknown) => thrown instanceof CommandError && thrown.code === 2
    for (const [list, filter] of [
      ['titles', 'colour=red'],
      ['contacts', 'kind=nothing'],
      ['rights', 'q=salt'],
      ['deals', 'from=soon'],
      ['tasks', 'dueWithin=x'],
      ['invoices', 'year=now'],
      ['markets', 'country=Norway'],
    ] as const)
      await assert.rejects(given(list, [filter]), mistyped, `${list} ${filter}`)
  })

  test('what is said twice is refused as something that was mistyped: neither of the two is dropped', async () => {
    const mistyped = (thrown: unknown) => thrown instanceof CommandError && thrown.code === 2
    await assert.rejects(given('deals', ['state=signed', 'state=draft']), mistyped)
    const run: Run = { printer: { ...createPrinter('en', true), out: () => {}, note: () => {} }, flags: ['--data', data()] }
    await assert.rejects(listTitles(run, [], { status: 'draft', filter: ['status=published'], limit: '10' }), mistyped)
    const out = join(folder, 'twice.csv')
    await assert.rejects(rightsExport(run, { format: 'csv', title: 'a', filter: ['titleId=b'], out }), mistyped)
  })

  test('each command takes it as it is typed, and a house that is opened here gives what the server gave', async () => {
    const typed = (...args: string[]) => vitrine(['--data', data(), ...args])
    const contacts = await typed('contacts', 'export', '--filter', 'country=PL')
    assert.deepEqual(contacts, { code: 0, out: (await ask('/contacts/export', { country: 'PL' })).text, err: '' })
    const deals = await typed('list', 'deals', '--filter', 'territory=Poland', '--filter', 'state=signed')
    assert.equal(deals.out, (await ask('/lists/deals', { territory: 'Poland', state: 'signed' })).text)
    const titles = await typed('titles', 'salt', '--filter', 'status=published')
    assert.match(titles.out, /Salt Is a Slow Clock/)
    const rights = await typed('rights', 'export', '--format', 'csv', '--filter', `titleId=${known.rights.titleId}`)
    assert.equal(rights.out, (await ask('/rights/export', { format: 'csv', titleId: known.rights.titleId })).text)
    await server.stop()
    assert.equal(await given('contacts', ['country=PL']), contacts.out)
    assert.equal(await given('deals', ['territory=Poland', 'state=signed']), deals.out)
    assert.equal(await given('rights', [`titleId=${known.rights.titleId}`]), rights.out)
  })
})
