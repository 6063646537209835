/** How sets are written out. */

export type Locale = 'en' | 'fr'

/** `codes`: by code, and groups by the trade's abbreviation; `full`: all by name. */
export type NameForm = 'codes' | 'full'

/** Between what is in and what is taken out again; the grammar reads both in either language. */
export const EXCEPT: Record<Locale, string> = { en: ' excl. ', fr: ' hors ' }

/** A list, and what it is without. */
export const writeList = (included: readonly string[], excluded: readonly string[], locale: Locale): string =>
  excluded.length === 0 ? included.join(', ') : `${included.join(', ')}${EXCEPT[locale]}${excluded.join(', ')}`
