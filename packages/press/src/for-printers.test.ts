/** What every paper of the house has in common at a printing works, and before a screen reader. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { printCatalogue } from './catalogue/catalogue.ts'
import { printContactCards } from './contact-cards.ts'
import type { PrintedFilm } from './input.ts'
import { printOneSheet } from './one-sheet.ts'
import { sampleFilm, sampleHouse as house } from './sample.testing.ts'
import { printSentList } from './sent-list.ts'
import { printShortlist } from './shortlist.ts'

const at = { house, locale: 'en', paper: 'letter' } as const
const question = { territories: { text: 'Poland' }, media: { text: 'SVOD' }, languages: { text: 'English', leaves: ['en'] }, cut: null, from: '2027-01-01', to: null, exclusive: true } // prettier-ignore
const rows = (['full', 'partial', 'none'] as const).map((answer) => ({ title: 'Salt', slug: 'salt', director: 'Ana Puig', year: 2024, minutes: '52', answer, share: 0.5, soonestFree: '2028-01-01', available: ['Poland, SVOD'] })) // prettier-ignore
const list = { toName: 'Jan', toCompany: 'TV', at: '2026-11-27T10:00:00Z', byName: 'Ana', message: 'As we said.', question, rows }
const PAPERS: Record<string, (films: PrintedFilm[], forPrinters: boolean) => Promise<Uint8Array>> = {
  'one-sheet': ([film], forPrinters) => printOneSheet({ ...at, film: film!, forPrinters }),
  shortlist: (films, forPrinters) => printShortlist({ ...at, films, name: 'For Ana', note: 'A note', url: 'https://house.example/s', createdOn: '2026-11-27', forPrinters }), // prettier-ignore
  'sent list': (_, forPrinters) => printSentList({ ...at, list: list as never, url: 'https://house.example/a', filmsUrl: 'https://house.example/f', forPrinters }), // prettier-ignore
  cards: (_, forPrinters) => printContactCards({ ...at, market: { name: 'Market', where: null, days: null }, people: [{ name: 'Ana Nowak', role: 'Sales', email: 'a@house.example' }], site: 'https://house.example', perPerson: 8, forPrinters }), // prettier-ignore
}

/** What the pages draw, as PDF operators, and the pictures left out: they are pictures on a printing works' plates too. */
function operators(pdf: PDFDocument): string {
  return pdf
    .getPages()
    .map((page) => {
      const contents = page.node.Contents()
      assert.ok(contents instanceof PDFRawStream)
      return Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1')
    })
    .join('\n')
}
// Inks have an operator of their own (ISO 32000, 8.6.8); light goes through a profile.
const LIGHT = /(?:^|\s)(?:scn|SCN|rg|RG)\s/
const INK = /((?:[\d.]+ ){4})[kK]\s/g

for (const [name, print] of Object.entries(PAPERS)) {
  test(`${name}: for printers the page is cut inside the sheet, in inks, of which there are never too many`, async () => {
    const films = [await sampleFilm(), await sampleFilm({ title: 'Bare' })]
    const pdf = await PDFDocument.load(await print(films, true))
    for (const page of pdf.getPages()) {
      const { x, y, width, height } = page.getTrimBox()
      assert.deepEqual([x, y, width, height].map(Math.round), [28, 28, 612, 792])
      assert.ok(Math.abs(page.getBleedBox().width - width - 2 * 8.504) < 0.01, 'three millimetres on either side')
    }
    const drawn = operators(pdf)
    assert.doesNotMatch(drawn, LIGHT)
    const inks = [...drawn.matchAll(INK)].map(([, values]) => values!.trim().split(' ').map(Number))
    assert.ok(inks.some(([c, m, y, k]) => c === 0 && m === 0 && y === 0 && k === 1), 'type is in black alone')
    const all = (ink: number[]) => ink.reduce((sum, one) => sum + one, 0)
    assert.ok(inks.every((ink) => all(ink) <= 3.001 || all(ink) === 4), 'more than 300 % only where the cut is marked')
  }) // prettier-ignore

  test(`${name}: on a screen nothing is around the page; a screen reader reads it in order`, async () => {
    const pdf = await PDFDocument.load(await print([await sampleFilm()], false))
    assert.deepEqual([pdf.getPage(0).getWidth(), pdf.getPage(0).getHeight()].map(Math.round), [612, 792])
    assert.match(operators(pdf), LIGHT)
    assert.ok(pdf.catalog.has(PDFName.of('StructTreeRoot')))
    assert.equal(String(pdf.catalog.get(PDFName.of('Lang'))), '(en)')
    const metadata = pdf.context.lookup(pdf.catalog.get(PDFName.of('Metadata')))
    assert.ok(metadata instanceof PDFRawStream)
    assert.match(Buffer.from(decodePDFRawStream(metadata).decode()).toString(), /<pdfuaid:part>1<\/pdfuaid:part>/)
  })
}

test('what PDF/UA refuses is printed all the same: a script without a face, a sign that is none', async () => {
  const film = await sampleFilm({ title: 'ᠮᠣᠩᠭᠣᠯ \u0000 film', titles: {} })
  for (const print of [PAPERS['one-sheet']!, PAPERS['shortlist']!]) assert.ok((await print([film], false)).length > 1000)
  const catalogue = await printCatalogue({ house, market: { name: 'Market', where: null }, year: 2026, cover: null, films: [film], contacts: [], locale: 'en', paper: 'a4', perPage: 1, forPrinters: false }) // prettier-ignore
  assert.ok(catalogue.length > 1000)
})
