/** Languages as the trade writes them: "fr, de:dubbed", "German dubbed and subtitled", "VO sous-titrée français", "all excl. French". */
import { nearestPhrase } from '../expression/nearest.ts'
import { MAX_ITEMS, readExpression, type Refuse, type Term, type Vocabulary } from '../expression/read-expression.ts'
import { OPERATORS } from '../expression/operators.ts'
import { phraseKey, type Token } from '../expression/tokens.ts'
import { ALL_USES, LANGUAGES, USES } from './languages.ts'
import { LanguageSet } from './language-set.ts'
import { languageOfCode } from './names.ts'
import { languagePhrases, type Meaning } from './phrases.ts'
import { BETWEEN } from './words.ts'

/**
 * The languages, and the uses of them, that an expression names, or that any of several do (an array of leaves is the
 * simplest case). A language without a use means all four. Uses follow their language ("German dubbed and subtitled",
 * `de:dubbed`) or come before it ("subtitled in German"). The grammar is that of `readExpression`.
 *
 * Two languages joined by "and" of which one has a use can be read two ways ("French and German dubbed") and are refused;
 * so are regional forms (`fr-CA`, "Canadian French"), because the region is a matter of territory.
 *
 * @example
 * parseLanguages('German dubbed and subtitled').leaves() // ['de:dubbed', 'de:subtitled']
 * parseLanguages('all excl. French').has('fr', 'dubbed') // false
 * @throws ExpressionError
 */
export function parseLanguages(expression: string | readonly string[]): LanguageSet {
  return readPlain(expression) ?? readExpression(expression, VOCABULARY)
}

const leaves = new Set(['all', ...LANGUAGES, ...LANGUAGES.flatMap((code) => USES.map((use) => `${code}:${use}`))])

/** Leaves between commas: most expressions, without the table of names. */
function readPlain(expression: string | readonly string[]): LanguageSet | null {
  const texts = typeof expression === 'string' ? expression.split(/, ?/) : expression
  return texts.length > 0 && texts.length <= MAX_ITEMS && texts.every((text) => leaves.has(text)) ? LanguageSet.of(texts) : null
}

const VOCABULARY: Vocabulary<LanguageSet> = {
  name: 'language',
  unite: LanguageSet.union,
  subtract: (a, b) => a.minus(b),
  isNone: (set) => set.isEmpty,
  term(text, tokens, at, refuse) {
    const term = termAt(text, tokens, at, refuse)
    if (term) alone(text, tokens, at, term, refuse)
    return term && { set: term.set, end: term.end }
  },
  nearest(phrase) {
    return nearestPhrase(phraseKey(phrase), languagePhrases())
  },
}

interface LanguageTerm extends Term<LanguageSet> {
  /** Where its uses stand, if it has any. */
  uses: 'none' | 'before' | 'after'
}

function termAt(text: string, tokens: readonly Token[], at: number, refuse: Refuse): LanguageTerm | null {
  const before = usesAt(text, tokens, at, refuse)
  const found = meaningAt(text, tokens, before ? skipBetween(tokens, before.end) : at, refuse)
  if (found?.meaning.kind === 'set' && !before) return { set: found.meaning.set, end: found.end, uses: 'none' }
  const language = found && (found.meaning.kind === 'language' || found.meaning.kind === 'all') ? found : null
  if (before && !language) {
    // "original version" needs no language: it is the one that the film was made in
    if (before.uses === ORIGINAL) return { set: LanguageSet.make(ORIGINAL, []), end: before.end, uses: 'none' }
    return refuse('ambiguous', at, before.end, { advice: IN_WHICH })
  }
  if (!language) return null
  const of = (uses: number): LanguageSet =>
    language.meaning.kind === 'language' ? LanguageSet.make(0, [[language.meaning.code, uses]]) : LanguageSet.make(uses, [])
  if (before) {
    const subtitles =
      before.uses === ORIGINAL && WITH.has(tokens[before.end]?.key ?? '') ? usesAt(text, tokens, language.end, refuse) : null
    // "original version with English subtitles": one version, heard as it was made and read in English
    if (subtitles?.uses === SUBTITLED) return { set: of(SUBTITLED), end: subtitles.end, uses: 'after' }
    // "VO sous-titrée en langue française", "dubbed in the German language": what follows adds nothing
    const idle = usesAt(text, tokens, language.end, refuse)
    return { set: of(before.uses), end: idle?.uses === ALL_USES ? idle.end : language.end, uses: 'before' }
  }
  const open = tokens[language.end]?.key
  const after = usesAt(text, tokens, open === ':' || open === '(' ? language.end + 1 : skipBetween(tokens, language.end), refuse)
  if (!after || (open === '(' && tokens[after.end]?.key !== ')')) return { set: of(ALL_USES), end: language.end, uses: 'none' }
  return { set: of(after.uses), end: open === '(' ? after.end + 1 : after.end, uses: after.uses === ALL_USES ? 'none' : 'after' }
}

