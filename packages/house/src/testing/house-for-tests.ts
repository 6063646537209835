/** A house to test on: rows and files of its own in a database that others use too, and a clock that ticks a second a look. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import type { Database } from '@vitrine/store/database/database'
import { eachDatabase } from '@vitrine/store/testing/databases'
import type { Print } from '../context.ts'
import type { Actor, House, Role } from '../contract.ts'
import { openFiles } from '../files/open-files.ts'
import type { FilmFiles } from '../files/film-files.ts'
import { openFilms } from '../files/open-films.ts'
import { createHouse } from '../house.ts'

export interface TestHouse {
  house: House
  database: Database
  /** Where it keeps films, for a test that has them come late. */
  films: FilmFiles
  folder: string
  /** What its keys of marks are sealed with. */
  sealing: Uint8Array
  /** Later: the house's clock goes on by so many milliseconds. */
  later(milliseconds: number): void
  /** A member with a role, as an actor. The first of each role is kept. */
  member(role: Role, name?: string): Promise<Actor>
}

let houses = 0

/**
 * Declares the tests once on each database; `open` makes a new house in it every time it is called. The database is that of all houses of
 * this process, since opening one costs more than most tests do. `own`: one for these tests alone, which change its tables, or count or
 * time what all houses have in it.
 */
export function eachHouse(
  name: string,
  define: (open: (parts?: { print?: Partial<Print> }) => Promise<TestHouse>, kind: Database['kind']) => void,
  { own = false }: { own?: boolean } = {},
): void {
  const onDatabase = (openDatabase: () => Promise<Database>, kind: Database['kind']): void => {
    const folders: string[] = []
    after(async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    })
    define(async (parts) => {
      const database = await openDatabase()
      const folder = await mkdtemp(join(tmpdir(), 'vitrine-house-'))
      folders.push(folder)
      houses += 1
      return testHouse(database, folder, `house-${houses}`, parts?.print)
    }, kind)
  }
  eachDatabase(name, onDatabase, { shared: !own })
}

/** A house over what is open already. */
export async function testHouse(database: Database, folder: string, houseId: string, print?: Partial<Print>): Promise<TestHouse> {
  let now = Date.UTC(2026, 10, 22, 9, 0, 0)
  const sealing = randomBytes(32)
  const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
  const house = createHouse({
    sealing,
    database,
    files: await openFiles(folder),
    films,
    houseId,
    clock: () => new Date((now += 1000)),
    print: (print as Print | undefined) ?? null, // a test's press prints what the test has printed
    origin: 'https://films.example',
  })
  const members = new Map<string, Actor>()
  const system: Actor = { kind: 'system', userId: null, name: 'the house', role: 'system', scopes: null }
  return {
    house,
    database,
    films,
    folder,
    sealing,
    later(milliseconds) {
      now += milliseconds
    },
    async member(role, name = `the ${role}`) {
      const known = members.get(name)
      if (known) return known
      const user = await house.addUser(system, { name, email: `${name.replaceAll(' ', '.')}@${houseId}.example`, role })
      const actor = await house.actorForUser(user.id)
      if (!actor) throw new Error('a member who was added is not there')
      members.set(name, actor)
      return actor
    },
  }
}

/** A sheet with a few facts on it. */
export function aSheet(title: string, facts: Partial<TitleSheet> = {}): TitleSheet {
  return {
    ...emptySheet(title),
    year: 2024,
    directors: ['Noor Vantil'],
    themes: ['water'],
    logline: { en: `${title}, told from the river.` },
    ...facts,
  }
}
