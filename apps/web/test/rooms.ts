/** A house with a few films behind the real server, and a real browser in front of it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { createHouse, openFiles, SYSTEM } from '@vitrine/house'
import { readConfig } from '@vitrine/server/config'
import { createLog } from '@vitrine/server/log'
import { startServer, type RunningServer } from '@vitrine/server/start-server'
import type { Database } from '@vitrine/store/database/database'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { openTestDatabase } from '@vitrine/store/testing/databases'
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import sharp from 'sharp'

const webFolder = fileURLToPath(new URL('..', import.meta.url))

export interface Rooms extends RunningServer {
  browser: Browser
  ids: Record<string, string> // by slug
  /** The database behind the house, to lay out what no page lays out. */
  database: Database
  close(): Promise<void>
}

const film = (title: string, facts: Partial<TitleSheet>): TitleSheet => ({ ...emptySheet(title), ...facts })

/** Invented films: enough of them that a list has a second page, one with everything, one with nothing but its title. */
export const FILMS: TitleSheet[] = [
  film('The Ferry Log', {
    titles: { fr: 'Le Journal du bac' },
    originalTitle: 'Лодочный журнал',
    lead: {
      en: { text: 'The crossing closes this winter, and nobody has asked the ferryman.', writtenOn: '2026-03-14' },
      fr: { text: 'La traversée ferme cet hiver, et personne n’a demandé au passeur.', writtenOn: '2026-03-14' },
    },
    logline: {
      en: 'A ferryman has written down every passenger for forty years.',
      fr: 'Un passeur note chaque passager depuis quarante ans.',
    },
    synopsis: {
      en: 'A river that is a border, and a man who counts.\n\nThe ministry wants his notebooks.',
      fr: 'Un fleuve qui est une frontière, et un homme qui compte.',
    },
    directorsNote: { en: 'I filmed from the middle of the river.' },
    year: 2024,
    cuts: [
      {
        minutes: 52,
        episodes: null,
        versions: [
          { language: 'en', use: 'voice-over', hardOfHearing: false },
          { language: 'fr', use: 'subtitled', hardOfHearing: true },
        ],
      },
      { minutes: 88, episodes: null, versions: [{ language: 'ru', use: 'original', hardOfHearing: false }] },
    ],
    originalLanguages: ['ru'],
    directors: ['Ilse Marwan'],
    producers: ['Jonas Quill'],
    productionCompanies: [{ name: 'Lantern & Oar', country: 'FR' }],
    credits: [{ role: 'photography', label: null, names: ['Petra Lind'] }],
    countries: ['FR', 'KZ'],
    genres: ['documentary'],
    themes: ['water', 'work'],
    festivals: [
      {
        festival: 'Meridian Documentary Days',
        year: 2025,
        city: 'Lisbon',
        country: 'PT',
        section: 'Competition',
        award: 'Grand Prix',
        premiere: 'world',
      },
      { festival: 'Northern Lens', year: 2025, city: null, country: 'NO', section: null, award: null, premiere: null },
    ],
    pressQuotes: [{ text: 'It counts, and you count with it.', source: 'The Review', author: null, language: 'en' }],
    formats: ['4K'],
    trailer: { url: 'https://vimeo.com/76979871' },
  }),
  film('<img src=x onerror=alert(1)> & "Sons"', {
    synopsis: { en: '<script>alert(1)</script>\n\n</script><img src=x onerror=alert(2)>' },
    year: 2023,
    directors: ['O’Hara <b>Bold</b>'],
    themes: ['water'],
    cuts: [{ minutes: 26, episodes: null, versions: [] }],
    countries: ['IE'],
  }),
  film('Nothing But a Title', {}),
  ...Array.from({ length: 27 }, (_, i) =>
    film(`Winter Station ${String(i + 1).padStart(2, '0')}`, {
      year: 2000 + (i % 9),
      directors: [i % 2 === 0 ? 'Ana Ferreiro' : 'Tomasz Wielgosz'],
      themes: [i % 3 === 0 ? 'climate' : 'science'],
      countries: [i % 2 === 0 ? 'ES' : 'PL'],
      cuts: [
        { minutes: i % 2 === 0 ? 52 : 90, episodes: null, versions: [{ language: 'en', use: 'original', hardOfHearing: false }] },
      ],
      logline: { en: 'A station in the snow, and who keeps it.', fr: 'Une station dans la neige, et qui la garde.' },
    }),
  ),
]

