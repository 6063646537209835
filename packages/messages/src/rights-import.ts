/** What is not plain about a row of a rights spreadsheet, in words. */
import type { Locale } from './locale.ts'
import { inBoth } from './typeset.ts'

type Said = { value: string; read?: string }
const PROBLEMS = inBoth({
  'no-film': { en: () => 'No film is named.', fr: () => 'Aucun film n’est nommé.' },
  'unknown-film': {
    en: ({ value }) => `No film is called “${value}”.`,
    fr: ({ value }) => `Aucun film ne s’appelle « ${value} ».`,
  },
  'several-films': {
    en: ({ value }) => `Several films are called “${value}”.`,
    fr: ({ value }) => `Plusieurs films s’appellent « ${value} ».`,
  },
  'film-waits': {
    en: ({ value }) => `“${value}” is not in the catalogue yet: take the film first.`,
    fr: ({ value }) => `« ${value} » n’est pas encore au catalogue : reprenez d’abord le film.`,
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
  'which-number': {
    en: ({ value }) => `“${value}” is no whole number.`,
    fr: ({ value }) => `« ${value} » n’est pas un nombre entier.`,
  },
  'no-runs': {
    en: ({ value }) => `“${value}” belongs to a number of runs, and none is said: left out.`,
    fr: ({ value }) => `« ${value} » va avec un nombre de passages, qui n’est pas dit : laissé de côté.`,
  },
  'which-event': {
    en: ({ value }) => `“${value}”: signature, delivery, acceptance, first broadcast, release or payment?`,
    fr: ({ value }) => `« ${value} » : signature, livraison, acceptation, première diffusion, sortie ou paiement ?`,
  },
  'no-event': {
    en: ({ value }) => `“${value}” belongs to an event, and none is said: left out.`,
    fr: ({ value }) => `« ${value} » va avec un événement, qui n’est pas dit : laissé de côté.`,
  },
  'which-holdback': {
    en: ({ value }) => `“${value}”: a holdback is written “territory | media | from | to”, one a line.`,
    fr: ({ value }) => `« ${value} » : une réserve s’écrit « territoire | médias | du | au », une par ligne.`,
  },
  'cut-off': {
    en: ({ value }) => `Only the first ${value} characters are read.`,
    fr: ({ value }) => `Seuls les ${value} premiers caractères sont lus.`,
  },
  'other-row': {
    en: ({ value, read }) => `It is of one entry with row ${value}, which says something else under: ${read}.`,
    fr: ({ value, read }) => `Même entrée que la ligne ${value}, qui dit autre chose sous : ${read}.`,
  },
  missing: { en: () => 'Nothing is written here.', fr: () => 'Rien n’est écrit ici.' },
  'not-understood': { en: ({ value }) => value, fr: ({ value }) => value },
  row: { en: ({ value }) => `row ${value}`, fr: ({ value }) => `ligne ${value}` },
} satisfies Readonly<Record<string, Record<Locale, (said: Said) => string>>>)
export type ImportProblemCode = keyof typeof PROBLEMS

/** @example importProblem('no-day', { value: 'soon' }, 'en') // '“soon” is no day.' */
export const importProblem = (code: ImportProblemCode, said: Said, locale: Locale): string =>
  (PROBLEMS[code][locale] as (said: Said) => string)(said)
