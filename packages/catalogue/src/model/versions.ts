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
