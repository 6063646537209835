/** RTF (Word's and TextEdit's interchange format, specification 1.9.1) to text, in one pass. */
import { GAP, joinBlocks, rowsOfTable, type Block } from './blocks.ts'
import { DocumentError, type DocumentNote } from './errors.ts'

/** Destinations that hold no words of the text. */
const LEFT_OUT = new Set(
  (
    'fonttbl colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable revtbl rsidtbl generator xmlnstbl ' +
    'themedata colorschememapping datastore latentstyles fldinst bkmkstart bkmkend xe tc annotation atnid atnauthor mmathPr wgrffmtfilter pgptbl filetbl expandedcolortbl nonshppict sp sn sv shpinst-none'
  ).split(' '),
)
/** Starred destinations whose words are shown all the same. */
const SHOWN = new Set(['shptxt', 'shpinst', 'fldrslt', 'footnote'])
const SIGNS: Record<string, string> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: ' ',
}
/** ANSI code pages by their Windows number, and the Mac's. */
const CODE_PAGES: Record<number, string> = {
  437: 'windows-1252',
  708: 'windows-1256',
  850: 'windows-1252',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}
/** `\fcharsetN` of the font table to the encoding of text in that font. */
const CHARSETS: Record<number, string> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
}

/** What a group `{…}` changes until it ends. */
interface Group {
  skip: boolean
  hidden: boolean
  fallback: number // characters after \u that stand in for it (\uc)
  font: number
  fonts: boolean // within the font table
}

/** A document in the making: what was read so far, and what the next words are. */
class Pages {
  readonly blocks: Block[] = []
  group: Group = { skip: false, hidden: false, fallback: 1, font: 0, fonts: false }
  encoding = 'windows-1252'
  tracked = false
  hidden = false
  inTable = false
  item = false
  standIns = 0
  readonly #outer: Group[] = []
  readonly #fonts = new Map<number, string>()
  #words: string[] = []
  #run: number[] = [] // bytes of \'xx that may be one character together
  #cells: string[] = []
  #row = rowsOfTable()

