import type { Locale } from '@vitrine/messages'

const WORDS = {
  fr: /(?<![\p{L}\d])(?:bonjour|merci|cordialement|nous|vous|votre|vos|pour|avec|dans|est|une|des|les|sur|serait|droits|film)(?![\p{L}\d])/giu,
  en: /(?<![\p{L}\d])(?:hello|dear|thanks|thank|regards|we|you|your|for|with|the|is|and|would|could|rights|film)(?![\p{L}\d])/giu,
} as const

/** The language in which somebody writes, of the two in which the house answers; English unless there is more French. */
export const languageOf = (text: string): Locale => {
  const [fr, en] = [WORDS.fr, WORDS.en].map((words) => [...text.slice(0, 4_000).matchAll(words)].length) as [number, number]
  return fr > en ? 'fr' : 'en'
}
