/** Days, months, quarters and years as people write them. Day before month, as everywhere but in the United States. */
import { addMonths, type Day, dayOf, writeDay } from '../days/day.ts'
import { matchAt, tokenAfter, UNIT_WORDS } from './durations.ts'
import type { Line } from './line.ts'

export interface Period {
  /** The first and the last day that the words can mean. */
  readonly first: Day
  readonly last: Day
  readonly end: number
  /** What was supplied: which of day and month comes first, the year (the next one, or that of the end), what "mid" or "until 2028" means. */
  readonly assumed: 'day-first' | 'month-first' | 'year' | 'about' | 'season' | 'year-of-end' | null
  /** "January" alone can be a verb or a name elsewhere ("may"): only after "from" or "until". */
  readonly needsMarker: boolean
}

const MONTH =
  '(jan(?:uary|vier|v)?|feb(?:ruary)?|fev(?:rier|r)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juil(?:let)?|aug(?:ust)?|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?|januar|februar|marz|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre)(?![a-z])\\.?' // prettier-ignore
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'], ['feb', 'fev'], ['mar'], ['apr', 'avr', 'abr'], ['may', 'mai', 'mag'], ['jun', 'juin', 'giu'], ['jul', 'juil', 'lug'], ['aug', 'aout', 'ago'], ['sep', 'set'], ['oct', 'okt', 'ott'], ['nov'], ['dec', 'dez', 'dic'],
] // prettier-ignore
const monthOf = (name: string): number => MONTHS.findIndex((starts) => starts.some((start) => name.startsWith(start)))

const YEAR = '((?:19|20)\\d\\d)(?!\\d)'
/** Two figures are a year only where they count nothing: not in "March 24 months". */
const SHORT_YEAR = `'?(\\d\\d)(?!\\d|\\s*(?:(?:${UNIT_WORDS}|x|runs?|passages?|diffusions?|airings?|mins?|mn|minutes?)\\b|'|%))`
const ANY_YEAR = `(?:${YEAR}|${SHORT_YEAR})`
const ORDINAL = '(?:st|nd|rd|th|er|e|°|º|o)?'
const ORDERS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, erste: 1, zweite: 2, premier: 1, deuxieme: 2, troisieme: 3, quatrieme: 4, '1': 1, '2': 2, '3': 3, '4': 4 } // prettier-ignore

/**
 * The first month of a season and how many there are: seasons are read as quarters, as budgets and programmes are planned, and
 * the winter of a year is the one that begins it. The "rentrée" of the French is September. All of it is a guess, and noted so.
 */
