/** Days as spreadsheets have them: written in five languages, with the month first or last, or as Excel's count of days. */
import { plainWords } from './guess-columns.ts'

export interface DayRead {
  /** `YYYY-MM-DD`; null: without end. */
  day: string | null
  /** It could be read another way too. */
  doubtful: boolean
}

const MONTHS = [
  'january jan janvier janv januar janner enero ene gennaio gen',
  'february feb fevrier fevr fev februar febrero febbraio',
  'march mar mars marz maerz mrz marzo',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag',
  'june jun juin juni junio giugno giu',
  'july jul juillet juil juli julio luglio lug',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre settembre set',
  'october oct octobre oktober okt octubre ottobre ott',
  'november nov novembre noviembre',
  'december dec decembre dezember dez diciembre dic dicembre',
].map((names) => names.split(' '))
const OPEN = new Set(['perpetuity', 'in perpetuity', 'perpetual', 'unlimited', 'open', 'illimite', 'sans limite', 'perpetuite', 'unbefristet', 'unbegrenzt', 'perpetuidad', 'ilimitado', 'perpetuo', 'illimitato', 'in perpetuo', 'ever']) // prettier-ignore

/** Day 1 is 1 January 1900; Excel believes that 1900 was a leap year, so that from March on its count is one too many. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30)
const EXCEL_DAYS = { first: 20_000, last: 80_000 } // 1954 to 2119

/**
 * @param end whether it ends a window: "March 2027" is then its last day
 * @returns null when it is no day
 * @example
 * readDay('1er mars 2027', false) // { day: '2027-03-01', doubtful: false }
 * readDay('46447', false)         // { day: '2027-03-01', doubtful: false }
 * readDay('03/04/2027', false)    // { day: '2027-04-03', doubtful: true }
 */
export function readDay(written: string, end: boolean): DayRead | null {
  const text = written.trim()
  if (/^[-–—∞]$/.test(text) || OPEN.has(plainWords(text))) return { day: null, doubtful: false }
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const serial = Math.floor(Number(text))
    if (serial < EXCEL_DAYS.first || serial > EXCEL_DAYS.last) return null
    return { day: new Date(EXCEL_ZERO + serial * 86_400_000).toISOString().slice(0, 10), doubtful: false }
  }
  const year = /^(19|20|21)\d\d$/.exec(text)
  if (year) return { day: `${text}-${end ? '12-31' : '01-01'}`, doubtful: true }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]), false)
  const numbers = /^(\d{1,2})([-/. ])(\d{1,2})\2\s*(\d{4}|\d{2})$/.exec(text)
  if (numbers) return ofNumbers(Number(numbers[1]), Number(numbers[3]), yearOf(numbers[4]!), numbers[2] === '.')
  return ofWords(plainWords(text), end)
}

const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

/** With dots the day comes first everywhere; with slashes Americans put the month there. */
function ofNumbers(first: number, second: number, year: number, dots: boolean): DayRead | null {
  if (first > 12 || dots) return real(year, second, first, false)
  if (second > 12) return real(year, first, second, false)
  return real(year, second, first, first !== second)
}

function ofWords(text: string, end: boolean): DayRead | null {
  const words = text.split(' ').filter((word) => !['de', 'del', 'of', 'the', 'le', 'den', 'il'].includes(word))
  const month = MONTHS.findIndex((names) => words.some((word) => names.includes(word))) + 1
  const year = words.find((word) => /^(19|20|21)\d\d$/.test(word))
  if (month === 0 || year === undefined || words.length > 3) return null
  const day = words.map((word) => /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(word)?.[1]).find((found) => found !== undefined)
  if (day !== undefined) return real(Number(year), month, Number(day), false)
  if (words.length > 2) return null
  return real(Number(year), month, end ? new Date(Date.UTC(Number(year), month, 0)).getUTCDate() : 1, true)
}

function real(year: number, month: number, day: number, doubtful: boolean): DayRead | null {
  const instant = new Date(Date.UTC(year, month - 1, day))
  if (instant.getUTCFullYear() !== year || instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day) return null
  return { day: instant.toISOString().slice(0, 10), doubtful }
}
