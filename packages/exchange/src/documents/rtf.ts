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

interface State {
  skip: boolean
  hidden: boolean
  fallback: number // characters after \u that stand in for it (\uc)
  font: number
  fonts: boolean // within the font table
}

/** The words of an RTF document. */
export function rtfText(bytes: Uint8Array): { text: string; encoding: string; notes: DocumentNote[] } {
  const source = new TextDecoder('latin1').decode(bytes) // windows-1252 by WHATWG's rules, but RTF is 7-bit: others are escaped
  const blocks: Block[] = []
  const stack: State[] = []
  let state: State = { skip: false, hidden: false, fallback: 1, font: 0, fonts: false }
  let words: string[] = []
  let run: number[] = [] // bytes of \'xx that may be one character together
  let cells: string[] = []
  let row = rowsOfTable()
  let item = false
  let inTable = false
  let page = 'windows-1252'
  let tracked = false
  let hidden = false
  let standIns = 0
  const fonts = new Map<number, string>()

  const flush = () => {
    if (run.length === 0) return
    const encoding = fonts.get(state.font) ?? page
    words.push(new TextDecoder(encoding).decode(Uint8Array.from(run)))
    run = []
  }
  const add = (text: string) => {
    if (state.skip) return
    if (state.hidden) {
      hidden ||= text.trim() !== ''
      return
    }
    flush()
    words.push(text)
  }
  const endParagraph = () => {
    flush()
    const text = words.join('')
    words = []
    if (inTable) {
      cells.push(text)
      return
    }
    row = rowsOfTable() // the table above is over
    blocks.push({ text: item ? text.replace(/^[•·\-\s]+/, '') : text, kind: item ? 'item' : 'body' })
    item = false
  }

  const control = (word: string, parameter: number | null) => {
    if (word === 'fonttbl') state.fonts = true
    if (state.fonts) {
      if (word === 'f' && parameter !== null) state.font = parameter
      const charset = word === 'fcharset' && parameter !== null ? CHARSETS[parameter] : undefined
      if (charset !== undefined && fonts.size < 10_000) fonts.set(state.font, charset)
    }
    if (LEFT_OUT.has(word)) state.skip = true
    if (state.skip) return
    const sign = SIGNS[word]
    if (sign !== undefined) return add(sign)
    switch (word) {
      case 'par':
      case 'sect':
        return inTable ? add('\n') : endParagraph()
      case 'page':
        endParagraph()
        blocks.push(GAP)
        return
      case 'pard':
        inTable = false
        return
      case 'intbl':
        inTable = true
        return
      case 'cell':
      case 'nestcell':
        inTable = true
        return endParagraph()
      case 'row':
      case 'nestrow':
        flush()
        blocks.push(...row(cells))
        cells = []
        inTable = false
        return
      case 'listtext':
      case 'pntext':
        item = true
        state.skip = true
        return
      case 'ansicpg':
        if (parameter !== null) page = codePage(parameter)
        return
      case 'mac':
        page = 'macintosh'
        return
      case 'f':
        flush()
        state.font = parameter ?? 0
        return
      case 'uc':
        state.fallback = Math.min(Math.max(parameter ?? 1, 0), 10)
        return
      case 'u': {
        const code = ((parameter ?? 63) + 0x10000) % 0x10000
        add(String.fromCharCode(code))
        standIns = state.fallback
        return
      }
      case 'v':
        state.hidden = parameter !== 0
        return
      case 'deleted':
        tracked = true
        state.skip = parameter !== 0
        return
      case 'revised':
        tracked = true
        return
      default:
    }
  }

  const pattern = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi
  let depth = 0
  let starred = false
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const [, word, parameter, hex, symbol, brace, plain] = match
    if (word !== undefined) {
      if (word === 'bin') {
        pattern.lastIndex += Math.max(0, Number(parameter ?? 0)) // raw bytes follow: not to be read as RTF
        continue
      }
      if (starred && !SHOWN.has(word)) state.skip = true
      starred = false
      standIns = 0
      control(word, parameter === undefined ? null : Number(parameter))
    } else if (hex !== undefined) {
      if (standIns > 0) standIns--
      else if (!state.skip && !state.hidden) run.push(Number.parseInt(hex, 16))
    } else if (symbol !== undefined) {
      if (symbol === '*') starred = true
      else if (symbol === '~') add('\u00a0')
      else if (symbol === '_') add('\u2011')
      else if (symbol === '\n' || symbol === '\r') control('par', null)
      else if (symbol === '\\') add('\\')
      else if (symbol === '{' || symbol === '}') add(symbol)
    } else if (brace === '{') {
      flush()
      depth++
      if (stack.length < 10_000) stack.push(state)
      state = { ...state }
      standIns = 0
    } else if (brace === '}') {
      flush()
      depth--
      state = stack.pop() ?? state
      standIns = 0
      starred = false
      if (depth <= 0) break // what follows the document is not part of it
    } else if (plain !== undefined) {
      const rest = standIns > 0 ? plain.slice(standIns) : plain
      standIns = Math.max(0, standIns - plain.length)
      if (rest !== '') add(rest)
    }
  }
  endParagraph()
  if (cells.length > 0) blocks.push(...row(cells))
  if (blocks.length === 0) throw new DocumentError('no-text')
  const notes: DocumentNote[] = []
  if (tracked) notes.push({ code: 'tracked-changes', params: {} })
  if (hidden) notes.push({ code: 'hidden-text', params: {} })
  if (depth > 0) notes.push({ code: 'cut-short', params: {} })
  return { text: joinBlocks(blocks), encoding: page, notes }
}

function codePage(number: number): string {
  const name = CODE_PAGES[number] ?? `windows-${number}`
  try {
    return new TextDecoder(name).encoding
  } catch {
    return 'windows-1252'
  }
}
