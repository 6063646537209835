/** What is asked, of every engine alike: with the film that is wanted, where one is. */
import type { TitleSheet } from '@vitrine/catalogue'
import { foldText, isSmallWord, wordsOf } from '@vitrine/store/search/fold'
import type { Generator } from './_titles.ts'
import { COMMON_WORDS, seeded } from './_titles.ts'

export interface Question {
  kind: string
  text: string
  facets: Partial<Record<'theme' | 'slot' | 'country' | 'version', string[]>>
  wanted: ((sheet: TitleSheet) => boolean) | null
}

/** `each` questions of every kind, the same each time. */
export function questionsFor(titles: Generator, count: number, each: number, seed = 4711): Question[] {
  const random = seeded(seed)
  let common = 0
  const any = () => titles.sheet(Math.floor(random() * count))
  const sameTitle = (one: TitleSheet) => (sheet: TitleSheet) => sheet.title === one.title
  const until = (fits: (sheet: TitleSheet) => boolean) => {
    for (;;) {
      const one = any()
      if (fits(one)) return one
    }
  }
  const longWords = (text: string) => wordsOf(text).filter((word) => word.length >= 5 && !isSmallWord(word))
  const kinds: Record<string, () => Omit<Question, 'kind'>> = {
    'exact title': () => {
      const one = any()
      return { text: one.title, facets: {}, wanted: sameTitle(one) }
    },
    'beginning of a title': () => {
      const one = until((sheet) => sheet.title.length >= 14)
      return {
        text: one.title.slice(0, Math.ceil(one.title.length * 0.75)).trimEnd(),
        facets: {},
        wanted: (sheet) =>
          foldText(sheet.title).startsWith(foldText(one.title.slice(0, Math.ceil(one.title.length * 0.75)).trimEnd())),
      }
    },
    'title with a typo': () => {
      const one = until((sheet) => longWords(sheet.title).length > 0)
      const words = longWords(one.title)
      return {
        text: misspell(one.title, words[Math.floor(random() * words.length)]!, random),
        facets: {},
        wanted: sameTitle(one),
      }
    },
    'French title without accents': () => {
      const one = until((sheet) => foldText(sheet.titles['fr'] ?? '') !== (sheet.titles['fr'] ?? '').toLowerCase())
      return { text: foldText(one.titles['fr']!), facets: {}, wanted: (sheet) => sheet.titles['fr'] === one.titles['fr'] }
    },
    'a person': () => {
      const name = any().directors[0]!
      return { text: foldText(name), facets: {}, wanted: hasPerson(name) }
    },
    'a person with a typo': () => {
      const name = until((sheet) => (wordsOf(sheet.directors[0]!)[1] ?? '').length >= 5).directors[0]!
      return { text: misspell(name, wordsOf(name)[1]!, random), facets: {}, wanted: hasPerson(name) }
    },
    'words from here and there': () => {
      const one = until((sheet) => longWords(sheet.title).length > 0)
      const words = longWords(one.title)
      return {
        text: `${words[Math.floor(random() * words.length)]} ${wordsOf(one.directors[0]!).at(-1)}`,
        facets: {},
        wanted: sameTitle(one),
      }
    },
    'three words of the text': () => {
      const one = any()
      const words = longWords(one.synopsis['en']!)
      return {
        text: [0, 1, 2].map(() => words[Math.floor(random() * words.length)]).join(' '),
        facets: {},
        wanted: sameTitle(one),
      }
    },
    // No word twice, and none that was asked to warm up: an answer that was kept would be no measure.
    'one common word': () => ({
      text: COMMON_WORDS[(common++ * 2 + (seed % 2)) % COMMON_WORDS.length]!,
      facets: {},
      wanted: null,
    }),
    'word and facets': () => {
      const one = any()
      return {
        text: `${COMMON_WORDS[(common++ * 2 + (seed % 2)) % COMMON_WORDS.length]!} `,
        facets: { slot: ['52'], theme: [one.themes[0]!], version: ['en', 'fr'] },
        wanted: null,
      }
    },
    'facets alone': () => {
      const one = any()
      return { text: '', facets: { slot: ['52', '90'], country: [one.countries[0]!], version: ['en'] }, wanted: null }
    },
  }
  return Object.entries(kinds).flatMap(([kind, make]) => Array.from({ length: each }, () => ({ kind, ...make() })))
}

function hasPerson(name: string): (sheet: TitleSheet) => boolean {
  return (sheet) =>
    [...sheet.directors, ...sheet.producers, ...sheet.credits.flatMap((credit) => credit.names), sheet.title].some((one) =>
      one.includes(name),
    )
}

/** One letter of a word changed, left out, doubled or swapped with the next; two in a word of nine letters or more. */
function misspell(text: string, word: string, random: () => number): string {
  let wrong = word
  for (let errors = word.length >= 9 ? 2 : 1; errors > 0; errors--) {
    const at = 1 + Math.floor(random() * (wrong.length - 2))
    const kind = Math.floor(random() * 4)
    if (kind === 0) wrong = wrong.slice(0, at) + 'aeiou'[Math.floor(random() * 5)] + wrong.slice(at + 1)
    else if (kind === 1) wrong = wrong.slice(0, at) + wrong.slice(at + 1)
    else if (kind === 2) wrong = wrong.slice(0, at) + wrong[at] + wrong.slice(at)
    else wrong = wrong.slice(0, at) + wrong[at + 1] + wrong[at] + wrong.slice(at + 2)
  }
  return foldText(text).replace(word, wrong)
}
