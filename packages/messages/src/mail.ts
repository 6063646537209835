/** Mail: the outbox at the desk, the foot of letters that can be ended, the page that ends them. */
import type { LetterKind } from './letter-kinds.ts'
import type { Locale } from './locale.ts'
import { inBoth } from './typeset.ts'

/** The last line of a letter beyond business. */
export const stopLine: Record<Locale, (url: string) => string> = inBoth({
  en: (url) => `No more letters like this: ${url}`,
  fr: (url) => `Ne plus recevoir ces lettres : ${url}`,
})

const en = {
  outbox: 'Outbox',
  outboxHelp:
    'Letters that the house owes. What fails is tried again by itself for three days; nothing is sent to an address that takes no mail, nor letters beyond business to whoever wants none.',
  none: 'No letter here',
  noneHelp: 'Offers, papers, codes, reminders and lists that you send appear here with how they fare.',
  shelf: { all: 'All', waiting: 'Waiting', sent: 'Sent', 'given-up': 'Given up' },
  kind: {
    'sent-list': 'List of availabilities',
    offer: 'Offer',
    'offer-answer': 'Answer of a buyer',
    screener: 'Screener',
    'sign-paper': 'Paper to sign',
    'signing-code': 'Signing code',
    'paper-done': 'Paper signed by both',
    seat: 'Let into the room',
    welcome: 'Let in',
    reminder: 'Reminder',
    digest: 'Weekly letter',
    tasks: 'What is to be done',
    'template-test': 'Test of a letter’s words',
  } satisfies Record<LetterKind, string>,
  waits: 'Waiting',
  next: (when: string) => `next try ${when}`,
  tries: (n: number) => (n === 1 ? 'tried once' : `tried ${n} times`),
  sent: 'Sent',
  givenUp: 'Given up',
  status: {
    bounced: 'this address takes no mail',
    unsubscribed: 'wants no such letters',
    'no-consent': 'has refused such letters',
    recalled: 'taken back',
    'by-hand': 'given up by hand',
    'mailbox-full': 'the mailbox is full',
  },
  answered: (code: string) => `last answer ${code}`,
  again: 'Try again',
  giveUp: 'Give up',
  older: 'Older letters',
  place: { outbox: 'Mail server', inbox: 'Mailbox' },
  works: (when: string) => `answers; last met ${when}`,
  fault: (code: string, when: string | null) =>
    `does not work (${code})${when === null ? '' : `; it last did ${when}`}. What waits is sent or read when it is back; nobody has to do anything here.`,
  address: {
    bounced: (why: string, since: string) =>
      `Mail to this address was refused on ${since}${why === '' ? '' : ` (${why})`}. Nothing is sent there.`,
    unsubscribed: (since: string) => `Wants no letters beyond business since ${since}. Letters about business still go out.`,
    clear: 'It takes mail again',
  },
  folder: 'Letters in the folder',
  stopTitle: 'Letters from us',
  stopAsk: (email: string, house: string) =>
    `${house} writes to ${email} now and then. Letters about business that you are in (offers, papers, invoices) are not meant here.`,
  stop: 'Send me no more',
  stopped: (email: string) => `Nothing of the kind is sent to ${email} any more.`,
  start: 'I want them after all',
}
const fr: typeof en = {
  outbox: 'Boîte d’envoi',
  outboxHelp:
    'Les lettres que la maison doit. Un envoi qui échoue est repris tout seul pendant trois jours ; rien ne part vers une adresse qui refuse le courrier, ni de lettre hors affaires vers qui n’en veut pas.',
  none: 'Aucune lettre ici',
  noneHelp: 'Offres, actes, codes, rappels et listes que vous envoyez apparaissent ici, avec leur sort.',
  shelf: { all: 'Toutes', waiting: 'En attente', sent: 'Parties', 'given-up': 'Abandonnées' },
  kind: {
    'sent-list': 'Liste de disponibilités',
    offer: 'Offre',
    'offer-answer': 'Réponse d’un acheteur',
    screener: 'Lien de visionnage',
    'sign-paper': 'Acte à signer',
    'signing-code': 'Code de signature',
    'paper-done': 'Acte signé par les deux',
    seat: 'Ouverture de l’espace acheteur',
    welcome: 'Accès donné',
    reminder: 'Rappel',
    digest: 'Lettre hebdomadaire',
    tasks: 'Ce qui est à faire',
    'template-test': 'Essai d’un texte de lettre',
  },
  waits: 'En attente',
  next: (when: string) => `prochain essai ${when}`,
  tries: (n: number) => (n < 2 ? `${n} essai` : `${n} essais`),
  sent: 'Partie',
  givenUp: 'Abandonnée',
  status: {
    bounced: 'cette adresse refuse le courrier',
    unsubscribed: 'ne veut pas de telles lettres',
    'no-consent': 'a refusé de telles lettres',
    recalled: 'reprise',
    'by-hand': 'abandonnée à la main',
    'mailbox-full': 'la boîte est pleine',
  },
  answered: (code: string) => `dernière réponse ${code}`,
  again: 'Réessayer',
  giveUp: 'Abandonner',
  older: 'Lettres plus anciennes',
  place: { outbox: 'Serveur de courrier', inbox: 'Boîte de réception' },
  works: (when: string) => `répond ; dernier contact ${when}`,
  fault: (code: string, when: string | null) =>
    `ne fonctionne pas (${code})${when === null ? '' : ` ; dernier contact ${when}`}. Ce qui attend partira ou sera lu à son retour ; il n’y a rien à faire ici.`,
  address: {
    bounced: (why: string, since: string) =>
      `Le courrier pour cette adresse a été refusé le ${since}${why === '' ? '' : ` (${why})`}. Rien n’y est envoyé.`,
    unsubscribed: (since: string) =>
      `Ne veut plus de lettres hors affaires depuis le ${since}. Les lettres d’affaires partent toujours.`,
    clear: 'Elle accepte de nouveau le courrier',
  },
  folder: 'Lettres dans le dossier',
  stopTitle: 'Nos lettres',
  stopAsk: (email: string, house: string) =>
    `${house} écrit de temps en temps à ${email}. Les lettres d’une affaire en cours (offres, actes, factures) ne sont pas concernées.`,
  stop: 'Ne plus m’en envoyer',
  stopped: (email: string) => `Plus rien de tel n’est envoyé à ${email}.`,
  start: 'Finalement, j’en veux',
}

export const mailWords: Record<Locale, typeof en> = inBoth({ en, fr })
