/** A house with a few films behind the real server, and a real browser in front of it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHouse, openFiles, openFilms, ROLES, type Role, sealingKey, SYSTEM } from '@vitrine/house'
import { readConfig } from '@vitrine/server/config'
import { createLog } from '@vitrine/server/log'
import { startServer, type RunningServer } from '@vitrine/server/start-server'
import type { Database } from '@vitrine/store/database/database'
import { openPGlite } from '@vitrine/store/database/open-pglite'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { browserProgram } from './browser.ts'
import { layHouse } from './laid-house.ts'

const webFolder = fileURLToPath(new URL('..', import.meta.url))

/** What keys of marks are sealed with. */
export const SEALING = sealingKey('a secret of the house of these tests')

export interface Rooms extends RunningServer {
  browser: Browser
  ids: Record<string, string> // by slug
  /** The database behind the house, to lay out what no page lays out. */
  database: Database
  /** The data folder. */
  folder: string
  close(): Promise<void>
}

/** Not with the package’s own arguments: they switch off what these tests are about (one process, no web security). */
const openBrowser = () =>
  playwright.launch({ args: ['--no-sandbox', '--disable-dev-shm-usage'], executablePath: browserProgram() })

/** @param lay lays out the house in its data folder, and answers its films' ids by slug */
export async function openRooms(lay: (folder: string) => Promise<Record<string, string>> = layHouse): Promise<Rooms> {
  if (!existsSync(join(webFolder, 'build', 'handler.js'))) {
    const built = spawnSync('npx', ['vite', 'build'], { cwd: webFolder, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(`The site does not build:\n${built.stderr}`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-web-'))
  const ids = await lay(folder)
  const browser = await openBrowser()
  const config = readConfig([], {
    PORT: '0', // a number of its own: one that another house has just left would be asked by whoever still asks that one
    VITRINE_DATA: folder,
    VITRINE_DEMONSTRATION: 'no',
    VITRINE_REQUESTS_PER_MINUTE: '0',
    VITRINE_PACKAGING: '0',
    VITRINE_OWNER_EMAIL: 'owner@house.example',
  })
  const laid = {} as { database: Database }
  const running = await startServer(config, {
    log: createLog('silent'),
    locale: 'en',
    say: () => {},
    open: async (_config, origin) => {
      const database = await openPGlite({ folder: join(folder, 'database'), brief: true })
      laid.database = database
      const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
      return { house: createHouse({ database, films, sealing: SEALING, files: await openFiles(join(folder, 'files')), print: openPrintingRoom(), origin }), database, films, migrated: [] } // prettier-ignore
    },
  }).catch(async (why: unknown) => {
    await browser.close() // else the test process would wait for it
    throw why
  })
  return {
    ...running,
    browser,
    ids,
    database: laid.database,
    folder,
    close: async () => {
      await browser.close()
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A page that notes whatever a visitor's browser would complain about. */
export async function openPage(
  rooms: Rooms,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await rooms.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(rooms.address) && !request.url().startsWith('data:'))
      complaints.push(`fetched from outside: ${request.url()}`)
  })
  return { page, complaints, close: () => context.close() }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>
}

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that judge colours, and may find in the dark what is well in the light. */
const RULES_OF_COLOUR = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/**
 * What axe finds by WCAG 2.2 AA and its best practices, one line for each rule and place.
 * A page is nearly always without fault: places are put into words only where axe found some, and no style sheet is read for rules
 * that are not asked for.
 */
export async function axe(page: Page, runOnly: object = EVERY_RULE): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const options = { runOnly, resultTypes: ['violations'], preload: { assets: ['media'] } }
    if ((await axe.run({ ...options, selectors: false })).violations.length === 0) return []
    const { violations } = await axe.run(options)
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`),
    )
  }, runOnly)
}

/** The screens on which every page is looked at, in both looks. On the phone pages are read in French. */
export const SCREENS = [
  { name: 'on a desk', locale: 'en', options: { viewport: { width: 1440, height: 900 } } },
  { name: 'on a phone', locale: 'fr', options: { viewport: { width: 390, height: 844 } } },
] as const

/** What is wrong with a page as it stands: axe's findings, and what reaches past the edge of the screen. */
export async function faultsOf(page: Page, rules: object = EVERY_RULE): Promise<string[]> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [...(await axe(page, rules)), ...(overflow > 0 ? [`${overflow} px wider than the screen`] : [])]
}

/**
 * What is wrong with a page in the light, and with its colours and its width in the dark: nothing else of a page depends on its look.
 * The page is not loaded again, which is most of the work. Nothing moves in these browsers, so what is judged is the look it ends in.
 */
export async function faultsInBothLooks(page: Page): Promise<string[]> {
  const light = await faultsOf(page)
  const dark = await inTheDark(page, async () => {
    const moving = await page.evaluate(() => document.getAnimations().length)
    return [...(moving > 0 ? [`still moving: ${moving}`] : []), ...(await faultsOf(page, RULES_OF_COLOUR))]
  })
  return [...light, ...dark.map((fault) => `in the dark: ${fault}`)]
}

/** Does something with a page in its dark look. */
async function inTheDark<T>(page: Page, what: () => Promise<T>): Promise<T> {
  await page.emulateMedia({ colorScheme: 'dark' })
  try {
    return await what()
  } finally {
    await page.emulateMedia({ colorScheme: 'light' })
  }
}

/** Signs a browser in by the link that a member's letter holds, as they would. They arrive where they work: at the desk, or in their room. */
export async function followLink(rooms: Rooms, page: Page, email: string): Promise<void> {
  await page.goto((await rooms.signIn.linkForMember(email, 'en'))!)
  await page.locator('form button').click()
  await page.waitForURL(/\/en\/(desk|room|room\/films)$/)
}

/** Gives a browser an authenticator of its own, as a laptop with a fingerprint reader has one. It says yes to everything, until `refuse`. */
export async function addAuthenticator(page: Page): Promise<{ refuse(): Promise<void> }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    async refuse() {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    },
  }
}

/** What a browser keeps in which a member has followed their link; no browser is needed for it. */
export async function sessionOf(rooms: Rooms, email: string) {
  const link = new URL((await rooms.signIn.linkForMember(email, 'en'))!)
  const answer = await fetch(`${rooms.address}/api/auth/link`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: rooms.address },
    body: new URLSearchParams({ token: link.searchParams.get('token')!, next: '/en' }),
  })
  const { hostname } = new URL(rooms.address)
  const cookies = answer.headers.getSetCookie().map((one) => {
    const [name, value] = /^([^=]+)=([^;]*)/.exec(one)!.slice(1) as [string, string]
    return { name, value, domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }
  })
  if (cookies.length === 0) throw new Error(`${email} was not signed in: ${answer.status} ${await answer.text()}`)
  return { cookies, origins: [] }
}

/** What such a browser sends. */
export async function cookiesOf(rooms: Rooms, email: string): Promise<string> {
  return (await sessionOf(rooms, email)).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** A member of every role, signed in: what their browsers send. A visitor's sends nothing. */
export async function cookiesOfRoles(rooms: Rooms): Promise<Record<Role | 'visitor', string>> {
  const cookies = { visitor: '' } as Record<Role | 'visitor', string>
  for (const role of ROLES) {
    const email = `${role}@house.example`
    if (role !== 'owner') await rooms.house.addUser(SYSTEM, { name: `A ${role}`, email, role })
    cookies[role] = await cookiesOf(rooms, email)
  }
  return cookies
}

const PICTURES = process.env['VITRINE_PICTURES'] ?? null
/** Keeps what the page looks like in the light and in the dark, for somebody to look at, in the folder that `VITRINE_PICTURES` names. */
export async function keepPicture(page: Page, name: string) {
  if (PICTURES === null) return
  const take = (look: string) => page.screenshot({ path: `${PICTURES}/${name}${look}.png`, fullPage: true })
  await take('')
  await inTheDark(page, () => take('-dark'))
}
