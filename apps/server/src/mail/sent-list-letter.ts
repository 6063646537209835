/** The letter that brings a list of availabilities to its receiver. Words: packages/messages/src/sent-lists.ts. */
import type { SentListView } from '@vitrine/house'
import { sentListWords } from '@vitrine/messages/sent-lists'
import { describeError, type Log } from '../log.ts'
import type { Mail } from './mail.ts'

/** Does not wait for the mail server: a letter that fails is logged, and the link can be copied. */
export function mailSentList(list: SentListView, { mail, origin, log }: { mail: Mail; origin: string; log: Log }): void {
  const { locale, toEmail, toName, byName, house, message, rows, token } = list
  if (toEmail === null) return
  const words = sentListWords[locale].letter
  const link = `${origin}/${locale}/availabilities/${token}`
  const text = words.text(toName, byName, house, sentListWords[locale].films(rows.length), message, link)
  mail
    .send({ to: toEmail, subject: words.subject(house), text })
    .catch((error: unknown) => log.error('list-letter', describeError(error)))
}
