/** What nobody should send, sent to a whole server: each is refused in words or read for what it is, nothing is lost, the server is up. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { availsOfLicence } from '@vitrine/exchange/avails/from-licence'
import { writeAvails } from '@vitrine/exchange/avails/write-avails'
import { SYSTEM } from '@vitrine/house'
import { strToU8, zipSync } from 'fflate'
import { testServer, type TestServer } from './server.ts'

const SHEET = `L’Été de la rivière

Une œuvre sur la mémoire des salines, où « l’hiver » n’est jamais fini.

Année : 2021
Durée : 52 min
Réalisation : Zoë Müller-Köhler
Pays : France
`
/** How Mac Roman and Windows-1252 write what is not ASCII in SHEET; the bytes from their tables at unicode.org. */
const MAC: Record<string, number> = {
  '’': 0xd5, É: 0x83, é: 0x8e, è: 0x8f, œ: 0xcf, ù: 0x9d, '«': 0xc7, '»': 0xc8, ü: 0x9f, ö: 0x9a, ë: 0x91,
} // prettier-ignore
const WINDOWS: Record<string, number> = {
  '’': 0x92, É: 0xc9, é: 0xe9, è: 0xe8, œ: 0x9c, ù: 0xf9, '«': 0xab, '»': 0xbb, ü: 0xfc, ö: 0xf6, ë: 0xeb,
} // prettier-ignore
const inTable = (table: Record<string, number>): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...SHEET], (sign) => table[sign] ?? sign.charCodeAt(0))

const docx = (documentXml: string) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(documentXml),
  })
