/** Years of production. The model takes 1880 (before the first film) to 2200. */
import { fold } from './fold.ts'
import type { Piece } from './source.ts'

export interface YearFound {
  year: number
  start: number
  end: number
}

const FOUR_DIGITS = /(?<![\d.,])\d{4}(?![\d]|[.,]\d)/g

/** Every four-digit number of a piece that can be a year. */
export function readYears(piece: Piece): YearFound[] {
  const found: YearFound[] = []
  if (!/\d{4}/.test(piece.text)) return found
  for (const match of piece.text.matchAll(FOUR_DIGITS)) {
    const year = Number(match[0])
    if (isYear(year)) found.push({ year, start: piece.start + match.index, end: piece.start + match.index + 4 })
    if (found.length > 50) break
  }
  return found
}

export const isYear = (year: number): boolean => year >= 1880 && year <= 2200

const MONTHS: Record<string, number> = {}
const MONTH_NAMES = [
  'january janvier januar enero gennaio janeiro gener xaneiro jan janv', 'february fevrier februar febrero febbraio fevereiro febrer febreiro feb fevr', 'march mars marz marzo marco marc mar', 'april avril abril aprile apr avr',
  'may mai mayo maggio maio maig', 'june juin juni junio giugno junho juny jun', 'july juillet juli julio luglio julho juliol jul juil', 'august aout agosto agost aug', 'september septembre septiembre settembre setembro setembre sep sept',
  'october octobre oktober octubre ottobre outubro oct okt', 'november novembre noviembre novembro nov', 'december decembre dezember diciembre dicembre dezembro desembre dec dez',
] // prettier-ignore
MONTH_NAMES.forEach((names, month) => names.split(' ').forEach((name) => (MONTHS[name] = month + 1)))

/** Whether a word is the name of a month. */
export const isMonth = (word: string): boolean => fold(word).replace(/\.$/, '') in MONTHS

/** A day as `YYYY-MM-DD` from "2026-03-01", "1 March 2026", "01/03/2026", "1.3.2026", "March 1, 2026"; null when it is none. */
export function readDay(text: string): string | null {
  const folded = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(folded)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /(\d{1,2})[./](\d{1,2})[./](\d{4})/.exec(folded)
  if (numeric) return day(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]))
  const dayFirst = /(\d{1,2})(?:er|st|nd|rd|th|\.|º)?\s+(?:de\s+|d')?([a-z]{3,12})\.?\s+(?:de\s+)?(\d{4})/.exec(folded)
  if (dayFirst && MONTHS[dayFirst[2]!]) return day(Number(dayFirst[3]), MONTHS[dayFirst[2]!]!, Number(dayFirst[1]))
  const monthFirst = /([a-z]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/.exec(folded)
  if (monthFirst && MONTHS[monthFirst[1]!]) return day(Number(monthFirst[3]), MONTHS[monthFirst[1]!]!, Number(monthFirst[2]))
  return null
}

function day(year: number, month: number, date: number): string | null {
  if (month < 1 || month > 12 || date < 1 || date > 31) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
