import type { Line } from '../../book/line.ts'
import { Columns, type EntryNumbers, type PictureHabits } from '../columns.ts'

/** Numbers entries in the order in which they turn up. */
export function entryNumbers(): EntryNumbers {
  const entries: string[] = []
  const numbers = new Map<string, number>()
  return {
    numberOf(entry) {
      const known = numbers.get(entry)
      if (known !== undefined) return known
      numbers.set(entry, entries.length)
      return entries.push(entry) - 1
    },
    entryOf: (number) => entries[number]!,
  }
}

/** A book of these titles, numbered from 0. */
export function columnsOf(book: readonly (readonly Line[])[], blockLines?: number, habits?: PictureHabits): Columns {
  const columns = new Columns(entryNumbers(), blockLines, habits)
  for (const [title, lines] of book.entries()) columns.replace(title, lines)
  return columns
}
