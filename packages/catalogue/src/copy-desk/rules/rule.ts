import type { Copy, Word } from '../copy.ts'
import type { Mark } from '../finding.ts'

/** One thing that an editor looks for: a pure reading of the text. */
export type Rule = (copy: Copy) => Mark[]

/** Words of running text only, each with the one before it when no punctuation stands between them. */
export function pairs(
  copy: Copy,
): { before: Word; word: Word; after: Word | undefined; language: string | null; index: number }[] {
  const found = []
  for (let i = 1; i < copy.words.length; i++) {
    const word = copy.words[i]!
    const before = copy.words[i - 1]!
    const paragraph = copy.paragraphs[word.paragraph]!
    if (!word.follows || !paragraph.prose || before.paragraph !== word.paragraph) continue
    found.push({ before, word, after: copy.words[i + 1], language: paragraph.language, index: i })
  }
  return found
}