const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`

const REFUSED: [string, string, Uint8Array | string, number, string][] = [
  ['a zip bomb in a Word file', 'sheet.docx', docx(`<w:document>${' '.repeat(20_000_000)}</w:document>`), 422, 'unreadable-file'],
  ['an XML bomb in a Word file', 'sheet.docx', docx(`${laughs}<w:document><w:t>&c;</w:t></w:document>`), 422, 'unreadable-file'],
  ['an entity that reads a file', 'sheet.docx', docx('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:t>&x;</w:t>'), 422, 'unreadable-file'],
  ['a bomb in an archive', 'sheets.zip', zipSync({ 'a.txt': new Uint8Array(30_000_000) }), 422, 'unreadable-file'],
  ['a name that leaves its archive', 'sheets.zip', zipSync({ '../../evil.txt': strToU8(SHEET) }), 422, 'unreadable-file'],
  ['a link in an archive', 'sheets.zip', zipSync({ link: [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }), 422, 'unreadable-file'],
  ['a picture that calls itself a text', 'sheet.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 415, 'unsupported-file'],
  ['a program that calls itself a PDF', 'sheet.pdf', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 415, 'unsupported-file'],
  ['a PDF that is none', 'sheet.pdf', '%PDF-1.7\n%%EOF', 422, 'unreadable-file'],
] // prettier-ignore

describe('hostile uploads', () => {
  let server: TestServer
  let editor: Record<string, string>
  let kept: string
  before(async () => {
    server = await testServer()
    editor = await server.key('editor')
    kept = (
      await server.house.dropSheet(SYSTEM, { bytes: strToU8('The First\n\nYear: 2020\nDuration: 52\n'), fileName: null })
    )[0]!.id
  })
  after(() => server.stop())

  const post = async (path: string, body: NonNullable<RequestInit['body']>, language = 'en') => {
    const answer = await server.fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { ...editor, 'accept-language': language },
      body,
    })
    return { status: answer.status, text: await answer.text() }
  }
  const waiting = async () => (await server.house.listDroppedSheets(SYSTEM, {})).items.map(({ id }) => id)

  for (const [name, fileName, bytes, status, code] of REFUSED)
    test(`${name}: refused in words, nothing kept of it, nothing lost`, async () => {
      for (const language of ['en', 'fr']) {
        const answer = await post(`/sheets?fileName=${fileName}`, bytes as Uint8Array<ArrayBuffer>, language)
        const problem = JSON.parse(answer.text) as { code: string; detail: string; title: string }
        assert.deepEqual([answer.status, problem.code], [status, code])
        assert.ok(problem.title.length > 5 && problem.detail.length > 20, answer.text)
        assert.doesNotMatch(answer.text, /root:|node_modules|\.ts:\d/, 'neither the file it asked for nor ours')
      }
      assert.deepEqual(await waiting(), [kept])
      assert.equal((await server.fetch('/readyz')).status, 200)
    })

  for (const [encoding, bytes] of Object.entries({
    'Mac Roman': inTable(MAC),
    'Windows-1252': inTable(WINDOWS),
    'UTF-16': new Uint8Array(Buffer.from(`\ufeff${SHEET}`, 'utf16le')),
    'UTF-16 without its mark': new Uint8Array(Buffer.from(SHEET, 'utf16le')),
    'UTF-16, the other way round': new Uint8Array(Buffer.from(`\ufeff${SHEET}`, 'utf16le').swap16()),
    'UTF-8 with a mark': new Uint8Array(Buffer.from(`\ufeff${SHEET}`)),
  }))
    test(`${encoding} is found out, and read`, async () => {
      const answer = await post('/sheets/read', bytes)
      assert.equal(answer.status, 200, answer.text)
      const { title, lead, synopsis, directors, year, durations } = JSON.parse(answer.text) as Record<string, unknown>
      assert.equal(title, 'L’Été de la rivière')
      assert.deepEqual([directors, year, durations], [['Zoë Müller-Köhler'], 2021, [52]])
      assert.equal(lead ?? synopsis, 'Une œuvre sur la mémoire des salines, où « l’hiver » n’est jamais fini.')
    })

  test('a term whose name no header could hold is converted, and told as lost', async () => {
    const sender = { name: 'Salt Films', url: 'https://films.example', email: null, country: 'FR' }
    const film = { id: 'x', sheet: emptySheet('Salt'), url: null, pictures: new Map(), changedAt: '2026-11-22T09:00:00Z' }
    const box = { territory: 'FR', territories: ['FR'], media: ['svod'], languages: ['all'], cuts: null, from: '2027-01-01', to: '2028-12-31' } // prettier-ignore
    const price = [{ name: '価格', kind: 'text' as const, text: '千円' }]
    const { avails } = availsOfLicence(film, { box, exclusive: true, licensee: 'Plateau', contract: null, price, formatProfile: 'HD', isUndated: false }, sender) // prettier-ignore
    const answer = await server.fetch('/api/v1/convert?to=avails-xlsx', {
      method: 'POST',
      headers: editor,
      body: writeAvails(avails, { sender }).bytes as Uint8Array<ArrayBuffer>,
    })
    assert.equal(answer.status, 200)
    assert.equal((JSON.parse(answer.headers.get('x-losses')!) as Record<string, number>)['価格'], 1)
  })

  test('scripts in a page leave no trace but their words', async () => {
    const page = `<h1>The Salt Road</h1><script>steal()</script><p onclick="steal()">Year: 2020</p><img src=x onerror="steal()"><svg onload="steal()"><script>steal()</script></svg>`
    const answer = await post('/sheets/read', page)
    assert.equal(answer.status, 200)
    assert.equal((JSON.parse(answer.text) as { title: string; year: number }).year, 2020)
    assert.doesNotMatch(answer.text, /steal|onerror|<script/)
  })

  test('a drawing with a script is not taken for a picture, by any name', async () => {
    const { id } = await server.house.createTitle(SYSTEM, {
      sheet: (await server.house.openDroppedSheet(SYSTEM, { id: kept })).proposed,
    })
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>steal()</script></svg>'
    for (const body of [svg, `<?xml version="1.0"?>${svg}`, `\ufeff <!-- x -->${svg}`]) {
      const answer = await server.fetch(`/api/v1/titles/${id}/pictures?kind=still`, {
        method: 'POST',
        headers: { ...editor, 'if-match': '"r1"', 'content-type': 'image/png' },
        body,
      })
      assert.equal(answer.status, 415)
    }
    assert.deepEqual((await server.house.openTitle(SYSTEM, { id })).sheet.pictures, [])
  })

  test('an import goes on past every one of them, and names each', async () => {
    const lines = [...REFUSED, ['', 'good.txt', 'The Good One\n\nYear: 2022\nDuration: 52\nDirector: Ines Orsini\n', 0, '']].map(
      ([, path, bytes], n) =>
        JSON.stringify({ path: `${n}-${String(path)}`, bytes: Buffer.from(bytes as string).toString('base64') }),
    )
    const answer = await post('/import', `${lines.join('\n')}\n`)
    const { report } = answer.text
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            report?: { created: number; failed: number; items: { outcome: string; reason: string | null }[] }
          },
      )
      .at(-1)!
    assert.ok(report, answer.text)
    assert.deepEqual([report.created, report.failed], [1, REFUSED.length])
    assert.ok(report.items.filter(({ outcome }) => outcome === 'failed').every(({ reason }) => reason !== null && reason !== ''))
  })
})
