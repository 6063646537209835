/** What a label can announce, and the shape of the tables that say so in each language. */
import type { CreditRole } from '../../model/title-sheet.ts'

export const FIELDS = [
  'title', 'saleTitle', 'originalTitle', 'otherTitle', 'lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography', 'leadWrittenOn',
  'year', 'duration', 'country', 'versions', 'originalLanguage', 'language', 'subtitles', 'director', 'productionCompany', 'production',
  'producedBy', 'producer', 'coProducer', 'broadcaster', 'supporter', 'genre', 'theme', 'keyword', 'place', 'period', 'format', 'formatOrLength',
  'soundOrFormat', 'imageOrFormat', 'cuts', 'festivals', 'awards', 'premiere', 'press', 'contact', 'email', 'phone', 'website', 'trailer', 'isan', 'eidr',
  'imdb', 'tmdb', 'wikidata', 'reference', 'rating', 'advisory', 'head', 'other',
] as const // prettier-ignore
export type Field = (typeof FIELDS)[number] | `credit:${CreditRole}`

/**
 * Labels of one language by field. Matched without case and accents; `(s)` marks letters that may be missing, `[a/b]` a
 * choice. What a field means and where its values go is in facts.ts.
 */
export type LabelTable = Partial<Record<Field, string[]>>

/** Codes of one or two capitals that stand before a colon ("R:", "K:"), by field. */
export type LetterTable = Record<string, Field>

export interface LanguageLabels {
  language: string
  labels: LabelTable
  letters: LetterTable
  /** Words that introduce the director right after the title, without a colon ("by", "Ein Film von"). */
  bylines: string[]
  /** Words that join names and labels. */
  and: string[]
}
