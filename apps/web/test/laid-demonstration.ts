/** The demonstration house, without its pictures, which take longest: laid out once a run, and every file that opens it works on a copy of its own. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as demonstration from '@vitrine/demonstration'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { openPGlite } from '@vitrine/store/database/open-pglite'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { madeOnce } from '@vitrine/store/testing/run'

/** The films' ids by slug, beside the house. */
const IDS = 'ids.json'

/** Lays it out in a folder, with an owner and an agent of its own, and answers its films' ids by slug. */
export async function layDemonstration(folder: string): Promise<Record<string, string>> {
  cpSync(await madeOnce('demonstration', layOut), folder, { recursive: true })
  return JSON.parse(readFileSync(join(folder, IDS), 'utf8')) as Record<string, string>
}

async function layOut(folder: string): Promise<void> {
  await newPgliteFolder(join(folder, 'database'))
  const house = createHouse({ database: await openPGlite({ folder: join(folder, 'database'), brief: true }), files: await openFiles(join(folder, 'files')) }) // prettier-ignore
  await house.addUser(SYSTEM, { name: 'The owner', email: 'owner@house.example', role: 'owner' })
  await house.addUser(SYSTEM, { name: 'An agent', email: 'agent@house.example', role: 'sales' })
  const films = demonstration.films.map((film) => ({ ...film, pictures: [] }))
  await house.seedDemonstration(SYSTEM, { demonstration: { ...demonstration, films } })
  const { cards } = await house.listTitles(SYSTEM, { limit: 48, locale: 'en' })
  writeFileSync(join(folder, IDS), JSON.stringify(Object.fromEntries(cards.map(({ id, slug }) => [slug, id]))))
  await house.close()
}
