// oxlint-disable no-control-regex -- control characters are what this file is about
/**
 * Bytes to text. Sheets arrive in what their makers' machines wrote: UTF-8, UTF-16 from Windows' Notepad and old exports,
 * Windows-1252, Mac Roman from old Macs, ISO-8859-x, now and then Shift-JIS.
 *
 * What the bytes prove is taken first (a BOM, valid UTF-8, the rhythm of NULs). One-byte encodings prove nothing: each
 * reading of the high bytes is scored by whether its letters are letters of one language, in places where that language
 * has them: `rÈalisÈ` has capitals inside of words, `l’été` has not.
 */
import { isUtf8 } from 'node:buffer'
import { DocumentError, type DocumentNote } from './errors.ts'

export interface DecodedText {
  text: string
  /** The WHATWG name: `utf-8`, `windows-1252`, `macintosh`… */
  encoding: string
  notes: DocumentNote[]
}

/**
 * Decodes a text of unknown encoding. Line ends become `\n`, accents are composed (NFC), control characters are left out.
 *
 * @param declared what the document says of itself (HTML's `meta charset`), believed when the bytes allow it
 * @throws DocumentError `unknown-type` when these bytes are no text
 * @example
 * decodeText(new Uint8Array([0x8e, 0x74, 0x8e])) // { text: "été", encoding: "macintosh", … }
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const notes: DocumentNote[] = []
  const { text, encoding } = decode(bytes, declared, notes)
  const clean = withoutControls(text)
  if (clean.left > 0) {
    // A text has next to none; the tenth of a thousandth is room for a stray one in a short sheet.
    if (clean.left > 4 + text.length / 200) throw new DocumentError('unknown-type')
    notes.push({ code: 'control-characters', params: { count: clean.left } })
  }
  const damaged = clean.text.match(/\ufffd/g)?.length ?? 0
  if (damaged > 4 + text.length / 50) throw new DocumentError('unknown-type')
  if (damaged > 0) notes.push({ code: 'damaged-characters', params: { count: damaged } })
  return { text: plainText(clean.text), encoding, notes }
}

/** The text as it was written, with nothing tidied: for formats that say themselves what a character means (XML, CSV). */
export function decodeAsWritten(bytes: Uint8Array, declared: string | null = null): string {
  return decode(bytes, declared, []).text.replace(/^\ufeff/, '')
}

/** The same text in UTF-8: the very bytes, without a copy, where they are that already. */
export function utf8AsWritten(bytes: Uint8Array, declared: string | null = null): Uint8Array {
  const marked = byteOrderMark(bytes)
  const inside = marked === 'utf-8' ? bytes.subarray(3) : bytes
  const asItIs = (marked === null ? wideEncoding(bytes) === null : marked === 'utf-8') && isUtf8(inside)
  return asItIs && byteOrderMark(inside) === null ? inside : new TextEncoder().encode(decodeAsWritten(bytes, declared))
}

/** Line ends to `\n`, form feeds to an empty line, accents composed; runs of combining marks are cut at 30 (UAX #15, stream-safe). */
export function plainText(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u0085\u2028]/g, '\n')
    .replace(/[\f\u2029]/g, '\n\n')
    .replaceAll('\v', '\n')
    .replace(/(\p{M}{30})\p{M}+/gu, '$1')
    .normalize('NFC')
}

function withoutControls(text: string): { text: string; left: number } {
  let left = 0
  // U+001A ends files of DOS, U+001E and U+001F are Word's hyphens in plain-text exports: left out without a word.
  const clean = text
    .replace(/\u001a\s*$/, '')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, (character) => {
      if (character !== '\u001e' && character !== '\u001f') left++
      return character === '\u001e' ? '-' : ''
    })
  return { text: clean, left }
}

