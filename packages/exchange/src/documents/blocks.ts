/**
 * A document as a column of blocks, and the blocks as text: what a word processor calls a paragraph may be a paragraph of
 * prose or one line of a list of facts, and a reader of sheets needs to see which.
 */
import { DocumentError } from './errors.ts'
import { megabytes } from './limits.ts'

export interface Block {
  text: string
  kind: 'body' | 'heading' | 'item' | 'row'
}

const SHORT = 80

/** Blocks as text: facts and list items under each other, paragraphs and headings apart by an empty line. */
export function joinBlocks(blocks: readonly Block[]): string {
  const parts: string[] = []
  let previous: Block | null = null
  let gap = false
  for (const block of blocks) {
    const text = tidy(block.text)
    if (text === '') {
      gap = true
      continue
    }
    if (previous !== null) parts.push(!gap && sameGroup(previous, { text, kind: block.kind }) ? '\n' : '\n\n')
    parts.push(block.kind === 'item' ? `• ${text}` : text)
    previous = { text, kind: block.kind }
    gap = false
  }
  return parts.join('')
}

function sameGroup(above: Block, below: Block): boolean {
  if (above.kind === 'heading' || below.kind === 'heading') return false
  if (above.kind !== 'body' || below.kind !== 'body') return above.kind === below.kind
  // Short lines that do not end as sentences do are facts, credits, addresses.
  return (
    above.text.length <= SHORT && below.text.length <= SHORT && !/[.!?…»”"]$/.test(above.text) && !/[.!?…»”"]$/.test(below.text)
  )
}

/** No blanks at the ends of lines (no-break spaces and zero-width ones included), never two empty lines in a row. */
export function tidy(text: string): string {
  const lines = text.split('\n').map((line) => trimBlanks(line))
  const kept: string[] = []
  for (const line of lines) if (line !== '' || (kept.length > 0 && kept[kept.length - 1] !== '')) kept.push(line)
  while (kept[kept.length - 1] === '') kept.pop()
  return kept.join('\n')
}

// By hand, for a regular expression that ends in $ looks again from every blank of a run: quadratic on a line of blanks.
function trimBlanks(line: string): string {
  let start = 0
  let end = line.length
  while (start < end && isBlank(line[start]!)) start++
  while (end > start && isBlank(line[end - 1]!)) end--
  return line.slice(start, end)
}
const isBlank = (character: string) => character === '\u200b' || character === '\ufeff' || character.trim() === ''

/**
 * What makes blocks of the rows of one table, one after the other: one-line cells by tabs; a label before a long text stands on the text's
 * first line; cells that are columns of a page, by an empty line. Below a row of headings every row is one, however long its texts.
 */
export function rowsOfTable(): (cells: readonly string[]) => Block[] {
  let headings: number | null = null
  return (cells) => {
    const tidied = cells.map(tidy)
    const filled = tidied.filter((cell) => cell !== '')
    if (filled.length === 0) return []
    headings ??= filled.length === cells.length && filled.length >= 3 && filled.every(isShort) ? filled.length : 0
    // two columns of a page may have short heads too, but hold no facts beside their texts
    if (cells.length === headings && filled.length >= 3 && filled.filter(isShort).length * 2 >= filled.length)
      return [{ text: trimEndTabs(tidied.map((cell) => cell.replaceAll(/\s*\n\s*/g, ' '))), kind: 'row' }]
    return joinCells(tidied, filled)
  }
}
const isShort = (cell: string): boolean => cell.length <= SHORT && !cell.includes('\n')

function joinCells(tidied: readonly string[], filled: readonly string[]): Block[] {
  if (filled.length === 1) return [{ text: filled[0]!, kind: filled[0]!.includes('\n') ? 'body' : 'row' }]
  if (filled.every((cell) => !cell.includes('\n'))) return [{ text: trimEndTabs(tidied), kind: 'row' }]
  const [first, second] = filled
  if (filled.length === 2 && first!.length <= SHORT && !first!.includes('\n'))
    return [{ text: `${first}\t${second}`, kind: 'row' }, GAP]
  return filled.flatMap((text) => [{ text, kind: 'body' } as const, GAP])
}
export const GAP: Block = { text: '', kind: 'body' }

function trimEndTabs(cells: readonly string[]): string {
  let last = cells.length
  while (last > 0 && cells[last - 1] === '') last--
  return cells.slice(0, last).join('\t')
}

/** The text of the whole document; refuses what is empty or too long. */
export function boundedText(text: string, limit: number): string {
  if (text.length > limit) throw new DocumentError('text-too-long', { limit: megabytes(limit) })
  return text
}
