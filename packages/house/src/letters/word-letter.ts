import type { Locale } from '@vitrine/messages'
import { LETTER_TEMPLATES, type LetterValues, type LetterWords, type TemplateName } from '@vitrine/messages/letter-templates'
import { inFrench } from '@vitrine/messages/typeset'
import type { Asker } from '@vitrine/store/asker'
import { standingWords } from '@vitrine/store/mail/templates'
import type { HouseContext } from '../context.ts'
import { fillWords } from './fill-words.ts'
import { readWords, variablesOf } from './read-words.ts'

/**
 * A letter in the house's own words, or, where it has none or they do not fit (any more), in the built-in ones: no words that
 * anybody wrote can keep a letter from being sent.
 *
 * @example
 * await wordLetter(house, trx, 'paper-done', 'en', { to: 'Jon', house: 'Ferry Films', paper: 'Licence agreement D-12 / C-1', reference: 'D-12 / C-1' })
 */
export async function wordLetter<T extends TemplateName>(
  house: HouseContext,
  trx: Asker,
  name: T,
  locale: Locale,
  values: LetterValues<T>,
): Promise<LetterWords> {
  const own = await standingWords(trx, house.houseId, name, locale)
  return wordsWith(name, locale, own, values)
}

/** The same without the database. */
export function wordsWith<T extends TemplateName>(
  name: T,
  locale: Locale,
  own: LetterWords | null,
  values: LetterValues<T>,
): LetterWords {
  const read = own === null ? null : readWords(name, own)
  const fit = read !== null && read.faults.length === 0 ? read : readWords(name, LETTER_TEMPLATES[name].words[locale])
  const words = fillWords(fit, variablesOf(name), values)
  return locale === 'fr' ? inFrench(words) : words
}
