/**
 * Pictures of every kind of page, to look at: 390 and 1440 pixels wide, in both languages, light and dark.
 *
 *   node apps/web/scripts/screenshots.mjs [--base http://127.0.0.1:3000] [--only home,film] [--widths 390,1440] [--locales en] [--looks light] [--first] [--out folder]
 *
 * A running server is needed. `--first` takes only what is seen without scrolling.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium as playwright } from 'playwright-core'
import { browserProgram } from '../test/browser.ts'

const { values: asked } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:3000' },
    out: { type: 'string', default: fileURLToPath(new URL('../test-output/screenshots/', import.meta.url)) },
    only: { type: 'string' },
    widths: { type: 'string', default: '390,1440' },
    locales: { type: 'string', default: 'en,fr' },
    looks: { type: 'string', default: 'light,dark' },
    film: { type: 'string' },
    first: { type: 'boolean', default: false },
  },
})
mkdirSync(asked.out, { recursive: true })

/** Slugs are taken from the catalogue that is running, so that any house can be photographed. */
async function firstLink(path, pattern) {
  const html = await (await fetch(asked.base + path)).text()
  return pattern.exec(html)?.[1] ?? null
}
const film = asked.film ?? (await firstLink('/en/films', /href="\/en\/films\/([\w-]+)"/))
const festival = await firstLink('/en/festivals', /href="\/en\/festivals\/([\w-]+)"/)
const person = await firstLink('/en/people', /href="\/en\/people\/([\w-]+)"/)
const collection = await firstLink('/en/collections', /href="\/en\/collections\/([\w-]+)"/)
const PAGES = {
  home: '',
  films: '/films',
  list: '/films?view=list',
  none: '/films?q=zzzyx&theme=water',
  film: `/films/${film}`,
  collections: '/collections',
  collection: `/collections/${collection}`,
  festivals: '/festivals',
  festival: `/festivals/${festival}`,
  people: '/people',
  person: `/people/${person}`,
  companies: '/companies',
  shortlist: '/shortlist',
  about: '/about',
  'sign-in': '/sign-in',
  missing: '/no-such-page',
}
const wanted = asked.only?.split(',') ?? Object.keys(PAGES)

// Not the package’s own arguments: one process for everything dies with the first window that closes.
const browser = await playwright.launch({
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  executablePath: browserProgram(),
})
for (const width of asked.widths.split(',').map(Number)) {
  for (const look of asked.looks.split(',')) {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 900 },
      colorScheme: look,
      deviceScaleFactor: 1,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    for (const locale of asked.locales.split(',')) {
      for (const name of wanted) {
        await page.goto(`${asked.base}/${locale}${PAGES[name]}`, { waitUntil: 'load' })
        await page.waitForTimeout(100)
        // Pictures further down would wait to be scrolled to.
        await page.evaluate(async () => {
          for (const image of document.images) Object.assign(image, { loading: 'eager', decoding: 'sync' })
          await new Promise((go) => setTimeout(go, 150))
          const until = Date.now() + 30_000
          while (Date.now() < until && [...document.images].some((image) => !image.complete || image.naturalWidth === 0))
            await new Promise((go) => setTimeout(go, 100))
          await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
        })
        const file = `${asked.out}/${name}-${width}-${locale}-${look}.png`
        await page.screenshot({ path: file, fullPage: !asked.first })
        console.log(file)
      }
    }
    await context.close()
  }
}
await browser.close()
