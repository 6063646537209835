import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { sampleHouse } from './sample.testing.ts'
import { printSentList } from './sent-list.ts'

const row = { title: 'The Salt #Road *bold*', slug: 'salt', answer: 'partial' as const, share: 0.416, soonestFree: '2029-01-01', available: ['Free TV · Poland · All languages · 1 January 2027 to 31 December 2028'], director: 'Noor Vantil', year: 2024, minutes: '52, 3x52' } // prettier-ignore
const input = {
  house: sampleHouse,
  list: {
    toName: 'Ada Buyer',
    toCompany: 'Canal Nord',
    at: '2026-11-22T09:00:00.000Z',
    byName: 'Sam Seller',
    message: 'As we said.\n\nWrite to me.',
    question: { territories: { text: 'Poland' }, media: { text: 'Free TV' }, languages: { text: 'All', leaves: ['all'] }, cut: null, from: '2027-01-01', to: null, exclusive: true }, // prettier-ignore
    rows: [row, { ...row, title: 'Second', answer: 'full' as const, slug: null }, { ...row, title: 'Third', answer: 'none' as const, available: [], soonestFree: null }], // prettier-ignore
  },
  url: 'https://films.example/en/availabilities/abc',
  filmsUrl: 'https://films.example/en/films',
  paper: 'a4' as const,
}

test('a list says for whom, of what day, what was asked and what can be had', async () => {
  const pdf = await printSentList({ ...input, locale: 'en' })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  for (const words of [
    'For Ada Buyer, Canal Nord',
    '22 NOVEMBER 2026',
    'in perpetuity',
    'The Salt #Road *bold*',
    '52’, 3 × 52’',
    'Available in part',
    '42% of what was asked',
    'Not available now',
  ])
    assert.ok(text.replaceAll(/\s+/g, ' ').includes(words), `${words}: ${text}`)
})

test('two hundred films run over pages, and a French list is French', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ ...row, title: `Film ${i}` }))
  const pdf = await printSentList({ ...input, list: { ...input.list, rows }, locale: 'fr', paper: 'letter' })
  assert.ok((await PDFDocument.load(pdf)).getPageCount() > 8)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  assert.ok(text.includes('Disponible en partie') && text.includes('Film 199'))
})

test('a title of one long word keeps to its column', async () => {
  const rows = [{ ...row, title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' }]
  const pdf = await printSentList({ ...input, list: { ...input.list, rows }, locale: 'en' })
  const { items } = await (await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)).getTextContent()
  const title = items.flatMap((item) => ('str' in item && item.transform[0] === 12 ? [item] : []))
  assert.ok(title.length > 1, 'divided')
  for (const item of title) assert.ok((item.transform[4] as number) + item.width < 220, item.str)
})
