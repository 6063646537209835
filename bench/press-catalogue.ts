/**
 * A catalogue of 200 titles with pictures, as the server prints it (a thread of its own): how long it takes and what memory it
 * leaves behind; and the same one-sheet printed by the press, by headless Chromium and by react-pdf by turns, all warm.
 * `node bench/press-catalogue.ts`.
 */
import { Document, Image, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { openPrintingRoom, type PrintedFilm, type PrintedPicture } from '@vitrine/press'
import { sampleFilm, sampleHouse } from '@vitrine/press/sample.testing'
import { createElement as h } from 'react'
import sharp from 'sharp'
import { browserProgram } from '../apps/web/test/browser.ts'

const TITLES = 200
const BOOKS = 4
const ROUNDS = 20
const THEMES = ['water', 'work', 'society', 'science', 'history', 'art', 'music', 'economy']
const SENTENCE =
  'The river comes down from the ice in June, grey with flour of rock, and everyone who lives along it has a word for its sound.'

export async function bench() {
  return [...(await catalogues()), ...(await oneSheets())]
}

async function catalogues() {
  const room = openPrintingRoom()
  const rows = []
  const memory: number[] = []
  for (let book = 0; book < BOOKS; book++) {
    const perPage = book % 2 === 0 ? 1 : 2
    const films = await titles(book)
    const began = performance.now()
    const pdf = await room.printCatalogue({
      house: sampleHouse,
      market: { name: 'Sunny Side', where: null },
      year: 2026,
      cover: films[0]!.stills[0]!,
      films,
      contacts: [],
      locale: 'en',
      paper: 'a4',
      perPage,
      forPrinters: false,
    })
    const value = (performance.now() - began) / 1000
    memory.push(process.memoryUsage.rss() / 2 ** 20)
    rows.push({ name: `catalogue of ${TITLES} titles with pictures, ${perPage} a page, ${book === 0 ? 'first paper of the thread' : 'a new one'} (${(pdf.length / 1e6).toFixed(0)} MB)`, value, unit: 's', target: 8, ok: value <= 8 }) // prettier-ignore
  }
  await room.close()
  const growth = memory.at(-1)! - memory[1]!
  return [
    ...rows,
    { name: `memory after ${BOOKS} catalogues, beyond that after 2`, value: growth, unit: 'MB', target: 100, ok: growth <= 100 },
  ]
}

async function oneSheets() {
  const room = openPrintingRoom()
  const browser = await playwright.launch({ executablePath: browserProgram(), args: chromium.args })
  const page = await browser.newPage()
  const times: Record<'press' | 'chromium' | 'react', number[]> = { press: [], chromium: [], react: [] }
  for (let round = 0; round < ROUNDS + 5; round++) {
    const [film] = await titles(1000 + round, 1)
    const timed = async (name: keyof typeof times, work: () => Promise<unknown>) => {
      const began = performance.now()
      await work()
      if (round >= 5) times[name].push(performance.now() - began)
    }
    await timed('press', () => room.printOneSheet({ house: sampleHouse, film: film!, locale: 'en', paper: 'a4' }))
    await timed('chromium', async () => {
      await page.setContent(asPage(film!), { waitUntil: 'load' })
      return page.pdf({ format: 'A4', printBackground: true, tagged: true })
    })
    await timed('react', () => renderToBuffer(asDocument(film!)))
  }
  await browser.close()
  await room.close()
  const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]!
  const [press, browsers, react] = [median(times.press), median(times.chromium), median(times.react)]
  return [
    { name: 'one-sheet, warm, p50: the press', value: press, unit: 'ms', target: 50, ok: press <= 50 },
    {
      name: 'the same text and pictures by headless Chromium, p50',
      value: browsers,
      unit: 'ms',
      target: 'slower',
      ok: browsers > press,
    },
    {
      name: 'the same by react-pdf, in its built-in typefaces and without tags, p50',
      value: react,
      unit: 'ms',
      target: '—',
      ok: true,
    },
  ]
}

