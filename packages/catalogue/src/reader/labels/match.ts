/**
 * Finding which field a printed label announces: exact, in another gender or number, joint ("Buch und Regie"),
 * letter-spaced ("D i r e c to r s") or misspelt ("Tecnology").
 */
import { ofItsOwn, remembered } from '../memory.ts'
import type { Field } from './fields.ts'
import { labelKey } from './label-key.ts'
import { bylineKeys, labelLetters, labelTable } from './labels.made.ts'
import type { Entry } from './labels.made.ts'

export interface LabelMatch {
  fields: Field[]
  quality: 'exact' | 'misspelt' | 'spaced' | 'letter'
  /** What stood in brackets after the label: "Synopsis (EN)". */
  qualifier: string | null
}

/** What is worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

const labelsByKey = once(() => {
  const { keys, meaningOf, meanings } = labelTable()
  const byKey = new Map<string, Entry[]>()
  for (let at = 0; at < keys.length; at++) byKey.set(keys[at]!, meanings[meaningOf[at]!]!)
  return byKey
})

/** Labels without their blanks, for those whose letters are spaced. */
const labelsByCompact = once(() => {
  const byCompact = new Map<string, string>()
  for (const key of labelsByKey().keys()) {
    const compact = key.replaceAll(' ', '')
    if (compact.length >= 3 && !byCompact.has(compact)) byCompact.set(compact, key)
  }
  return byCompact
})

/** Labels by their length, for those that are misspelt. */
const labelsByLength = once(() => {
  const byLength = new Map<number, { key: string; letters: number }[]>()
  for (const key of labelsByKey().keys()) {
    if (key.length < 4) continue
    const bucket = byLength.get(key.length)
    if (bucket) bucket.push({ key, letters: lettersOf(key) })
    else byLength.set(key.length, [{ key, letters: lettersOf(key) }])
  }
  return byLength
})

/** The phrases that introduce the director, their first words, and their last. */
const bylines = once(() => {
  const whole = new Set(bylineKeys())
  return { whole, openings: new Set([...whole].map(openingOf)), ends: new Set([...whole].map(endOf)) }
})

const letters = once(labelLetters)

