import { labelLanguages } from '../../reader/labels/match.ts'
import type { Copy, Word } from '../copy.ts'
import type { Mark } from '../finding.ts'
import type { Rule } from './rule.ts'

/** Names in a text are few; a hostile text must not make this rule slow. */
const MOST_NAMES = 4000

interface Name {
  form: string
  folded: string
  words: Word[]
  neighbours: Set<string> // folded names beside it: “Gulmurod” beside “Kalimov”
  sure: boolean // capitalised inside a sentence at least once
  german: boolean
}

/**
 * One name spelt two ways: Kalimov and Khalimov. Two forms are one name when they sound alike in any transliteration, or
 * differ by one letter inside the word while one is clearly the usual form or both stand beside the same other name.
 * Labels and words of roles ("Produktion / Production: …") are no names. Plurals, possessives, adjectives (Iran, Iranian), forms of gender (Mario, Maria), names of countries, and people with
 * different other names (Stefan Huber, Stephan Roth) are left alone.
 */
export const nameVariants: Rule = (copy) => nameVariantsBeside(copy, '')

/** The same, where the spelling of the credits is the right one, however often the text has another. */
export function nameVariantsBeside(copy: Copy, credits: string): Mark[] {
  const names = collect(copy)
  const credited = new Set(credits.split(/[\s-]+/))
  const marks: Mark[] = []
  for (const [a, b] of candidates(names)) {
    const [usual, rare] = rank(a, b, credited)
    for (const word of rare.words)
      marks.push({
        code: 'name-variants',
        severity: 'warning',
        start: word.start,
        end: word.start + rare.form.length,
        suggestion: usual.form,
        params: { found: rare.form, other: usual.form, times: usual.words.length },
      })
  }
  return marks
}

function collect(copy: Copy): Name[] {
  const small = new Set<string>()
  const names = new Map<string, Name>()
  let before: { form: string; word: Word } | null = null
  const labels = labelsIn(copy.text)
  let label = 0
  for (const word of copy.words) {
    while (label < labels.length && labels[label]!.end <= word.start) label++
    if (label < labels.length && word.start >= labels[label]!.start) {
      before = null
      continue
    }
    const form = bare(word.text)
    if (!/^\p{Lu}/u.test(form)) {
      if (/^\p{Ll}/u.test(form)) small.add(form)
      before = null
      continue
    }
    const previous: { form: string; word: Word } | null = before !== null && word.follows ? before : null
    before = { form, word }
    if (form.length < 5 || form === form.toUpperCase() || /\d/.test(form)) {
      if (previous) names.get(previous.form)?.neighbours.add(fold(form))
      continue
    }
    let name = names.get(form)
    if (!name) {
      if (names.size >= MOST_NAMES) continue
      name = { form, folded: fold(form), words: [], neighbours: new Set(), sure: false, german: false }
      names.set(form, name)
    }
    const start = word.start + word.text.indexOf(form)
    name.words.push(start === word.start ? word : { ...word, start })
    name.sure ||= !word.opens || previous !== null
    name.german ||= copy.paragraphs[word.paragraph]!.language === 'de'
    if (previous) {
      name.neighbours.add(fold(previous.form))
      names.get(previous.form)?.neighbours.add(name.folded)
    }
  }
  for (const name of names.values())
    for (const other of name.neighbours) if (NO_NAME.has(other) || small.has(other)) name.neighbours.delete(other)
  return [...names.values()].filter((name) => !small.has(name.form.toLowerCase()))
}

