/** What the fields of a sheet share: the words of the desk, the source they were read from, and which field has the eye. */
import type { CopyFinding } from '@vitrine/house'
import { desk, type DeskWords } from '@vitrine/messages/desk'
import { LOCALES, countryName, languageName, type Locale } from '@vitrine/messages'
import { vocabulary } from '@vitrine/messages/vocabulary'
import { GENRES, THEMES } from '@vitrine/catalogue/model/vocabulary'
import { getContext, setContext } from 'svelte'
import type { ListKind } from './fields.ts'

export interface FieldSource { line: number; start: number; raw: string }

export interface DeskContext {
  readonly locale: Locale
  readonly w: DeskWords
  sources(field: string): readonly FieldSource[]
  findings(field: string): readonly CopyFinding[]
  /** The field that the eye is on, in the source as in the record. */
  readonly field: string | null
  point(field: string | null): void
  readonly collections: readonly { slug: string; name: string }[]
}

const KEY = Symbol('desk')
export const provideDesk = (context: DeskContext): DeskContext => setContext(KEY, context)
export const useDesk = (): DeskContext => getContext<DeskContext>(KEY)

export const deskWords = (locale: Locale): DeskWords => desk[locale]

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => a + b))

/** Regions that CLDR names and that are no groups, test codes or parts (EU, ZZ, Ascension…). */
const regions = () => {
  const none = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])
  return pairs.map((code) => code.toUpperCase()).filter((code) => !none.has(code) && countryName('en', code) !== code && canonical(`und-${code}`) === `und-${code}`)
}

/** Languages that CLDR names, each under its shortest code. Any other BCP 47 tag can be typed as it is. */
const languages = () => {
  const named = (code: string) => languageName('en', code).toLowerCase() !== code && canonical(code) === code
  return [...pairs, ...pairs.flatMap((pair) => LETTERS.map((c) => pair + c))].filter(named)
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

const named = (codes: readonly string[], name: (locale: Locale, code: string) => string): ReadonlyMap<string, readonly string[]> =>
  new Map(codes.map((code) => [code, LOCALES.map((locale) => name(locale, code))]))

/** Codes with their names in every language of the house, made when first asked for. */
const tables: Partial<Record<ListKind, ReadonlyMap<string, readonly string[]>>> = {}
export function namesOf(kind: ListKind): ReadonlyMap<string, readonly string[]> | null {
  if (kind === 'countries') return (tables.countries ??= named(regions(), countryName))
  if (kind === 'languages') return (tables.languages ??= named(languages(), languageName))
  if (kind === 'genres') return (tables.genres ??= named(GENRES, (locale, code) => vocabulary[locale].genre[code as (typeof GENRES)[number]]))
  if (kind === 'themes') return (tables.themes ??= named(THEMES, (locale, code) => vocabulary[locale].theme[code as (typeof THEMES)[number]]))
  return null
}

/** A code's name in the desk's language; what has no name stands for itself. */
export function nameOf(kind: ListKind, code: string, locale: Locale): string {
  return namesOf(kind)?.get(code)?.[LOCALES.indexOf(locale)] ?? (kind === 'languages' ? languageName(locale, code) : code)
}
