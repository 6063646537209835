import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TitleSheet } from '@vitrine/catalogue'
import { PDFDocument, PDFName } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import type { CatalogueInput, PrintedFilm } from '../input.ts'
import { drawnPicture, sampleFilm, sampleHouse } from '../sample.testing.ts'
import { printCatalogue } from './catalogue.ts'

const still = await drawnPicture(960, 540, '#335577')
const film = async (title: string, changes: Partial<TitleSheet> = {}, rest: Partial<PrintedFilm> = {}) => ({
  ...(await sampleFilm({ title, titles: {}, ...changes })),
  stills: [still],
  ...rest,
})
const input: Omit<CatalogueInput, 'films'> = {
  house: sampleHouse,
  market: { name: 'Sunny Side', where: 'La Rochelle' },
  year: 2026,
  cover: still,
  contacts: [{ name: 'Ada Example', role: 'Sales', email: 'ada@house.example', phone: '+33 1 00 00 00 00' }],
  locale: 'en',
  paper: 'a4',
  perPage: 1,
  forPrinters: false,
}
const pagesOf = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)))).text.map((text) =>
    text.replaceAll('\u00ad', '').replace(/\s+/g, ' '),
  )

test('cover, contents, a page a film or for two, index, contacts', async () => {
  for (const [count, perPage, pages] of [
    [1, 1, 4], // no index of one film
    [2, 1, 6],
    [2, 2, 5],
    [3, 2, 6],
  ] as const) {
    const films = await Promise.all(Array.from({ length: count }, (_, at) => film(`Film ${at + 1}`)))
    const pdf = await printCatalogue({ ...input, films, perPage })
    assert.equal((await PDFDocument.load(pdf)).getPageCount(), pages, `${count} films, ${perPage} a page`)
  }
})

test('contents and indexes name the pages that the films are on, chapter by chapter', async () => {
  const themes = ['water', 'water', 'water', 'work', 'work', 'work', 'work']
  const films = await Promise.all(
    themes.map((theme, at) => film(`Picture ${'ABCDEFG'[at]}`, { themes: [theme], directors: [`Person ${'ABCDEFG'[at]}`], countries: [at % 2 === 0 ? 'FR' : 'GE'] })), // prettier-ignore
  )
  const pages = await pagesOf(await printCatalogue({ ...input, films }))
  const [cover = '', contents = ''] = pages
  assert.ok(cover.includes('Sunny Side') && cover.includes('2026') && cover.includes('Maison Exemple'), cover)
  assert.ok(contents.indexOf('Work') < contents.indexOf('Water'), 'the larger chapter comes first')
  const index = pages.find((text) => text.includes('BY COUNTRY')) ?? ''
  for (const letter of 'ABCDEFG') {
    const at = pages.findIndex((text) => text.includes(`Directed by Person ${letter}`)) + 1
    assert.ok(at > 2, letter)
    assert.match(contents, new RegExp(`Picture ${letter} Person ${letter} ${at}\\b`))
    assert.match(index, new RegExp(`Picture ${letter} ${at}\\b`))
  }
  for (const words of ['France', 'Georgia', 'BY DIRECTOR', 'Person G', 'BY LENGTH', '52 min'])
    assert.ok(index.includes(words), words)
  assert.ok(pages.at(-1)!.includes('Ada Example') && pages.at(-1)!.includes('ada@house.example'))
})

test('a synopsis ends after a whole sentence, however long it is and however little room there is', async () => {
  const sentence = 'The river comes down from the ice in June, grey with flour of rock, and everyone has a word for its sound.'
  for (const perPage of [1, 2] as const)
    for (const sentences of [1, 9, 14, 20, 60, 400]) {
      const synopsis = { en: Array.from({ length: sentences }, () => sentence).join(' ') }
      const pages = await pagesOf(await printCatalogue({ ...input, perPage, films: [await film('Long', { synopsis })] }))
      const page = pages.find((text) => text.includes('Directed by'))!
      const begun = page.match(/The river/g)?.length ?? 0
      assert.equal(begun, page.match(/for its sound\./g)?.length ?? 0)
      assert.ok(sentences === 1 ? begun === 1 : begun >= 7 && begun <= sentences, `${begun} of ${sentences}, ${perPage} a page`)
      assert.ok(page.includes('films.example/en/films/the-salt-road'), 'the address below the text stays on the page')
    }
})

test('films without a synopsis, a still, a poster, or anything but a title have their page', async () => {
  const { sheet } = await sampleFilm()
  const empty = {
    ...sheet,
    countries: [],
    directors: [],
    cuts: [],
    versions: [],
    festivals: [],
    synopsis: {},
    titles: {},
    year: null,
  }
  const films = [
    await film('No synopsis', { synopsis: {} }),
    await film('A poster alone', {}, { stills: [] }),
    await film('Type alone', {}, { stills: [], poster: null }),
    { ...(await sampleFilm()), sheet: { ...empty, title: 'Bare' }, stills: [], poster: null, accent: null },
  ]
  for (const perPage of [1, 2] as const) {
    const pages = await pagesOf(await printCatalogue({ ...input, perPage, films, cover: null }))
    for (const { sheet: { title } } of films) assert.ok(pages.slice(2).some((text) => text.includes(title)), title) // prettier-ignore
  }
  assert.equal((await PDFDocument.load(await printCatalogue({ ...input, films: [], contacts: [] }))).getPageCount(), 1)
})