/** What a line announces before its colon, alone or in several languages: "Produktion / Production: ". */
const ANNOUNCED = /^[^\S\n]*(?:[•·*#>|–—-]+[^\S\n]*)?([^:\n]{3,60}):/gmu

/** The labels of a text, in order of place: those that a sheet prints, with whatever stands beside one in another language. */
function labelsIn(text: string): { start: number; end: number }[] {
  const labels: { start: number; end: number }[] = []
  for (const match of text.matchAll(ANNOUNCED)) {
    if (!match[1]!.split('/').some(isLabel)) continue
    labels.push({ start: match.index, end: match.index + match[0].length })
  }
  return labels
}
const isLabel = (printed: string): boolean => labelLanguages(printed.trim()).length > 0

/** Capitals beside a name that are no part of it: ranks, and words that open a sentence. */
const NO_NAME = new Set(
  (
    'colonel general captain major president minister doctor dr mr mrs ms miss professor prof sir lady lord king queen father sister brother pastor judge ' +
    'commandant capitaine ministre docteur professeur monsieur madame mademoiselle maitre abbe pere soeur frere herr frau doktor don dona senor senora ' +
    'but and when then after before for with as in on at from if so while where now yet the a he she they it his her director directed by de mais et quand puis ' +
    'apres avant pour avec dans sur si car le la les il elle aber und als dann nach vor mit wenn doch der die das er sie'
  ).split(' '),
)

/** Without an elided article (l’, d’, qu’) and without a possessive. */
function bare(text: string): string {
  return text.replace(/^(?:[dDlLnNsSjJcCtTmM]|[Qq]u|dell|all|nell|sull|dall|Dell|All)['’]/u, '').replace(/['’]s?$/iu, '')
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** How a name sounds, whichever way it was brought into Latin letters. */
function sound(folded: string): string {
  return folded
    .replace(/[^a-z]/g, '')
    .replace(/tch|tsch/g, 'C')
    .replace(/sch|sh/g, 'S')
    .replace(/kh|ch|ck|q|c|gh/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ts|tz/g, 'z')
    .replace(/dj|dzh/g, 'j')
    .replace(/ou|oo|u/g, 'u')
    .replace(/w/g, 'v')
    .replace(/ee|y|j|i/g, 'i')
    .replace(/iie|ie|ii/g, 'e')
    .replace(/(?:f+|v)$/, 'v')
    .replace(/sk(?:i+|e|ii)$/, 'ski')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
}

function* candidates(names: Name[]): Generator<[Name, Name]> {
  const seen = new Set<string>()
  const bySound = Map.groupBy(names, (name) => sound(name.folded))
  const byGap = new Map<string, Name[]>()
  for (const name of names) {
    if (name.folded.length < 7 || name.folded.length > 40) continue
    for (const key of gaps(name.folded)) byGap.set(key, [...(byGap.get(key) ?? []).slice(0, 8), name])
  }
  for (const [groups, alike] of [
    [bySound, true],
    [byGap, false],
  ] as const)
    for (const group of groups.values())
      for (let i = 0; i < Math.min(group.length, 8); i++)
        for (let j = i + 1; j < Math.min(group.length, 8); j++) {
          const a = group[i]!
          const b = group[j]!
          const key = a.form < b.form ? `${a.form} ${b.form}` : `${b.form} ${a.form}`
          if (seen.has(key) || !sameName(a, b, alike)) continue
          seen.add(key)
          yield [a, b]
        }
}

/** The name without each of its inner letters in turn: names one letter apart share one of these. */
const gaps = (folded: string) => [
  folded,
  ...Array.from({ length: folded.length - 3 }, (_, i) => folded.slice(0, i + 1) + folded.slice(i + 2)),
]

function sameName(a: Name, b: Name, alike: boolean): boolean {
  if (a.form === b.form || !(a.sure || b.sure)) return false
  if (isLabel(a.form) && isLabel(b.form)) return false // Produktion, Production: one word of the trade in two languages
  if (a.folded === b.folded && (a.german || b.german)) return false // Mutter, Mütter
  const { head, tail } = apart(a.folded, b.folded)
  if (a.folded !== b.folded && tail === 0 && !(alike && SAME_ENDING.test(a.folded) && SAME_ENDING.test(b.folded))) return false // Iran, Iranian; Mario, Maria
  if (a.folded.length - head - tail > 2 || b.folded.length - head - tail > 2) return alike && twoPeople(a, b) === 'one'
  const people = twoPeople(a, b)
  if (people === 'two' || (isPlace(a.form) && isPlace(b.form)) || GIVEN_NAME_PAIRS.has([a.folded, b.folded].sort().join(' ')))
    return false
  if (alike && !(a.german && b.german)) return head > 0 || tail > 2
  if (alike) return people === 'one' || (a.words.length + b.words.length >= 3 && /kh|ou|y|w/.test(a.folded + b.folded))
  if (a.folded === b.folded) return true // an accent on one of them
  const often = Math.max(a.words.length, b.words.length) >= 3 && Math.min(a.words.length, b.words.length) === 1
  return a.sure && b.sure && !a.german && !b.german && head > 0 && tail > 1 && (people === 'one' || often)
}

/** Endings that only the transliteration tells apart: Serebrov, Serebroff; Kandinsky, Kandinskij. */
const SAME_ENDING = /(?:[aeiou](?:v|f|ff|w)|sk(?:y|i|ij|iy|yi))$/

/** How many letters two forms share at the front and at the back. */
function apart(a: string, b: string): { head: number; tail: number } {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return { head, tail }
}

/** Other names beside them: the same one says one person, two different ones say two. */
function twoPeople(a: Name, b: Name): 'one' | 'two' | 'unknown' {
  if (a.neighbours.size === 0 || b.neighbours.size === 0) return 'unknown'
  return [...a.neighbours].some((one) => b.neighbours.has(one)) ? 'one' : 'two'
}

/** Names one letter apart that are two names. */
const GIVEN_NAME_PAIRS = new Set([
  'katharina katarina',
  'fernanda fernando',
  'fernandez hernandez',
  'fernandes fernandez',
  'francesca francisca',
  'giovana giovanna',
  'christian christina',
  'mauritius mauricius',
  'gonzales gonzalez',
])

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
let places: Set<string> | null = null
/** Countries whose names are close (Gambia, Zambia; Mauritania, Mauritius) are never one country. */
function isPlace(form: string): boolean {
  if (!places) {
    places = new Set()
    for (let a = 65; a <= 90; a++)
      for (let b = 65; b <= 90; b++) {
        const name = REGIONS.of(String.fromCharCode(a, b))
        if (name) places.add(name)
      }
  }
  return places.has(form)
}

function rank(a: Name, b: Name, credited: Set<string>): [Name, Name] {
  if (credited.has(a.form) !== credited.has(b.form)) return credited.has(a.form) ? [a, b] : [b, a]
  if (a.words.length !== b.words.length) return a.words.length > b.words.length ? [a, b] : [b, a]
  return a.words[0]!.start <= b.words[0]!.start ? [a, b] : [b, a]
}
