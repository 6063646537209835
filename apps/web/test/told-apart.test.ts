/**
 * Every kind of page that a link leads to, in the demonstration house, as the owner, a buyer and a producer find it: no two controls of a page are
 * called alike and do different things. Whoever hears them one by one, or says their name to press them, has nothing else to go by.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { layDemonstration } from './laid-demonstration.ts'
import { openPage, openRooms, sessionOf, type Rooms } from './rooms.ts'
import { sameNames } from './same-names.ts'

let rooms: Rooms
before(async () => {
  rooms = await openRooms(layDemonstration)
})
after(async () => {
  await rooms?.close()
})

/** Of pages that differ by what they are about one is looked at: what kind an address is of. */
const kindOf = ({ pathname, search }: URL): string =>
  pathname
    .replaceAll(/\/[0-9a-z]{26}(?=\/|$)/g, '/*')
    .replace(/\/(films|people|companies|festivals|collections|templates|shortlist|sign|availabilities)\/[^/]+$/, '/$1/*')
    .concat(search === '' ? '' : '?')

/** What answers with something else than a page of the house, or leaves it. */
const NO_PAGE = /\.\w{2,4}$|\/export$|\/everything$|\/viewings$|\/api\/|^\/fr(?:\/|$)|\/paper$|\/xml$/

async function walk(page: Page, from: readonly string[]): Promise<{ kinds: string[]; faults: string[] }> {
  const [seen, faults] = [new Set<string>(), [] as string[]]
  const waiting = from.map((path) => new URL(path, rooms.address))
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (seen.has(kindOf(address))) continue
    seen.add(kindOf(address))
    await page.goto(address.href)
    for (const fault of await sameNames(page)) faults.push(`${address.pathname}${address.search}: ${fault}`)
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([download])')].map(({ href }) => href),
    )
    for (const link of links.map((href) => new URL(href)))
      if (link.origin === address.origin && !NO_PAGE.test(link.pathname)) waiting.push(link)
  }
  return { kinds: [...seen], faults }
}

describe('no two controls of a page are called alike', () => {
  for (const [who, email, from, least] of [
    ['the owner', 'owner@house.example', ['/en', '/en/desk'], 90],
    ['a buyer', 'anselm.krug@kanal-ost.example', ['/en/room'], 15],
    ['a producer', 'odile@fanal.example', ['/en/room/films'], 12],
  ] as const)
    test(`as ${who} finds them`, async () => {
      const { page, close } = await openPage(rooms, { storageState: await sessionOf(rooms, email) })
      const { kinds, faults } = await walk(page, from)
      assert.deepEqual(faults, [])
      assert.ok(kinds.length >= least, `${kinds.length}: ${kinds.join(' ')}`)
      await close()
    })
})