function decode(bytes: Uint8Array, declared: string | null, notes: DocumentNote[]): { text: string; encoding: string } {
  const marked = byteOrderMark(bytes)
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked }
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const mixed = mostlyUtf8(bytes)
  if (mixed !== null) {
    notes.push({ code: 'mixed-encoding', params: { count: mixed.strays } })
    return { text: mixed.text, encoding: 'utf-8' }
  }
  if (declared !== null && declared !== 'utf-8') {
    const text = strictly(declared, bytes)
    if (text !== null && oneByteScore(text.slice(0, SAMPLE), null) > -1) return { text, encoding: declared }
  }
  const japanese = shiftJis(bytes)
  if (japanese !== null) return { text: japanese, encoding: 'shift_jis' }
  const best = bestOneByte(bytes)
  if (best.doubtful) notes.push({ code: 'encoding-guessed', params: { encoding: best.encoding } })
  return { text: new TextDecoder(best.encoding).decode(bytes), encoding: best.encoding }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: European text has a NUL (or a 4 of Cyrillic, a 3 of Greek) at every second place. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 4096) & ~1)
  if (sample.length < 4) return null
  const small = [0, 0] // bytes 0 to 5 at even and at odd places, in which the high halves of European letters are
  let zeros = 0
  for (let index = 0; index < sample.length; index++) {
    const byte = sample[index]!
    if (byte === 0) zeros++
    if (byte <= 5) small[index & 1]!++
  }
  const half = sample.length / 2
  if (zeros < half * 0.05) return null
  if (small[1]! > half * 0.7 && small[0]! < half * 0.3) return 'utf-16le'
  if (small[0]! > half * 0.7 && small[1]! < half * 0.3) return 'utf-16be'
  return null
}

/** Leads of accented letters, typographic signs, Cyrillic, Greek and kana: `l’é` in Mac Roman makes a sequence too, of Armenian. */
const USUAL_LEADS = /[\u00c2-\u00c5\u00ce-\u00d1\u00e2\u00e3]/

/** Text pasted together from two sources: UTF-8 nearly throughout, with a few Windows-1252 bytes in it, or cut in a character. */
function mostlyUtf8(bytes: Uint8Array): { text: string; strays: number } | null {
  let good = 0
  let odd = 0
  const strays: number[] = []
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index]!
    if (byte < 0x80) {
      index++
      continue
    }
    const length = sequenceLength(bytes, index)
    if (length === 0) {
      strays.push(index)
      if (strays.length > 20 && strays.length * 4 > good) return null
      index++
    } else {
      if (USUAL_LEADS.test(String.fromCharCode(byte))) good++
      else odd++
      index += length
    }
  }
  if (good < 3 || strays.length * 4 > good || odd * 4 > good) return null
  const parts: string[] = []
  let from = 0
  for (const at of strays) {
    parts.push(
      utf8.decode(bytes.subarray(from, at)),
      at >= bytes.length - 3 && isLead(bytes[at]!) ? '' : windows1252.decode(bytes.subarray(at, at + 1)),
    )
    from = at + 1
  }
  parts.push(utf8.decode(bytes.subarray(from)))
  return { text: parts.join(''), strays: strays.length }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')
const isLead = (byte: number) => byte >= 0xc2 && byte <= 0xf4

/** Bytes of the UTF-8 sequence that starts here, 0 when none does (RFC 3629). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  for (let index = at + 1; index < at + length; index++) if ((bytes[index]! & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1]!
  if (
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f)
  )
    return 0
  return length
}

/** Japanese has kana in every sentence; Latin text read as Shift-JIS gives rare signs or half-width kana instead. */
function shiftJis(bytes: Uint8Array): string | null {
  const text = strictly('shift_jis', bytes)
  if (text === null) return null
  const sample = text.slice(0, SAMPLE)
  const foreign = sample.match(/[^\u0000-\u007f]/g)?.length ?? 0
  const kana = sample.match(/[\u3041-\u3096\u30a1-\u30fc]/g)?.length ?? 0
  return kana >= 2 && kana * 4 > foreign ? text : null
}

// ------------------------------------------------------------------ one-byte encodings

const SAMPLE = 200_000

