/** Adjectives of nationality ("French", "uruguaya", "norwegisch") and their countries. */
import { adjectives } from './nationalities.made.ts'
import { phraseKey } from './phrases.ts'

let table: Map<string, string> | null = null

/**
 * The country of an adjective of nationality in any gender or number; null when it is none, or that of two countries.
 *
 * @example
 * nationality('belges') // "BE"
 */
export function nationality(word: string): string | null {
  table ??= build()
  return table.get(phraseKey(word)) ?? null
}

function build(): Map<string, string> {
  const byForm = new Map<string, string>()
  for (const [country, forms] of adjectives()) for (const form of forms.split(' ')) byForm.set(form, country)
  return byForm
}