/** The same film as a page for a browser: still, title, lead, story beside its facts. */
function asPage({ sheet, stills: [still] }: PrintedFilm): string {
  const paragraphs = sheet.synopsis['en']!.split('\n\n').map((text) => `<p lang="en">${text}</p>`).join('') // prettier-ignore
  return `<!doctype html><title>${sheet.title}</title><style>@page{margin:0}body{margin:0;font:10pt/1.3 serif}img{width:100%;height:98mm;object-fit:cover}
    main{display:grid;grid-template-columns:50mm 1fr;gap:8mm;margin:9mm 15mm}h1{font-size:34pt;margin:0}p{margin:0;text-align:justify;hyphens:auto}dt{font:6pt sans-serif}dd{margin:0 0 2mm;font:7.6pt sans-serif}</style>
    <img alt="" src="data:image/jpeg;base64,${Buffer.from(still!.bytes).toString('base64')}"><main><dl><dt>Directed by<dd>${sheet.directors.join('<br>')}</dl><article><h1>${sheet.title}</h1>${paragraphs}</article></main>`
}

const STYLES = StyleSheet.create({
  page: { fontFamily: 'Times-Roman', fontSize: 10, lineHeight: 1.3 },
  still: { width: '100%', height: '98mm', objectFit: 'cover' },
  main: { flexDirection: 'row', margin: '9mm 15mm' },
  facts: { width: '50mm', marginRight: '8mm', fontFamily: 'Helvetica', fontSize: 7.6 },
  story: { flex: 1 },
  title: { fontSize: 34, lineHeight: 1.1 },
  text: { textAlign: 'justify' },
})

/** The same for react-pdf, in its built-in typefaces: it has none of its own. */
function asDocument({ sheet, stills: [still] }: PrintedFilm) {
  const paragraphs = sheet.synopsis['en']!.split('\n\n')
  const facts = h(View, { style: STYLES.facts }, h(Text, null, 'Directed by'), ...sheet.directors.map((name) => h(Text, { key: name }, name)))
  const story = h(View, { style: STYLES.story }, h(Text, { style: STYLES.title }, sheet.title), ...paragraphs.map((text, at) => h(Text, { key: at, style: STYLES.text }, text)))
  const picture = h(Image, { style: STYLES.still, src: { data: Buffer.from(still!.bytes), format: 'jpg' } })
  return h(Document, { title: sheet.title }, h(Page, { size: 'A4', style: STYLES.page }, picture, h(View, { style: STYLES.main }, facts, story)))
} // prettier-ignore

let drawn: Promise<Buffer> | null = null
/** Pictures alike to look at and different byte for byte, so that none is known from before: a comment in the JPEG says which it is. */
async function picture(n: number): Promise<PrintedPicture> {
  drawn ??= sharp({ create: { width: 1600, height: 900, channels: 3, background: '#446', noise: { type: 'gaussian', mean: 110, sigma: 22 } } }).blur(1.2).jpeg({ quality: 80 }).toBuffer() // prettier-ignore
  const jpeg = await drawn
  const said = Buffer.from(String(n).padStart(12, '0'))
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, said.length + 2]), said])
  const bytes = new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))
  return { bytes, width: 1600, height: 900, alt: 'A still', credit: 'A photographer', focus: { x: 0.4, y: 0.5 } }
}

async function titles(book: number, count = TITLES): Promise<PrintedFilm[]> {
  const film = await sampleFilm()
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const story = Array.from({ length: 3 + (at % 3) }, (_, p) => `${book}.${at}.${p} ${`${SENTENCE} `.repeat(3 + (at % 2))}`.trim()).join('\n\n') // prettier-ignore
      return {
        ...film,
        poster: null,
        stills: [await picture(book * 1000 + at)],
        sheet: {
          ...film.sheet,
          title: `Picture ${at} of book ${book}`,
          titles: {},
          themes: [THEMES[at % THEMES.length]!],
          directors: [`Person ${at}`],
          lead: { en: { text: `On the night of the ${at}th the ice broke. ${SENTENCE}`, writtenOn: null } },
          synopsis: { en: story },
        },
      }
    }),
  )
}

if (import.meta.main) console.table(await bench())
