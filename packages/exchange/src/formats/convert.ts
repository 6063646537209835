/** One format into another, through the model: films through their sheets, avails as they are. No house is needed. */
import type { Locale } from '@vitrine/messages/locale'
import { convertAvails } from '../avails/convert-avails.ts'
import type { Finding } from './finding.ts'
import type { FilmOut, FilmsIn, FormatId, Sender, Written } from './format.ts'
import { FORMATS } from './formats.ts'

export interface Converted extends Written {
  /** Films, or avails. */
  items: number
  /** Of avails: what the other form has no place for. Of films `losses` says so. */
  lost: Finding[]
}
/** `not-written`: nothing goes out in it. `no-version`: not in this version. `no-film`, `no-licence`: the file has none. */
export type NotConverted = { refused: 'not-written' | 'no-version' | 'no-film' | 'no-licence' }

/**
 * @example
 * await convert(await FORMATS.mec!.read!(bytes, { fileName }), { to: 'ebucore', locale: 'en', sender, today })
 */
export async function convert(
  { films, avails }: Pick<FilmsIn, 'films' | 'avails'>,
  { to, version, locale, sender, today }: { to: FormatId; version?: string; locale: Locale; sender: Sender; today: string },
): Promise<Converted | NotConverted> {
  const target = FORMATS[to]
  const ofLicences = to === 'avails' || to === 'avails-xlsx'
  if (target === undefined || (target.write === undefined && !ofLicences)) return { refused: 'not-written' }
  if (version !== undefined && !target.versions.includes(version)) return { refused: 'no-version' }
  if (ofLicences) {
    if (avails.length === 0) return { refused: 'no-licence' }
    const written = await convertAvails(avails, { to, sender, ...(version === undefined ? {} : { version }) })
    return { ...written, items: avails.length }
  }
  if (films.length === 0) return { refused: 'no-film' }
  const out = films.map(({ sheet, key }): FilmOut => ({ id: key, sheet, url: null, pictures: new Map(), changedAt: `${today}T00:00:00Z` })) // prettier-ignore
  const written = await target.write!(out, { locale, sender, today, ...(version === undefined ? {} : { version }) })
  return { ...written, items: films.length, lost: [] }
}
