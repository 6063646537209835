/** A letter with invented values, for whoever writes its words. The house's own name and address are its own. */
import { formatDay, type Locale } from '@vitrine/messages'
import { offerAnswers, filmsInShort } from '@vitrine/messages/deals'
import { BEYOND_BUSINESS } from '@vitrine/messages/letter-kinds'
import { LETTER_TEMPLATES, type LetterWords, type TemplateName } from '@vitrine/messages/letter-templates'
import { exampleMessage, watchExamples } from '@vitrine/messages/mail-templates'
import { formatMoney } from '@vitrine/messages/money'
import { paperWords } from '@vitrine/messages/papers'
import { rightsDigest } from '@vitrine/messages/rights-digest'
import { taskLetter } from '@vitrine/messages/task-letter'
import { sentListWords } from '@vitrine/messages/sent-lists'
import type { HouseContext } from '../context.ts'
import type { HouseSettings } from '../contract.ts'
import type { LetterPreview } from '../contract/mail-templates.ts'
import { fillWords } from './fill-words.ts'
import { letterFoot } from './letter-foot.ts'
import { letterHtml } from './letter-html.ts'
import { stopPage } from './owe-letter.ts'
import { readWords, variablesOf } from './read-words.ts'

const FILMS = ['The Ferry Log', 'Salt', 'A Winter of Bells']
/** Where the link of each letter leads; of an example, nowhere. */
const PAGE: Readonly<Record<TemplateName, string>> = {
  'sent-list': 'availabilities/example',
  screener: 'watch/example',
  offer: 'room/offers/example',
  'offer-answer': 'desk/deals/example',
  'sign-paper': 'sign/example',
  'signing-code': '',
  'paper-done': '',
  seat: 'sign-in?next=%2Fen%2Froom',
  welcome: 'sign-in?next=%2Fen%2Fdesk',
  'reminder-1': '',
  'reminder-2': '',
  'reminder-3': '',
  digest: 'desk/rights/watch?months=3',
  tasks: 'desk/contacts/day',
}

/** Something believable for every variable that any letter has. */
export function exampleValues(
  house: HouseContext,
  settings: HouseSettings,
  name: TemplateName,
  locale: Locale,
): Record<string, string> {
  // prettier-ignore
  return {
    to: 'Jon Arvid',
    by: 'Iris Okafor',
    house: settings.name,
    company: 'Kanal Nord',
    email: 'jon.arvid@kanal-nord.example',
    film: filmsInShort(locale, FILMS),
    films: name === 'sent-list' ? sentListWords[locale].films(FILMS.length) : FILMS.map((film) => `- ${film}`).join('\n'),
    reference: name === 'offer' || name === 'offer-answer' ? 'D-12' : 'D-12 / C-1',
    deal: `Kanal Nord, ${FILMS[0]}`,
    answer: offerAnswers[locale].countered,
    paper: `${paperWords[locale].kind.contract} D-12 / C-1`,
    code: '    204718',
    message: exampleMessage[locale],
    expires: formatDay(locale, '2027-03-31'),
    issued: formatDay(locale, '2027-01-15'),
    due: formatDay(locale, '2027-02-14'),
    invoice: '2027-0042',
    amount: formatMoney(locale, 625_000, 'EUR'),
    account: 'DE02 1203 0000 0000 2020 51, BYLADEM1001',
    things: name === 'tasks' ? taskLetter[locale].things(2) : rightsDigest[locale].things(2),
    today: `${taskLetter[locale].today}\n\n- ${taskLetter[locale].exampleToday}`,
    late: `${taskLetter[locale].late}\n\n- ${taskLetter[locale].exampleLate}, ${taskLetter[locale].since(formatDay(locale, '2027-02-14'))}`,
    unowned: taskLetter[locale].unowned(2),
    rights: watchExamples[locale].rights,
    deals: watchExamples[locale].deals,
    link: `${house.origin}/${locale}/${PAGE[name]}`,
  }
}

/** The way to end letters, on an example of one that has it. */
export const exampleStop = (house: HouseContext, name: TemplateName, locale: Locale): string | null =>
  BEYOND_BUSINESS.has(LETTER_TEMPLATES[name].kind) ? stopPage(house.origin, locale, 'example') : null

/** How words read when they are sent, foot and all. What is at fault in them is left out. */
export function previewOf(
  house: HouseContext,
  settings: HouseSettings,
  name: TemplateName,
  locale: Locale,
  words: LetterWords,
): LetterPreview {
  // prettier-ignore
  const filled = fillWords(readWords(name, words), variablesOf(name), exampleValues(house, settings, name, locale))
  return withFoot(house, settings, locale, filled, exampleStop(house, name, locale))
}

export function withFoot(
  house: HouseContext,
  settings: HouseSettings,
  locale: Locale,
  { subject, text }: LetterWords,
  stopUrl: string | null,
): LetterPreview {
  // prettier-ignore
  const letter = { locale, subject, text: text.trimEnd() + letterFoot(settings, locale, stopUrl) }
  return { subject, text: letter.text, html: letterHtml(letter, { origin: house.origin, accent: settings.accent }) }
}