// Gendered ends: "Réalisateur·rice·s", "Regisseur*in", "Director/a", "Produzent/-innen", "Director(s)"
const GENDERED =
  /(\p{L}{3})(?:[·•./*_:]-?(?:e|es|s|a|as|in|innen|trice|trices|rice|rices|ices?|euse|euses|r|en|o|os|i|ne|nes|sse|eur|eurs|or|ora|ores|oras)(?!\p{L}))+/giu
/** What such an end has: most labels have none, and the pattern is the dearest of all to make ready. */
const MAYBE_GENDERED = /[·•./*_:]-?[aeinorst]/iu
const BRACKETED = /\s*[([]([^()[\]]{0,60})[)\]]\s*/g
const JOINT = /\s*(?:[,/&;+•·|]|\s[-–]\s|(?<=\s)(?:and|et|und|y|e|ed|i|en|u\.|sowie)(?=\s))\s*/giu
/** What any joint has: most labels have none of these, and are not cut. */
const HAS_JOINT = /[,/&;+•·|]|\s(?:[-–]|and|et|und|y|e|ed|i|en|u\.|sowie)\s/iu
const LETTERS = /^[A-Z]{1,2}$/
/** How long the parts of a spaced label are on average, at most. */
const MOST_LETTERS = 2.6

/** How many misspelt labels a sheet may have looked up: each look-up scans the table. */
const MISSPELT_BUDGET = 120

const LOOKED_UP = new Map<string, Map<string, LabelMatch | null>>()

/** Looks up labels for one sheet, in one language of choice. */
export class LabelReader {
  readonly language: string | null
  /** Readers with the same key find the same labels. */
  readonly key: string
  /** In a German sheet with "R:" for the director, "D:" stands for the cast. */
  readonly directorIsR: boolean
  private budget = MISSPELT_BUDGET
  private readonly seen = new Map<string, LabelMatch | null>()
  private readonly shared: Map<string, LabelMatch | null>

  constructor(language: string | null, directorIsR = false) {
    this.language = language
    this.directorIsR = directorIsR
    // labels are the same in all sheets of a language: what one looked up serves the next
    this.key = `${language} ${directorIsR}`
    let shared = LOOKED_UP.get(this.key)
    if (!shared) LOOKED_UP.set(this.key, (shared = new Map()))
    this.shared = shared
  }

  /** The fields a label announces; `misspelt` allows a letter or two to be wrong. */
  lookup(printed: string, misspelt = false): LabelMatch | null {
    const memory = misspelt ? this.seen : this.shared
    const known = memory.get(printed)
    if (known !== undefined) return known
    const match = this.find(printed, misspelt)
    if (memory.size >= 5000) memory.clear()
    memory.set(misspelt ? printed : ofItsOwn(printed), match)
    return match
  }

  private find(printed: string, misspelt: boolean): LabelMatch | null {
    const trimmed = printed.trim()
    if (trimmed.length === 0 || trimmed.length > 90) return null
    if (LETTERS.test(trimmed)) {
      const field = this.letter(trimmed)
      if (field) return { fields: [field], quality: 'letter', qualifier: null }
    }
    const key = labelKey(trimmed)
    const exact = this.pick(key)
    if (exact) return { fields: [exact], quality: 'exact', qualifier: null }
    let qualifier: string | null = null
    if (/[([]/.test(trimmed)) {
      const bare = trimmed.replace(BRACKETED, (_all, inside: string) => {
        qualifier ??= inside
        return ' '
      })
      const field = this.pick(labelKey(bare))
      if (field) return { fields: [field], quality: 'exact', qualifier }
    }
    // the end of the other gender stands behind a mark
    const plainForm = MAYBE_GENDERED.test(trimmed) ? trimmed.replace(GENDERED, '$1') : trimmed
    if (plainForm !== trimmed) {
      const field = this.pick(labelKey(plainForm))
      if (field) return { fields: [field], quality: 'exact', qualifier }
    }
    // "AnnŽe": an é of Mac Roman that was read as Windows-1252
    if (/[Žˆ]/.test(trimmed)) {
      const field = this.pick(labelKey(trimmed.replace(/Ž/g, 'é').replace(/ˆ/g, 'à')))
      if (field) return { fields: [field], quality: 'exact', qualifier }
    }
    const joint = this.findJoint(plainForm.replace(BRACKETED, ' '))
    if (joint) return { fields: joint, quality: 'exact', qualifier }
    const spaced = this.findSpaced(trimmed)
    if (spaced) return { fields: [spaced], quality: 'spaced', qualifier: null }
    if (misspelt) {
      const field = this.findMisspelt(key)
      if (field) return { fields: [field], quality: 'misspelt', qualifier: null }
    }
    return null
  }

  /** The field of a key, in the sheet's language where the languages differ. */
  pick(key: string): Field | null {
    const entries = labelsByKey().get(key)
    if (!entries) return null
    if (entries.length === 1) return entries[0]!.field
    if (this.language) for (const entry of entries) if (entry.languages.includes(this.language)) return entry.field
    // "Regie" without a language: the director of a German sheet sooner than a French stage manager
    return (entries.find((entry) => entry.field === 'director') ?? entries[0]!).field
  }

  private letter(code: string): Field | null {
    if (code === 'D' && this.directorIsR && this.language !== 'pt') return 'credit:cast'
    for (const language of [this.language, 'en', 'de', 'pt']) {
      const field = language === null ? undefined : letters()[language]?.[code]
      if (field !== undefined) return field
    }
    return null
  }

  private findJoint(printed: string): Field[] | null {
    if (!HAS_JOINT.test(printed)) return null
    const parts = printed.split(JOINT).filter((part) => part.trim() !== '')
    if (parts.length < 2 || parts.length > 6) return null
    const fields: Field[] = []
    for (const part of parts) {
      const field = this.pick(labelKey(part))
      if (!field) return null
      if (!fields.includes(field)) fields.push(field)
    }
    return fields
  }

  private findSpaced(printed: string): Field | null {
    // letters with blanks between them: words are told from those by their length, before they are cut
    let blanks = 0
    for (let at = 0; at < printed.length; at++) {
      const code = printed.charCodeAt(at)
      if (code <= 32 || code >= 0xa0) blanks++
    }
    if ((printed.length - blanks) / (blanks + 1) > MOST_LETTERS) return null
    const parts = printed.split(/\s+/)
    if (parts.length < 3 && !(parts.length === 2 && printed.length <= 8)) return null
    if (parts.reduce((sum, part) => sum + part.length, 0) / parts.length > MOST_LETTERS) return null
    const key = labelsByCompact().get(labelKey(printed).replaceAll(' ', ''))
    return key === undefined ? null : this.pick(key)
  }

  private findMisspelt(key: string): Field | null {
    if (key.length < 4 || key.length > 32 || key.split(' ').length > 4 || !/^[a-z /]+$/.test(key)) return null
    if (this.budget <= 0) return null
    this.budget--
    const meant = nearestLabel(key)
    return meant === '' ? null : this.pick(meant)
  }
}

/** The label that a key with a slip in it was meant for, '' for none. The same unknown labels stand in all sheets of a house. */
const nearestLabel = remembered((key) => {
  const most = key.length >= 9 ? 2 : 1
  const mine = lettersOf(key)
  let best: string | null = null
  let bestDistance = most + 1
  for (let length = key.length - most; length <= key.length + most; length++) {
    for (const { key: candidate, letters } of labelsByLength().get(length) ?? []) {
      // an edit changes at most two of the letters that a word has
      if (bits(letters ^ mine) > 2 * most) continue
      // Short words differ by one letter by chance ("Cane", "Case"): only a swap of two neighbours is a slip there
      if (key.length < 6 && !isSwap(key, candidate)) continue
      const distance = editDistance(key, candidate, bestDistance - 1)
      if (distance < bestDistance) {
        best = candidate
        bestDistance = distance
      }
    }
  }
  return best ?? ''
})

/** Whether a phrase introduces the director ("a film by"). */
export function isByline(key: string): boolean {
  const { whole } = bylines()
  return whole.has(key) || (key.includes('/') && key.split('/').every((part) => whole.has(part)))
}

const openingOf = (key: string): string => /^[^ /]*/.exec(key)![0]
const endOf = (key: string): string => /[^ /]*$/.exec(key)![0]

/** Whether a phrase that begins with this word can introduce the director. */
export const opensByline = remembered((word) => {
  const key = labelKey(word)
  return key === '' || bylines().openings.has(openingOf(key))
})

/** Whether a phrase that ends with this word can introduce the director. Those that follow a genre (`Dokumentation von`) end bylines too. */
export const endsByline = remembered((word) => {
  const key = labelKey(word)
  // a mark that no key has: the word before it ends the phrase
  return key === '' || bylines().ends.has(endOf(key))
})

/** The first words of all labels. */
const labelOpenings = once(() => new Set([...labelsByKey().keys()].map(openingOf)))

/**
 * Whether a label can begin with this word. Of one that is more than letters and a mark that joins it to the next, or whose letters are those
 * of Mac Roman misread, the whole label shows.
 */
export const opensLabel = remembered((word) => {
  const letters = word.replace(/[,;+&]+$/, '')
  return !/^[\p{L}\p{M}]+$/u.test(letters) || /[Žˆ]/.test(letters) || labelOpenings().has(openingOf(labelKey(letters)))
})

/** Languages in which a label exists: a vote for the sheet's language. */
export function labelLanguages(printed: string): readonly string[] {
  const entries = labelsByKey().get(labelKey(printed))
  if (!entries) return []
  return entries.length === 1 ? entries[0]!.languages : [...new Set(entries.flatMap((entry) => entry.languages))]
}

/** The letters of a key as bits. */
function lettersOf(key: string): number {
  let letters = 0
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at) - 97
    if (code >= 0 && code < 26) letters |= 1 << code
  }
  return letters
}

function bits(value: number): number {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count++
  return count
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** Rows of the table of edits, used again for every pair of words: labels that are looked up misspelt are shorter. */
const ROWS: [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)]

/** Edits between two words (a swap of neighbours is one), or `most + 1` as soon as it is more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (most < 0 || Math.abs(a.length - b.length) > most) return most + 1
  let [beforeLast, last, row] = ROWS
  for (let at = 0; at <= b.length; at++) last[at] = at
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  return last[b.length]!
}
