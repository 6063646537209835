import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facturX } from '@vitrine/ledger/invoice/factur-x'
import { type Invoice, sumsOf } from '@vitrine/ledger/invoice/invoice'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { sayFacturX } from './factur-x-metadata.ts'
import { printInvoice } from './invoice.ts'
import { sampleHouse } from './sample.testing.ts'

const lines = [
  { text: 'The Salt #Road *bold*', detail: 'Licence fee, 50% on signature', titleId: null, minor: 4_166_67 },
  { text: 'Ferry', detail: null, titleId: null, minor: 833_33 },
]
const invoice: Invoice = {
  number: '2027-0001',
  kind: 'invoice',
  locale: 'en',
  issuedOn: '2027-01-10',
  dueOn: '2027-02-09',
  suppliedOn: '2027-01-10',
  currency: 'EUR',
  seller: { name: 'Lantern SARL', street: ['12 rue des Halles'], postcode: '75001', city: 'Paris', country: 'FR', vatId: 'FR40303265045', registration: '303 265 045', email: null, iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', bank: 'Crédit Agricole' }, // prettier-ignore
  buyer: { name: 'Kanał Wschód S.A.', street: ['ul. Długa 3'], postcode: '00-001', city: 'Warszawa', country: 'PL', vatId: 'PL5260001246', registration: null, email: null }, // prettier-ignore
  reference: 'D-12',
  buyerReference: 'PO 7',
  lines,
  vat: { treatment: 'reverse-charge', rate: 0, mention: 'Reverse charge: VAT is owed by the recipient (Directive 2006/112/EC, Articles 44 and 196).', inHouse: null }, // prettier-ignore
  sums: sumsOf(lines, 0),
  withheld: { rate: 10_00, minor: 500_00 },
  terms: 'Payable by 9 February 2027.',
  legal: 'SARL with a capital of EUR 10,000. Late payment: three times the legal rate and EUR 40 (Code de commerce, L441-10).',
  credits: null,
}
const textOf = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replaceAll(/\s+/g, ' ')

test('an invoice says who owes whom what, for which films, by when and where to', async () => {
  const text = await textOf(await printInvoice({ house: sampleHouse, invoice, xml: facturX(invoice) }))
  for (const words of [
    'Invoice 2027-0001',
    'Lantern SARL',
    'Kanał Wschód S.A.',
    'VAT PL5260001246',
    'The Salt #Road *bold*',
    'EUR 4,166.67',
    'EUR 5,000.00',
    'Reverse charge',
    'EUR 4,500.00',
    'FR76 3000 6000 0112 3456 7890 189',
    'Your reference',
    'L441-10',
    '1 / 1',
  ])
    // prettier-ignore
    assert.ok(text.includes(words), `${words}: ${text}`)
})

test('a French credit note is French, names what it takes back and asks for nothing', async () => {
  const note: Invoice = { ...invoice, kind: 'credit-note', locale: 'fr', credits: { number: '2026-0007', issuedOn: '2026-12-01', reason: 'Résiliation' }, withheld: { rate: 0, minor: 0 }, terms: '' } // prettier-ignore
  const text = await textOf(await printInvoice({ house: sampleHouse, invoice: note, xml: facturX(note) }))
  for (const words of ['Avoir 2027-0001', 'Annule la facture 2026-0007 du 1er décembre 2026', '5 000,00 EUR', 'Pologne']) assert.ok(text.includes(words), `${words}: ${text}`) // prettier-ignore
  assert.ok(!text.includes('IBAN'))
})

test('a credit note for a part says so, and what the invoice came to', async () => {
  const part = [{ ...lines[0]!, minor: 100_00, of: 0 }]
  for (const [locale, words] of [
    ['en', 'Credits a part of invoice 2026-0007 of 1 December 2026, which came to EUR 5,000.00. Reason: One run less'],
    ['fr', 'Annule une partie de la facture 2026-0007 du 1er décembre 2026, d’un montant de 5 000,00 EUR. Motif'],
  ] as const) {
    const note: Invoice = { ...invoice, kind: 'credit-note', locale, lines: part, sums: sumsOf(part, 0), credits: { number: '2026-0007', issuedOn: '2026-12-01', reason: 'One run less', partOf: 5_000_00 }, withheld: { rate: 0, minor: 0 }, terms: '' } // prettier-ignore
    const text = await textOf(await printInvoice({ house: sampleHouse, invoice: note, xml: facturX(note) }))
    assert.ok(text.includes(words), text)
    assert.ok(text.includes(locale === 'en' ? 'EUR 100.00' : '100,00 EUR'), text)
  }
})

/** What is attached to a paper, and its bytes. */
async function attachedTo(pdf: Uint8Array) {
  const { catalog, context } = await PDFDocument.load(pdf, { updateMetadata: false })
  const [file] = catalog.lookup(PDFName.of('AF'), PDFArray).asArray().map((ref) => context.lookup(ref, PDFDict)) // prettier-ignore
  const inside = file!.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F')) as PDFRawStream
  return { catalog, file: file!, inside, text: new TextDecoder().decode(decodePDFRawStream(inside).decode()) }
}

test('the XML inside a French invoice is the very one that is fetched by itself: its references keep their spaces', async () => {
  const french: Invoice = { ...invoice, locale: 'fr', buyerReference: 'PO 4500 ABC', legal: 'SARL au capital de 10 000 EUR ; retard : trois fois le taux légal' } // prettier-ignore
  const xml = facturX(french)
  assert.equal((await attachedTo(await printInvoice({ house: sampleHouse, invoice: french, xml }))).text, xml)
})

test('the paper is a PDF/A-3 with the XML inside as its alternative, and says that it is a Factur-X', async () => {
  const xml = facturX(invoice)
  const { catalog, file, inside, text } = await attachedTo(await printInvoice({ house: sampleHouse, invoice, xml }))
  assert.equal(String(file.get(PDFName.of('AFRelationship'))), '/Alternative')
  assert.equal(String(file.get(PDFName.of('UF'))), '(factur-x.xml)')
  assert.equal(text, xml)
  assert.equal(String(inside.dict.get(PDFName.of('Subtype'))), '/text#2Fxml')
  const said = new TextDecoder().decode((catalog.lookup(PDFName.of('Metadata')) as PDFRawStream).getContents())
  for (const part of [
    '<pdfaid:part>3<',
    '<pdfaid:conformance>B<',
    '<fx:DocumentFileName>factur-x.xml<',
    '<fx:DocumentType>INVOICE<',
    '<fx:ConformanceLevel>EN 16931<',
    '<pdfaSchema:prefix>fx<',
    '<dc:title>',
  ])
    // prettier-ignore
    assert.ok(said.includes(part), part)
})

test('without XML it claims none; what is no invoice is not made one', async () => {
  const pdf = await printInvoice({ house: sampleHouse, invoice: { ...invoice, currency: 'KWD' }, xml: null })
  assert.ok(!Buffer.from(pdf).toString('latin1').includes('factur-x'))
  assert.throws(() => sayFacturX(new TextEncoder().encode('%PDF-1.7\n')), /no metadata/)
})

test('two hundred lines run over pages', async () => {
  const many = Array.from({ length: 200 }, (_, at) => ({ text: `Film ${at}`, detail: null, titleId: null, minor: 100 }))
  const long = { ...invoice, lines: many, sums: sumsOf(many, 0) }
  const pdf = await printInvoice({ house: sampleHouse, invoice: long, xml: facturX(long) })
  assert.ok((await PDFDocument.load(pdf)).getPageCount() > 4)
})