  open(): void {
    this.#endRun()
    if (this.#outer.length < 10_000) this.#outer.push(this.group)
    this.group = { ...this.group }
    this.standIns = 0
  }

  close(): void {
    this.#endRun()
    this.group = this.#outer.pop() ?? this.group
    this.standIns = 0
  }

  add(text: string): void {
    if (this.group.skip) return
    if (this.group.hidden) {
      this.hidden ||= text.trim() !== ''
      return
    }
    this.#endRun()
    this.#words.push(text)
  }

  addByte(byte: number): void {
    if (this.standIns > 0) this.standIns--
    else if (!this.group.skip && !this.group.hidden) this.#run.push(byte)
  }

  /** Plain words, without those that stand in for a `\u` that was read. */
  addPlain(text: string): void {
    const rest = text.slice(this.standIns)
    this.standIns = Math.max(0, this.standIns - text.length)
    if (rest !== '') this.add(rest)
  }

  useFont(font: number): void {
    this.#endRun()
    this.group.font = font
  }

  /** The font table says in which alphabet the bytes of a font are. */
  nameFont(encoding: string): void {
    if (this.#fonts.size < 10_000) this.#fonts.set(this.group.font, encoding)
  }

  endParagraph(): void {
    this.#endRun()
    const text = this.#words.join('')
    this.#words = []
    if (this.inTable) {
      this.#cells.push(text)
      return
    }
    this.#row = rowsOfTable() // the table above is over
    this.blocks.push({ text: this.item ? text.replace(/^[•·\-\s]+/, '') : text, kind: this.item ? 'item' : 'body' })
    this.item = false
  }

  endRow(): void {
    this.#endRun()
    this.blocks.push(...this.#row(this.#cells))
    this.#cells = []
    this.inTable = false
  }

  #endRun(): void {
    if (this.#run.length === 0) return
    const encoding = this.#fonts.get(this.group.font) ?? this.encoding
    this.#words.push(new TextDecoder(encoding).decode(Uint8Array.from(this.#run)))
    this.#run = []
  }
}

const endCell = (pages: Pages): void => {
  pages.inTable = true
  pages.endParagraph()
}
const endParagraph = (pages: Pages): void => (pages.inTable ? pages.add('\n') : pages.endParagraph())
const skipMarker = (pages: Pages): void => {
  pages.item = true
  pages.group.skip = true
}

/** What the words behind a backslash do, beyond those that leave out or write a sign. */
const CONTROLS: Readonly<Record<string, (pages: Pages, parameter: number | null) => void>> = {
  par: endParagraph,
  sect: endParagraph,
  page: (pages) => {
    pages.endParagraph()
    pages.blocks.push(GAP)
  },
  pard: (pages) => void (pages.inTable = false),
  intbl: (pages) => void (pages.inTable = true),
  cell: endCell,
  nestcell: endCell,
  row: (pages) => pages.endRow(),
  nestrow: (pages) => pages.endRow(),
  listtext: skipMarker,
  pntext: skipMarker,
  ansicpg: (pages, number) => void (number !== null && (pages.encoding = codePage(number))),
  mac: (pages) => void (pages.encoding = 'macintosh'),
  f: (pages, font) => pages.useFont(font ?? 0),
  uc: (pages, count) => void (pages.group.fallback = Math.min(Math.max(count ?? 1, 0), 10)),
  u: (pages, code) => {
    pages.add(String.fromCharCode(((code ?? 63) + 0x10000) % 0x10000))
    pages.standIns = pages.group.fallback
  },
  v: (pages, on) => void (pages.group.hidden = on !== 0),
  deleted: (pages, on) => {
    pages.tracked = true
    pages.group.skip = on !== 0
  },
  revised: (pages) => void (pages.tracked = true),
}

function control(pages: Pages, word: string, parameter: number | null): void {
  if (word === 'fonttbl') pages.group.fonts = true
  if (pages.group.fonts && parameter !== null) {
    if (word === 'f') pages.group.font = parameter
    const charset = word === 'fcharset' ? CHARSETS[parameter] : undefined
    if (charset !== undefined) pages.nameFont(charset)
  }
  if (LEFT_OUT.has(word)) pages.group.skip = true
  if (pages.group.skip) return
  const sign = SIGNS[word]
  if (sign !== undefined) pages.add(sign)
  else if (Object.hasOwn(CONTROLS, word)) CONTROLS[word]!(pages, parameter)
}

/** What one mark behind a backslash writes. */
const MARKS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '\u2011', '\\': '\\', '{': '{', '}': '}' }

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi

/** The words of an RTF document. */
export function rtfText(bytes: Uint8Array): { text: string; encoding: string; notes: DocumentNote[] } {
  const source = new TextDecoder('latin1').decode(bytes) // windows-1252 by WHATWG's rules, but RTF is 7-bit: others are escaped
  const pages = new Pages()
  const token = new RegExp(TOKEN)
  let depth = 0
  let starred = false
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [, word, parameter, hex, mark, brace, plain] = match
    if (word === 'bin') {
      token.lastIndex += Math.max(0, Number(parameter ?? 0)) // raw bytes follow: not to be read as RTF
    } else if (word !== undefined) {
      if (starred && !SHOWN.has(word)) pages.group.skip = true
      starred = false
      pages.standIns = 0
      control(pages, word, parameter === undefined ? null : Number(parameter))
    } else if (hex !== undefined) {
      pages.addByte(Number.parseInt(hex, 16))
    } else if (mark === '*') {
      starred = true
    } else if (mark === '\n' || mark === '\r') {
      control(pages, 'par', null)
    } else if (mark !== undefined) {
      // "\-" and the like write nothing: what is begun goes on behind them
      if (MARKS[mark] !== undefined) pages.add(MARKS[mark])
    } else if (brace === '{') {
      depth++
      pages.open()
    } else if (brace === '}') {
      depth--
      pages.close()
      starred = false
      if (depth <= 0) break // what follows the document is not part of it
    } else if (plain !== undefined) {
      pages.addPlain(plain)
    }
  }
  pages.endParagraph()
  pages.endRow()
  const { blocks, encoding } = pages
  if (blocks.length === 0) throw new DocumentError('no-text')
  const notes: DocumentNote[] = []
  if (pages.tracked) notes.push({ code: 'tracked-changes', params: {} })
  if (pages.hidden) notes.push({ code: 'hidden-text', params: {} })
  if (depth > 0) notes.push({ code: 'cut-short', params: {} })
  return { text: joinBlocks(blocks), encoding, notes }
}

function codePage(number: number): string {
  const name = CODE_PAGES[number] ?? `windows-${number}`
  try {
    return new TextDecoder(name).encoding
  } catch {
    return 'windows-1252'
  }
}
