import { pairs, type Rule } from './rule.ts'

const words = (list: string) => new Set(list.split(' '))

/** Words that a sentence may rightly say twice. */
const TWICE: Record<string, Set<string>> = {
  en: words(
    'had that her you there very really so no yes now well far long many never more again ha bye knock bla boom who do did can ever what hear aye tut there',
  ),
  fr: words(
    'nous vous très la non oui si bla cha tam pousse tout là faire il elle lui petit vite jamais encore toujours ah oh ha moi toi vrai bien',
  ),
}

/** Elsewhere only the words that are never said twice: reduplication and relative clauses are good style there. */
const NEVER_TWICE: Record<string, Set<string>> = {
  de: words(
    'und oder ein eine einen einem einer eines im in auf mit von zu zum zur bei nach aus für ist war wird hat nicht auch wie dass des am an um vor als',
  ),
  es: words('el la los las un una de del y o que en con por para su sus se es al a como pero sin sobre entre'),
  it: words('il la lo i gli le un una di del della e che in con per su si è al alla da dal come ma nel nella sono'),
  pt: words('o a os as um uma de do da e que em no na com por para se é ao à como mas seu sua dos das'),
  ca: words('el la els les un una de del i que en amb per a al és dels se com però'),
}

const CLAUSE = /^(?:what|who|where|how|why|all|it|that|this|thing|problem|truth|question)$/

/** One word twice in a row: “the the”. Proper names (“Duran Duran”) and honest doubles (“had had”, “nous nous”) pass. */
export const doubledWord: Rule = (copy) =>
  pairs(copy).flatMap(({ before, word, language, index }) => {
    if (before.lower !== word.lower || /\d/.test(word.text)) return []
    if (/^\p{Lu}/u.test(word.text)) return [] // a name, or a sentence that answers the last
    if (language === null || !isFault(word.lower, language)) return []
    if (word.lower === 'is' && copy.words.slice(Math.max(0, index - 8), index).some((one) => CLAUSE.test(one.lower))) return [] // “what it is is a debt”
    return [
      {
        code: 'doubled-word' as const,
        severity: 'error' as const,
        start: before.start,
        end: word.end,
        suggestion: before.text,
        params: { found: word.text },
      },
    ]
  })

function isFault(word: string, language: string): boolean {
  if (NEVER_TWICE[language]) return NEVER_TWICE[language].has(word)
  return TWICE[language] !== undefined && !TWICE[language].has(word)
}
