/**
 * The labels of all languages under the keys by which they are found, as plain data: worked out when the program is gathered
 * (decision 139).
 */
import { ca } from './ca.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { Field, LanguageLabels, LetterTable } from './fields.ts'
import { fr } from './fr.ts'
import { gl } from './gl.ts'
import { it } from './it.ts'
import { labelKey } from './label-key.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'

const LABEL_LANGUAGES: readonly LanguageLabels[] = [en, fr, de, es, it, pt, ca, gl, nl]

/** What a label announces, and in which languages it does. */
export interface Entry {
  field: Field
  languages: string[]
}

/** All labels, in the order of the tables. Few say anything of their own: `meanings` are listed once, and each label says which is its. */
export interface KnownLabels {
  keys: string[]
  meaningOf: number[]
  meanings: Entry[][]
}

export function labelTable(): KnownLabels {
  const byKey = new Map<string, Entry[]>()
  for (const table of LABEL_LANGUAGES) {
    for (const [field, printed] of Object.entries(table.labels) as [Field, string[]][]) {
      for (const template of printed) {
        for (const form of formsIn(table.language, template)) {
          const key = labelKey(form)
          const entries = byKey.get(key)
          if (!entries) byKey.set(key, [{ field, languages: [table.language] }])
          else {
            const same = entries.find((entry) => entry.field === field)
            if (!same) entries.push({ field, languages: [table.language] })
            else if (!same.languages.includes(table.language)) same.languages.push(table.language)
          }
        }
      }
    }
  }
  const meanings = new Map<string, Entry[]>()
  for (const entries of byKey.values()) meanings.set(JSON.stringify(entries), entries)
  const told = [...meanings.keys()]
  return {
    keys: [...byKey.keys()],
    meaningOf: [...byKey.values()].map((entries) => told.indexOf(JSON.stringify(entries))),
    meanings: [...meanings.values()],
  }
}

/** The keys of the phrases that introduce the director. */
export function bylineKeys(): string[] {
  return [...new Set(LABEL_LANGUAGES.flatMap((table) => table.bylines.map(labelKey)))]
}

/** Codes of one or two capitals, by language. */
export function labelLetters(): Record<string, LetterTable> {
  return Object.fromEntries(LABEL_LANGUAGES.map((table) => [table.language, table.letters]))
}

/** In German also as it is typed where there are no dots: "Länge" → "Laenge". */
function formsIn(language: string, template: string): string[] {
  const all = forms(template)
  return language === 'de' ? [...new Set([...all, ...all.map(undotted)])] : all
}
const undotted = (form: string) => form.replace(/[äöüß]/gi, (letter) => UNDOTTED[letter.toLowerCase()]!)
const UNDOTTED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** `sous-titre(s)` → "sous-titre", "sous-titres". */
function forms(template: string): string[] {
  const open = template.indexOf('(')
  // a bracket after a blank is part of the label: "synopsis (short)"
  if (open < 1 || template[open - 1] === ' ') return [template]
  const close = template.indexOf(')', open)
  const before = template.slice(0, open)
  const inside = template.slice(open + 1, close)
  return forms(template.slice(close + 1)).flatMap((after) => [before + after, before + inside + after])
}