const SEASONS: Record<string, readonly [month: number, months: number]> = {
  winter: [1, 3], hiver: [1, 3], spring: [4, 3], printemps: [4, 3], fruhling: [4, 3], fruhjahr: [4, 3], summer: [7, 3], ete: [7, 3], sommer: [7, 3],
  autumn: [10, 3], automne: [10, 3], fall: [10, 3], herbst: [10, 3], invierno: [1, 3], inverno: [1, 3], primavera: [4, 3], verano: [7, 3], estate: [7, 3], otono: [10, 3], autunno: [10, 3], rentree: [9, 1],
} // prettier-ignore
const SEASON = `(?:the |l'|la )?(${Object.keys(SEASONS).join('|')})(?![a-z])`
/** A part of a longer period, and the words that join it: "end of Q1", "fin du 2e trimestre", "Anfang März". */
const PART = /(?:the )?(early|late|mid(?:dle)?|beginning|begin|start|end|debut|milieu|mi|fin|courant|anfang|mitte|ende)(?![a-z])(?: of the| of| de la| de l'| de| du| des|-| d')? ?(?:the |year |annee |l'|la )?/y // prettier-ignore

interface Found {
  first: Day | null
  last: Day | null
  assumed?: Period['assumed']
  needsMarker?: boolean
}
type Build = (parts: (string | undefined)[], today: Day) => Found | null

const FORMS: readonly (readonly [RegExp, Build])[] = [
  [/(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y, ([year, month, date]) => day(Number(year), Number(month), Number(date))],
  [
    /(\d{1,2})(?:\s?([./-])\s?)(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/y,
    ([a, , b, year]) => inFigures(Number(a), Number(b), fullYear(year!)),
  ],
  [
    new RegExp(`(\\d{1,2})${ORDINAL}\\.?(?: day)?(?: of| de)?[ -]?${MONTH},?(?: de)?[ -]?(?:${ANY_YEAR})?`, 'y'),
    ([date, month, long, short], today) => dayAndMonth(Number(date), monthOf(month!) + 1, long ?? short, today),
  ],
  [
    new RegExp(`${MONTH} (\\d{1,2})${ORDINAL},? ${YEAR}`, 'y'),
    ([month, date, year]) => day(Number(year), monthOf(month!) + 1, Number(date)),
  ],
  // "Dec 1st": with the ending it is a day, "Dec 15" may be a year
  [
    new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)(?![a-z])`, 'y'),
    ([month, date], today) => dayAndMonth(Number(date), monthOf(month!) + 1, undefined, today),
  ],
  [
    new RegExp(`${MONTH},?(?: de)? ?-?${ANY_YEAR}`, 'y'),
    ([month, long, short]) => monthPeriod(fullYear(long ?? short!), monthOf(month!) + 1),
  ],
  [
    new RegExp(`${MONTH} ?[-/] ?${MONTH} ${YEAR}`, 'y'),
    ([first, last, year]) => monthsBetween(monthOf(first!) + 1, monthOf(last!) + 1, Number(year)),
  ],
  [
    new RegExp(`(?:q|t)([1-4])(?:(?: of| de)? |[/-])?(?:${ANY_YEAR})?(?![a-z\\d])`, 'y'),
    ([quarter, long, short], today) => quarterPeriod(Number(quarter), long ?? short, today),
  ],
  [
    new RegExp(
      `(first|second|third|fourth|premier|deuxieme|troisieme|quatrieme|[1-4])(?:st|nd|rd|th|er|e|eme|ere|\\.)?[ -]?(?:quarter|trimestre|quartal|q(?![a-z]))(?: of| de)? ?(?:${ANY_YEAR})?`,
      'y',
    ),
    ([quarter, long, short], today) => quarterPeriod(ORDERS[quarter!]!, long ?? short, today),
  ],
  [
    new RegExp(
      `(first|second|premier|deuxieme|erste[sn]?|zweite[sn]?|[12])(?:st|nd|er|e|eme|ere|\\.)?[ -]?(?:half|semestre|halbjahr)(?: of| de)? ${YEAR}`,
      'y',
    ),
    ([half, year]) => monthsPeriod(Number(year), ORDERS[half!.replace(/^(erste|zweite)[sn]$/, '$1')]! * 6 - 5, 6),
  ],
  [new RegExp(`(?:h|s)([12])[ /-]?${YEAR}`, 'y'), ([half, year]) => monthsPeriod(Number(year), Number(half) * 6 - 5, 6)],
  [new RegExp(`(?:h([12])|([12])h)[ /-]?${ANY_YEAR}`, 'y'), ([half, turned, long, short]) => monthsPeriod(fullYear(long ?? short!), Number(half ?? turned) * 6 - 5, 6)], // prettier-ignore
  [
    new RegExp(`${YEAR} ?[-/] ?(?:${YEAR}|(\\d\\d)(?![\\d./-]))`, 'y'),
    ([from, long, short]) => years(Number(from), long ?? short!),
  ],
  [new RegExp(YEAR, 'y'), ([year]) => monthsPeriod(Number(year), 1, 12)],
  [/(?:the )?(?:winter|hiver)(?: of| de)? ((?:19|20)\d\d)\s?[/-]\s?(?:\d\d)?\d\d(?!\d)/y, ([year]) => ({ ...monthsPeriod(Number(year) + 1, 1, 3), assumed: 'season' })], // prettier-ignore
  [new RegExp(`${SEASON}(?: of| de)? ${YEAR}`, 'y'), ([season, year]) => ({ ...monthsPeriod(Number(year), ...SEASONS[season!]!), assumed: 'season' })], // prettier-ignore
  [new RegExp(`(next )?${SEASON}(?: (prochaine?))?(?! (?:19|20)\\d\\d)`, 'y'), ([before, season, after], today) => ({ ...nextSeason(season!, today), needsMarker: before === undefined && after === undefined })], // prettier-ignore
  [
    new RegExp(`(?:season|saison) ${YEAR} ?[-/] ?(?:\\d\\d)?\\d\\d(?!\\d)`, 'y'),
    ([year]) => ({ ...monthsPeriod(Number(year), 9, 12), assumed: 'season' }),
  ],
  [/(?:next year|l'annee prochaine|l'an prochain)(?![a-z])/y, (_, today) => monthsPeriod(yearOf(today) + 1, 1, 12)],
  [/(?:next month|le mois prochain|mois prochain)(?![a-z])/y, (_, today) => monthAfter(today)],
  [/(?:(?:the )?end of (?:the|this) year|fin (?:d'annee|de l'annee))(?![a-z])/y, (_, today) => lastOf(monthsPeriod(yearOf(today), 1, 12))], // prettier-ignore
  [
    new RegExp(`(next )?${MONTH}(?: (prochain|next))?`, 'y'),
    ([before, month, after], today) => ({ ...nextMonth(monthOf(month!) + 1, today), needsMarker: before === undefined && after === undefined }), // prettier-ignore
  ],
]

/** What every form begins with: a figure, a month, a quarter, a part of a year. */
const BEGINS =
  /['\d]|erst|zweit|anfang|mitte|courant|milieu|fruh|sommer|herbst|ene|gen|abr|mag|giu|lug|ago|set|ott|dic|inv|prim|ver|estate|oto|autun|rentree|season|saison|l'e|l'a|l'h|la r|jan|fe[bv]|mar|apr|avr|ma[iy]|ju[in]|jul|ao?u|sep|o[ck]t|nov|de[cz]|[qths][1-4]|first|second|third|fourth|premier|deux|trois|quatr|early|late|mid|mi[- ]|begin|start|end|debut|fin|spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|next|l'an|mois|le m|the e/y

/** The period that begins at a token, or null. */
export function periodAt(line: Line, at: number, today: Day): Period | null {
  const start = line.tokens[at]!.at
  if ((line.tokens[at]!.glued && !/^\d/.test(line.tokens[at]!.raw)) || !matchAt(BEGINS, line.flat, start)) return null
  const best = partFormAt(line.flat, start, today) ?? longestForm(line.flat, start, today)
  if (!best) return null
  const { found, length } = best
  const end = tokenAfter(line, at, start + length)
  return { first: found.first!, last: found.last!, end, assumed: found.assumed ?? null, needsMarker: found.needsMarker ?? false }
}

/** The longest form that begins at a place; between equals the earlier. */
function longestForm(flat: string, start: number, today: Day): { found: Found; length: number } | null {
  let best: { found: Found; length: number } | null = null
  for (const [form, build] of FORMS) {
    const match = matchAt(form, flat, start)
    if (!match || (best && match[0].length <= best.length)) continue
    const found = build(match.slice(1), today)
    if (found && found.first !== null && found.last !== null) best = { found, length: match[0].length }
  }
  return best
}

/** A part of a longer period: of a month and of anything longer, with its year. */
function partFormAt(flat: string, start: number, today: Day): { found: Found; length: number } | null {
  const match = matchAt(PART, flat, start)
  const whole = match && longestForm(flat, start + match[0].length, today)
  if (!whole || whole.found.first === whole.found.last) return null
  return { found: partOf(match[1]!, whole.found), length: match[0].length + whole.length }
}

const two = (n: number): string => String(n).padStart(2, '0')
const dayAt = (year: number, month: number, date: number): Day | null => dayOf(`${year}-${two(month)}-${two(date)}`)
const day = (year: number, month: number, date: number): Found => {
  const first = dayAt(year, month, date)
  return { first, last: first }
}
const fullYear = (written: string): number => (written.length === 2 ? 2000 + Number(written) : Number(written))
const yearOf = (of: Day): number => Number(writeDay(of)!.slice(0, 4))

function inFigures(a: number, b: number, year: number): Found {
  if (b > 12 && a <= 12) return { ...day(year, a, b), assumed: 'month-first' }
  return { ...day(year, b, a), assumed: a <= 12 && a !== b ? 'day-first' : null }
}

function dayAndMonth(date: number, month: number, year: string | undefined, today: Day): Found {
  if (year !== undefined) return day(fullYear(year), month, date)
  const thisYear = yearOf(today)
  const soon = dayAt(thisYear, month, date)
  return { ...day(soon !== null && soon >= today ? thisYear : thisYear + 1, month, date), assumed: 'year' }
}

function monthsPeriod(year: number, month: number, months: number): Found {
  const first = dayAt(year, month, 1)
  return { first, last: first === null ? null : addMonths(first, months) - 1 }
}
/** "March-June 2027", "Nov-Feb 2028": the year is that of the last month. */
const monthsBetween = (first: number, last: number, year: number): Found =>
  monthsPeriod(first > last ? year - 1 : year, first, ((last - first + 12) % 12) + 1)
const monthPeriod = (year: number, month: number): Found => monthsPeriod(year, month, 1)
const lastOf = ({ last }: Found): Found => ({ first: last, last })

/** The next first day of a month, today included. */
function nextMonth(month: number, today: Day): Found {
  const year = yearOf(today)
  const soon = dayAt(year, month, 1)!
  return { ...monthPeriod(soon >= today ? year : year + 1, month), assumed: 'year' }
}

function monthAfter(today: Day): Found {
  const [year, month] = writeDay(addMonths(today, 1))!.split('-')
  return monthPeriod(Number(year), Number(month))
}

function quarterPeriod(quarter: number, written: string | undefined, today: Day): Found {
  const month = quarter * 3 - 2
  if (written !== undefined) return monthsPeriod(fullYear(written), month, 3)
  const year = yearOf(today)
  return { ...monthsPeriod(dayAt(year, month, 1)! >= today ? year : year + 1, month, 3), assumed: 'year' }
}

/** 2027-29 is three years, 2027-03 a month. */
function years(from: number, to: string): Found | null {
  const until = to.length === 4 ? Number(to) : Math.floor(from / 100) * 100 + Number(to)
  if (until > from) return { first: dayAt(from, 1, 1), last: dayAt(until, 12, 31) }
  return to.length === 2 && Number(to) <= 12 ? monthPeriod(from, Number(to)) : null
}

function partOf(part: string, period: Found): Found {
  const [first, last] = [period.first!, period.last!]
  if (/^(begin|start)/.test(part)) return { ...period, last: first }
  if (part === 'end' || part === 'fin' || part === 'ende') return { ...period, first: last }
  if (part === 'courant') return { ...period, assumed: 'about' }
  if (part === 'debut' || part === 'anfang')
    return { first, last: last - first > 31 ? middleOf(first, last) : first, assumed: 'about' }
  const middle = middleOf(first, last)
  if (part === 'early') return { first, last: middle, assumed: 'about' }
  return { first: middle, last: part === 'late' ? last : middle, assumed: 'about' }
}

/** The fifteenth of a month, or the day in the middle of more. */
function middleOf(first: Day, last: Day): Day {
  const months = Math.round((last - first) / 30.44)
  return addMonths(first, Math.floor(months / 2)) + (months % 2 === 1 ? 14 : 0)
}

/** The next season that has not begun. */
function nextSeason(season: string, today: Day): Found {
  const [month, months] = SEASONS[season]!
  const year = yearOf(today)
  return { ...monthsPeriod(dayAt(year, month, 1)! >= today ? year : year + 1, month, months), assumed: 'season' }
}
