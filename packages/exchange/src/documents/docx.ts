/**
 * Word documents (ECMA-376, WordprocessingML) to text. Own walk over the XML: insertions are accepted and deletions left
 * out, text boxes come after the paragraph they hang on, footnotes at the end, hidden text and field codes stay out.
 */
import { GAP, joinBlocks, joinCells, tidy, type Block } from './blocks.ts'
import { DocumentError, type DocumentNote } from './errors.ts'
import { decodeXml, localName, readMarkup, type Attributes } from './markup.ts'
import type { Zip } from './zip.ts'

/** The words of a DOCX that was opened as a ZIP. */
export function docxText(zip: Zip): { text: string; notes: DocumentNote[] } {
  const part = (name: string) => {
    const entry = zip.entries.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
    return entry === undefined ? null : decodeXml(zip.read(entry))
  }
  const main = mainPart(part('_rels/.rels'))
  const source = part(main) ?? part('word/document.xml')
  if (source === null) throw new DocumentError('damaged')
  const body = readWordXml(source)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const blocks = [...body.blocks]
  for (const notes of ['footnotes', 'endnotes']) {
    if (!body.references.has(notes)) continue
    const text = part(`${folder}${notes}.xml`)
    if (text !== null) blocks.push(GAP, ...readWordXml(text).blocks)
  }
  const notes: DocumentNote[] = []
  if (body.tracked) notes.push({ code: 'tracked-changes', params: {} })
  if (body.hidden) notes.push({ code: 'hidden-text', params: {} })
  return { text: joinBlocks(blocks), notes }
}

