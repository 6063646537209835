/**
 * How well a sheet was read: compares a reading with the facts that the sheet states (`sheets/NNN-name.json`).
 *
 * A fact is one value of one field: each name of a list, each column of a festival. What the sheet states and the reading
 * lacks is wrong; so is what the reading says and the sheet does not. Fields that are rightly empty count for nothing, so
 * silence cannot raise the score.
 *
 * How expectations are written:
 * - `"First words … last words"` for prose that begins and ends so;
 * - `{ "oneOf": [a, b] }` where the contract leaves both open, `{ "any": true }` where it says nothing;
 * - in lists, `"A|B"` is either, and `"?A"` may be there or not;
 * - `festivals` may be `{ "anyOrder": true, "entries": [...] }` when awards and screenings are listed apart;
 * - `warnings` are codes; each must be there once at least, and no code outside `warnings` and `mayWarn` may be.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Reading } from '../src/model/reading.ts'

type Scalar = string | number | null | { episodes: number; minutes: number } | { oneOf: Scalar[] } | { any: true }
type List = (string | number)[] | { oneOf: (string | number)[][] }
interface Prose {
  starts: string
  ends: string
  paragraphs: number
  contains?: string[]
}
type Row = Record<string, Scalar>

export interface Expected {
  title: Scalar
  originalTitle?: Scalar
  lead?: Scalar
  synopsis?: Prose | null
  year?: Scalar
  durations?: List
  series?: Scalar
  directors?: List
  productionCompanies?: List
  producers?: List
  countries?: List
  originalLanguages?: List
  versionLanguages?: List
  subtitleLanguages?: List
  genres?: List
  festivals?: Row[] | { anyOrder: true; entries: Row[] }
  identifiers?: { isan?: Scalar; eidr?: Scalar; imdb?: Scalar; tmdb?: Scalar; wikidata?: Scalar; reference?: Scalar }
  contacts?: Row[]
  /** Scored where a sheet's expectations name them. */
  broadcasters?: List
  supporters?: List
  warnings?: string[]
  mayWarn?: string[]
  unread?: string[]
}

export interface Fact {
  field: string
  right: boolean
  expected: string
  actual: string
}

export interface CorpusSheet {
  name: string
  text: string
  expected: Expected
}

/** All sheets of `corpus/sheets`, in order of their numbers. */
export function loadCorpus(folder: URL = new URL('./sheets/', import.meta.url)): CorpusSheet[] {
  return readdirSync(folder)
    .filter((file) => !file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file,
      text: readFileSync(new URL(file, folder), 'utf8'),
      expected: JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8')) as Expected,
    }))
}

const show = (value: unknown) => (value === undefined ? 'null' : JSON.stringify(value))
const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function sameText(expected: string, actual: string): boolean {
  const wanted = flat(expected)
  const got = flat(actual)
  const gap = wanted.indexOf(' … ')
  return gap < 0 ? wanted === got : got.startsWith(wanted.slice(0, gap)) && got.endsWith(wanted.slice(gap + 3))
}

function matches(expected: Scalar, actual: unknown): boolean {
  if (expected === null) return actual === null || actual === undefined
  if (typeof expected === 'object') {
    if ('any' in expected) return true
    if ('oneOf' in expected) return expected.oneOf.some((one) => matches(one, actual))
    const series = actual as { episodes?: number; minutes?: number } | null
    return series !== null && series.episodes === expected.episodes && series.minutes === expected.minutes
  }
  if (typeof expected === 'number') return actual === expected
  return typeof actual === 'string' && sameText(expected, actual)
}

function isOpen(expected: Scalar): boolean {
  return expected !== null && typeof expected === 'object' && ('any' in expected || ('oneOf' in expected && expected.oneOf.includes(null)))
}

function scalarFacts(field: string, expected: Scalar | undefined, actual: unknown): Fact[] {
  const wanted = expected ?? null
  const empty = actual === null || actual === undefined
  if (empty && (wanted === null || isOpen(wanted))) return []
  return [{ field, right: matches(wanted, actual), expected: show(wanted), actual: show(actual) }]
}

const either = (wanted: string) => wanted.replace(/^\?/, '').split('|')

function sameEntry(field: string, wanted: string | number, got: string | number): boolean {
  if (typeof wanted === 'number') return wanted === got
  const fold = (text: string) => (field === 'genres' ? flat(text).toLowerCase() : flat(text))
  return either(wanted).some((one) => fold(one) === fold(String(got)))
}

