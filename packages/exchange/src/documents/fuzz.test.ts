/** Seeded mutations of every kind of document: each is read, or refused with a reason of the closed list. `FUZZ_ROUNDS=50` runs longer. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { DEFAULT_LIMITS, DocumentError, documentText, openArchive } from '../index.ts'
import { column, LINES, madeDocx, madeOdt, madePdf, madeZip, RTF } from './made-documents.ts'
import { readDocument } from './read.ts'

const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 1)

/** Mulberry32. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const SCRAPS = [
  '<',
  '>',
  '&',
  '</',
  '<!--',
  ']]>',
  '<!DOCTYPE',
  '{',
  '}',
  '\\',
  '\\*',
  "\\'",
  '\0',
  '\ufeff',
  '%PDF-',
  'PK',
  'endstream',
  '<<',
  '/Length 99999999',
  '\\bin99999',
  '\\u-1',
  '<w:tbl>',
  '</w:tbl>',
  '<w:txbxContent>',
  '�',
  '\ud800',
  '9'.repeat(400),
]

function mutate(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let mutant = Buffer.from(bytes)
  for (let change = random(6); change >= 0; change--) {
    const at = random(mutant.length + 1)
    const length = random(40)
    switch (random(6)) {
      case 0:
        if (at < mutant.length) mutant[at] = random(256)
        break
      case 1:
        mutant = Buffer.concat([mutant.subarray(0, at), mutant.subarray(at + length)])
        break
      case 2:
        mutant = Buffer.concat([mutant.subarray(0, at), Buffer.from(SCRAPS[random(SCRAPS.length)]!), mutant.subarray(at)])
        break
      case 3: // a piece again, somewhere else
        mutant = Buffer.concat([
          mutant.subarray(0, at),
          mutant.subarray(random(mutant.length + 1)).subarray(0, length * 10),
          mutant.subarray(at),
        ])
        break
      case 4:
        mutant = mutant.subarray(0, random(20) === 0 ? at : mutant.length)
        break
      default:
        if (at + 4 <= mutant.length) mutant.writeUInt32LE(random(3) === 0 ? 0xffffffff : random(0x7fffffff), at)
    }
    if (mutant.length === 0) return mutant
  }
  return mutant
}

async function survives(
  bytes: Uint8Array,
  seed: number,
  read: (bytes: Uint8Array) => Promise<unknown>,
): Promise<'read' | 'refused'> {
  try {
    await read(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof DocumentError) return 'refused'
    throw new Error(`seed ${seed}`, { cause: error })
  }
}

/** Mutants of the parts within a container, so that the readers behind the checksum are reached too. */
function mutateParts(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [
    name,
    /document\.xml$|content\.xml$|footnotes\.xml$|\.rels$/.test(name) ? mutate(content, random) : content,
  ])
  return madeZip(Object.fromEntries(parts))
}

const inThread = (bytes: Uint8Array) => (bytes.length === 0 ? documentText(bytes) : readDocument(bytes, null, DEFAULT_LIMITS))
const HTML =
  '<html><head><meta charset=utf-8><title>x</title></head><body><h1>Salt</h1><p>Réalisé <b>par</b> Zoë &amp; co</p><table><tr><td>a<td>b</table><dl><dt>Year<dd>2021</dl><ul><li>x</ul><pre>a\nb</pre></body></html>'

const KINDS: [string, number, () => Promise<Uint8Array>, (bytes: Uint8Array, random: (below: number) => number) => Uint8Array][] =
  [
    ['text', 400, async () => Buffer.from('The Salt Road\n\n• Year: 2021\n• Réalisé par Zoë\n'), mutate],
    ['UTF-16', 200, async () => Buffer.from('\ufeffThe Salt Road\n\n• Réalisé par Zoë\n', 'utf16le'), mutate],
    ['Mac Roman', 200, async () => Buffer.from('R\x8ealis\x8e par Zo\x91, \xd2Salt\xd3\nYear: 2021', 'latin1'), mutate],
    ['HTML', 500, async () => Buffer.from(HTML), mutate],
    ['RTF', 500, async () => Buffer.from(RTF), mutate],
    ['DOCX container', 300, madeDocx, mutate],
    ['DOCX parts', 300, madeDocx, mutateParts],
    ['ODT container', 200, async () => madeOdt(), mutate],
    ['ODT parts', 300, async () => madeOdt(), mutateParts],
  ]
for (const [kind, count, made, change] of KINDS) {
  test(`mutants of ${kind} are read or refused`, { timeout: 600_000 }, async () => {
    const bytes = await made()
    const outcomes = { read: 0, refused: 0 }
    for (let seed = 1; seed <= count * ROUNDS; seed++) outcomes[await survives(change(bytes, seeded(seed)), seed, inThread)]++
    assert.ok(outcomes.read > 0, 'some mutants are still documents')
  })
}

test('mutants of PDF are read or refused', { timeout: 600_000 }, async () => {
  const bytes = await madePdf([column(LINES, 50, 700), column(LINES, 200, 300)])
  for (let seed = 1; seed <= 120 * ROUNDS; seed++)
    await survives(mutate(bytes, seeded(seed)), seed, (mutant) => documentText(mutant, { limits: { milliseconds: 5_000 } }))
})

test('mutants of archives are read or refused', { timeout: 600_000 }, async () => {
  const bytes = madeZip({ 'a.txt': 'The Salt Road', 'folder/b.txt': 'Sand Days'.repeat(50) })
  for (let seed = 1; seed <= 500 * ROUNDS; seed++) {
    await survives(mutate(bytes, seeded(seed)), seed, async (mutant) => {
      for await (const file of openArchive(mutant)) assert.ok(file.path.length > 0)
    })
  }
})

test('noise is refused or read, whatever it begins with', { timeout: 600_000 }, async () => {
  const starts = ['', '%PDF-1.7\n', 'PK\u0003\u0004', '{\\rtf1', '<html>', '\ufeff', '<?xml?>', '\u00ff\u00fe']
  for (let seed = 1; seed <= 40 * ROUNDS; seed++) {
    const random = seeded(seed)
    const noise = Buffer.from(Array.from({ length: random(3000) }, () => random(256)))
    await survives(Buffer.concat([Buffer.from(starts[seed % starts.length]!, 'latin1'), noise]), seed, (mutant) =>
      documentText(mutant),
    )
  }
})