const ORIGINAL = 1
const SUBTITLED = 1 << USES.indexOf('subtitled')
const WITH = new Set(['with', 'avec', 'mit'])
const IN_WHICH = { en: 'Say in which language, or “all languages”.', fr: 'Précisez dans quelle langue, ou « toutes langues ».' }

/** Uses one after the other: "dubbed", "dubbed and subtitled", "dubbed, subtitled & voice-over". */
function usesAt(text: string, tokens: readonly Token[], at: number, refuse: Refuse): { uses: number; end: number } | null {
  let uses = 0
  let end = at
  for (let next = at; ;) {
    const found = meaningAt(text, tokens, next, refuse)
    if (found?.meaning.kind !== 'use') break
    uses |= found.meaning.uses
    end = found.end
    next = end
    for (
      let joint = OPERATORS.longest(tokens, next);
      JOINTS.has(joint?.meaning.does ?? '');
      joint = OPERATORS.longest(tokens, next)
    )
      next = joint!.end
  }
  return end === at ? null : { uses, end }
}

const JOINTS = new Set(['list', 'add'])

function skipBetween(tokens: readonly Token[], at: number): number {
  while (BETWEEN.has(tokens[at]?.key ?? '')) at++
  return at
}

function meaningAt(text: string, tokens: readonly Token[], at: number, refuse: Refuse): { meaning: Meaning; end: number } | null {
  const token = tokens[at]
  if (!token?.isWord) return null
  const phrase = languagePhrases().longest(tokens, at)
  if (phrase && phrase.end > at + 1) return take(phrase, at, refuse)
  const code = languageOfCode(token.raw)
  if (code === undefined) return phrase && take(phrase, at, refuse)
  const region = tokens[at + 1]
  if (region?.glued && isSubtag(region.raw)) return regional(text.slice(token.at, region.end), at, at + 2, refuse)
  // "Ga" is a language by name and "ga" another by code, "ST" are subtitles and "st" is Sotho
  const isSmall = token.raw === token.raw.toLowerCase()
  const isCode = isSmall || (token.raw === token.raw.toUpperCase() && phrase?.meaning.kind === 'language')
  return phrase && !isCode ? take(phrase, at, refuse) : { meaning: { text: token.raw, kind: 'language', code }, end: at + 1 }
}

function take(phrase: { meaning: Meaning; end: number }, at: number, refuse: Refuse): { meaning: Meaning; end: number } {
  const { meaning, end } = phrase
  if (meaning.kind === 'regional') return regional(meaning.tag, at, end, refuse)
  if (meaning.kind === 'refused') return refuse('ambiguous', at, end, { advice: meaning.advice })
  return phrase
}

const isSubtag = (raw: string): boolean => /^([a-z]{2}|\d{3}|[a-z]{4})$/i.test(raw)

function regional(tag: string, at: number, end: number, refuse: Refuse): never {
  const [language] = tag.split(/[-‐‑]/) as [string]
  const code = languageOfCode(language)
  return refuse('not-split', at, end, {
    suggestion: code ?? null,
    advice: {
      en: `Write “${code}”, and the region as a territory.`,
      fr: `Écrivez « ${code} », et la région parmi les territoires.`,
    },
  })
}

const WHOSE = {
  en: 'Write the use with each language, as in “French dubbed, German dubbed”.',
  fr: 'Écrivez l’usage avec chaque langue, comme dans « français doublé, allemand doublé ».',
}

/** Refuses "French and German dubbed" and "dubbed in French and German": is the one language dubbed, or are both? */
function alone(text: string, tokens: readonly Token[], at: number, term: LanguageTerm, refuse: Refuse): void {
  const joint = tokens[term.end]?.key
  if (term.uses === 'after' || (joint !== '&' && joint !== '/')) return
  const next = termAt(text, tokens, term.end + 1, refuse)
  if (next && (term.uses === 'before' ? next.uses === 'none' : next.uses === 'after'))
    refuse('ambiguous', at, next.end, { advice: WHOSE })
}
