/** The titles of a film beside those that a page already shows. */
import type { TitleSheet } from './title-sheet.ts'

/**
 * Every other title, each once, with its language where that is known.
 *
 * @example
 * otherTitlesOf({ title: 'Salt', titles: { fr: 'Sel' }, otherTitles: [] }, ['Salt']) // [{ title: 'Sel', language: 'fr' }]
 */
export function otherTitlesOf(
  sheet: Pick<TitleSheet, 'title' | 'titles' | 'otherTitles'>,
  shown: readonly (string | null)[],
): TitleSheet['otherTitles'] {
  const seen = new Set(shown)
  const all = [
    { title: sheet.title, language: null },
    ...Object.entries(sheet.titles).map(([language, title]) => ({ title, language })),
    ...sheet.otherTitles,
  ]
  return all.filter(({ title }) => {
    const isNew = !seen.has(title)
    seen.add(title)
    return isNew
  })
}
