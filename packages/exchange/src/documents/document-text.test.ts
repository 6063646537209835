import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentText, type DocumentErrorCode, DocumentError, type DocumentText, type Limits } from '../index.ts'
import { column, docxOf, LINES, madeDocx, madeOdt, madePdf, madeZip, RTF } from './made-documents.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (
  content: Uint8Array | string,
  fileName: string | null = null,
  limits: Partial<Limits> = {},
): Promise<DocumentText> => documentText(typeof content === 'string' ? bytesOf(content) : content, { fileName, limits })
async function refused(code: DocumentErrorCode, content: Uint8Array | string, limits: Partial<Limits> = {}): Promise<void> {
  await assert.rejects(read(content, null, limits), (error) => {
    assert.ok(error instanceof DocumentError, String(error))
    assert.equal(error.code, code)
    assert.match(error.message, /nothing was lost/)
    return true
  })
}

// ------------------------------------------------------------------ each kind

test('plain text and Markdown come as they are', async () => {
  const plain = await read('The Salt Road\n\n  • Year: 2021\n  • Duration: 52\n')
  assert.deepEqual(
    [plain.mediaType, plain.encoding, plain.text],
    ['text/plain', 'utf-8', 'The Salt Road\n\n  • Year: 2021\n  • Duration: 52\n'],
  )
  const marked = await read('# The Salt Road\n\n**Year:** 2021\n')
  assert.deepEqual([marked.mediaType, marked.text], ['text/markdown', '# The Salt Road\n\n**Year:** 2021\n'])
})

test('HTML: blocks, lists, tables, definitions, entities; nothing hidden', async () => {
  const page =
    await read(`<!doctype html><html><head><title>Site</title><script type="application/ld+json">{"@type":"Movie","name":"No"}</script><style>p{}</style></head>
    <body><nav>Home <nav>x</nav> Films</nav><h1>The Salt&nbsp;Road</h1><p>One&nbsp;caravan,<br>two &lsquo;roads&rsquo; &amp; &#8212; <b>no</b>body.</p><div hidden>never</div><p style="color:red; display: none">never
    <p>Next paragraph<ul><li>FIPADOC 2021<li>IDFA 2022</ul><dl><dt>Year<dd>2021<dt>Directors:</dt><dd>Zoë Müller</dd><dd>Ana Puig</dd></dl>
    <table><tr><td><p>Format</p></td><td>4K</td></tr><tr><th>Synopsis<td><p>First.</p><p>Second.</p></table><template>t</template><svg><text>s</text></svg>
    <a href="https://vimeo.com/12345">Trailer</a></body></html>`)
  assert.equal(page.mediaType, 'text/html')
  assert.equal(
    page.text,
    'The Salt\u00a0Road\n\nOne\u00a0caravan,\ntwo ‘roads’ & — nobody.\n\nNext paragraph\n\n• FIPADOC 2021\n• IDFA 2022\n\nYear: 2021\nDirectors: Zoë Müller, Ana Puig\n\nFormat\t4K\nSynopsis\tFirst.\n\nSecond.\n\nTrailer: https://vimeo.com/12345',
  )
  assert.deepEqual(page.notes, [{ code: 'hidden-text', params: {} }])
})

test('HTML: the charset it declares is honoured, and a head that is not closed hides nothing', async () => {
  const page = await read(
    Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Re\xbfyseria</p>', 'latin1'),
  )
  assert.deepEqual([page.text, page.encoding], ['Reżyseria', 'iso-8859-2'])
  assert.equal((await read('<html><head><title>t</title><body><p>Shown')).text, 'Shown')
  // Declared UTF-8, written in Windows-1252: the bytes decide.
  assert.equal(
    (await read(Buffer.from('<meta charset="utf-8"><p>R\xe9alis\xe9 \xe0 N\xeemes</p>', 'latin1'))).text,
    'Réalisé à Nîmes',
  )
})

