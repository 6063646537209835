import type { LetterWords, TemplateName } from '@vitrine/messages/letter-templates'
import { z } from 'zod'
import { HouseError } from '../errors.ts'
import { readWords } from './read-words.ts'

/** Words as they come in. What is too long for a letter is named as such by whoever reads them; this holds off what is absurd. */
export const TemplateWords = z.object({
  subject: z.string().max(10_000),
  text: z.string().max(100_000).transform((text) => text.replaceAll(/\r\n?/g, '\n')),
}) // prettier-ignore

/** Fails with the place of everything that is wrong with words. */
export function holdWords(name: TemplateName, words: LetterWords): void {
  const { faults } = readWords(name, words)
  if (faults.length === 0) return
  const issues = faults.slice(0, 50).map((fault) => ({ path: `words.${fault.field}`, message: `${fault.code} at ${fault.start}: ${fault.text}`, fault })) // prettier-ignore
  throw new HouseError('invalid-input', { issues })
}
