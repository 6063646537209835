/**
 * The column of text that a word processor's document becomes while its XML runs by: paragraphs one after another, tables
 * row by row, and what hangs on a paragraph (a text box, a note) after it.
 */
import { GAP, joinBlocks, rowsOfTable, type Block } from './blocks.ts'

const MOST_NESTED = 40

export interface Paragraph {
  parts: string[]
  kind: Block['kind']
  after: Block[] // what hangs on it
}

/** What is around the aside or table cell being read. */
interface Outer {
  kind: 'aside' | 'table'
  blocks: Block[]
  paragraph: Paragraph | null
  cells: string[]
  row: ReturnType<typeof rowsOfTable>
  rows: Block[]
}

export interface Column {
  /** The paragraph being read; null between two. */
  paragraph(): Paragraph | null
  startParagraph(kind: Block['kind']): void
  endParagraph(): void
  add(words: string): void
  enter(kind: Outer['kind']): void
  leave(kind: Outer['kind']): void
  endCell(): void
  endRow(): void
  /** Everything that was read; what the document left open is closed. */
  finish(): Block[]
}

export function startColumn(): Column {
  let blocks: Block[] = []
  let paragraph: Paragraph | null = null
  const around: Outer[] = []
  let beyond = 0 // tables and asides nested deeper than any writer nests them: read as plain paragraphs

  const endParagraph = () => {
    if (paragraph === null) return
    const { parts, kind, after } = paragraph
    // A page break in the middle of a paragraph parts it.
    for (const [index, text] of parts.join('').split('\f').entries()) {
      if (index > 0) blocks.push(GAP)
      blocks.push({ text, kind })
    }
    if (after.length > 0) blocks.push(GAP, ...after, GAP)
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
    table.rows.push(...table.row(table.cells))
    table.cells = []
  }
  const close = (outer: Outer) => {
    endParagraph()
    if (outer.kind === 'table') {
      if (blocks.length > 0) endCell()
      endRow()
    }
    around.pop()
    const content = outer.kind === 'table' ? outer.rows : blocks
    ;({ blocks, paragraph } = outer)
    if (paragraph !== null) paragraph.after.push(GAP, ...content)
    else blocks.push(GAP, ...content, GAP)
  }

  return {
    paragraph: () => paragraph,
    startParagraph(kind) {
      endParagraph()
      paragraph = { parts: [], kind, after: [] }
    },
    endParagraph,
    add(words) {
      paragraph?.parts.push(words)
    },
    enter(kind) {
      if (around.length >= MOST_NESTED) {
        beyond++
        return
      }
      around.push({ kind, blocks, paragraph, cells: [], rows: [], row: rowsOfTable() })
      blocks = []
      paragraph = null
    },
    leave(kind) {
      const outer = around.at(-1)
      if (beyond > 0) beyond--
      else if (outer?.kind === kind) close(outer)
    },
    endCell,
    endRow,
    finish() {
      for (let outer = around.at(-1); outer !== undefined; outer = around.at(-1)) close(outer)
      endParagraph()
      return blocks
    },
  }
}
