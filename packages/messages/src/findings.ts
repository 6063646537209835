/**
 * What is said about files that came from elsewhere, one sentence a rule. Rules are named by the formats (`packages/exchange`);
 * rules of one family share a sentence under the family's name (`structure/…`).
 */
import { FILM_SENTENCES } from './findings-films.ts'
import { LIST_SENTENCES } from './findings-lists.ts'
import { MOVIELABS_SENTENCES } from './findings-movielabs.ts'
import { VALIDATE_SENTENCES } from './findings-validate.ts'
import type { WarningCode } from '@vitrine/catalogue'
import type { Locale } from './locale.ts'
import { readerWarnings } from './reader.ts'
import { inBoth } from './typeset.ts'

type Values = Readonly<Record<string, string>>
export type Sentence = Record<Locale, (values: Values) => string>

const SENTENCES: Record<string, Sentence> = inBoth({
  ...FILM_SENTENCES,
  ...MOVIELABS_SENTENCES,
  ...VALIDATE_SENTENCES,
  'file/too-slow': {
    en: () => 'The file takes longer to read than any honest one: it was given up. Nothing was changed.',
    fr: () => 'Ce fichier est plus long à lire qu’aucun fichier honnête : la lecture a été abandonnée. Rien n’a changé.',
  },
  'file/out-of-memory': {
    en: () => 'The file takes more memory to read than there is: it was given up. Nothing was changed. Split it and try again.',
    fr: () =>
      'La lecture de ce fichier demande trop de mémoire : elle a été abandonnée. Rien n’a changé. Divisez-le et réessayez.',
  },
  ...LIST_SENTENCES,
  'xml/not-well-formed': {
    en: ({ said }) => `This is not well-formed XML: ${said}.`,
    fr: ({ said }) => `Ce n’est pas du XML bien formé : ${said}.`,
  },
  'xml/doctype': {
    en: () =>
      'The file declares a document type. None of these formats has one, and it could reach for other files: it was not read.',
    fr: () =>
      'Le fichier déclare un type de document. Aucun de ces formats n’en a, et il pourrait aller chercher d’autres fichiers : il n’a pas été lu.',
  },
  'xml/too-large': {
    en: ({ limit }) => `The file has more than ${limit} characters.`,
    fr: ({ limit }) => `Le fichier a plus de ${limit} caractères.`,
  },
  'xml/too-many-elements': {
    en: ({ limit }) => `The file has more than ${limit} elements.`,
    fr: ({ limit }) => `Le fichier a plus de ${limit} éléments.`,
  },
  'xml/too-deep': {
    en: ({ limit }) => `Elements stand more than ${limit} deep in one another.`,
    fr: ({ limit }) => `Les éléments s’emboîtent sur plus de ${limit} niveaux.`,
  },
})

/**
 * The sentence of a finding. A rule without a sentence of its own has that of its family: `structure/a/b`, then `structure/a`,
 * then `structure`.
 *
 * @example
 * findingMessage('en', { rule: 'xml/too-deep', values: { limit: '200' } })
 */
export function findingMessage(locale: Locale, { rule, values }: { rule: string; values: Values }): string {
  const about = values['field'] === undefined ? null : sheetWarning(locale, rule, values)
  if (about !== null) return about
  for (let name = rule; ; name = name.slice(0, name.lastIndexOf('/'))) {
    const sentence = SENTENCES[name]
    if (sentence !== undefined) return sentence[locale](values)
    if (!name.includes('/')) return [rule, ...Object.values(values)].join(', ')
  }
}

/** What the sheet reader warns of has its words in reader.ts. */
function sheetWarning(locale: Locale, rule: string, { field = '', text = '' }: Values): string | null {
  const code = rule.startsWith('sheet/') ? rule.slice('sheet/'.length) : ''
  return Object.hasOwn(readerWarnings[locale], code) ? readerWarnings[locale][code as WarningCode]({ field, text }) : null
}

/** Is there a sentence for this rule? Held by a test over every rule there is. */
export const hasSentence = (rule: string): boolean =>
  rule.split('/').some((_, i, parts) => Object.hasOwn(SENTENCES, parts.slice(0, i + 1).join('/')))
