import { isCurrency } from '../money/currency.ts'
import type { DayOfRates } from './rates.ts'

export interface EcbRead {
  /** In order of their days, each once. */
  days: DayOfRates[]
  /** Lines that are no day of rates, by number from 1, and why. */
  unread: { line: number; text: string; why: 'no-day' | 'no-rate' | 'day-twice' }[]
}

/**
 * Reads the euro reference rates as the European Central Bank publishes them as CSV: either the history (`Date,USD,JPY,…` with
 * days as 2026-11-25) or one day (`25 November 2026`). "N/A" is a currency that had no rate that day. Columns that are no
 * currency in use are left out, such as the mark before the euro.
 *
 * Source: the layout of eurofxref-hist.csv and eurofxref.csv, "Euro foreign exchange reference rates", ecb.europa.eu.
 *
 * @returns what was read, and each line that was not; null when the first line is not the heading of such a file
 * @example
 * readEcb('Date,USD,JPY\n2026-11-25,1.0823,N/A\n').days // [{ day: '2026-11-25', rates: { USD: '1.0823' } }]
 */
export function readEcb(text: string): EcbRead | null {
  const [head, ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const columns = (head ?? '').split(',').map((cell) => cell.trim())
  if (columns[0]?.toLowerCase() !== 'date' || !columns.slice(1).some(isCurrency)) return null
  const byDay = new Map<string, DayOfRates>()
  const unread: EcbRead['unread'] = []
  for (const [at, raw] of lines.entries()) {
    if (raw.trim() === '') continue
    const cells = raw.split(',').map((cell) => cell.trim())
    const say = (why: EcbRead['unread'][number]['why']) => unread.push({ line: at + 2, text: raw.slice(0, 120), why })
    const day = dayOf(cells[0] ?? '')
    if (day === null) say('no-day')
    else if (byDay.has(day)) say('day-twice')
    else {
      const rates = ratesOf(columns, cells)
      if (rates === null) say('no-rate')
      else byDay.set(day, { day, rates })
    }
  }
  return { days: [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)), unread }
}

/** The rates of a line; null when a cell is neither a rate nor empty, or there is none at all. */
function ratesOf(columns: readonly string[], cells: readonly string[]): Record<string, string> | null {
  const rates: Record<string, string> = {}
  for (const [at, currency] of columns.entries()) {
    if (at === 0 || !isCurrency(currency)) continue
    const cell = cells[at] ?? ''
    if (cell === '' || cell === 'N/A') continue
    if (!/^\d{1,9}(\.\d{1,9})?$/.test(cell) || Number(cell) === 0) return null
    rates[currency] = cell
  }
  return Object.keys(rates).length === 0 ? null : rates
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'] // prettier-ignore

/** `2026-11-25` or `25 November 2026`, when it is a day of the calendar. */
function dayOf(text: string): string | null {
  const said = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text)
  const month = said === null ? -1 : MONTHS.indexOf(said[2]!.toLowerCase())
  const day = said === null ? text : `${said[3]}-${String(month + 1).padStart(2, '0')}-${said[1]!.padStart(2, '0')}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day ? day : null
}
