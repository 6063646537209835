/** OpenDocument texts (ISO/IEC 26300) to text: LibreOffice's own format. Deletions are left out, notes come after their paragraph. */
import { GAP, joinBlocks, joinCells, type Block } from './blocks.ts'
import { DocumentError, type DocumentNote } from './errors.ts'
import { decodeXml, readMarkup } from './markup.ts'
import type { Zip } from './zip.ts'

const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'text:note-citation',
  'text:table-of-content-source',
  'text:sequence-decls',
  'text:ruby-text',
  'office:forms',
  'svg:title',
  'svg:desc',
])
const MOST_NESTED = 40

/** The words of an ODT that was opened as a ZIP. */
export function odtText(zip: Zip): { text: string; notes: DocumentNote[] } {
  if (zip.entries.some((entry) => entry.name === 'META-INF/manifest.xml' && /encryption-data/.test(decodeXml(zip.read(entry))))) {
    throw new DocumentError('encrypted')
  }
  const content = zip.entries.find((entry) => entry.name === 'content.xml')
  if (content === undefined) throw new DocumentError('damaged')
  const { blocks, tracked } = readOdtXml(decodeXml(zip.read(content)))
  return { text: joinBlocks(blocks), notes: tracked ? [{ code: 'tracked-changes', params: {} }] : [] }
}

interface Paragraph {
  parts: string[]
  kind: Block['kind']
  after: Block[]
}
interface Outer {
  kind: 'aside' | 'table'
  blocks: Block[]
  paragraph: Paragraph | null
  cells: string[]
  rows: Block[]
}

function readOdtXml(source: string): { blocks: Block[]; tracked: boolean } {
  let blocks: Block[] = []
  let paragraph: Paragraph | null = null
  let skipping: { name: string; depth: number } | null = null
  let lists = 0
  let first = false // the next paragraph is the first of its list item
  let tracked = false
  let beyond = 0
  const around: Outer[] = []

  const endParagraph = () => {
    if (paragraph === null) return
    blocks.push({ text: paragraph.parts.join(''), kind: paragraph.kind })
    if (paragraph.after.length > 0) blocks.push(GAP, ...paragraph.after, GAP)
    paragraph = null
  }
  const enter = (kind: Outer['kind']) => {
    if (around.length >= MOST_NESTED) {
      beyond++
      return
    }
    around.push({ kind, blocks, paragraph, cells: [], rows: [] })
    blocks = []
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
  const leave = (kind: Outer['kind']) => {
    const outer = around.at(-1)
    if (outer?.kind !== kind) return
    endParagraph()
    if (kind === 'table') {
      if (blocks.length > 0) endCell()
      endRow()
    }
    around.pop()
    const content = kind === 'table' ? outer.rows : blocks
    blocks = outer.blocks
    paragraph = outer.paragraph
    if (paragraph !== null) paragraph.after.push(GAP, ...content)
    else blocks.push(GAP, ...content, GAP)
  }
  const add = (words: string) => {
    paragraph?.parts.push(words)
  }

  readMarkup(source, 'xml', {
    open(name, attributes, alone) {
      if (skipping !== null) {
        if (name === skipping.name && !alone) skipping.depth++
        return
      }
      if (name === 'text:tracked-changes') tracked = true
      if (LEFT_OUT.has(name)) {
        if (!alone) skipping = { name, depth: 1 }
        return
      }
      switch (name) {
        case 'text:p':
        case 'text:h':
          endParagraph()
          paragraph = {
            parts: [],
            kind:
              name === 'text:h' || /^(?:Title|Heading)/.test(attributes.get('text:style-name') ?? '')
                ? 'heading'
                : lists > 0 && first
                  ? 'item'
                  : 'body',
            after: [],
          }
          first = false
          return
        case 'text:list':
          lists++
          return
        case 'text:list-item':
          first = true
          return
        case 'text:s':
          return add(' '.repeat(Math.min(Math.max(1, Number(attributes.get('text:c') ?? 1) || 1), 100)))
        case 'text:tab':
          return add('\t')
        case 'text:line-break':
          return add('\n')
        case 'table:table':
          return enter('table')
        case 'draw:text-box':
        case 'text:note-body':
          return enter('aside')
        default:
      }
    },
    close(name) {
      if (skipping !== null) {
        if (name === skipping.name && --skipping.depth === 0) skipping = null
        return
      }
      if (name === 'text:p' || name === 'text:h') endParagraph()
      else if (name === 'text:list') lists = Math.max(0, lists - 1)
      else if (name === 'table:table-cell') endCell()
      else if (name === 'table:table-row') endRow()
      else if (name === 'table:table' || name === 'draw:text-box' || name === 'text:note-body') {
        if (beyond > 0) beyond--
        else leave(name === 'table:table' ? 'table' : 'aside')
      }
    },
    text(words) {
      if (skipping === null && paragraph !== null) add(words.replace(/[ \t\n\r]+/g, ' '))
    },
  })
  while (around.length > 0) leave(around.at(-1)!.kind)
  endParagraph()
  return { blocks, tracked }
}
