/** HTML to text, as a person reads the page: blocks as lines, tables by tabs, nothing of what the page hides. */
import { decodeText } from './encoding.ts'
import type { DocumentNote } from './errors.ts'
import { joinBlocks, rowsOfTable, tidy, type Block } from './blocks.ts'
import { readMarkup, type Attributes } from './markup.ts'

const SKIPPED = new Set([
  'script',
  'style',
  'nav',
  'template',
  'svg',
  'math',
  'head',
  'noscript',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'select',
  'button',
  'datalist',
  'dialog',
  'map',
])
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
const PARAGRAPHS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'table',
  'dl',
  'section',
  'article',
  'aside',
  'header',
  'footer',
  'main',
  'pre',
  'figure',
  'hr',
  'fieldset',
  'form',
])
const LINES = new Set([
  'div',
  'li',
  'dt',
  'dd',
  'tr',
  'address',
  'caption',
  'figcaption',
  'center',
  'legend',
  'summary',
  'details',
  'body',
  'html',
  'thead',
  'tbody',
  'tfoot',
  'option',
  'td',
  'th',
  'title',
])
/** Elements that a second one of their kind closes: `<li>…<li>`. */
const CLOSED_BY_THEIR_LIKE = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd', 'option'])
const VIDEO_HOSTS =
  /^https?:\/\/(?:[\w-]+\.)?(?:vimeo\.com|youtube\.com|youtube-nocookie\.com|youtu\.be|dailymotion\.com|dai\.ly)\//i
const MOST_TABLES = 12 // tables in tables, of old mail programs; deeper ones are read as lines

/** What the page says its encoding is: `<meta charset>` or `http-equiv`, in its first 4,096 bytes; null when it says nothing usable. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const label =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)?.[1]
  if (label === undefined) return null
  try {
    const encoding = new TextDecoder(label).encoding
    // A page whose own ASCII could be read cannot be UTF-16, whatever it says (HTML §13.2.3.2).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}

/**
 * The words of a page.
 *
 * @example
 * htmlText('<h1>The Salt Road</h1><dl><dt>Year<dd>2020</dl>').text // "The Salt Road\n\nYear: 2020"
 */
export function htmlText(html: string): { text: string; notes: DocumentNote[] } {
  const page = startPage()
  readMarkup(html, 'html', page)
  const notes: DocumentNote[] = page.hidden() ? [{ code: 'hidden-text', params: {} }] : []
  return { text: page.finish(), notes }
}

/** Bytes of a page to its words. */
export function readHtml(bytes: Uint8Array): { text: string; encoding: string; notes: DocumentNote[] } {
  const decoded = decodeText(bytes, declaredCharset(bytes))
  const page = htmlText(decoded.text)
  return { text: page.text, encoding: decoded.encoding, notes: [...decoded.notes, ...page.notes] }
}

/** One run of text in the making: a page, or one cell of a table. */
interface Column {
  parts: string[]
  breaks: number // line ends wanted before the next word
  glue: string | null // written instead of them: between a label and its value
  space: boolean
  filled: boolean
  spans: Spans
}

/** The line in the making as a row of `<span>`s: a page parts facts by the distance between them, which a text does not have. */
interface Spans {
  /** Which of the parts begin a span. */
  starts: number[]
  open: boolean
  /** Words stand outside of spans: a sentence, and no row. */
  between: boolean
}