test('DOCX: headings, facts, lists, tables, text boxes, footnotes; changes accepted, hidden text left out', async () => {
  const { text, mediaType, notes } = await read(await madeDocx())
  assert.equal(mediaType, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  assert.equal(
    text,
    'The Salt Road\n\nA caravan crosses the last salt desert, and nobody waits for it at the end of the road.\n\n' +
      'Its drivers speak of prices, of camels and of their daughters’ schools.\n\nYear: 2021\nDuration: 52’\nDirector: Zoë Müller\nCountry: France\n\n' +
      '• Festival of Salt, 2021\n• Sand Days, 2022\n\nFormat\t4K\nSound\t5.1\n\nIn the box: sales@example.org\n\nShown with subtitles.',
  )
  assert.deepEqual(
    notes.map((note) => note.code),
    ['tracked-changes', 'hidden-text'],
  )
})

test('DOCX: a text box that is written twice, for new and old Word, is read once', async () => {
  const box = '<w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent>'
  const { text } = await read(
    docxOf(
      `<w:document><w:body><w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t xml:space="preserve"> after</w:t></w:r></w:p></w:body></w:document>`,
    ),
  )
  assert.equal(text, 'Before after\n\nBox')
})

test('below a row of headings a row is one, however long the texts in it; columns of a page are not', async () => {
  const cell = (text: string) =>
    `<td>${text
      .split('|')
      .map((part) => `<p>${part}</p>`)
      .join('')}</td>`
  const table = (...rows: string[][]) => `<html><body><table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table></body></html>` // prettier-ignore
  const heads = ['Title', 'Director', 'Length', 'Synopsis']
  const films = await read(
    table(heads, ['Low Water', 'Ana Po', "52'", 'The sea goes.|It comes back.'], ['Salt', 'Jo Li', "84'", 'A road.']),
  )
  assert.equal(
    films.text,
    "Title\tDirector\tLength\tSynopsis\nLow Water\tAna Po\t52'\tThe sea goes. It comes back.\nSalt\tJo Li\t84'\tA road.",
  )
  const columns = await read(table(['North', 'East', 'South'], ['One.|Two.', 'Three.|Four.', 'Five.|Six.']))
  assert.ok(
    columns.text.includes('One.\n\nTwo.') && !columns.text.includes('Two. Three') && !columns.text.includes('Two.\tThree'),
    columns.text,
  )
  const rtf = await read(`{\\rtf1\\ansi ${[heads, ['Low Water', 'Ana Po', "52'", 'The sea goes.\\par It comes back.']].map((row) => `\\trowd\\intbl ${row.join('\\cell ')}\\cell\\row`).join(' ')}\\pard After.}`) // prettier-ignore
  assert.match(rtf.text, /^Title\tDirector\tLength\tSynopsis\nLow Water\tAna Po\t52'\tThe sea goes\. It comes back\.\n\nAfter\.$/)
})

test('ODT: headings, tabs, blanks, lists, tables; deletions left out', async () => {
  const { text, mediaType } = await read(madeOdt())
  assert.equal(mediaType, 'application/vnd.oasis.opendocument.text')
  assert.equal(
    text,
    'La Route du sel\n\nUne caravane traverse le dernier désert de sel, et personne ne l’attend.\n\nAnnée\t2021\nDurée   52’\nCouleur\n\n• Festival du sel\n• Jours de sable\n\nPays\tFrance & Niger',
  )
})

test('RTF: code pages, Unicode, signs, lists, tables', async () => {
  const { text, mediaType, notes } = await read(RTF)
  assert.equal(mediaType, 'application/rtf')
  assert.equal(
    text,
    'The Salt Road\n\nA caravan crosses the desert; it’s the last one – and “nobody” waits.\n\nDirector: Zoë Müller\nYear: 2021\nDurée: 52\n\n• Festival of Salt\n• Sand Days\n\nFormat\t4K',
  )
  assert.deepEqual(
    notes.map((note) => note.code),
    ['hidden-text'],
  )
})

const PROSE = [
  'A caravan crosses the last salt desert of the north,',
  'and nobody waits for it at the end of the road, as',
  'its drivers know full well when they set out.',
]
const NARROW = PROSE.map((line) => line.slice(0, 38).trim())

test('PDF: paragraphs by the white between lines, wide-set words drawn together', async () => {
  const { text, mediaType } = await read(
    await madePdf([
      [
        { text: 'The Salt Road', x: 50, y: 780, size: 24 },
        { text: 'CENTRAL ASIA', x: 50, y: 740, size: 14, spacing: 8 },
        ...column(PROSE, 50, 700),
        ...column(PROSE, 50, 640),
        ...column(LINES, 50, 580),
      ],
    ]),
  )
  assert.equal(mediaType, 'application/pdf')
  assert.equal(text, ['The Salt Road', 'CENTRAL ASIA', PROSE.join('\n'), PROSE.join('\n'), LINES.join('\n')].join('\n\n'))
})

test('PDF: letters set one by one, in the order of the page and not of the file', async () => {
  const letters = [...'THE ROAD'].flatMap((text, index) => (text === ' ' ? [] : [{ text, x: 50 + index * 14, y: 700, size: 12 }]))
  const { text } = await read(await madePdf([[...column(PROSE, 50, 600), ...letters]]))
  assert.equal(text, `THE ROAD\n\n${PROSE.join('\n')}`)
})

test('PDF: a column of facts beside the text, whatever their baselines', async () => {
  for (const pitch of [12, 14]) {
    const { text } = await read(
      await madePdf([
        [
          { text: 'The Salt Road, a film with a title of full width', x: 50, y: 780, size: 20 },
          ...column(LINES, 50, 740, 9, pitch),
          ...column([...PROSE, ...PROSE], 220, 740),
        ],
      ]),
    )
    assert.equal(
      text,
      `The Salt Road, a film with a title of full width\n\n${LINES.join('\n')}\n\n${[...PROSE, ...PROSE].join('\n')}`,
    )
  }
})

test('PDF: two columns of prose on one grid, and a line below both', async () => {
  const { text } = await read(
    await madePdf([
      [
        { text: 'The Salt Road', x: 50, y: 780, size: 22 },
        ...column(NARROW, 50, 740),
        ...column([...NARROW, ...NARROW], 320, 740),
        { text: 'Contact: sales@example.org', x: 50, y: 600 },
      ],
    ]),
  )
  assert.equal(
    text,
    ['The Salt Road', NARROW.join('\n'), [...NARROW, ...NARROW].join('\n'), 'Contact: sales@example.org'].join('\n\n'),
  )
})

test('PDF: labels and values stay on one line', async () => {
  const { text } = await read(
    await madePdf([
      [
        { text: 'The Salt Road', x: 50, y: 780, size: 22 },
        ...column(['Year', 'Duration', 'Director'], 50, 740),
        ...column(['2021', '52’', 'Zoë Müller'], 150, 740),
        ...column(PROSE, 50, 660),
      ],
    ]),
  )
  assert.equal(text, `The Salt Road\n\nYear\t2021\nDuration\t52’\nDirector\tZoë Müller\n\n${PROSE.join('\n')}`)
})

test('PDF: what repeats at the edge of every page is left out, and named', async () => {
  const pages = ['One', 'Two', 'Three', 'Four'].map((title, index) => [
    { text: title, x: 50, y: 780, size: 20 },
    ...column(PROSE, 50, 740),
    { text: `House of Salt – page ${index + 1}`, x: 50, y: 30, size: 8 },
  ])
  const { text, notes } = await read(await madePdf(pages))
  assert.doesNotMatch(text, /House of Salt/)
  assert.match(text, /^One\n\n[\s\S]*set out\.\n\nTwo\n\n/)
  assert.deepEqual(notes, [{ code: 'running-lines', params: { lines: 'House of Salt – page 1' } }])
})

// ------------------------------------------------------------------ mislabelled, empty, too much

test('a wrong name does not matter, and is noted', async () => {
  const { text, notes } = await read(await madeDocx(), 'sheet.pdf')
  assert.match(text, /^The Salt Road/)
  assert.deepEqual(notes.at(-1), { code: 'mislabelled', params: { named: '.pdf', found: 'DOCX' } })
  assert.deepEqual((await read('<p>Salt</p>', 'sheet.doc')).notes, [
    { code: 'mislabelled', params: { named: '.doc', found: 'HTML' } },
  ])
})

test('what is no sheet is refused for what it is', async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  await refused('not-a-document', png)
  await refused('not-a-document', Buffer.from('\0\0\0\x18ftypmp42', 'latin1'))
  await refused('not-a-document', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  await refused('unsupported-format', '<?xml version="1.0"?><Avails/>')
  await refused(
    'unsupported-format',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
  )
  await refused('encrypted', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]))
  await refused('unsupported-format', madeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }))
  await refused('archive', madeZip({ 'a.txt': 'a', 'b.txt': 'b' }))
  await refused('unsupported-format', Buffer.from([0x1f, 0x8b, 8, 0]))
})

