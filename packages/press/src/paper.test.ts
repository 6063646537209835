import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { sampleContent } from './paper.sample.testing.ts'
import { printPaper, printRedline } from './paper.ts'
import { sampleHouse } from './sample.testing.ts'

const textOf = async (pdf: Uint8Array) => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text // prettier-ignore
const sizeOf = async (pdf: Uint8Array) => Math.round((await PDFDocument.load(pdf)).getPage(0).getWidth())

test('a contract says who, what, for how much and when, and reads no clause as markup', async () => {
  const pdf = await printPaper({ house: sampleHouse, content: sampleContent(), draft: false })
  const text = await textOf(pdf)
  for (const words of ['Licence agreement', 'Kanal Nord', 'Austria, Germany, Liechtenstein', 'from 1 January 2027 until 31 December 2029', '3 runs', '€12,500.00', '30 days after delivery', 'HD ProRes 422 HQ', '#text(red)[$ 100 @x <y> \\ _z_ *b*', 'have a lawyer read them', 'For Kanal Nord']) assert.ok(text.includes(words), words) // prettier-ignore
  assert.ok(!text.includes('Draft'))
  assert.equal(await sizeOf(pdf), 595)
})

test('a memo in French on US Letter, as a draft', async () => {
  const pdf = await printPaper({ house: sampleHouse, content: sampleContent({ kind: 'memo', locale: 'fr', paper: 'letter', title: 'Lettre d’accord' }), draft: true }) // prettier-ignore
  const text = await textOf(pdf)
  for (const words of ['Lettre d’accord', 'du 1er janvier 2027', 'Brouillon, ne pas signer', 'Pour Kanal Nord']) assert.ok(text.includes(words), words) // prettier-ignore
  assert.equal(await sizeOf(pdf), 612)
})

test('an amendment has its films and its money each under a heading, and what introduces a table is on its page', async () => {
  const rows = [{ label: 'Price', was: '€10,000.00', becomes: '€12,000.00' }]
  const changes = [{ heading: 'Amendment 1', films: [{ title: 'The Ferry Log', rows: [{ label: 'Media', was: 'Free TV', becomes: 'SVOD' }] }], price: rows }] // prettier-ignore
  for (let lines = 20; lines < 30; lines++) {
    const filler = Array.from({ length: lines }, (_, n) => ({ text: `Line ${n}.` }))
    const clauses = [{ id: 'a', version: 1, heading: 'What changes', paragraphs: [...filler, { text: 'As follows.' }, { part: 'changes' as const }] }] // prettier-ignore
    const pdf = await printPaper({ house: sampleHouse, content: sampleContent({ changes, clauses }), draft: false })
    const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
    assert.match(pages.join(' '), /The Ferry Log.*Media.*Price and payments.*12,000/s)
    const at = (words: string) => pages.findIndex((page) => page.includes(words))
    assert.equal(at('As follows.'), at('AMENDMENT 1'), `after ${lines} lines`)
  }
})

test('the same paper is printed as the same bytes', async () => {
  const print = () => printPaper({ house: sampleHouse, content: sampleContent(), draft: false })
  assert.deepEqual(Buffer.from(await print()), Buffer.from(await print()))
})

test('a redline has what went and what came', async () => {
  const parts = [
    { kind: 'same' as const, text: 'The price is ' },
    { kind: 'del' as const, text: 'ten' },
    { kind: 'ins' as const, text: 'twelve' },
  ]
  const content = sampleContent()
  const text = await textOf(await printRedline({ house: sampleHouse, content, title: 'Changes', sections: [{ heading: 'Price', parts }] })) // prettier-ignore
  for (const words of ['Changes', 'The price is', 'ten', 'twelve']) assert.ok(text.includes(words), words)
  assert.ok((await textOf(await printRedline({ house: sampleHouse, content, title: 'Changes', sections: [] }))).includes('Nothing changed')) // prettier-ignore
})
