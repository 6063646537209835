import type { TitleSheet } from '../model/title-sheet.ts'
import { readSheet } from '../reader/read-sheet.ts'
import { sheetFrom } from '../reader/sheet-from.ts'
import { blocksOf, type Block, type Layout } from './blocks.ts'
import { asArticle, asHtml, asMarkdown, asText } from './forms.ts'
import { sheetIn } from './sheet-in.ts'
import { wordsFor, type SheetWords } from './words.ts'

/** `article` is the inside of `html`, for a page that has its own head. */
export type SheetForm = 'text' | 'markdown' | 'html' | 'article'

/**
 * The sheet as a house sends it out: title, opening, synopsis, facts, credits, festivals, press, contacts, in the words of
 * one language. What is written reads back as the same sheet: the writer reads its own text, and where a title or an opening
 * could be taken for something else, it puts every text behind its label.
 *
 * @param options.language a BCP 47 tag; texts in it are written, and labels where the house has words for it (else English)
 * @example
 * writeSheet(sheet, { language: 'fr', format: 'markdown' }) // "# Le Dernier Bac\n\n…\n- **Année :** 2020\n…"
 */
export function writeSheet(sheet: TitleSheet, options: { language: string; format: SheetForm }): string {
  const { language, format } = options
  const words = wordsFor(language)
  const only = sheetIn(sheet, language)
  const handsome = blocksOf(only, language, words, 'handsome')
  const layout: Layout = readsBack(handsome, only, language, words, format) ? 'handsome' : 'labelled'
  const blocks = layout === 'handsome' ? handsome : blocksOf(only, language, words, 'labelled')
  if (format === 'markdown') return asMarkdown(blocks, words.colon)
  if (format === 'article') return asArticle(blocks, words.colon)
  if (format === 'html') return asHtml(blocks, words.colon, language)
  return asText(blocks, words.colon)
}

/** Whether the reader finds the title and every text where they belong. */
function readsBack(blocks: Block[], sheet: TitleSheet, language: string, words: SheetWords, format: SheetForm): boolean {
  const read = sheetFrom(
    readSheet(format === 'markdown' ? asMarkdown(blocks, words.colon) : asText(blocks, words.colon), {
      languageHint: language.split('-')[0]!,
    }),
    language,
  )
  const texts = (one: TitleSheet) =>
    JSON.stringify([
      one.title,
      one.lead[language]?.text,
      one.logline[language],
      one.shortSynopsis[language],
      one.synopsis[language],
      one.directorsNote[language],
      one.biography[language],
    ])
  return texts(read) === texts(sheet)
}
