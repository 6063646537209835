/** What the heading of a column announces: the labels of sheets in every language that the reader knows, and of texts the language. */
import { readLanguages } from '../languages.ts'
import { plain } from '../source.ts'
import type { Field } from './fields.ts'
import { LabelReader } from './match.ts'

export interface HeadingMeaning {
  field: Field | 'episodes'
  /** The language that the heading names ("Synopsis (FR)", "English title"). */
  language: string | null
  /** False where a letter or two had to be forgiven. */
  plainly: boolean
}

const CODES: Readonly<Record<string, string>> = {
  en: 'en', eng: 'en', gb: 'en', uk: 'en', fr: 'fr', fra: 'fr', fre: 'fr', de: 'de', deu: 'de', ger: 'de', es: 'es', esp: 'es', spa: 'es', it: 'it',
  ita: 'it', pt: 'pt', por: 'pt', ca: 'ca', cat: 'ca', nl: 'nl', nld: 'nl', dut: 'nl',
} // prettier-ignore
const TITLES: readonly Field[] = ['title', 'saleTitle', 'otherTitle']
const PROSE: readonly Field[] = ['lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography']
const EPISODES =
  /^(?:n(?:o|b|r|um|umber|ombre|umero|úmero|ombra)?\.?|n[°º]|anzahl|number|nombre|#)?\s*(?:of|de|d['’]|der|di|do|dels?|d’)?\s*(?:the\s+)?(?:episodes?|épisodes?|episodios?|episodi|episódios?|episodis|folgen?|episoden)$/i

/** A language that a word or a code names; null for any other word. */
function languageIn(words: string): string | null {
  const code = CODES[words.toLowerCase()]
  if (code !== undefined) return code
  if (words.length < 4) return null
  const { found, unknown } = readLanguages({ text: words, start: 0 }, null)
  return found.length === 1 && unknown.length === 0 ? found[0]!.language : null
}

/** The heading without the word at its end, or its beginning, that names a language. */
function withoutLanguage(heading: string): { rest: string; language: string } | null {
  const words = heading.split(/[\s_\-–—:/()[\].,@]+/).filter((word) => word !== '')
  if (words.length < 2) return null
  for (const [word, others] of [
    [words.at(-1)!, words.slice(0, -1)],
    [words[0]!, words.slice(1)],
  ] as const) {
    const language = languageIn(word)
    if (language !== null) return { rest: others.join(' ').replace(/\s+(?:in|en|auf|em|in het|in italiano)$/i, ''), language }
  }
  return null
}

/**
 * What stands below a heading; null when the reader knows no such label.
 *
 * @param language of the other headings: it decides what an ambiguous label means
 * @example
 * readHeading('Synopsis (FR)', 'en') // { field: 'synopsis', language: 'fr', plainly: true }
 */
export function readHeading(heading: string, language: string | null = null): HeadingMeaning | null {
  const words = plain(heading.replaceAll('_', ' '))
    .replace(/[*:]+$/, '')
    .trim()
  if (words === '' || words.length > 90) return null
  if (EPISODES.test(words)) return { field: 'episodes', language: null, plainly: true }
  const labels = new LabelReader(language)
  const told = withoutLanguage(words)
  const exact = labels.lookup(words)
  if (exact !== null) {
    const field = exact.fields[0]!
    const named = exact.qualifier === null ? (told?.language ?? null) : languageIn(exact.qualifier)
    return meaning(field, named, true)
  }
  if (told !== null) {
    const match = labels.lookup(told.rest)
    const field = match?.fields[0]
    if (field !== undefined && (TITLES.includes(field) || PROSE.includes(field))) return meaning(field, told.language, true)
    // "Sous-titres FR" and the like: the language is not the field's
    if (field !== undefined) return meaning(field, null, true)
  }
  const near = labels.lookup(words, true)
  return near === null ? null : meaning(near.fields[0]!, null, near.quality !== 'misspelt')
}

/** A title abroad whose language is named is the title in that language. */
function meaning(field: Field, named: string | null, plainly: boolean): HeadingMeaning {
  if (TITLES.includes(field)) return { field: named === null ? field : 'title', language: named, plainly }
  return { field, language: PROSE.includes(field) ? named : null, plainly }
}

/** The language in which most headings are labels. */
export function headingsLanguage(
  headings: readonly string[],
  languagesOf: (heading: string) => readonly string[],
): string | null {
  const votes = new Map<string, number>()
  for (const heading of headings) for (const language of languagesOf(heading)) votes.set(language, (votes.get(language) ?? 0) + 1)
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a)
  return first === undefined || first[1] === second?.[1] ? null : first[0]
}
