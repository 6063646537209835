import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { printContactCards } from './contact-cards.ts'
import type { ContactCardsInput } from './input.ts'
import { sampleHouse } from './sample.testing.ts'
import { vCard } from './vcard.ts'

const input: ContactCardsInput = {
  house: sampleHouse,
  market: { name: 'Sunny Side #1', where: 'Stand 12', days: '12 – 14 April 2027' },
  people: [
    { name: 'Ana Nowak', role: 'Sales', email: 'ana@house.example' },
    { name: 'Jean-Baptiste de la Tour-Maubourg-Wittgenstein', role: null, email: null },
  ],
  site: 'https://films.example',
  perPerson: 8,
  locale: 'en',
  paper: 'a4',
}
const read = async (pdf: Uint8Array) => extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })

test('eight cards a person, a sheet each; or one of each on one sheet, in either paper and language', async () => {
  const { totalPages, text } = await read(await printContactCards(input))
  assert.equal(totalPages, 2)
  assert.equal(text[0]!.match(/Ana Nowak/g)?.length, 8)
  for (const words of ['ana@house.example', 'films.example', 'Sunny Side #1 · Stand 12', '12 – 14 April 2027']) assert.ok(text[0]!.includes(words), words) // prettier-ignore
  const one = await read(await printContactCards({ ...input, perPerson: 1, locale: 'fr', paper: 'letter' }))
  assert.equal(one.totalPages, 1)
  assert.equal(one.text[0]!.match(/Ana Nowak/g)?.length, 1)
  const twenty = Array.from({ length: 20 }, (_, n) => ({ name: `Person ${n}`, role: 'Sales', email: null }))
  assert.equal((await read(await printContactCards({ ...input, perPerson: 1, people: twenty }))).totalPages, 3)
})

test('a card for a telephone says what was said and nothing more: no value ends its line', () => {
  const card = vCard({ name: 'Ana; Nowak\nEND:VCARD', role: 'Sales, films', email: 'ana@house.example', house: 'A\\B', site: 'https://films.example' }) // prettier-ignore
  const lines = card.split('\r\n')
  assert.deepEqual(lines.filter((line) => /^(BEGIN|END)/.test(line)), ['BEGIN:VCARD', 'END:VCARD']) // prettier-ignore
  assert.ok(lines.includes('FN:Ana\\; Nowak\\nEND:VCARD'))
  assert.ok(lines.includes('TITLE:Sales\\, films') && lines.includes('ORG:A\\\\B'))
  assert.equal(vCard({ name: 'Ana Maria Nowak', role: null, email: null, house: 'H', site: 'https://x.example' }).split('\r\n')[2], 'N:Nowak;Ana Maria;;;') // prettier-ignore
})
