/** The desk as the people of a house use it: a member of each role, browsers in which they are signed in, and what their tests do often. */
import { after, before } from 'node:test'
import { SYSTEM, type Role } from '@vitrine/house'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openPage, openRooms, sessionOf, type Rooms } from './rooms.ts'

export const SHEET = `The Clockmaker of Harl

A town on the coast votes next month on whether its clocks shall follow the capital. What is an hour, and whose is it?

For thirty years Oda Brandt has climbed the tower of Harl each morning to set a clock that nobody needs any more. When the council decides to let it stand still, half of the town stops with it.

With the patience of her trade she takes the clock apart, wheel by wheel, and with it the story of a place that once lived by the tide.

  • Year: 2022
  • Duration: 52
  • Production: Kettle Films
  • Director: Nils Averbeck
  • Available Versions: ENG, FRA
  • Country of production: Germany

  • Meridian Documentary Days 2023 (Portugal)
`

/** The house of the test file under way: files that one process runs have one each, one after the other. */
export let rooms: Rooms
export const people: Partial<Record<Role, string>> = {}

/**
 * Opens a house before this file's tests and closes it after them; each file that works at a desk says so first.
 *
 * @param lay lays out another house than that of a few films, as `openRooms` takes it
 */
export function useDesk(lay?: (folder: string) => Promise<Record<string, string>>): void {
  before(async () => {
    sessions.clear()
    rooms = await openRooms(lay)
    for (const role of ['rights', 'sales', 'editor', 'buyer'] as const)
      people[role] = (await rooms.house.addUser(SYSTEM, { name: `A ${role}`, email: `${role}@house.example`, role })).email
    people.owner = 'owner@house.example'
  })
  after(async () => {
    await rooms?.close()
  })
}
export const at = (path: string) => rooms.address + path

/** Sessions by mail address: signing in has its limits, and a browser keeps its session anyway. */
const sessions = new Map<string, Awaited<ReturnType<typeof sessionOf>>>()

/** A browser in which somebody with this role has signed in, and has opened nothing yet. */
export async function deskOf(role: Role, options: BrowserContextOptions = {}, email = people[role]!) {
  const storageState = sessions.get(email) ?? (await sessionOf(rooms, email))
  sessions.set(email, storageState)
  return openPage(rooms, { ...options, storageState })
}
export async function newcomer(name: string): Promise<string> {
  return (
    await rooms.house.addUser(SYSTEM, { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@house.example`, role: 'sales' })
  ).email
}
/** The desk runs in the browser: what is typed before is kept (typed-early.test.ts), what is clicked is lost. */
export const awake = (page: Page) => page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
export async function open(page: Page, path: string) {
  await page.goto(at(path))
  await awake(page)
}
export async function drop(page: Page, text: string) {
  await open(page, '/en/desk/drop')
  await page.locator('#paste').fill(text)
  await page.getByRole('button', { name: 'Read this text' }).click()
  await page.waitForURL('**/desk/sheets/*')
  await awake(page)
}
export const said = (page: Page) => page.locator('.said-note')
