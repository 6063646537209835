import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { decodeText } from './encoding.ts'
import { DocumentError } from './errors.ts'

const SHEETS: Record<string, string> = {
  french: 'Réalisé par Zoë Müller : « L’été à Nîmes », une œuvre – prix du public… Où est passé Noël ? Ça, c’est l’Ève.',
  'french, one accent': 'Réalisation : Paul Dupont, 52 min',
  'french capitals': 'RÉALISATEUR : BENOÎT CÔTÉ\nANNÉE : 2020\nPAYS : GRÈCE',
  german: 'Regie: Jürgen Größmann. „Über die Brücke“ – ein Film für Zuhörer, Länge 52’ Österreich',
  catalan: 'Direcció: Núria Puig. «L’última collita» és una pel·lícula d’Òscar Güell sobre la qüestió',
  spanish: 'Dirección: María Núñez. ¿Quién es? ¡Él! Año de producción: 2020, España',
  italian: 'Regia: Niccolò Rossi. La città è più bella, perché c’è la libertà',
  portuguese: 'Direção: João Conceição. Produção – não há ilusões',
  'english quotes': 'The ‘Salt Road’ – “a journey” … it’s 52’',
  swedish: 'Regi: Åsa Öberg. Längd: 52 min. Språk: svenska. Får jag',
}
/** What ISO-8859-15 cannot write is written with ASCII, as its users did. */
const latin9 = (text: string) => text.replace(/[’‘]/g, "'").replace(/[“”„]/g, '"').replaceAll('–', '-').replaceAll('…', '...')

for (const [name, sheet] of Object.entries(SHEETS)) {
  for (const encoding of ['windows-1252', 'macintosh']) {
    test(`${name} in ${encoding}`, () => {
      const decoded = decodeText(iconv.encode(sheet, encoding))
      assert.equal(decoded.text, sheet)
      assert.equal(decoded.encoding, encoding)
      assert.deepEqual(decoded.notes, [])
    })
  }
  test(`${name} in ISO-8859-15 and in ISO-8859-1`, () => {
    assert.equal(decodeText(iconv.encode(latin9(sheet), 'iso-8859-15')).text, latin9(sheet))
    const latin1 = latin9(sheet).replaceAll('œ', 'oe')
    assert.equal(decodeText(iconv.encode(latin1, 'iso-8859-1')).text, latin1)
  })
  test(`${name} in UTF-8 and UTF-16, with and without a byte order mark`, () => {
    const utf16 = Buffer.from(sheet, 'utf16le')
    const wide = Buffer.from(utf16).swap16()
    const forms: [Buffer, string][] = [
      [Buffer.from(sheet), 'utf-8'],
      [Buffer.from(`\ufeff${sheet}`), 'utf-8'],
      [utf16, 'utf-16le'],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le'],
      [wide, 'utf-16be'],
      [Buffer.concat([Buffer.from([0xfe, 0xff]), wide]), 'utf-16be'],
    ]
    for (const [bytes, encoding] of forms) {
      const decoded = decodeText(bytes)
      assert.equal(decoded.text, sheet)
      assert.equal(decoded.encoding, encoding)
    }
  })
}

const OTHERS: [string, string][] = [
  ['windows-1250', 'Reżyseria: Łukasz Żółć. Kraj produkcji: Polska – śmierć'],
  ['iso-8859-2', 'Reżyseria: Łukasz Żółć. Kraj: Polska śmierć ąę'],
  ['windows-1250', 'Režie: Jiří Dvořák, Země: Česko'],
  ['windows-1251', 'Режиссёр: Дарья Белова. Год: 2020'],
  ['koi8-r', 'Режиссёр: Дарья Белова. Год: 2020'],
  ['windows-1253', 'Σκηνοθεσία: Γιώργος Παπαδόπουλος'],
  ['windows-1254', 'Yönetmen: Şükrü Işık, Ülke: Türkiye, değişim'],
  ['shift_jis', '監督：山田太郎　製作国：日本　これはドキュメンタリーです'],
]
for (const [encoding, sheet] of OTHERS) {
  test(`${encoding}: ${sheet.slice(0, 12)}`, () => {
    const decoded = decodeText(iconv.encode(sheet, encoding))
    assert.equal(decoded.text, sheet)
    assert.equal(decoded.encoding, encoding)
  })
}

test('a long English sheet with one French name is read by that one name', () => {
  const sheet = `${'The road goes on and on through the plain. '.repeat(2000)}Director: Zoë`
  assert.equal(decodeText(iconv.encode(sheet, 'macintosh')).text, sheet)
  assert.equal(decodeText(iconv.encode(sheet, 'windows-1252')).text, sheet)
})

test('UTF-8 with a few Windows-1252 bytes pasted in keeps both, and says so', () => {
  const bytes = Buffer.concat([
    Buffer.from('Réalisé à Nîmes, où l’été dure, par Zoë, née à Orléans, élevée à Sète. '),
    Buffer.from([0x93]),
    Buffer.from('Salt'),
    Buffer.from([0x94]),
  ])
  const decoded = decodeText(bytes)
  assert.match(decoded.text, /“Salt”$/)
  assert.match(decoded.text, /^Réalisé à Nîmes/)
  assert.deepEqual(decoded.notes, [{ code: 'mixed-encoding', params: { count: 2 } }])
})

test('line ends, form feeds, byte order marks and decomposed accents are made alike', () => {
  assert.equal(decodeText(Buffer.from('a\r\nb\rc\u2028d\fe')).text, 'a\nb\nc\nd\n\ne')
  assert.equal(decodeText(Buffer.from('Ame\u0301lie')).text, 'Am\u00e9lie')
  assert.equal(decodeText(Buffer.from('DOS\u001a')).text, 'DOS')
})

test('a stray control character is left out and counted; a run of marks without end costs nothing', () => {
  assert.deepEqual(decodeText(Buffer.from('The \u0007Salt Road')).notes, [{ code: 'control-characters', params: { count: 1 } }])
  const decoded = decodeText(Buffer.from(`a${'\u0301\u0323'.repeat(500_000)}`))
  assert.ok(decoded.text.length <= 32)
})

test('random bytes and runs of NULs are no text', () => {
  const random = Uint8Array.from({ length: 5000 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 0xff)
  for (const bytes of [random, new Uint8Array(5000), new Uint8Array(5001)]) {
    assert.throws(
      () => decodeText(bytes),
      (error) => error instanceof DocumentError && error.code === 'unknown-type',
    )
  }
})