test('a word of sixty letters is divided in a title and in prose, and stays on the paper', async () => {
  const word = 'Abcdefghij'.repeat(6)
  for (const perPage of [1, 2] as const) {
    const pdf = await printCatalogue({ ...input, perPage, films: [await film(word, { synopsis: { en: `${word} ends.` } })] })
    const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(3)
    const { items } = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const left = item.transform[4] as number
      assert.ok(left >= 0 && left + item.width <= 595.3, `“${item.str}” runs from ${left} to ${left + item.width}`)
    }
  }
})

test('French words are divided as French divides them', async () => {
  const synopsis = 'Les gouvernements successifs promettaient extraordinairement d’approvisionnements. '.repeat(6).trim()
  const pdf = await printCatalogue({ ...input, locale: 'fr', films: [await film('Sel', { synopsis: { fr: synopsis } })] })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  // The hyphen at the end of a line is drawn, and no part of the text: a reader hears the word whole.
  const divided = text.match(/\p{Ll}+-?\n\p{Ll}+/gu)?.map((one) => one.replace(/-?\n/, '|')) ?? []
  const french =
    /^(pro|promet)\|(mettaient|taient)$|^extra\|ordinairement$|^extraor\|dinairement$|^gouver(ne)?\|(ne)?ments$|^suc\|cessifs$|^(ap|appro)\|(provisionnements|visionnements)$/
  assert.ok(
    divided.some((one) => french.test(one)),
    divided.join(', '),
  )
})

test('for printers the page is cut inside the sheet, and its colours are inks', async () => {
  const films = [await film('Ink')]
  const pdf = await PDFDocument.load(await printCatalogue({ ...input, films, forPrinters: true, paper: 'letter' }))
  const page = pdf.getPage(2)
  const { width, height } = page.getTrimBox()
  assert.deepEqual([Math.round(width), Math.round(height)], [612, 792])
  assert.ok(Math.abs(page.getBleedBox().width - width - 2 * 8.504) < 0.01, 'three millimetres on either side')
  assert.ok(page.getWidth() > page.getBleedBox().width)
  // Inks have an operator of their own (ISO 32000, 8.6.8); light goes through a profile.
  const light = / (?:scn|SCN|rg|RG)\s/
  const onPaper = await operators(pdf)
  assert.ok(/ k\s/.test(onPaper) && !light.test(onPaper), 'type and fields are cyan, magenta, yellow and black')
  const onScreen = await operators(await PDFDocument.load(await printCatalogue({ ...input, films })))
  assert.ok(light.test(onScreen) && !/ k\s/.test(onScreen))
})

/** What the pages draw, as PDF operators. */
async function operators(pdf: PDFDocument): Promise<string> {
  const { decodePDFRawStream, PDFRawStream } = await import('pdf-lib')
  const streams = pdf.getPages().flatMap((page) => {
    const contents = page.node.Contents()
    return contents instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1')] : []
  })
  assert.equal(streams.length, pdf.getPageCount())
  return streams.join('\n')
}

test('a screen reader reads it in order: tagged, with its language and a title', async () => {
  const pdf = await PDFDocument.load(await printCatalogue({ ...input, films: [await film('Tagged')], locale: 'fr' }))
  assert.equal(pdf.getTitle(), 'Maison Exemple, Sunny Side 2026')
  assert.ok(pdf.catalog.has(PDFName.of('StructTreeRoot')))
  assert.equal(String(pdf.catalog.get(PDFName.of('Lang'))), '(fr)')
  assert.ok(pdf.catalog.has(PDFName.of('Outlines')), 'bookmarks')
})

test('texts are set, never run', async () => {
  const hostile = '#read("/etc/passwd") $x$ *bold* [a] // c <label> @ref `raw` \\ \u202e'
  const films = [await film(hostile, { synopsis: { en: hostile }, directors: [hostile], themes: [hostile] })]
  const text = (await pagesOf(await printCatalogue({ ...input, films, market: { name: hostile, where: hostile } }))).join(' ')
  assert.ok(text.includes('#read') && !text.includes('root:'))
})

/** How far down the lowest text of each page stands, but for the line at its foot; and how tall the page is. In points. */
async function lowest(pdf: Uint8Array) {
  const proxy = await getDocumentProxy(new Uint8Array(pdf))
  return Promise.all(
    Array.from({ length: proxy.numPages }, async (_, at) => {
      const page = await proxy.getPage(at + 1)
      const { items } = await page.getTextContent()
      const height = page.view[3]!
      const down = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [Math.round(height - (item.transform[5] as number))] : [])) // prettier-ignore
      const texts = items.map((item) => ('str' in item ? item.str : ''))
      return { down: down.toSorted((a, b) => a - b), height, text: texts.join(' ') }
    }),
  )
}

