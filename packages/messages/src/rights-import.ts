/** What is not plain about a row of a rights spreadsheet, in words. */
import type { Locale } from './locale.ts'

type Said = { value: string; read?: string }
const PROBLEMS = {
  'no-film': { en: () => 'No film is named.', fr: () => 'Aucun film n’est nommé.' },
  'unknown-film': {
    en: ({ value }) => `No film is called “${value}”.`,
    fr: ({ value }) => `Aucun film ne s’appelle « ${value} ».`,
  },
  'several-films': {
    en: ({ value }) => `Several films are called “${value}”.`,
    fr: ({ value }) => `Plusieurs films s’appellent « ${value} ».`,
  },
  'no-day': { en: ({ value }) => `“${value}” is no day.`, fr: ({ value }) => `« ${value} » n’est pas un jour.` },
  'two-ways': {
    en: ({ value, read }) => `“${value}” can be read two ways; taken as ${read}.`,
    fr: ({ value, read }) => `« ${value} » se lit de deux façons ; lu ${read}.`,
  },
  reversed: {
    en: ({ value, read }) => `The end, ${value}, is before the beginning, ${read}.`,
    fr: ({ value, read }) => `La fin, ${value}, précède le début, ${read}.`,
  },
  'no-kind': { en: () => 'No kind is said: taken for a licence.', fr: () => 'La nature n’est pas dite : pris pour une licence.' },
  'which-kind': {
    en: ({ value }) => `“${value}”: a grant, a licence, a holdback or an option?`,
    fr: ({ value }) => `« ${value} » : mandat, licence, réserve ou option ?`,
  },
  'which-exclusive': {
    en: ({ value }) => `“${value}”: exclusive or not? Write yes or no.`,
    fr: ({ value }) => `« ${value} » : exclusif ou non ? Écrivez oui ou non.`,
  },
  'which-status': { en: ({ value }) => `“${value}”: signed or a draft?`, fr: ({ value }) => `« ${value} » : signé ou projet ?` },
  'left-out': {
    en: ({ value }) => `“${value}”: it has no effect and is left out.`,
    fr: ({ value }) => `« ${value} » : sans effet, laissé de côté.`,
  },
  'which-runs': {
    en: ({ value }) => `“${value}” is no number of runs.`,
    fr: ({ value }) => `« ${value} » n’est pas un nombre de passages.`,
  },
  missing: { en: () => 'Nothing is written here.', fr: () => 'Rien n’est écrit ici.' },
  'not-understood': { en: ({ value }) => value, fr: ({ value }) => value },
  row: { en: ({ value }) => `row ${value}`, fr: ({ value }) => `ligne ${value}` },
} satisfies Readonly<Record<string, Record<Locale, (said: Said) => string>>>
export type ImportProblemCode = keyof typeof PROBLEMS

/** @example importProblem('no-day', { value: 'soon' }, 'en') // '“soon” is no day.' */
export const importProblem = (code: ImportProblemCode, said: Said, locale: Locale): string =>
  (PROBLEMS[code][locale] as (said: Said) => string)(said)
