import type { Mark } from '../finding.ts'

/** A title kept in capitals cannot be set in small letters later; short ones (“MASH”) may be names. */
export function allCapsTitle(title: string, start: number): Mark[] {
  const letters = title.replace(/[^\p{L}]/gu, '')
  if (letters.length < 6 || !/\p{Lu}/u.test(title) || title !== title.toUpperCase() || !/\s/.test(title.trim())) return []
  return [{ code: 'all-caps-title', severity: 'hint', start, end: start + title.length, suggestion: null }]
}