test('of two films a page the second keeps clear of the line at the foot, on a shorter sheet too', async () => {
  const synopsis = { en: 'The river comes down from the ice in June, grey with flour of rock. '.repeat(60) }
  const festivals = Array.from({ length: 6 }, (_, at) => ({ festival: `Festival ${at}`, year: 2020, city: 'Oslo', country: 'NO', section: 'A competition with a long name', award: 'The prize of the jury', premiere: null })) // prettier-ignore
  const films = await Promise.all(['One', 'Two'].map((title) => film(title, { synopsis, festivals })))
  for (const paper of ['a4', 'letter'] as const) {
    const pages = await lowest(await printCatalogue({ ...input, films, perPage: 2, paper }))
    const { down, height } = pages.find(({ text }) => text.includes('Two') && text.includes('Directed by'))!
    // of a page's texts the line at its foot stands 2.6 lines above its edge, and nothing else so low
    const foot = down.filter((one) => one > height - 36)
    assert.ok(new Set(foot).size <= 2 && Math.max(...foot) - Math.min(...foot) < 3, `${foot.join(', ')} of ${height}`)
    assert.ok(down.findLast((one) => one < Math.min(...foot))! < Math.min(...foot) - 10)
  }
})

test('a chapter with titles of many lines names them on its page, or not at all', async () => {
  const long =
    'The Extraordinary and Entirely Unexpected Journey of a Caravan of Salt Across Three Deserts, Two Wars and One Revolution'
  for (const count of [14, 16, 30]) {
    const films = await Promise.all(Array.from({ length: count }, (_, at) => film(`${long} ${at}`, { themes: [at === 0 ? 'work' : 'water'] }))) // prettier-ignore
    for (const { down, height } of await lowest(await printCatalogue({ ...input, films })))
      assert.ok((down.at(-1) ?? 0) < height - 20, `${down.at(-1)} of ${height}, ${count} films`)
  }
})

test('a page with little to say is filled: its text is larger and its picture taller, down to the foot', async () => {
  const sentence = 'The river comes down from the ice in June, grey with flour of rock. '
  const pages: [sentences: number, rest: Partial<PrintedFilm>][] = [[0, {}], [2, {}], [6, {}], [12, {}], [2, { stills: [] }], [2, { stills: [], poster: null }]] // prettier-ignore
  for (const paper of ['a4', 'letter'] as const)
    for (const [sentences, rest] of pages) {
      const one = await film('Brief', { synopsis: { en: sentence.repeat(sentences) } }, rest)
      const printed = await lowest(await printCatalogue({ ...input, films: [one], paper }))
      const { down, height } = printed.find(({ text }) => text.includes('Brief') && text.includes('Directed by'))!
      const text = down.filter((at) => at < height - 36)
      const free = height - 5 * 13 - Math.max(...text)
      assert.ok(free > 0 && free < 6 * 13, `${sentences} sentences on ${paper}: ${free} points are free`)
    }
})

test('a short word at the end of a line of a title goes with the word behind it, where that costs nothing', async () => {
  const films = [await film('Les Gardiens des puits'), await film('The Gate of the Sea'), await film('Onze')]
  const text = (await extractText(await getDocumentProxy(new Uint8Array(await printCatalogue({ ...input, films, locale: 'fr' }))))).text // prettier-ignore
  assert.ok(
    text.some((page) => page.includes('Les Gardiens\ndes puits')),
    JSON.stringify(text),
  )
  assert.ok(text.some((page) => page.includes('The Gate\nof the Sea')))
})

test('a film that is left over has its page to itself, and an index that runs a little over stays on one', async () => {
  const synopsis = { en: Array.from({ length: 40 }, (_, at) => `It is the sentence of ${at} words that nobody has read.`).join(' ') } // prettier-ignore
  const films = await Promise.all([1, 2, 3].map((at) => film(`Film ${at}`, { synopsis, shortSynopsis: {} })))
  const [one, two] = await Promise.all(([1, 2] as const).map(async (perPage) => pagesOf(await printCatalogue({ ...input, films, perPage })))) // prettier-ignore
  const page = (pages: string[]) => pages.find((text) => text.includes('Film 3') && text.includes('Directed by'))!
  const told = (text: string) => text.match(/sentence of/g)?.length
  assert.equal(told(page(two!)), told(page(one!)))
  const many = await Promise.all(
    Array.from({ length: 26 }, (_, at) => film(`Film ${at}`, { directors: [`Person ${at}`], countries: ['FR', 'DE', 'GE', 'IT', 'PL'].slice(at % 4) })), // prettier-ignore
  )
  const pages = await pagesOf(await printCatalogue({ ...input, films: many }))
  assert.equal(pages.filter((text) => /\bIndex\b/.test(text)).length, 1)
})
