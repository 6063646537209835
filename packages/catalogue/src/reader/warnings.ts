/** What the reader says, in English; packages/messages has the same in the house's languages, by code. */
import type { WarningCode } from '../model/reading.ts'

export interface WarningParams {
  field: string
  text: string
}

/** The English text of each warning. */
export const WARNING_TEXTS: Record<WarningCode, (params: WarningParams) => string> = {
  'no-title': () => 'No line of this sheet could be taken for its title.',
  'not-a-year': ({ text }) => `“${text}” is not a year.`,
  'not-a-duration': ({ text }) => `“${text}” is not a running time.`,
  'year-and-duration-swapped': ({ text }) => `Year and running time seem to have changed places (“${text}”); neither was taken.`,
  'empty-label': ({ text }) => `“${text}” stands without a value.`,
  'unknown-country': ({ text }) => `“${text}” is not a country that ISO 3166 knows.`,
  'unknown-language': ({ text }) => `“${text}” is not a language that could be recognised.`,
  'bad-check-character': ({ text }) => `The check character of “${text}” is wrong: a digit may be mistyped.`,
  'bad-identifier': ({ text }) => `“${text}” does not have the form of such an identifier.`,
  'two-values': ({ field, text }) => `A second value for ${field}, “${text}”, was not taken.`,
  'misspelt-label': ({ field, text }) => `“${text}” was read as a misspelt label for ${field}.`,
  'repeated-line': ({ text }) => `“${text}” is there more than once.`,
  'several-films': ({ text }) => `Another film seems to begin at “${text}”; only the first was read.`,
  'year-out-of-range': ({ text }) => `“${text}” is no year in which this film can have been made.`,
  ambiguous: ({ field, text }) => `“${text}” can be read in more than one way (${field}).`,
  truncated: () => 'The text is longer than any sheet; its end was not read.',
  'not-understood': ({ text }) => `“${text}” was not understood.`,
}

/** A source line as a warning shows it: not longer than a line on the screen. */
export function shown(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text
}
