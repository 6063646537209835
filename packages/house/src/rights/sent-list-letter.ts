/** The letter that brings a list of availabilities to its receiver. Words: packages/messages/src/sent-lists.ts. */
import { sentListWords } from '@vitrine/messages/sent-lists'
import type { SentListView } from '../contract-rights.ts'

export function sentListLetter(list: SentListView, origin: string): { subject: string; text: string } {
  const { locale, toName, byName, house, message, rows, token } = list
  const words = sentListWords[locale].letter
  const link = `${origin}/${locale}/availabilities/${token}`
  return {
    subject: words.subject(house),
    text: words.text(toName, byName, house, sentListWords[locale].films(rows.length), message, link),
  }
}
