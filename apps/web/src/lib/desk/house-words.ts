import { deskHouse, type DeskHouseWords } from '@vitrine/messages/desk-house'
import type { Locale } from '@vitrine/messages'

/** The words of the rooms beside the catalogue itself. */
export const houseWords = (locale: Locale): DeskHouseWords => deskHouse[locale]

/**
 * A word whose key is made of data (`role.${role}`); what has none stands for itself.
 *
 * @example
 * wordFor(h, 'verb', 'editTitle') // "changed the title"
 */
export function wordFor(words: DeskHouseWords, area: 'verb' | 'subject' | 'role' | 'when' | 'can', key: string): string {
  const word = (words as Record<string, unknown>)[`${area}.${key}`]
  return typeof word === 'string' ? word : key
}

/** What to say when the desk's own endpoint refused, or could not be reached. */
export function failure(words: DeskHouseWords, answer: { code: string; message: string }): string {
  return answer.message === '' ? words.unreachable : answer.message
}

/** Who did it, as people say it: a member by name, the house and visitors in the reader's language. */
export function actorName(words: DeskHouseWords, name: string): string {
  return name === 'the house' ? words['role.system'] : name === 'visitor' ? words['role.visitor'] : name
}
