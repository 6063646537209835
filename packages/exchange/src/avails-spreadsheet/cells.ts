/** Cells of an Avails spreadsheet: days, times and lists, as people and programs type them. */
import { isDay, isMoment } from '../avails/moments.ts'

export type Cell = string | number | boolean | Date | null

/** A cell as one line of text; empty where there is nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateText(cell)
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  return (typeof cell === 'number' ? numberText(cell) : cell.replace(/[\r\n\t]+/g, ' ')).trim()
}

/** A number without the noise of binary fractions: 7.99, not 7.990000000000001. */
const numberText = (cell: number): string => (Number.isInteger(cell) ? String(cell) : String(Number(cell.toPrecision(12))))

function dateText(cell: Date): string {
  if (Number.isNaN(cell.getTime())) return ''
  const text = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text
}

/** Days between Excel's two beginnings of time: 1 January 1900 and 1904. */
const BETWEEN_SYSTEMS = 1462
const MILLISECONDS = 86_400_000
/** From 1970 to 2099: numbers outside are no days of an avail. */
const SERIALS = { first: 25_569, last: 73_050 }

export interface Dated {
  /** A day, a moment or, where it is neither, the text. */
  text: string
  isDate: boolean
  /** Day and month could be either way round. */
  isAmbiguous: boolean
}

/**
 * A day or a moment, however it was typed: a date of the spreadsheet, its serial number, ISO 8601, or day, month and year in an order that
 * only one reading allows. What is none (Open, ESTStart) is its text.
 */
export function dateOf(cell: Cell | undefined, is1904: boolean): Dated {
  const found = (text: string): Dated => ({ text, isDate: true, isAmbiguous: false })
  if (cell instanceof Date) return found(dateText(cell))
  const text = textOf(cell)
  const serial = typeof cell === 'number' || /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) + (is1904 ? BETWEEN_SYSTEMS : 0) : NaN
  if (serial >= SERIALS.first && serial <= SERIALS.last) return found(dateText(new Date((serial - SERIALS.first) * MILLISECONDS)))
  const iso = text.replace(' ', 'T')
  if (isDay(text) || isMoment(iso)) return found(isDay(text) ? text : iso)
  return typedDate(text) ?? { text, isDate: false, isAmbiguous: false }
}

/** 28/05/2013, 5-28-2013, 28.05.2013: the part above twelve is the day. */
function typedDate(text: string): Dated | null {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const written = (month: number, day: number) => `${match[4]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  // a point parts day and month in that order wherever it is used
  const isDayFirst = match[2] === '.' || first > 12 || first === second
  const isMonthFirst = second > 12
  if (!isDayFirst && !isMonthFirst) return { text, isDate: false, isAmbiguous: true }
  const day = isDayFirst ? written(second, first) : written(first, second)
  return isDay(day) ? { text: day, isDate: true, isAmbiguous: false } : null
}

/** Seconds of a run time: `HH:MM:SS`, `MM:SS`, a time of the spreadsheet (a part of a day). Null for what is none. */
export function runSecondsOf(cell: Cell | undefined): number | null {
  if (cell instanceof Date) return cell.getUTCHours() * 3600 + cell.getUTCMinutes() * 60 + cell.getUTCSeconds() || null
  if (typeof cell === 'number') return cell > 0 && cell < 2 ? Math.round(cell * 86_400) : null
  const match = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d+)?$/.exec(textOf(cell))
  if (match === null) return null
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number]
  return hours * 3600 + minutes * 60 + seconds
}

/** `01:30:05` */
export function runTimeOf(total: number): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(total / 3600))}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`
}

/** Yes, true, T, 1 and the like; null for what is neither. */
export function truthOf(cell: Cell | undefined): boolean | null {
  const text = textOf(cell).toLowerCase()
  if (['yes', 'y', 'true', 't', '1'].includes(text)) return true
  return ['no', 'n', 'false', 'f', '0'].includes(text) ? false : null
}

/** What stands between commas or semicolons, each once. */
export function listOf(cell: Cell | undefined): string[] {
  const text = textOf(cell)
  if (text === '') return []
  const parts = text.split(/[,;]/).map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}