const MOST_SPANS = 24
const YEAR_OR_LENGTH = /^(?:(?:18|19|20)\d\d|\d{1,3}\s?(?:['’′]|min\b.{0,4}|mn|minut\w{0,3}))$/i

function startColumn(): Column {
  return { parts: [], breaks: 0, glue: null, space: false, filled: false, spans: noSpans() }
}

function noSpans(): Spans {
  return { starts: [], open: false, between: false }
}

function startPage() {
  let column = startColumn()
  const tables: { outer: Column; cells: string[]; rows: Block[]; row: ReturnType<typeof rowsOfTable>; open: boolean }[] = []
  let skipping: { name: string; depth: number } | null = null
  let hidden = false
  let preformatted = 0
  /** The parts of the page's `<main>`: they are said first, what surrounds them after. */
  let main: { from: number; to: number } | null = null
  let values = 0 // dd elements since the last dt; -1 before any dt
  let link: { href: string; from: number } | null = null

  const say = (words: string) => {
    if (words === '') return
    if (!column.spans.open) column.spans.between = true
    if (column.filled) {
      if (column.glue !== null) column.parts.push(column.glue)
      else if (column.breaks > 0) column.parts.push(column.breaks === 1 ? '\n' : '\n\n')
      else if (column.space) column.parts.push(' ')
    }
    column.parts.push(words)
    column.breaks = 0
    column.glue = null
    column.space = false
    column.filled = true
  }
  /** `<span>Norway</span> <span>2024</span> <span>78 min</span>` becomes `Norway | 2024 | 78 min`; words in spans that are no row of facts stay as they are. */
  const endRowOfSpans = () => {
    const { starts, between } = column.spans
    column.spans = { ...noSpans(), open: column.spans.open }
    const texts = starts.map((from, at) =>
      column.parts
        .slice(from, starts[at + 1])
        .join('')
        .trim(),
    )
    const row = !between && starts.length >= 3 && starts.length <= MOST_SPANS && texts.every((text) => text.length <= 80)
    if (!row || !texts.some((text) => YEAR_OR_LENGTH.test(text))) return
    for (const from of starts.slice(1)) column.parts[from] = ` | ${column.parts[from]!.trimStart()}`
  }
  const apart = (lines: number) => {
    endRowOfSpans()
    column.breaks = Math.max(column.breaks, lines)
    column.space = false
  }

  const endCell = () => {
    const table = tables.at(-1)
    if (table === undefined || !table.open) return
    table.cells.push(tidy(column.parts.join('')))
    table.open = false
    column = startColumn()
  }
  const endRow = () => {
    endCell()
    const table = tables.at(-1)
    if (table === undefined || table.cells.length === 0) return
    table.rows.push(...table.row(table.cells))
    table.cells = []
  }
  const endTable = () => {
    // Words between rows and cells (a caption) are part of the table too.
    const table = tables.at(-1)
    if (table === undefined) return
    endRow()
    const stray = tidy(column.parts.join(''))
    tables.pop()
    column = table.outer
    const text = joinBlocks(stray === '' ? table.rows : [{ text: stray, kind: 'body' }, ...table.rows])
    apart(2)
    say(text)
    apart(2)
  }
  const strayToRow = (table: { rows: Block[] }) => {
    const stray = tidy(column.parts.join(''))
    if (stray !== '') table.rows.push({ text: stray, kind: 'body' })
    column = startColumn()
  }

  const openTable = () => {
    if (tables.length >= MOST_TABLES) return apart(1)
    tables.push({ outer: column, cells: [], rows: [], row: rowsOfTable(), open: false })
    column = startColumn()
  }
  const openCell = () => {
    const table = tables.at(-1)
    if (table === undefined) return apart(1)
    endCell()
    if (column.filled) strayToRow(table)
    table.open = true
  }

  const openBlock = (name: string) => {
    if (name === 'table') return openTable()
    if (name === 'tr') return tables.length > 0 ? endRow() : apart(1)
    if (name === 'td' || name === 'th') return openCell()
    if (name === 'br') {
      endRowOfSpans()
      column.breaks = Math.min(2, column.breaks + 1)
      column.space = false
      return
    }
    if (name === 'pre') preformatted++
    if (PARAGRAPHS.has(name)) apart(name === 'dl' || name === 'ul' || name === 'ol' ? (column.glue === null ? 2 : 0) : 2)
    else if (LINES.has(name)) apart(1)
    if (name === 'li') {
      say('•')
      column.space = true
    }
    if (name === 'dt') values = 0
    if (name === 'dd') {
      if (values === 0) column.glue = /[:：]\s*$/.test(column.parts.at(-1) ?? '') ? ' ' : ': '
      else if (values > 0) column.glue = ', '
      values = values < 0 ? -1 : values + 1
    }
  }
  values = -1

  return {
    hidden: () => hidden,
    open(name: string, attributes: Attributes) {
      if (skipping?.name === 'head' && (name === 'body' || PARAGRAPHS.has(name) || (LINES.has(name) && name !== 'title')))
        skipping = null // </head> may be left out
      if (skipping !== null) {
        if (name !== skipping.name) return
        if (!CLOSED_BY_THEIR_LIKE.has(name)) {
          skipping.depth++
          return
        }
        skipping = null
      }
      if (!VOID.has(name)) {
        const isHidden = hiddenByItself(attributes)
        if (isHidden) hidden = true
        if (isHidden || SKIPPED.has(name)) {
          skipping = { name, depth: 1 }
          return
        }
      }
      if (name === 'span' && !column.spans.open) {
        column.spans.open = true
        column.spans.starts.push(column.parts.length)
      }
      if ((name === 'main' || attributes.get('role') === 'main') && main === null && tables.length === 0) {
        apart(2)
        main = { from: column.parts.length, to: -1 }
      }
      if (name === 'a') link = { href: attributes.get('href') ?? '', from: column.parts.length }
      openBlock(name)
    },
    close(name: string) {
      if (skipping !== null) {
        if (name === skipping.name && --skipping.depth === 0) skipping = null
        return
      }
      if (name === 'a' && link !== null) {
        const { href, from } = link
        link = null
        if (
          VIDEO_HOSTS.test(href) &&
          href.length < 500 &&
          !column.parts
            .slice(from, from + 20)
            .join('')
            .includes('://')
        )
          say(`: ${href}`)
      }
      if (name === 'span') column.spans.open = false
      if (name === 'pre' && preformatted > 0) preformatted--
      if (name === 'td' || name === 'th') return endCell()
      if (name === 'tr') return endRow()
      if (name === 'table') return endTable()
      if (name === 'main' && main !== null && main.to < 0 && tables.length === 0) {
        endRowOfSpans()
        main.to = column.parts.length
      }
      if (name === 'dl') values = -1
      if (PARAGRAPHS.has(name)) apart(2)
      else if (LINES.has(name)) apart(1)
      if (name === 'br') openBlock('br')
    },
    text(words: string) {
      if (skipping !== null) return
      if (preformatted > 0) {
        const lines = words.split('\n')
        for (let index = 0; index < lines.length; index++) {
          if (index > 0) column.breaks = Math.min(2, column.breaks + 1)
          if (lines[index]!.trim() !== '') say(lines[index]!)
        }
        return
      }
      const pieces = words.split(/[ \t\n\r\f]+/)
      for (let index = 0; index < pieces.length; index++) {
        if (index > 0) column.space = column.breaks === 0 && column.glue === null
        say(pieces[index]!)
      }
    },
    finish(): string {
      endRowOfSpans()
      while (tables.length > 0) endTable()
      return tidy(mainFirst(column.parts, main))
    },
  }
}

/** What a page says in its `<main>`, then what stands before and after it. */
function mainFirst(parts: readonly string[], main: { from: number; to: number } | null): string {
  if (main === null || main.to < 0 || main.from === 0 || main.to - main.from < 2) return parts.join('')
  const text = (from: number, to?: number) => parts.slice(from, to).join('').trim()
  return [text(main.from, main.to), text(0, main.from), text(main.to)].filter((one) => one !== '').join('\n\n')
}

function hiddenByItself(attributes: Attributes): boolean {
  if (attributes.size === 0) return false
  if (attributes.has('hidden')) return true
  const style = attributes.get('style')
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 2000))
}
