/** What a number in a cell displays: a day, a time of day or a duration, or the number. By the format of the cell. */
import type { XmlEvents } from './workbook.ts'

export type NumberKind = 'number' | 'date' | 'time' | 'date-time'

/** Formats that need not be written out (ECMA-376 part 1, 18.8.30). */
const BUILT_IN = new Map<number, NumberKind>([
  ...[14, 15, 16, 17].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'time'] as const),
  [22, 'date-time'],
])

function kindOf(code: string): NumberKind {
  // Texts in quotes, escaped letters, colours and locales say nothing; `[h]` counts hours.
  const plain = code
    .replace(/"[^"]*"|\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
  const day = /[yd]/.test(plain) || /m{3,}/.test(plain)
  const time = /[hs]/.test(plain)
  if (day) return time ? 'date-time' : 'date'
  return time ? 'time' : 'number'
}

/** For each style of a cell, the kind of its format. */
export function numberFormats(styles: Uint8Array | null, parse: (bytes: Uint8Array, events: XmlEvents) => void): NumberKind[] {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let inCells = false
  if (styles === null) return kinds
  parse(styles, {
    open({ name, attributes }) {
      const tag = name.slice(name.indexOf(':') + 1)
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), String(attributes['formatCode'] ?? ''))
      if (tag === 'cellXfs') inCells = true
      if (tag !== 'xf' || !inCells) return
      const id = Number(attributes['numFmtId'] ?? 0)
      const code = codes.get(id)
      kinds.push(code === undefined ? (BUILT_IN.get(id) ?? 'number') : kindOf(code))
    },
    close(name) {
      if (name.endsWith('cellXfs')) inCells = false
    },
  })
  return kinds
}

const DAY = 86_400_000
/** Day 0; the 29th of February 1900, which never was, is day 60 of the one that starts in 1900. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }

/**
 * @example
 * shown('41439', 'date', false) // '2013-06-14'
 * shown('0.0808', 'time', false) // '01:56:21'
 */
export function shown(value: string, kind: NumberKind, date1904: boolean): string {
  const number = Number(value)
  if (kind === 'number' || !Number.isFinite(number) || number < 0 || number > 2_958_465) return value
  if (kind === 'time' || number < 1) return clock(number)
  const moment = new Date(
    EPOCHS[date1904 ? 1904 : 1900] + (number < 60 && !date1904 ? DAY : 0) + Math.round(number * 86_400) * 1000,
  )
  const text = moment.toISOString()
  return kind === 'date-time' && !text.endsWith('T00:00:00.000Z') ? text.slice(0, 19) : text.slice(0, 10)
}

function clock(days: number): string {
  const seconds = Math.round(days * 86_400)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
