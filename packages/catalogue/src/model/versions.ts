/** Which language versions a cut can be had in. */
import type { Cut, LanguageVersion, TitleSheet } from './title-sheet.ts'

/**
 * The versions of one cut: its own, else those that the sheet gives for the film as a whole.
 *
 * @example
 * versionsOfCut({ versions: [french] }, { minutes: 52, episodes: null, versions: [] }) // [french]
 */
export function versionsOfCut(sheet: Pick<TitleSheet, 'versions'>, cut: Pick<Cut, 'versions'>): LanguageVersion[] {
  return cut.versions.length > 0 ? cut.versions : sheet.versions
}

/**
 * The versions of a film in whatever cut: the film's own where some cut has none (or there is no cut), then those of the cuts.
 *
 * @example
 * versionsOfFilm({ versions: [french], cuts: [{ minutes: 52, episodes: null, versions: [polish] }] }) // [polish]
 */
export function versionsOfFilm({ versions, cuts }: Pick<TitleSheet, 'versions' | 'cuts'>): LanguageVersion[] {
  const own = cuts.flatMap((cut) => cut.versions)
  return cuts.length > 0 && cuts.every((cut) => cut.versions.length > 0) ? own : [...versions, ...own]
}
