/** A slot as programmers speak of it: "52' current affairs", "90' feature", "6 × 52' history, science", "45–55 min". */
import type { Advice } from '@vitrine/rights/expression-error'
import { plainName } from './names.ts'
import type { Slot } from './profile.ts'

/** Genres and themes by their names as `plainName` writes them. */
export type Subjects = ReadonlyMap<string, Subject>
export interface Subject {
  kind: 'genre' | 'theme'
  code: string
}

const LONGEST = 1_000 // minutes: a slot that is longer is a misprint
const LENGTH =
  /(?:(?<times>\d{1,3})\s*[x×]\s*)?(?<from>\d{1,4})(?:\s*(?:[-–—/]|to|à|bis)\s*(?<to>\d{1,4}))?\s*(?<unit>['’′´]+|min(?:utes?|uten)?\.?(?![\p{L}])|mn(?![\p{L}]))?/giu

const FAULTS = {
  several: {
    en: 'A slot has one length: write each slot on a line of its own.',
    fr: 'Une case a une seule durée : écrivez chaque case sur sa propre ligne.',
  },
  reversed: { en: 'The shorter length comes first.', fr: 'La durée la plus courte vient en premier.' },
  length: { en: 'No length of a film.', fr: 'Ce n’est pas la durée d’un film.' },
} as const satisfies Record<string, Advice>

/**
 * Reads one slot. Words that name no genre and no theme stay in its text: programmes have names.
 *
 * @example
 * readSlot("52' current affairs", subjects) // { from: 52, to: 52, themes: ['current-affairs'], … }
 * readSlot('45-55 min Horizonte', subjects) // { from: 45, to: 55, … }
 */
export function readSlot(line: string, subjects: Subjects): Slot | { what: Advice } {
  const text = line.trim().replaceAll(/\s+/g, ' ')
  const lengths = [...text.matchAll(LENGTH)].filter(({ groups }) => isLength(groups!, text))
  if (lengths.length > 1) return { what: FAULTS.several }
  const found = lengths[0]
  const from = found === undefined ? null : Number(found.groups!['from'])
  const to = found === undefined ? null : Number(found.groups!['to'] ?? found.groups!['from'])
  if (from !== null && to !== null) {
    if (from < 1 || to > LONGEST) return { what: FAULTS.length }
    if (from > to) return { what: FAULTS.reversed }
  }
  const rest = found === undefined ? text : text.replace(found[0], ' ')
  const words = ` ${plainName(rest)} `
  const named = [...subjects].filter(([name]) => words.includes(` ${name} `)).map(([, subject]) => subject)
  const codes = (kind: 'genre' | 'theme') => [...new Set(named.filter((one) => one.kind === kind).map(({ code }) => code))]
  const series = found?.groups?.['times'] !== undefined || / (?:series|serie) /.test(words)
  return { text, from, to, series, genres: codes('genre'), themes: codes('theme') }
}

/** A number is a length when it says so, has a range, or is all the digits there are ("Doc 24" at the end of a name is none). */
function isLength(groups: Record<string, string | undefined>, text: string): boolean {
  if (groups['unit'] !== undefined || groups['times'] !== undefined || groups['to'] !== undefined) return true
  return text.startsWith(groups['from'] ?? '-')
}
