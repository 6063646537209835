/**
 * Word documents (ECMA-376, WordprocessingML) to text. Own walk over the XML: insertions are accepted and deletions left
 * out, text boxes come after the paragraph they hang on, footnotes at the end, hidden text and field codes stay out.
 */
import { GAP, joinBlocks, tidy } from './blocks.ts'
import { startColumn } from './column.ts'
import { DocumentError, type DocumentNote } from './errors.ts'
import { decodeXml, leavingOut, localName, readMarkup, type Attributes } from './markup.ts'
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
function readWordXml(source: string) {
  const column = startColumn()
  const references = new Set<string>()
  let tracked = false
  let hidden = false
  let inText = false
  let inProperties = false // pPr: its tabs are stops, its style a heading
  let runHidden = false

  const add = (words: string) => {
    if (runHidden) hidden ||= words.trim() !== ''
    else column.add(words)
  }
  const style = (name: string, attributes: Attributes) => {
    const paragraph = column.paragraph()
    if (paragraph === null) return
    if (name === 'pStyle' && /^(?:heading|title|titre|überschrift|berschrift|ttulo|titolo)/i.test(value(attributes)))
      paragraph.kind = 'heading'
    if (name === 'outlineLvl' && value(attributes) !== '9') paragraph.kind = 'heading'
    if (name === 'numId' && value(attributes) !== '0' && paragraph.kind === 'body') paragraph.kind = 'item'
  }

  const events = {
    seen(name: string) {
      tracked ||= name === 'del' || name === 'ins' || name === 'moveFrom' || name === 'moveTo'
    },
    open(name: string, attributes: Attributes, alone: boolean) {
      switch (name) {
        case 'p':
          return column.startParagraph('body')
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
          return column.enter('table')
        case 'txbxContent':
          return column.enter('aside')
        default:
          if (inProperties) style(name, attributes)
      }
    },
    close(name: string) {
      switch (name) {
        case 'p':
          return column.endParagraph()
        case 'pPr':
          inProperties = false
          return
        case 'r':
          runHidden = false
          return
        case 't':
          inText = false
          return
        case 'tc':
          return column.endCell()
        case 'tr':
          return column.endRow()
        case 'tbl':
          return column.leave('table')
        case 'txbxContent':
          return column.leave('aside')
        default:
      }
    },
    text(words: string) {
      if (inText) add(words)
    },
  }
  readMarkup(source, 'xml', leavingOut(LEFT_OUT, events, localName))
  return { blocks: column.finish().map((block) => ({ ...block, text: tidy(block.text) })), references, tracked, hidden }
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
