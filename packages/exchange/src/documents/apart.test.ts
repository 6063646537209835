import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { DocumentError, documentText } from '../index.ts'
import { column, madePdf } from './made-documents.ts'

/** A PDF with one page whose content stream is this. */
function pdfWith(content: Uint8Array, filters: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
  ]
  const head = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  const stream = Buffer.concat([
    Buffer.from(`4 0 obj\n<< /Length ${content.length} /Filter ${filters} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  return Buffer.concat([Buffer.from(`%PDF-1.4\n${head}`), stream, Buffer.from('trailer\n<< /Root 1 0 R /Size 5 >>\n')])
}

test('a PDF that takes too long is stopped, and the next one is read', async () => {
  const slow = pdfWith(deflateSync(Buffer.from(`BT /F1 9 Tf ${'(salt) Tj 1 0 0 1 5 5 Tm '.repeat(2_000_000)}ET`)), '/FlateDecode')
  await assert.rejects(
    documentText(slow, { limits: { milliseconds: 300 } }),
    (error) => error instanceof DocumentError && error.code === 'timeout',
  )
  assert.equal((await documentText(await madePdf([column(['The Salt Road'], 50, 700)]))).text, 'The Salt Road')
})

test('a PDF that unpacks without end is stopped', async () => {
  const bomb = pdfWith(deflateSync(deflateSync(Buffer.alloc(300_000_000, ' '))), '[/FlateDecode /FlateDecode]')
  assert.ok(bomb.length < 100_000)
  await assert.rejects(
    documentText(bomb, { limits: { memoryMegabytes: 128 } }),
    (error) => error instanceof DocumentError && error.code === 'out-of-memory',
  )
})

test('many documents at once are all read', async () => {
  const made = await Promise.all(Array.from({ length: 12 }, (_, index) => madePdf([column([`The Salt Road ${index}`], 50, 700)])))
  const texts = await Promise.all(made.map(async (bytes) => (await documentText(bytes)).text))
  assert.deepEqual(
    texts,
    made.map((_, index) => `The Salt Road ${index}`),
  )
})

test('the caller keeps its bytes', async () => {
  const bytes = await madePdf([column(['The Salt Road'], 50, 700)])
  const copy = bytes.slice()
  await documentText(bytes)
  assert.deepEqual(bytes, copy)
})
