/** One cell of an Avails spreadsheet, by what its column holds. */
import { readEidr } from '@vitrine/catalogue/identifiers/eidr'
import { isCountry, countryMeant } from '../codes/country.ts'
import { isCurrencyCode } from '../codes/currency.ts'
import { wrongInTag } from '../codes/language-tag.ts'
import type { Findings, Place } from '../validation.ts'
import { hasForm } from '../value-check.ts'
import type { Content } from './avails-columns.ts'

const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/
const RUN_TIME = /^(?:\d{1,3}:[0-5]\d:[0-5]\d|PT?(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)$/
const YES_NO = /^(?:yes|no|true|false|1|0|y|n|t|f)$/i
/** A country, or a part of one as ISO 3166-2 writes it. */
const PART = /^([A-Z]{2})-[A-Z0-9]{1,3}$/

type Check = (
  value: string,
  report: (severity: 'error' | 'warning', rule: string, values?: Record<string, string>) => void,
) => void

const isDay = (value: string) => MOMENT.test(value) && hasForm(value.slice(0, 10), 'date')
const wrong =
  (rule: string, right: (value: string) => boolean): Check =>
  (value, report) => {
    if (!right(value)) report('error', `cell/${rule}`)
  }
const language: Check = (value, report) => {
  const part = wrongInTag(value)
  if (part !== null) report('error', 'language/tag', { tag: value, part })
}

const CHECKS: Record<Exclude<Content, object>, Check> = {
  text: () => {},
  day: wrong('day', isDay),
  // A word is a condition, and which ones there are is not closed.
  edge: (value, report) => {
    if (/^\d/.test(value) ? !isDay(value) : false) report('error', 'cell/day')
    else if (!/^\d/.test(value) && !CONDITIONS.has(value)) report('warning', 'cell/condition')
  },
  'year-or-day': wrong('year', (value) => /^\d{4}(?:-\d\d)?$/.test(value) || isDay(value)),
  'run-time': (value, report) => {
    if (/^\d{1,3}:[0-5]\d$/.test(value)) report('warning', 'cell/run-time')
    else if (!RUN_TIME.test(value)) report('error', 'cell/run-time')
  },
  amount: wrong('amount', (value) => hasForm(value, 'amount')),
  hours: wrong('hours', (value) => /^\d+(?:\.\d+)?$/.test(value) || hasForm(value, 'duration')),
  whole: wrong('whole', (value) => /^\d+$/.test(value)),
  'yes-no': wrong('yes-no', (value) => YES_NO.test(value)),
  duration: wrong('duration', (value) => hasForm(value, 'duration') || /^\d+$/.test(value)),
  currency: (value, report) => {
    if (!isCurrencyCode(value)) report('error', 'currency/code', { code: value })
  },
  territory: (value, report) => {
    for (const code of value.split(/[,;]/).map((one) => one.trim()))
      if (!isCountry(code) && !isCountry(PART.exec(code)?.[1] ?? ''))
        report('error', 'country/code', { code, meant: countryMeant(code) })
  },
  // `fr, es:subdub`: what of the film is in the language may stand behind it
  languages: (value, report) => {
    for (const one of value.split(',')) language(one.trim().replace(/:(?:audio|subtitle|sub|dub|subdub)$/, ''), report)
  },
  identifier: (value, report) => {
    if (!/10\.5240|eidr-[sx]:/.test(value)) return
    const written = value.replace(/^.*eidr-[sx]:+/, '10.5240/')
    const reading = readEidr(written)
    // What a spreadsheet says of identifiers is taken by those who read it; the identifier cannot exist all the same.
    if (reading === null) report('warning', 'identifier/eidr-form', { identifier: value })
    else if (!reading.valid)
      report('warning', 'identifier/eidr-check', { identifier: reading.printed, expected: reading.expected })
  },
}

const CONDITIONS: ReadonlySet<string> = new Set('Open Immediate ESTStart EST Broadcast Completed Theatrical'.split(' '))

export function checkCell(
  value: string,
  content: Content,
  heading: string,
  place: Place,
  wordsOf: (list: string) => ReadonlySet<string> | null,
  findings: Findings,
): void {
  if (typeof content === 'string') {
    CHECKS[content](value, (severity, rule, values = {}) => findings.add(severity, rule, place, { heading, value, ...values }))
    return
  }
  const words = wordsOf(content.words)
  if (words === null || words.has(value) || (content.yes === true && YES_NO.test(value))) return
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '')
  findings.add(content.open === true ? 'warning' : 'error', `vocabulary/${heading}`, place, {
    where: heading,
    value,
    meant: [...words].find((word) => plain(word) === plain(value)) ?? '',
    words: [...words].slice(0, 12).join(', '),
  })
}
