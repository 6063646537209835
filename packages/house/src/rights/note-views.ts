import type { Locale } from '@vitrine/messages'
import { rightsNote } from '@vitrine/messages/rights-notes'
import type { Note } from '@vitrine/rights/sentence/note'
import type { ReadNote } from '../contract/rights.ts'

/** What a reader of questions and clauses has to say, in words, and what the text would be with what was probably meant. */
export const noteViews = (notes: readonly Note[], text: string, locale: Locale): ReadNote[] =>
  notes.map(({ code, span, words, suggestion, advice }) => ({
    code,
    text: rightsNote(code, { words, suggestion, advice }, locale),
    start: span?.from ?? 0,
    end: span?.to ?? 0,
    suggestion,
    corrected: suggestion === null || span === null ? null : text.slice(0, span.from) + suggestion + text.slice(span.to),
  }))
