import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { printPaper, printSignatureRecord } from '../paper.ts'
import { sampleContent } from '../paper.sample.testing.ts'
import { sampleHouse } from '../sample.testing.ts'
import { evidencePdf } from './evidence-pdf.ts'
import { fingerprintOf, makeSeal, type Seal } from './make-seal.ts'
import { readSeal } from './read-seal.ts'

const at = new Date('2026-11-26T10:00:00Z')
let seal: Seal
let paper: Uint8Array
let sealed: Uint8Array

before(async () => {
  seal = await makeSeal('Ferry Films', at)
  const content = sampleContent()
  paper = await printPaper({ house: sampleHouse, content, draft: false })
  const record = await printSignatureRecord({
    house: sampleHouse,
    content,
    document: [{ label: 'SHA-256', text: 'abc' }],
    signed: [],
  })
  sealed = await evidencePdf({ paper, record, fileName: 'D-12-C-1.pdf', title: 'D-12 / C-1', facts: { hash: 'abc' }, sealedBy: 'Ferry Films', at }, seal) // prettier-ignore
})

test('a sealed file is whole, and sealed by this house', () => {
  assert.deepEqual(readSeal(sealed), { sealed: true, whole: true, fingerprint: fingerprintOf(seal.certificate) })
})

test('a byte that was changed, added or cut off shows', () => {
  for (const place of [20, Math.floor(sealed.length / 3), sealed.length - 10]) {
    const changed = new Uint8Array(sealed)
    changed[place]! ^= 1
    const verdict = readSeal(changed)
    assert.ok(!verdict.sealed || !verdict.whole, `byte ${place}`)
  }
  const longer = readSeal(Buffer.concat([sealed, Buffer.from('\n%%EOF\n')]))
  assert.equal(longer.sealed && longer.whole, false)
  const shorter = readSeal(sealed.subarray(0, sealed.length - 1))
  assert.equal(shorter.sealed && shorter.whole, false)
  assert.deepEqual(readSeal(paper), { sealed: false })
  assert.deepEqual(readSeal(new Uint8Array()), { sealed: false })
})

test('another’s seal is known as another’s', async () => {
  const other = await makeSeal('Ferry Films', at)
  assert.notEqual(fingerprintOf(other.certificate), fingerprintOf(seal.certificate))
})

test('it has the pages of the paper and the record, and the paper attached as it was', async () => {
  const file = await PDFDocument.load(sealed)
  const pages = async (bytes: Uint8Array) => (await PDFDocument.load(bytes)).getPageCount()
  assert.equal(file.getPageCount(), (await pages(paper)) + 1)
  assert.ok(file.catalog.has(PDFName.of('AcroForm')))
  assert.deepEqual(attachmentOf(file, 'D-12-C-1.pdf'), Buffer.from(paper))
  assert.deepEqual(JSON.parse(attachmentOf(file, 'signatures.json').toString()), { hash: 'abc' })
})

/** The bytes of an attached file: names and files stand in turn in one array (ISO 32000-1, §7.11.4). */
function attachmentOf(file: PDFDocument, name: string): Buffer {
  const names = file.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('EmbeddedFiles'), PDFDict).lookup(PDFName.of('Names'), PDFArray) // prettier-ignore
  const at = names.asArray().findIndex((one) => one instanceof PDFHexString && one.decodeText() === name)
  const stream = names
    .lookup(at + 1, PDFDict)
    .lookup(PDFName.of('EF'), PDFDict)
    .lookup(PDFName.of('F'))
  assert.ok(stream instanceof PDFRawStream)
  return Buffer.from(decodePDFRawStream(stream).decode())
}

const poppler = spawnSync('pdfsig', ['-v']).error === undefined
test('poppler finds the signature valid and the file whole', { skip: !poppler && 'pdfsig is not installed' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-seal-'))
  try {
    writeFileSync(join(folder, 'sealed.pdf'), sealed)
    const { stdout } = spawnSync('pdfsig', ['-nocert', join(folder, 'sealed.pdf')], { encoding: 'utf8' })
    assert.match(stdout, /Signature is Valid/)
    assert.match(stdout, /Total document signed/)
    assert.match(stdout, /ETSI\.CAdES\.detached/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
