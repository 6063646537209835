/**
 * Names of countries and languages for the desk's fields, and what is typed for them. The server makes them from its whole
 * CLDR; a browser's is cut short (no Northern Sámi), so it asks the server once, and knows those of two letters until then.
 */
import { GENRES, THEMES } from '@vitrine/catalogue/model/vocabulary'
import { LOCALES, countryName, languageName, type Locale } from '@vitrine/messages'
import { vocabulary } from '@vitrine/messages/vocabulary'
import type { ListKind } from './fields.ts'
import { askForNames } from './ask-for-names.ts'
import { rareLanguages } from './rare-languages.svelte.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => a + b))

/** Regions that CLDR names and that are no groups, test codes or parts (EU, ZZ, Ascension…). */
const regions = () => {
  const none = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])
  return pairs
    .map((code) => code.toUpperCase())
    .filter((code) => !none.has(code) && countryName('en', code) !== code && canonical(`und-${code}`) === `und-${code}`)
}

/** Languages of two letters that CLDR names. To try the codes of three letters too would hold a page up for a second. */
const languages = () => pairs.filter((code) => languageName('en', code).toLowerCase() !== code && canonical(code) === code)

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

const named = (codes: readonly string[], name: (locale: Locale, code: string) => string): [string, string[]][] =>
  codes.map((code) => [code, LOCALES.map((locale) => name(locale, code))])

type Names = ReadonlyMap<string, readonly string[]>

/** Countries and languages as the server sends them: code → its name in each of the house's languages. */
export interface NameTables {
  countries: [string, string[]][]
  languages: [string, string[]][]
}
/** @param languages the codes of all languages that are to be had by name. Any other BCP 47 tag can be typed as it is. */
export function nameTables(languages: readonly string[]): NameTables {
  return { countries: named(regions(), countryName), languages: named(languages, languageName) }
}

/** Made when first asked for; replaced when the server's have come. */
let tables = $state.raw<Partial<Record<ListKind, Names>>>({})
let asked = false
/** Where nothing came the next form asks again. */
export async function loadNames(locale: Locale): Promise<void> {
  if (asked) return
  asked = true
  const sent = await askForNames<NameTables>(`/${locale}/desk/names.json`)
  asked = sent !== null
  if (sent !== null) tables = { ...tables, countries: new Map(sent.countries), languages: new Map(sent.languages) }
}
const makers: Partial<Record<ListKind, () => [string, string[]][]>> = {
  countries: () => named(regions(), countryName),
  languages: () => named(languages(), languageName),
  genres: () => named(GENRES, (locale, code) => vocabulary[locale].genre[code as (typeof GENRES)[number]]),
  themes: () => named(THEMES, (locale, code) => vocabulary[locale].theme[code as (typeof THEMES)[number]]),
}
const made = new Map<ListKind, Names>()

/** Codes of a kind with their names; null where any word is taken as it is. */
export function namesOf(kind: ListKind): Names | null {
  const known = commonNames(kind)
  const rare = kind === 'languages' ? Object.entries(rareLanguages()) : []
  return known === null || rare.length === 0
    ? known
    : new Map([...known, ...rare.map(([code, name]) => [code, LOCALES.map(() => name)] as const)])
}

function commonNames(kind: ListKind): Names | null {
  const sent = tables[kind]
  if (sent) return sent
  const make = makers[kind]
  if (!make) return null
  const known = made.get(kind) ?? new Map(make())
  made.set(kind, known)
  return known
}

/** A code's name in the desk's language; what has no name stands for itself. */
export function nameOf(kind: ListKind, code: string, locale: Locale): string {
  return commonNames(kind)?.get(code)?.[LOCALES.indexOf(locale)] ?? (kind === 'languages' ? languageName(locale, code) : code)
}