/** A grainy picture of one colour, as JPEG. */
export async function picture(width: number, height: number, colour: string): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: colour, noise: { type: 'gaussian', mean: 120, sigma: 30 } } })
      .jpeg()
      .toBuffer(),
  )
}

export async function openRooms(): Promise<Rooms> {
  if (!existsSync(join(webFolder, 'build', 'handler.js'))) {
    const built = spawnSync('npx', ['vite', 'build'], { cwd: webFolder, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(`The site does not build:\n${built.stderr}`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-web-'))
  const config = readConfig([], {
    PORT: '3470',
    VITRINE_DATA: folder,
    VITRINE_DEMONSTRATION: 'no',
    VITRINE_REQUESTS_PER_MINUTE: '0',
    VITRINE_OWNER_EMAIL: 'owner@house.example',
  })
  const laid = {} as { database: Database }
  const running = await startServer(
    { ...config, portChosen: false },
    {
      log: createLog('silent'),
      locale: 'en',
      say: () => {},
      open: async (_config, origin) => {
        const database = await openTestDatabase('pglite')
        laid.database = database
        return { house: createHouse({ database, files: await openFiles(join(folder, 'files')), print: openPrintingRoom(), origin }), database, migrated: [] } // prettier-ignore
      },
    },
  )
  const { house } = running
  await house.changeSettings(SYSTEM, {
    settings: {
      name: 'Lantern House',
      strapline: { en: 'Documentaries', fr: 'Documentaires' },
      accent: '#b3261e',
      contactEmail: 'hello@house.example',
      demonstration: true,
    },
  })
  await house.saveCollection(SYSTEM, {
    collection: {
      slug: 'rivers',
      name: { en: 'Rivers', fr: 'Fleuves' },
      intro: { en: 'Films along the water.', fr: 'Des films au fil de l’eau.' },
      pictureId: null,
    },
  })
  const ids: Record<string, string> = {}
  for (const [i, sheet] of FILMS.entries()) {
    let title = await house.createTitle(SYSTEM, { sheet: i === 0 ? { ...sheet, collections: ['rivers'] } : sheet })
    if (i === 0) {
      title = await house.addPicture(SYSTEM, {
        id: title.id,
        baseRevision: title.revision,
        bytes: await picture(800, 1200, '#7a2f1d'),
        kind: 'poster',
        caption: { en: 'Poster' },
        credit: null,
      })
      for (const colour of ['#21455e', '#3a5c33', '#5e2145'])
        title = await house.addPicture(SYSTEM, {
          id: title.id,
          baseRevision: title.revision,
          bytes: await picture(1600, 900, colour),
          kind: 'still',
          caption: { en: `The river, ${colour}`, fr: `Le fleuve, ${colour}` },
          credit: 'Lantern & Oar',
        })
    }
    title = await house.publishTitle(SYSTEM, { id: title.id, baseRevision: title.revision })
    ids[title.slug] = title.id
  }
  // Not the package’s own arguments: they switch off what these tests are about (one process, no web security).
  const browser = await playwright.launch({
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    executablePath: await chromium.executablePath(),
  })
  return {
    ...running,
    browser,
    ids,
    database: laid.database,
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
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(rooms.address) && !request.url().startsWith('data:'))
      complaints.push(`fetched from outside: ${request.url()}`)
  })
  return { page, complaints, close: () => context.close() }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds by WCAG 2.2 AA and its best practices, one line for each rule and place. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run(options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>
        }
      }
    ).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`),
    )
  })
}

/** The screens on which every page is looked at. On the phone pages are read in French. */
export const SCREENS = [
  { name: 'on a desk, light', locale: 'en', options: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } },
  { name: 'on a desk, dark', locale: 'en', options: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' } },
  { name: 'on a phone, light', locale: 'fr', options: { viewport: { width: 390, height: 844 }, colorScheme: 'light' } },
  { name: 'on a phone, dark', locale: 'fr', options: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } },
] as const

/** What is wrong with a page as it stands: axe's findings, and what reaches past the edge of the screen. */
export async function faultsOf(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [...(await axe(page)), ...(overflow > 0 ? [`${overflow} px wider than the screen`] : [])]
}

/** Signs a browser in by the link that a member's letter holds. Staff arrive at the desk; whoever may not be there is told so at the same address. */
export async function followLink(rooms: Rooms, page: Page, email: string): Promise<void> {
  await page.goto((await rooms.signIn.linkForMember(email, 'en'))!)
  await page.locator('form button').click()
  await page.waitForURL('**/en/desk')
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
