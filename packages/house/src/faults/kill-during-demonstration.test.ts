/** A first start is killed while the demonstration house's history is entered: the next one goes on, and the house is the same as any. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import * as whole from '@vitrine/demonstration'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { SYSTEM } from '../actors.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { briefDemonstration } from './brief-demonstration.ts'
import { runUntilKilled } from './killed.ts'

const INVENTED = import.meta.resolve('@vitrine/demonstration')
const folders: string[] = []
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})
async function dataFolder(): Promise<[string, string]> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-killed-'))
  folders.push(folder)
  await newPgliteFolder(join(folder, 'database'))
  return [join(folder, 'database'), join(folder, 'files')]
}

/** A start that nobody kills: how often it looked at the clock, and what the house holds then, without the numbers and days that differ from start to start. */
async function startUndisturbed([place, files]: [string, string]) {
  const database = await openDatabase({ folder: place })
  let looks = 0
  const clock = () => {
    looks++
    return new Date()
  }
  const house = createHouse({ database, files: await openFiles(files), clock })
  await house.seedDemonstration(SYSTEM, { demonstration: briefDemonstration(whole) })
  const tookLooks = looks
  const invoices = (await house.listInvoices(SYSTEM, {})).items
  const markets = await house.listMarkets(SYSTEM)
  const held = {
    deals: (await house.listDeals(SYSTEM, { limit: 100 })).items.map(({ company, state, currency, reference }) => `${reference} ${company} ${state} ${currency}`).toSorted(), // prettier-ignore
    entries: (await house.listEntries(SYSTEM, { locale: 'en', limit: 500 })).items
      .map(({ kind, party }) => `${kind} ${party}`)
      .toSorted(),
    invoices: invoices.map(({ state }) => state).toSorted(),
    companies: (await house.listCompanies(SYSTEM, { limit: 100 })).items.map(({ name }) => name).toSorted(),
    tasks: (await house.listTasks(SYSTEM, { whose: 'all', through: null })).tasks.map(({ text }) => text).toSorted(),
    meetings: (await Promise.all(markets.map(({ id }) => house.openMarket(SYSTEM, { id })))).map(
      ({ meetings }) => meetings.length,
    ),
    requests: (await house.listRequests(SYSTEM, { reader: 'en' })).items.length,
    lists: (await house.listSentLists(SYSTEM, { locale: 'en' })).items.length,
    users: (await house.listUsers(SYSTEM)).map(({ email }) => email).toSorted(),
    whole: (await house.verifyAudit(SYSTEM)).whole,
  }
  await house.close()
  return { looks: tookLooks, held }
}

test('killed in each part of its history, the demonstration house is entered whole, and nothing twice', async () => {
  const { looks, held: want } = await startUndisturbed(await dataFolder())
  assert.ok(want.deals.length === 4 && want.invoices.length > 2 && want.lists > 0 && want.tasks.length > 0 && want.whole, JSON.stringify(want)) // prettier-ignore

  const killed = await dataFolder()
  // in the rights book, among the companies, among the sales
  let kills = 0
  for (const part of [0.02, 0.25, 0.6]) {
    const at = Math.ceil(looks * part)
    const said = await runUntilKilled(['demonstrate', ...killed, INVENTED], (line) => line === `look ${at}`, 0)
    if (said.at(-1) !== 'done') kills++
  }
  assert.equal(kills, 3, 'it was killed each time')
  assert.deepEqual((await startUndisturbed(killed)).held, want)
})
