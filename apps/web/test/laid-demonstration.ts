/** The demonstration house, without its pictures, which take longest. */
import { join } from 'node:path'
import * as demonstration from '@vitrine/demonstration'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { openPGlite } from '@vitrine/store/database/open-pglite'
import { newPgliteFolder } from '@vitrine/store/testing/databases'

/** Lays it out in a folder, with an owner and an agent of its own, and answers its films' ids by slug. */
export async function layDemonstration(folder: string): Promise<Record<string, string>> {
  await newPgliteFolder(join(folder, 'database'))
  const house = createHouse({ database: await openPGlite({ folder: join(folder, 'database'), brief: true }), files: await openFiles(join(folder, 'files')) }) // prettier-ignore
  await house.addUser(SYSTEM, { name: 'The owner', email: 'owner@house.example', role: 'owner' })
  await house.addUser(SYSTEM, { name: 'An agent', email: 'agent@house.example', role: 'sales' })
  const films = demonstration.films.map((film) => ({ ...film, pictures: [] }))
  await house.seedDemonstration(SYSTEM, { demonstration: { ...demonstration, films } })
  const { cards } = await house.listTitles(SYSTEM, { limit: 48, locale: 'en' })
  const ids = Object.fromEntries(cards.map(({ id, slug }) => [slug, id]))
  await house.close()
  return ids
}