/** The longest run of pairs in the order of both lists; lists here are short. */
function pairUp<A, B>(wanted: A[], got: B[], same: (a: A, b: B) => boolean): [number, number][] {
  const best: number[][] = Array.from({ length: wanted.length + 1 }, () => Array<number>(got.length + 1).fill(0))
  for (let i = wanted.length - 1; i >= 0; i--)
    for (let j = got.length - 1; j >= 0; j--)
      best[i]![j] = same(wanted[i]!, got[j]!) ? 1 + best[i + 1]![j + 1]! : Math.max(best[i + 1]![j]!, best[i]![j + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < wanted.length && j < got.length; ) {
    if (same(wanted[i]!, got[j]!)) pairs.push([i++, j++])
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

function listFacts(field: string, expected: List | undefined, actual: (string | number)[]): Fact[] {
  if (expected !== undefined && !Array.isArray(expected)) {
    const wrong = (facts: Fact[]) => facts.filter((fact) => !fact.right).length
    return expected.oneOf.map((one) => listFacts(field, one, actual)).reduce((a, b) => (wrong(b) < wrong(a) ? b : a))
  }
  const wanted = expected ?? []
  const pairs = pairUp(wanted, actual, (a, b) => sameEntry(field, a, b))
  const found = new Set(pairs.map(([i]) => i))
  const used = new Set(pairs.map(([, j]) => j))
  const required = wanted.flatMap((one, i) => (String(one).startsWith('?') ? [] : [{ field, right: found.has(i), expected: show(one), actual: show(actual) }]))
  const invented = actual.flatMap((one, j) => (used.has(j) ? [] : [{ field, right: false, expected: show(wanted), actual: show(one) }]))
  return [...required, ...invented]
}

function proseFacts(field: string, expected: Prose | null | undefined, actual: string | null): Fact[] {
  if (!expected) return scalarFacts(field, null, actual)
  const got = actual ?? ''
  const fact = (right: boolean, what: string, seen: string) => ({ field, right, expected: what, actual: seen })
  return [
    fact(flat(got).startsWith(flat(expected.starts)), `starts ${show(expected.starts)}`, show(got.slice(0, 60))),
    fact(flat(got).endsWith(flat(expected.ends)), `ends ${show(expected.ends)}`, show(got.slice(-60))),
    fact(got !== '' && got.split('\n\n').length === expected.paragraphs, `${expected.paragraphs} paragraphs`, String(got === '' ? 0 : got.split('\n\n').length)),
    ...(expected.contains ?? []).map((part) => fact(flat(got).includes(part), `contains ${show(part)}`, show(got))),
  ]
}

const FESTIVAL_COLUMNS = ['year', 'country', 'city', 'section', 'award'] as const

function sameFestival(wanted: Row, got: Reading['festivals'][number]): boolean {
  const name = wanted['festival']
  return typeof name === 'string' ? either(name).some((one) => sameText(one, got.festival)) : matches(name ?? null, got.festival)
}

function columnFacts(field: string, wanted: Scalar | undefined, got: unknown): Fact[] {
  const alternatives: Scalar | undefined = typeof wanted === 'string' && wanted.includes('|') ? { oneOf: wanted.split('|') } : wanted
  return scalarFacts(field, alternatives, got)
}

function festivalFacts(expected: Expected['festivals'], actual: Reading['festivals']): Fact[] {
  const loose = expected !== undefined && !Array.isArray(expected)
  const wanted = loose ? expected.entries : (expected ?? [])
  const taken = new Set<number>()
  const pairs = loose
    ? wanted.flatMap((row, i): [number, number][] => {
        const j = actual.findIndex((entry, k) => !taken.has(k) && sameFestival(row, entry))
        if (j < 0) return []
        taken.add(j)
        return [[i, j]]
      })
    : pairUp(wanted, actual, sameFestival)
  const byWanted = new Map(pairs)
  const used = new Set(pairs.map(([, j]) => j))
  const stated = wanted.flatMap((row, i): Fact[] => {
    const got = byWanted.has(i) ? actual[byWanted.get(i)!] : undefined
    const name = { field: 'festivals', right: got !== undefined, expected: show(row['festival']), actual: show(actual.map((entry) => entry.festival)) }
    return [name, ...FESTIVAL_COLUMNS.flatMap((column) => columnFacts(`festivals.${column}`, row[column], got?.[column]))]
  })
  const invented = actual.flatMap((entry, j) => (used.has(j) ? [] : [{ field: 'festivals', right: false, expected: 'nothing', actual: show(entry) }]))
  return [...stated, ...invented]
}

function contactFacts(expected: Row[] | undefined, actual: Reading['contacts']): Fact[] {
  const left = [...actual]
  const facts = (expected ?? []).flatMap((row): Fact[] => {
    const score = (contact: Reading['contacts'][number]) =>
      Object.entries(row).filter(([column, value]) => columnFacts('', value, contact[column as keyof typeof contact]).every((fact) => fact.right)).length
    const best = left.reduce<Reading['contacts'][number] | undefined>((a, b) => (score(b) > (a ? score(a) : 0) ? b : a), undefined)
    if (best) left.splice(left.indexOf(best), 1)
    return Object.entries(row).flatMap(([column, value]) => {
      const [fact] = columnFacts('contacts', value, best?.[column as keyof typeof best])
      return fact ? [fact] : []
    })
  })
  return [...facts, ...left.map((contact) => ({ field: 'contacts', right: false, expected: 'nothing', actual: show(contact) }))]
}

function warningFacts(expected: Expected, actual: Reading['warnings']): Fact[] {
  const seen = [...new Set(actual.map((warning) => warning.code as string))]
  const wanted = expected.warnings ?? []
  const allowed = new Set([...wanted, ...(expected.mayWarn ?? [])])
  return [
    ...wanted.map((code) => ({ field: 'warnings', right: seen.includes(code), expected: code, actual: show(seen) })),
    ...seen.filter((code) => !allowed.has(code)).map((code) => ({
      field: 'warnings', right: false, expected: show(wanted), actual: show(actual.filter((warning) => warning.code === code)),
    })),
  ]
}

function unreadFacts(expected: string[] | undefined, reading: Reading): Fact[] {
  const kept = [...reading.unread, ...reading.warnings.map((warning) => warning.text)]
  return (expected ?? []).map((part) => ({ field: 'unread', right: kept.some((line) => line.includes(part)), expected: part, actual: show(reading.unread) }))
}

const identifier = (value: string | null) => value?.replace(/^(ISAN|EIDR)\s*:?\s*/i, '').replace(/\s+/g, '') ?? null

/**
 * Every fact of one sheet, right or wrong.
 *
 * @example
 * scoreSheet({ title: 'The Salt Road', year: 2020 }, readSheet('The Salt Road\nYear: 2020')).every((fact) => fact.right) // true
 */
export function scoreSheet(expected: Expected, reading: Reading): Fact[] {
  return [
    ...scalarFacts('title', expected.title, reading.title),
    ...scalarFacts('originalTitle', expected.originalTitle, reading.originalTitle),
    ...scalarFacts('lead', expected.lead, reading.lead),
    ...proseFacts('synopsis', expected.synopsis, reading.synopsis),
    ...scalarFacts('year', expected.year, reading.year),
    ...listFacts('durations', expected.durations, reading.durations),
    ...scalarFacts('series', expected.series, reading.series),
    ...listFacts('directors', expected.directors, reading.directors),
    ...listFacts('productionCompanies', expected.productionCompanies, reading.productionCompanies),
    ...listFacts('producers', expected.producers, reading.producers),
    ...listFacts('countries', expected.countries, reading.countries),
    ...listFacts('originalLanguages', expected.originalLanguages, reading.originalLanguages),
    ...listFacts('versionLanguages', expected.versionLanguages, reading.versionLanguages),
    ...listFacts('subtitleLanguages', expected.subtitleLanguages, reading.subtitleLanguages),
    ...listFacts('genres', expected.genres, reading.genres),
    ...festivalFacts(expected.festivals, reading.festivals),
    ...scalarFacts('identifiers.isan', expected.identifiers?.isan, identifier(reading.identifiers.isan)),
    ...scalarFacts('identifiers.eidr', expected.identifiers?.eidr, identifier(reading.identifiers.eidr)),
    ...(expected.identifiers?.imdb === undefined ? [] : scalarFacts('identifiers.imdb', expected.identifiers.imdb, reading.identifiers.imdb)),
    ...(['tmdb', 'wikidata'] as const).flatMap((one) => {
      const value = expected.identifiers?.[one]
      return value === undefined ? [] : scalarFacts(`identifiers.${one}`, value, reading.identifiers[one])
    }),
    ...(expected.identifiers?.reference === undefined
      ? []
      : scalarFacts('identifiers.reference', expected.identifiers.reference, reading.identifiers.reference)),
    ...contactFacts(expected.contacts, reading.contacts),
    ...(['broadcasters', 'supporters'] as const).flatMap((one) => (expected[one] === undefined ? [] : listFacts(one, expected[one], reading[one]))),
    ...warningFacts(expected, reading.warnings),
    ...unreadFacts(expected.unread, reading),
  ]
}

/** The table that the test prints: one line a field, then the total. */
export function scoreTable(facts: Fact[]): { lines: string[]; right: number; total: number } {
  const byField = Map.groupBy(facts, (fact) => fact.field)
  const line = (name: string, list: Fact[]) => {
    const right = list.filter((fact) => fact.right).length
    const share = list.length === 0 ? 100 : (100 * right) / list.length
    return `${name.padEnd(24)} ${String(right).padStart(5)} / ${String(list.length).padEnd(5)} ${share.toFixed(1).padStart(6)} %`
  }
  const lines = [...byField].map(([field, list]) => line(field, list))
  return { lines: [...lines, line('total', facts)], right: facts.filter((fact) => fact.right).length, total: facts.length }
}