/** Letters beyond a–z, by language, the small ones; capitals follow. Alphabets as CLDR's exemplar sets have them. */
const ALPHABETS: Record<string, string> = {
  fr: 'éèàùâêîôûëïüÿçœæ',
  de: 'äöüß',
  es: 'áéíóúüñªº',
  it: 'àèéìòùº',
  pt: 'ãõáéíóúâêôàçªº',
  ca: 'àèéíïòóúüç·',
  nl: 'ëïéèöüá',
  nordic: 'åäöøæé',
  is: 'áðéíóúýþæö',
  ga: 'áéíóú',
  ee: 'äöõüšž',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  hu: 'áéíóöőúüű',
  ro: 'ăâîșțşţ',
  hr: 'čćđšž',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  tr: 'çğıöşüâîİ',
  ru: 'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  el: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ',
}
const WESTERN = ['fr', 'de', 'es', 'it', 'pt', 'ca', 'nl', 'nordic', 'is', 'ga']

/** The candidates, the likelier first: on a tie the first stands. */
const CANDIDATES: readonly { encoding: string; languages: readonly string[]; handicap: number }[] = [
  { encoding: 'windows-1252', languages: [...WESTERN, 'ee'], handicap: 0 },
  { encoding: 'macintosh', languages: WESTERN, handicap: 0.5 },
  { encoding: 'iso-8859-15', languages: WESTERN, handicap: 0.75 },
  { encoding: 'windows-1250', languages: ['pl', 'cs', 'sk', 'hu', 'ro', 'hr'], handicap: 1 },
  { encoding: 'iso-8859-2', languages: ['pl', 'cs', 'sk', 'hu', 'ro', 'hr'], handicap: 1.25 },
  { encoding: 'windows-1251', languages: ['ru', 'uk'], handicap: 1 },
  { encoding: 'koi8-r', languages: ['ru'], handicap: 1.25 },
  { encoding: 'windows-1253', languages: ['el'], handicap: 1 },
  { encoding: 'windows-1254', languages: ['tr'], handicap: 1 },
  { encoding: 'windows-1257', languages: ['lt', 'lv', 'ee'], handicap: 1.5 },
]

function bestOneByte(bytes: Uint8Array): { encoding: string; doubtful: boolean } {
  const sample = highContexts(bytes)
  const scored = CANDIDATES.map(({ encoding, languages, handicap }) => {
    const text = new TextDecoder(encoding).decode(sample)
    return { encoding, text, score: Math.max(...languages.map((language) => oneByteScore(text, language))) - handicap }
  }).sort((a, b) => b.score - a.score)
  const best = scored[0]!
  // Two encodings that read these bytes alike (Windows-1252 and Latin 9, mostly) are no doubt at all.
  const rival = scored.find((other) => other.text !== best.text)
  const count = sample.length / (2 * AROUND + 1)
  return {
    encoding: best.encoding,
    doubtful: best.score < count * 0.25 || (rival !== undefined && best.score - rival.score < Math.min(2, count * 0.4)),
  }
}

const AROUND = 3

/** The first some thousand high bytes, each with its neighbours: the rest of the text says nothing about its encoding. */
function highContexts(bytes: Uint8Array): Uint8Array {
  const parts: number[] = []
  let until = -1
  for (let index = 0; index < bytes.length && parts.length < SAMPLE; index++) {
    if (bytes[index]! < 0x80) continue
    if (index - AROUND > until + 1) parts.push(0x20)
    for (let at = Math.max(until + 1, index - AROUND); at <= Math.min(bytes.length - 1, index + AROUND); at++)
      parts.push(bytes[at]!)
    until = Math.max(until, index + AROUND)
  }
  return Uint8Array.from(parts)
}

const isLower = (character: string) => character !== character.toUpperCase()
const isUpper = (character: string) => character !== character.toLowerCase()
const isLetter = (character: string) => /\p{L}/u.test(character)
const isLatin = (character: string) => /\p{Script=Latin}/u.test(character)

/** How much a reading looks like a text of this language: each character beyond ASCII adds or takes a point or two. */
function oneByteScore(text: string, language: string | null): number {
  const alphabet = language === null ? null : alphabetOf(language)
  let score = 0
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!
    if (character < '\u0080') continue
    score += characterScore(text[index - 1] ?? ' ', character, text[index + 1] ?? ' ', alphabet)
  }
  return score
}

