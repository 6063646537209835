/** A first start is killed while the demonstration house's history is entered: the next one goes on, and the house is the same as any. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openDatabase } from '@vitrine/store/database/open-database'
import { migrate } from '@vitrine/store/migrate/migrate'
import { SYSTEM } from '../actors.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { runUntilKilled } from './killed.ts'

const INVENTED = import.meta.resolve('@vitrine/demonstration')
const folders: string[] = []
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})
async function dataFolder(): Promise<[string, string]> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-killed-'))
  folders.push(folder)
  const database = await openDatabase({ folder: join(folder, 'database') })
  await migrate(database)
  await database.close()
  return [join(folder, 'database'), join(folder, 'files')]
}

/** What the house holds, without the numbers and days that differ from start to start. */
async function history([place, files]: [string, string]) {
  const database = await openDatabase({ folder: place })
  const house = createHouse({ database, files: await openFiles(files) })
  const invoices = (await house.listInvoices(SYSTEM, {})).items
  const markets = await house.listMarkets(SYSTEM)
  const held = {
    deals: (await house.listDeals(SYSTEM, { limit: 100 })).items.map(({ company, state, currency, reference }) => `${reference} ${company} ${state} ${currency}`).toSorted(), // prettier-ignore
    entries: (await house.listEntries(SYSTEM, { locale: 'en', limit: 500 })).items
      .map(({ kind, party }) => `${kind} ${party}`)
      .toSorted(),
    invoices: invoices.map(({ state }) => state).toSorted(),
    companies: (await house.listCompanies(SYSTEM, { limit: 100 })).items.map(({ name }) => name).toSorted(),
    tasks: (await house.listTasks(SYSTEM, { whose: 'all' })).tasks.map(({ text }) => text).toSorted(),
    meetings: (await Promise.all(markets.map(({ id }) => house.openMarket(SYSTEM, { id })))).map(
      ({ meetings }) => meetings.length,
    ),
    requests: (await house.listRequests(SYSTEM, { reader: 'en' })).items.length,
    lists: (await house.listSentLists(SYSTEM, { locale: 'en' })).items.length,
    users: (await house.listUsers(SYSTEM)).map(({ email }) => email).toSorted(),
    whole: (await house.verifyAudit(SYSTEM)).whole,
  }
  await house.close()
  return held
}

test('killed in each part of its history, the demonstration house is entered whole, and nothing twice', async () => {
  const [undisturbed, killed] = [await dataFolder(), await dataFolder()]
  const lines = await runUntilKilled(['demonstrate', ...undisturbed, INVENTED], () => false, 0)
  const looks = lines.length - 1
  const want = await history(undisturbed)
  assert.ok(want.deals.length > 20 && want.lists > 0 && want.whole, JSON.stringify(want))

  // in the rights book, among the companies, among the sales
  let kills = 0
  for (const part of [0.02, 0.25, 0.6]) {
    const at = Math.ceil(looks * part)
    const said = await runUntilKilled(['demonstrate', ...killed, INVENTED], (line) => line === `look ${at}`, 0)
    if (said.at(-1) !== 'done') kills++
  }
  assert.equal(kills, 3, 'it was killed each time')
  await runUntilKilled(['demonstrate', ...killed, INVENTED], () => false, 0)
  assert.deepEqual(await history(killed), want)
})
