/**
 * The languages that rights are sold in: the primary language subtags of BCP 47 that CLDR names. "All languages" means
 * exactly these, in each of their four uses.
 */
import names from 'cldr-localenames-full/main/en/languages.json' with { type: 'json' }

/** Codes of CLDR that are no language: several, none, undetermined. */
const NOT_SPOKEN = new Set(['mul', 'und', 'zxx', 'mis'])

const tags = Object.keys(names.main.en.localeDisplayNames.languages)

/** Every language, in the order of the code. */
export const LANGUAGES: readonly string[] = tags.filter((code) => /^[a-z]{2,3}$/.test(code) && !NOT_SPOKEN.has(code)).sort()

/** The regional and written forms that CLDR names (`fr-CA`, `zh-Hans`): rights are not kept by them. */
export const REGIONAL: readonly string[] = tags.filter((tag) => /^[a-z]{2,3}-([A-Z]{2}|\d{3}|[A-Z][a-z]{3})$/.test(tag))

/** How a film is heard or read in a language; a use's place is its bit. */
export const USES = ['original', 'dubbed', 'subtitled', 'voice-over'] as const
export type Use = (typeof USES)[number]

/** All four uses. */
export const ALL_USES = 0b1111
