/** OpenDocument texts (ISO/IEC 26300) to text: LibreOffice's own format. Deletions are left out, notes come after their paragraph. */
import { joinBlocks, type Block } from './blocks.ts'
import { startColumn } from './column.ts'
import { DocumentError, type DocumentNote } from './errors.ts'
import { refuseLocked } from './locked.ts'
import { decodeXml, leavingOut, readMarkup, type Attributes } from './markup.ts'
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

/** The words of an ODT that was opened as a ZIP. */
export function odtText(zip: Zip): { text: string; notes: DocumentNote[] } {
  refuseLocked(zip)
  const content = zip.entries.find((entry) => entry.name === 'content.xml')
  if (content === undefined) throw new DocumentError('damaged')
  const { blocks, tracked } = readOdtXml(decodeXml(zip.read(content)))
  return { text: joinBlocks(blocks), notes: tracked ? [{ code: 'tracked-changes', params: {} }] : [] }
}

function readOdtXml(source: string): { blocks: Block[]; tracked: boolean } {
  const column = startColumn()
  let lists = 0
  let first = false // the next paragraph is the first of its list item
  let tracked = false

  const events = {
    seen(name: string) {
      tracked ||= name === 'text:tracked-changes'
    },
    open(name: string, attributes: Attributes) {
      switch (name) {
        case 'text:p':
        case 'text:h': {
          const heading = name === 'text:h' || /^(?:Title|Heading)/.test(attributes.get('text:style-name') ?? '')
          column.startParagraph(heading ? 'heading' : lists > 0 && first ? 'item' : 'body')
          first = false
          return
        }
        case 'text:list':
          lists++
          return
        case 'text:list-item':
          first = true
          return
        case 'text:s':
          return column.add(' '.repeat(Math.min(Math.max(1, Number(attributes.get('text:c') ?? 1) || 1), 100)))
        case 'text:tab':
          return column.add('\t')
        case 'text:line-break':
          return column.add('\n')
        case 'table:table':
          return column.enter('table')
        case 'draw:text-box':
        case 'text:note-body':
          return column.enter('aside')
        default:
      }
    },
    close(name: string) {
      switch (name) {
        case 'text:p':
        case 'text:h':
          return column.endParagraph()
        case 'text:list':
          lists = Math.max(0, lists - 1)
          return
        case 'table:table-cell':
          return column.endCell()
        case 'table:table-row':
          return column.endRow()
        case 'table:table':
          return column.leave('table')
        case 'draw:text-box':
        case 'text:note-body':
          return column.leave('aside')
        default:
      }
    },
    text(words: string) {
      column.add(words.replace(/[ \t\n\r]+/g, ' '))
    },
  }
  readMarkup(source, 'xml', leavingOut(LEFT_OUT, events))
  return { blocks: column.finish(), tracked }
}
