import { type Cue, escaped, tidy } from './cue.ts'

/**
 * Reads EBU STL (Tech 3264): a page of 1,024 bytes about the programme, then blocks of 128 bytes, one or more a subtitle. Times are counted
 * from the start of the programme where the file says when that is (often 10:00:00:00).
 */
export function readStl(bytes: Uint8Array): Cue[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const ascii = (from: number, length: number) => file.toString('latin1', from, from + length)
  const rate = Number(ascii(6, 2)) || 25
  const letters = lettersOf(ascii(12, 2))
  const programme = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(ascii(256, 8))
  const start = programme ? time(programme.slice(1).map(Number), rate) : 0
  const cues: (Cue & { number: number })[] = []
  let pending: Buffer[] = []
  for (let at = 1024; at + 128 <= file.length; at += 128) {
    const block = file.subarray(at, at + 128)
    const extension = block[3]!
    // User data, and comments of the translator: nobody reads them on a screen.
    if (extension === 0xfe || block[15] === 1) continue
    pending.push(block.subarray(16))
    if (extension !== 0xff) continue
    const text = textOf(Buffer.concat(pending), letters)
    pending = []
    if (text === '') continue
    const [from, to] = [time([...block.subarray(5, 9)], rate), time([...block.subarray(9, 13)], rate)]
    cues.push({ number: block.readUInt16LE(1), from, to, text, top: block[13]! > 0 && block[13]! < 8 })
  }
  // A tape that begins at ten o’clock counts from there; a file made for a cut counts from nought, whatever its first page says.
  const shift = cues.length > 0 && Math.min(...cues.map(({ from }) => from)) >= start ? start : 0
  return cues.map(({ from, to, text, top }) => ({ from: round(from - shift), to: round(to - shift), text, top }))
}

/** Whether bytes are EBU STL: the third field of its first page says so. */
export const isStl = (bytes: Uint8Array): boolean =>
  bytes.length >= 1024 && /^STL\d\d\.\d\d$/.test(Buffer.from(bytes.buffer, bytes.byteOffset + 3, 8).toString('latin1'))

const time = ([hours, minutes, seconds, frames]: number[], rate: number) =>
  hours! * 3600 + minutes! * 60 + seconds! + frames! / rate
const round = (seconds: number) => Math.round(seconds * 1000) / 1000

const MARKS: Record<number, string> = { 0x80: '<i>', 0x81: '</i>', 0x82: '<u>', 0x83: '</u>' }

function textOf(field: Buffer, letters: (bytes: Buffer) => string): string {
  let out = ''
  let run: number[] = []
  const open: string[] = []
  const flush = () => {
    out += escaped(letters(Buffer.from(run)))
    run = []
  }
  for (const byte of field) {
    if (byte === 0x8f) break
    if (byte >= 0x20 && !(byte >= 0x7f && byte < 0xa0)) {
      run.push(byte)
      continue
    }
    flush()
    const mark = MARKS[byte]
    if (byte === 0x8a) out += '\n'
    // Colours and sizes of teletext stand where a space is seen.
    else if (byte < 0x20) out += ' '
    else if (mark && !mark.startsWith('</')) {
      open.push(mark)
      out += mark
    } else if (mark && open.at(-1) === mark.replace('/', '')) {
      open.pop()
      out += mark
    }
  }
  flush()
  return tidy(
    out +
      open
        .reverse()
        .map((mark) => mark.replace('<', '</'))
        .join(''),
  )
}

/** The alphabet of a file, by its code table. */
function lettersOf(table: string): (bytes: Buffer) => string {
  const other = { '01': 'iso-8859-5', '02': 'iso-8859-6', '03': 'iso-8859-7', '04': 'iso-8859-8' }[table]
  if (!other) return latin
  const decoder = new TextDecoder(other)
  return (bytes) => decoder.decode(bytes)
}

/** Accents of ISO 6937 stand before their letter; Unicode’s after. */
const ACCENTS: Record<number, string> = {
  0xc1: '\u0300',
  0xc2: '\u0301',
  0xc3: '\u0302',
  0xc4: '\u0303',
  0xc5: '\u0304',
  0xc6: '\u0306',
  0xc7: '\u0307',
  0xc8: '\u0308',
  0xca: '\u030A',
  0xcb: '\u0327',
  0xcd: '\u030B',
  0xce: '\u0328',
  0xcf: '\u030C',
}

/** The upper half of ISO 6937 but for its accents, from A0 on; a space where nothing is. */
const UPPER = new Map(
  [
    [0xa0, '\u00A0¡¢£$¥#§¤‘“«←↑→↓'],
    [0xb0, '°±²³×µ¶·÷’”»¼½¾¿'],
    [0xd0, '―¹®©™♪¬¦    ⅛⅜⅝⅞'],
    [0xe0, 'ΩÆĐªĦ ĲĿŁØŒºÞŦŊŉ'],
    [0xf0, 'ĸæđðħıĳŀłøœßþŧŋ\u00AD'],
  ].flatMap(([from, letters]) => [...(letters as string)].map((letter, index) => [(from as number) + index, letter] as const)),
)

/** ISO 6937: the letters of Latin alphabets. */
function latin(bytes: Buffer): string {
  let out = ''
  let accent = ''
  for (const byte of bytes) {
    if (ACCENTS[byte]) {
      accent = ACCENTS[byte]
      continue
    }
    out += (byte < 0x80 ? String.fromCharCode(byte) : (UPPER.get(byte) ?? '')) + accent
    accent = ''
  }
  return out.normalize('NFC')
}
