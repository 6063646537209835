/** Every phrase that a language expression is made of, by its key. Built when the first expression is read that is more than codes. */
import { phraseKey, PhraseTable } from '../expression/tokens.ts'
import { LANGUAGES, REGIONAL } from './languages.ts'
import { LanguageSet } from './language-set.ts'
import { inflected } from './inflected.ts'
import { displayLanguage } from './names.ts'
import { ALL_LANGUAGES, COMPOUNDS, LANGUAGE_NAMES, REFUSED, USE_WORDS } from './words.ts'
import type { Advice } from '../expression-error.ts'

export type Meaning = { readonly text: string } & (
  | { readonly kind: 'language'; readonly code: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'use'; readonly uses: number }
  | { readonly kind: 'set'; readonly set: LanguageSet }
  | { readonly kind: 'regional'; readonly tag: string }
  | { readonly kind: 'refused'; readonly advice: Advice }
)

const LOCALES = ['en', 'fr', 'de', 'es', 'it', 'pt']

let table: PhraseTable<Meaning> | undefined

export function languagePhrases(): PhraseTable<Meaning> {
  return (table ??= build())
}

function build(): PhraseTable<Meaning> {
  const made = new PhraseTable<Meaning>()
  const add = (meaning: Meaning): void => {
    const key = phraseKey(meaning.text)
    if (made.get(key) === undefined) made.set(key, meaning)
  }
  for (const text of ALL_LANGUAGES) add({ text, kind: 'all' })
  for (const [uses, words] of USE_WORDS) for (const text of words) add({ text, kind: 'use', uses })
  for (const [leaves, words] of COMPOUNDS) for (const text of words) add({ text, kind: 'set', set: LanguageSet.of(leaves) })
  for (const { phrases, advice } of REFUSED) for (const text of phrases) add({ text, kind: 'refused', advice })
  for (const [code, names] of Object.entries(LANGUAGE_NAMES)) for (const text of names) add({ text, kind: 'language', code })
  // where two languages share a name, the one with a code of two letters is meant: it is the one that is sold
  const common = [...LANGUAGES].sort((a, b) => a.length - b.length)
  for (const locale of LOCALES) {
    for (const code of common) {
      const text = displayLanguage(locale, code)
      if (text !== undefined) add({ text, kind: 'language', code })
    }
  }
  for (const locale of LOCALES) {
    for (const tag of REGIONAL) {
      const text = displayLanguage(locale, tag)
      if (text !== undefined) add({ text, kind: 'regional', tag })
    }
  }
  for (const locale of LOCALES)
    for (const code of SOLD)
      for (const text of inflected(locale, displayLanguage(locale, code) ?? '')) add({ text, kind: 'language', code })
  return made
}

/** Languages that films are sold in every day: of the others an adjective may be any word ("corsi" are courses). */
const SOLD =
  'en fr de es it pt nl pl cs sk hu ro bg hr sr sl bs mk sq el tr ru uk lt lv et fi sv da no is ar he fa zh ja ko th vi id ms ca eu ga'.split(
    ' ',
  )