const alphabets = new Map<string, ReadonlySet<string>>()
function alphabetOf(language: string): ReadonlySet<string> {
  let set = alphabets.get(language)
  if (set === undefined) {
    const small = ALPHABETS[language] ?? ''
    set = new Set([...small, ...small.toLocaleUpperCase()])
    alphabets.set(language, set)
  }
  return set
}

function characterScore(before: string, character: string, after: string, alphabet: ReadonlySet<string> | null): number {
  if (character < '\u00a0' || character === '\ufffd') return -4 // C1 controls: no text has them
  if (isLetter(character) || character === '·') return letterScore(before, character, after, alphabet)
  if (isLetter(before) && isLetter(after)) return character === '’' ? 1.5 : -2 // a sign inside of a word
  switch (character) {
    case '’':
      return /[\p{L}\p{N}.,!?…]/u.test(before) ? 1 : -0.5
    case '”':
      return /[\p{L}\p{N}.,!?…’»)]/u.test(before) ? 1 : /[\p{L}]/u.test(after) ? 0 : -0.5
    case '“':
    case '‘':
    case '„':
    case '‚':
      return /[\s(«“\u00a0[—–-]/.test(before) && /[\p{L}\p{N}¿¡…‘]/u.test(after)
        ? 1
        : character === '“' && /[\p{L}.!?]/u.test(before)
          ? 0.5
          : -1
    case '«':
      return /[\s\p{L}\u00a0\u202f]/u.test(after) && !isLetter(before) ? 1 : -0.5
    case '»':
      return /[\s\p{L}\p{P}\u00a0\u202f]/u.test(before) && !isLetter(after) ? 1 : -0.5
    case '–':
    case '—':
      return /[\s\d]/.test(before) || /[\s\d]/.test(after) ? 1 : 0
    case '…':
      return /[\p{L}\s”’[(]/u.test(before) ? 1 : -0.5
    case '\u00a0':
      return /[\s:;!?»%€\d\p{L}–—]/u.test(after) || /[«\d]/.test(before) ? 0.75 : -0.5
    case '•':
      return /\s/.test(before) && /\s/.test(after) ? 1 : 0
    case '€':
      return /[\s\d\u00a0]/.test(before) || /\d/.test(after) ? 0.75 : -0.5
    case '°':
    case '²':
    case '½':
      return /\d|n|m/.test(before) || /\d/.test(before) ? 0.5 : -0.5
    case '©':
    case '®':
    case '™':
      return 0.25
    case '¿':
    case '¡':
      return alphabet?.has('ñ') === true && !isLetter(before) && (isUpper(after) || isLower(after)) ? 1 : -1
    case '×':
      return /[\d\s]/.test(before) ? 0.5 : -1
    default:
      return -1
  }
}

function letterScore(before: string, letter: string, after: string, alphabet: ReadonlySet<string> | null): number {
  const mixed =
    (isLetter(before) && isLatin(before) !== isLatin(letter)) || (isLetter(after) && isLatin(after) !== isLatin(letter))
  if (mixed) return -2
  if (letter === 'ª' || letter === 'º') return /[\d\p{L}n]/u.test(before) && !isLetter(after) ? 0.5 : -1
  if (isUpper(letter) && isLower(before)) return -2 // rÈalisÈ
  if (isUpper(letter) && isLetter(before) && (!isUpper(before) || isLower(after))) return -1 // RŽalisation
  if (isLower(letter) && isUpper(before) && isUpper(after)) return -1 // KÖlN the other way round
  const lonely = !isLetter(before) && !isLetter(after)
  if (lonely && letter !== 'à' && letter !== 'À' && letter !== 'é' && letter !== 'è' && letter !== 'ò' && letter !== 'ó')
    return isLatin(letter) ? -0.5 : 0.25
  if (alphabet === null) return 0.5
  return alphabet.has(letter) ? 1 : -1
}
