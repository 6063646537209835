import { auditSubjects, auditVerbs } from '@vitrine/messages/audit-verbs'
import { deskHouse, type DeskHouseWords } from '@vitrine/messages/desk-house'
import type { Locale } from '@vitrine/messages'

/** The words of the rooms beside the catalogue itself. */
export const houseWords = (locale: Locale): DeskHouseWords => deskHouse[locale]

/**
 * A word whose key is made of data (`role.${role}`); what has none stands for itself.
 *
 * @example
 * wordFor(h, 'role', 'sales') // "Sales"
 */
export function wordFor(words: DeskHouseWords, area: 'role' | 'when' | 'can', key: string): string {
  const word = (words as Record<string, unknown>)[`${area}.${key}`]
  return typeof word === 'string' ? word : key
}

/** What to say when the desk's own endpoint refused, or could not be reached. */
export function failure(words: DeskHouseWords, answer: { code: string; message: string }): string {
  return answer.message === '' ? words.unreachable : answer.message
}

/** Whether the house did it by itself, and no member of it. */
export const isHouse = (name: string): boolean => name === 'the house'

/** Who did it, as people say it: a member by name, the house and visitors in the reader's language. */
export function actorName(words: DeskHouseWords, name: string): string {
  return isHouse(name) ? words['role.system'] : name === 'visitor' ? words['role.visitor'] : name
}

/** What a line of the trail says was done. One that a later version wrote stands for itself. */
export const doneWords = (locale: Locale, verb: string): string => (auditVerbs[locale] as Record<string, string>)[verb] ?? verb

/** What it was done to. */
export const subjectWords = (locale: Locale, subject: string): string => (auditSubjects[locale] as Record<string, string>)[subject] ?? subject // prettier-ignore