test('empty, wordless and too large files are told apart', async () => {
  await refused('empty', new Uint8Array())
  await refused('no-text', ' \n\t ')
  await refused('no-text', docxOf('<w:document><w:body/></w:document>'))
  await refused('too-large', 'x'.repeat(101), { fileBytes: 100 })
  await refused('text-too-long', 'x'.repeat(101), { textUnits: 100 })
  await refused('no-text', await madePdf([[]]))
})

test('a PDF of pictures, of too many pages, or locked', async () => {
  const { PDFDocument } = await import('pdf-lib')
  const scan = await PDFDocument.create()
  const dot = await scan.embedPng(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  )
  scan.addPage([595, 842]).drawImage(dot, { x: 0, y: 0, width: 595, height: 842 })
  await refused('scanned', await scan.save({ useObjectStreams: false }))
  await refused('too-many-pages', await madePdf([[], [], []]), { pages: 2 })
  const locked = Buffer.from(await (await PDFDocument.create()).save({ useObjectStreams: false })).toString('latin1')
  const dictionary = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]`
  await refused('encrypted', Buffer.from(locked.replace('trailer\n<<', `trailer\n<< ${dictionary}`), 'latin1'))
})

test('a PDF with JavaScript is read, and the script is not run', async () => {
  const { text } = await read(await madePdf([column(PROSE, 50, 700)], 'globalThis.ran = true; throw new Error("ran")'))
  assert.equal(text, PROSE.join('\n'))
  assert.equal('ran' in globalThis, false)
})

// ------------------------------------------------------------------ hostile

test('entities and document types in a DOCX are refused, whatever they declare', async () => {
  const laughs = `<!DOCTYPE w [<!ENTITY a "lol">${[...'bcdefgh'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index]};`.repeat(10)}">`).join('')}]>`
  await refused(
    'xml-bomb',
    docxOf(`<?xml version="1.0"?>${laughs}<w:document><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body></w:document>`),
  )
  await refused(
    'xml-bomb',
    docxOf('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:document>'),
  )
  // Without its declaration an entity is only what it looks like.
  assert.equal((await read(docxOf('<w:document><w:p><w:r><w:t>a &x; b</w:t></w:r></w:p></w:document>'))).text, 'a &x; b')
})

test('zip bombs are stopped by what they declare, and by what they do', async () => {
  const bomb = docxOf(`<w:document>${' '.repeat(20_000_000)}</w:document>`)
  await refused('zip-bomb', bomb)
  // The same with its declared size made small: inflation stops there.
  const lying = new Uint8Array(bomb)
  const view = new DataView(lying.buffer)
  for (let at = 0; at + 46 < lying.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
  await refused('zip-bomb', lying)
  await refused('too-many-entries', madeZip(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, 'x']))), {
    entries: 10,
  })
})

test('depth costs nothing: a million divs, tables in tables, boxes in boxes', async () => {
  assert.equal((await read(`<html>${'<div>'.repeat(1_000_000)}deep`)).text, 'deep')
  assert.match((await read(`<html>${'<table><tr><td>cell '.repeat(50_000)}`)).text, /^cell/)
  const boxes = '<w:p><w:r><w:t>x</w:t><w:txbxContent>'.repeat(20_000)
  assert.match((await read(docxOf(`<w:document>${boxes}<w:p><w:r><w:t>inmost</w:t></w:r></w:p>`))).text, /inmost/)
  assert.match((await read(`{\\rtf1 ${'{'.repeat(200_000)}deep`)).text, /deep/)
})

test('long runs of one sign come through or are refused, in time', async () => {
  assert.equal((await read('<'.repeat(5_000_000))).text.length, 5_000_000)
  for (const run of ['&', '<!--', '<a ', '</', '<p>&nbsp;', "\\'41", '{\\*', '\u0301', '\t', '<td>', '<b></i>']) {
    for (const start of ['', '<p>', '{\\rtf1 ']) {
      const answer = await read(start + run.repeat(Math.floor(1_000_000 / run.length))).catch((error: unknown) => error)
      assert.ok(answer instanceof DocumentError || typeof (answer as DocumentText).text === 'string')
    }
  }
})

test('scripts, handlers and links in HTML leave no trace but their words', async () => {
  const { text } = await read(
    '<p onclick="a()">Salt<script>alert(1)</script><img src=x onerror=alert(2)> <a href="javascript:alert(3)">Road</a></p><iframe src="//x">no</iframe>',
  )
  assert.equal(text, 'Salt Road')
})

test('truncated files of every kind are read as far as they go, or refused', async () => {
  const whole = [
    await madeDocx(),
    madeOdt(),
    bytesOf(RTF),
    await madePdf([column(PROSE, 50, 700)]),
    bytesOf('<html><body><p>Salt'),
  ]
  for (const bytes of whole) {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const answer = await read(bytes.slice(0, Math.floor(bytes.length * share))).catch((error: unknown) => error)
      assert.ok(answer instanceof DocumentError || typeof (answer as DocumentText).text === 'string', String(answer))
    }
  }
})