/** Where the package says its document is; a name within the package, never a path on a disk. */
function mainPart(relationships: string | null): string {
  let target = 'word/document.xml'
  if (relationships === null) return target
  readMarkup(relationships, 'xml', {
    open(name, attributes) {
      if (localName(name) === 'Relationship' && attributes.get('Type')?.endsWith('/officeDocument') === true) {
        target = (attributes.get('Target') ?? target).replace(/^\//, '')
      }
    },
    close() {},
    text() {},
  })
  return target
}

interface Paragraph {
  parts: string[]
  kind: Block['kind']
  boxes: Block[]
}

/** Elements whose words are not part of the text as it stands once changes are accepted. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'fldData',
  'posOffset',
  'pctWidth',
  'pctHeight',
  'sectPr',
  'tblPr',
  'tblGrid',
  'trPr',
  'tcPr',
])
const MOST_NESTED = 40

function readWordXml(source: string) {
  let blocks: Block[] = []
  const references = new Set<string>()
  let tracked = false
  let hidden = false
  let skipping: { name: string; depth: number } | null = null
  let paragraph: Paragraph | null = null
  let inText = false
  let inProperties = false // pPr: its tabs are stops, its style a heading
  let runHidden = false
  /** What is around the text box or table cell being read. */
  const around: { kind: 'box' | 'table'; blocks: Block[]; paragraph: Paragraph | null; cells: string[]; rows: Block[] }[] = []
  let beyond = 0 // tables and boxes nested deeper than any writer nests them: read as plain paragraphs

  const add = (words: string) => {
    if (runHidden) {
      hidden ||= words.trim() !== ''
      return
    }
    paragraph?.parts.push(words)
  }
  const endParagraph = () => {
    if (paragraph === null) return
    const text = paragraph.parts.join('')
    // A page break in the middle of a paragraph parts it.
    const pieces = text.split('\f')
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) blocks.push(GAP)
      blocks.push({ text: piece, kind: paragraph.kind })
    }
    if (paragraph.boxes.length > 0) blocks.push(GAP, ...paragraph.boxes, GAP)
    paragraph = null
  }
  const endCell = () => {
    const table = around.at(-1)
    if (table?.kind !== 'table') return
    endParagraph()
    table.cells.push(joinBlocks(blocks))
    blocks = []
  }
  const endRow = () => {
    const table = around.at(-1)
    if (table?.kind !== 'table') return
    table.rows.push(...joinCells(table.cells))
    table.cells = []
  }
  const leave = (kind: 'box' | 'table') => {
    const inner = around.at(-1)
    if (inner === undefined || inner.kind !== kind) return
    endParagraph()
    if (kind === 'table') {
      if (blocks.length > 0) endCell()
      endRow()
    }
    around.pop()
    const content = kind === 'table' ? inner.rows : blocks
    blocks = inner.blocks
    paragraph = inner.paragraph
    if (kind === 'box' && paragraph !== null) paragraph.boxes.push(GAP, ...content)
    else blocks.push(GAP, ...content, GAP)
  }
  const enter = (kind: 'box' | 'table') => {
    if (around.length >= MOST_NESTED) {
      beyond++
      return
    }
    around.push({ kind, blocks, paragraph, cells: [], rows: [] })
    blocks = []
    paragraph = null
  }

  const style = (name: string, attributes: Attributes) => {
    if (paragraph === null) return
    if (name === 'pStyle' && /^(?:heading|title|titre|überschrift|berschrift|ttulo|titolo)/i.test(value(attributes)))
      paragraph.kind = 'heading'
    if (name === 'outlineLvl' && value(attributes) !== '9') paragraph.kind = 'heading'
    if (name === 'numId' && value(attributes) !== '0' && paragraph.kind === 'body') paragraph.kind = 'item'
  }

  readMarkup(source, 'xml', {
    open(qualified, attributes, alone) {
      const name = localName(qualified)
      if (skipping !== null) {
        if (name === skipping.name && !alone) skipping.depth++
        return
      }
      if (name === 'del' || name === 'ins' || name === 'moveFrom' || name === 'moveTo') tracked = true
      if (LEFT_OUT.has(name) && !alone) {
        skipping = { name, depth: 1 }
        return
      }
      switch (name) {
        case 'p':
          endParagraph()
          paragraph = { parts: [], kind: 'body', boxes: [] }
          return
        case 'pPr':
          inProperties = !alone
          return
        case 'r':
          runHidden = false
          return
        case 'vanish':
        case 'webHidden':
          if (!inProperties && value(attributes) !== '0' && value(attributes) !== 'false') runHidden = true
          return
        case 't':
          inText = !alone
          return
        case 'tab':
        case 'ptab':
          if (!inProperties) add('\t')
          return
        case 'br':
          add(/^(?:page|column)$/.test(attributes.get('w:type') ?? '') ? '\f' : '\n')
          return
        case 'cr':
          add('\n')
          return
        case 'noBreakHyphen':
          add('\u2011')
          return
        case 'sym':
          add(symbol(attributes))
          return
        case 'footnoteReference':
          references.add('footnotes')
          return
        case 'endnoteReference':
          references.add('endnotes')
          return
        case 'tbl':
          return enter('table')
        case 'txbxContent':
          return enter('box')
        default:
          if (inProperties) style(name, attributes)
      }
    },
    close(qualified) {
      const name = localName(qualified)
      if (skipping !== null) {
        if (name === skipping.name && --skipping.depth === 0) skipping = null
        return
      }
      if (name === 'p') endParagraph()
      else if (name === 'pPr') inProperties = false
      else if (name === 'r') runHidden = false
      else if (name === 't') inText = false
      else if (name === 'tc') endCell()
      else if (name === 'tr') endRow()
      else if (name === 'tbl' || name === 'txbxContent') {
        if (beyond > 0) beyond--
        else leave(name === 'tbl' ? 'table' : 'box')
      }
    },
    text(words) {
      if (skipping === null && inText) add(words)
    },
  })
  while (around.length > 0) leave(around.at(-1)!.kind)
  endParagraph()
  return { blocks: blocks.map((block) => ({ ...block, text: tidy(block.text) })), references, tracked, hidden }
}

function value(attributes: Attributes): string {
  return attributes.get('w:val') ?? ''
}

/** A sign of a symbol font; the bullets and arrows that sheets use are the same code in Symbol and Wingdings. */
function symbol(attributes: Attributes): string {
  const code = Number.parseInt(attributes.get('w:char') ?? '', 16)
  if (!Number.isInteger(code) || code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ''
  return code >= 0xf000 && code <= 0xf0ff ? '•' : String.fromCodePoint(code)
}
