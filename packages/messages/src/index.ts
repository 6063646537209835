/** Every word the house says to a person, in each of its languages. */
export const LOCALES = ['en', 'fr'] as const
export type Locale = (typeof LOCALES)[number]
