/** Texts of XML documents and the language that they are tagged with (`xml:lang`). */
import type { TextByLanguage } from '@vitrine/catalogue'
import type { Doubts } from '../formats/film-in.ts'
import { withoutPlace } from '../movielabs/language-tags.ts'
import type { XmlElement } from './read-xml.ts'

export const langOf = (one: XmlElement): string | null => one.attributes['xml:lang'] ?? one.attributes['lang'] ?? null

/** The language of a tag; null, with a doubt, for a tag that is none. A text without one is taken for English. */
export function languageOf(tag: string | null, said: Doubts, line: number): string | null {
  const language = tag === null ? 'en' : withoutPlace(tag)
  if (language === null) said.notice('language', { tag: tag! }, line)
  return language
}

/** The first text of each language; others in the same language are doubts. */
export function textsIn(elements: readonly XmlElement[], said: Doubts): TextByLanguage {
  const texts: TextByLanguage = {}
  for (const one of elements) {
    const language = one.text === '' ? null : languageOf(langOf(one), said, one.line)
    if (language === null) continue
    if (texts[language] === undefined) texts[language] = one.text
    else said.notice('second-text', { language }, one.line)
  }
  return texts
}
