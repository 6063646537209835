/**
 * The words a house sorts its films by. A sheet may carry any theme or genre as printed; these are the ones that have a
 * name in every language of the house (packages/messages) and a facet of their own on the site.
 */
export const THEMES = [
  'current-affairs',
  'geopolitics',
  'conflict',
  'politics',
  'history',
  'society',
  'human-rights',
  'justice',
  'crime',
  'investigation',
  'migration',
  'women',
  'youth',
  'family',
  'education',
  'work',
  'economy',
  'religion',
  'environment',
  'climate',
  'water',
  'wildlife',
  'ocean',
  'science',
  'technology',
  'space',
  'health',
  'food',
  'arts',
  'music',
  'dance',
  'cinema',
  'literature',
  'photography',
  'architecture',
  'sport',
  'travel',
  'discovery',
  'portrait',
  'media',
] as const
export type Theme = (typeof THEMES)[number]

export const GENRES = [
  'documentary',
  'feature-documentary',
  'short-documentary',
  'documentary-series',
  'docudrama',
  'animated-documentary',
  'reportage',
  'essay',
  'archive-film',
  'portrait',
  'concert-film',
  'wildlife-film',
] as const
export type Genre = (typeof GENRES)[number]

/** The lengths that broadcasters programme, in minutes: a cut belongs to the slot it fits. */
export const SLOTS = ['short', '26', '52', '75', '90', 'long', 'series'] as const
export type Slot = (typeof SLOTS)[number]

/**
 * The programming slot of a cut.
 *
 * @example
 * slotOf({ minutes: 52, episodes: null, versions: [] }) // "52"
 * slotOf({ minutes: 52, episodes: 3, versions: [] }) // "series"
 */
export function slotOf(cut: { minutes: number; episodes: number | null }): Slot {
  if (cut.episodes !== null && cut.episodes > 1) return 'series'
  if (cut.minutes < 20) return 'short'
  if (cut.minutes <= 34) return '26'
  if (cut.minutes <= 61) return '52'
  if (cut.minutes <= 79) return '75'
  if (cut.minutes <= 105) return '90'
  return 'long'
}
