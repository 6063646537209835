/** The words of a sale: states, reasons, what is delivered and when it is paid, what is wrong with an offer, the letter that brings it. */
import type { OfferFault, OfferFaultCode } from '@vitrine/deals/offer/faults-of-offer'
import type { DeliverableKind, OfferSide, PaymentEvent } from '@vitrine/deals/offer/offer'
import type { LostReason } from '@vitrine/deals/states/lost-reasons'
import type {
  DealState,
  DeliverableState,
  InstalmentState,
  InvoiceState,
  OfferState,
  PaperState,
  RequestState,
} from '@vitrine/deals/states/machines'
import type { Locale } from './locale.ts'
import { formatMoney, formatShare } from './money.ts'
import { inBoth } from './typeset.ts'

/** Of every machine in packages/deals/src/states, every state. */
export interface StateWords {
  request: Record<RequestState, string>
  deal: Record<DealState, string>
  offer: Record<OfferState, string>
  paper: Record<PaperState, string>
  deliverable: Record<DeliverableState, string>
  instalment: Record<InstalmentState, string>
  invoice: Record<InvoiceState, string>
}

export const stateWords: Record<Locale, StateWords> = inBoth({
  en: {
    request: { new: 'New', taken: 'Taken', answered: 'Answered', closed: 'Closed' },
    deal: {
      open: 'Open',
      offered: 'Offered',
      agreed: 'Agreed',
      contracted: 'Contract out',
      signed: 'Signed',
      completed: 'Completed',
      lost: 'Lost',
      terminated: 'Terminated',
    },
    offer: {
      draft: 'Draft',
      live: 'Live',
      accepted: 'Accepted',
      declined: 'Declined',
      countered: 'Countered',
      expired: 'Expired',
      withdrawn: 'Withdrawn',
      superseded: 'Replaced',
    },
    paper: {
      draft: 'Draft',
      approving: 'Waits for approval',
      approved: 'Approved',
      out: 'Out for signature',
      countersigning: 'Waits for our signature',
      executed: 'Signed by both',
      void: 'Void',
    },
    deliverable: {
      wanted: 'Wanted',
      ready: 'Ready',
      sent: 'Sent',
      accepted: 'Accepted',
      refused: 'Refused',
      waived: 'Not needed',
    },
    instalment: { planned: 'Planned', due: 'Due', invoiced: 'Invoiced', paid: 'Paid', cancelled: 'Cancelled' },
    invoice: { issued: 'Open', paid: 'Paid', credited: 'Credited' },
  },
  fr: {
    request: { new: 'Nouvelle', taken: 'Prise en charge', answered: 'Répondue', closed: 'Close' },
    deal: {
      open: 'En cours',
      offered: 'Offre faite',
      agreed: 'Accord',
      contracted: 'Contrat envoyé',
      signed: 'Signée',
      completed: 'Soldée',
      lost: 'Perdue',
      terminated: 'Résiliée',
    },
    offer: {
      draft: 'Brouillon',
      live: 'En cours',
      accepted: 'Acceptée',
      declined: 'Refusée',
      countered: 'Contre-offre reçue',
      expired: 'Expirée',
      withdrawn: 'Retirée',
      superseded: 'Remplacée',
    },
    paper: {
      draft: 'Brouillon',
      approving: 'Attend l’approbation',
      approved: 'Approuvé',
      out: 'Envoyé pour signature',
      countersigning: 'Attend notre signature',
      executed: 'Signé par les deux parties',
      void: 'Annulé',
    },
    deliverable: {
      wanted: 'Attendu',
      ready: 'Prêt',
      sent: 'Envoyé',
      accepted: 'Accepté',
      refused: 'Refusé',
      waived: 'Inutile',
    },
    instalment: { planned: 'Prévue', due: 'Exigible', invoiced: 'Facturée', paid: 'Payée', cancelled: 'Annulée' },
    invoice: { issued: 'Ouverte', paid: 'Payée', credited: 'Annulée par un avoir' },
  },
})

export const lostReasonWords: Record<Locale, Record<LostReason, string>> = inBoth({
  en: {
    price: 'The price',
    'rights-gone': 'The rights were gone',
    'went-elsewhere': 'They bought another film',
    'no-slot': 'No slot for it',
    'no-answer': 'No answer',
    other: 'Another reason',
  },
  fr: {
    price: 'Le prix',
    'rights-gone': 'Les droits n’étaient plus libres',
    'went-elsewhere': 'Un autre film a été acheté',
    'no-slot': 'Pas de case',
    'no-answer': 'Sans réponse',
    other: 'Autre raison',
  },
})

export const sideWords: Record<Locale, Record<OfferSide, string>> = inBoth({
  en: { house: 'From us', buyer: 'From the buyer' },
  fr: { house: 'De notre part', buyer: 'De l’acheteur' },
})

export const materialWords: Record<Locale, Record<DeliverableKind, string>> = inBoth({
  en: {
    cut: 'Programme file',
    'language-version': 'Language version',
    subtitles: 'Subtitle file',
    'music-and-effects': 'Music and effects',
    'dialogue-list': 'Dialogue list',
    'music-cue-sheet': 'Music cue sheet',
    stills: 'Stills',
    poster: 'Poster',
    trailer: 'Trailer',
    synopsis: 'Synopsis',
    'errors-and-omissions': 'E&O insurance',
    'chain-of-title': 'Chain of title',
  },
  fr: {
    cut: 'Fichier du programme',
    'language-version': 'Version linguistique',
    subtitles: 'Fichier de sous-titres',
    'music-and-effects': 'Version internationale (M&E)',
    'dialogue-list': 'Relevé de dialogues',
    'music-cue-sheet': 'Relevé musical',
    stills: 'Photos',
    poster: 'Affiche',
    trailer: 'Bande-annonce',
    synopsis: 'Synopsis',
    'errors-and-omissions': 'Assurance E&O',
    'chain-of-title': 'Chaîne des droits',
  },
})

export const paymentEventWords: Record<Locale, Record<PaymentEvent, string>> = inBoth({
  en: { signature: 'on signature', delivery: 'on delivery', acceptance: 'on acceptance', 'licence-start': 'when the licence begins', day: 'on a day' }, // prettier-ignore
  fr: { signature: 'à la signature', delivery: 'à la livraison', acceptance: 'à l’acceptation', 'licence-start': 'au début de la licence', day: 'à une date' }, // prettier-ignore
})

/** By how much shares miss what they should add up to. */
const SHORT: Record<Locale, (much: string, over: boolean) => string> = inBoth({
  en: (much, over) => (over ? `${much} too much` : `${much} to go`),
  fr: (much, over) => (over ? `${much} de trop` : `reste ${much}`),
})

const FAULTS: Record<Locale, Record<OfferFaultCode, (short: string | null) => string>> = inBoth({
  en: {
    'no-lines': () => 'There is no film in it',
    'too-many-lines': () => 'There are too many films in it',
    currency: () => 'This is no currency',
    price: () => 'The price is a whole amount, not below zero',
    unpriced: () => 'It has no price. Write one, or say that it is free of charge',
    allocation: (short) => `The films’ shares are not the price of the package: ${short}`,
    'payment-shares': (short) => (short === null ? 'A payment needs a share' : `The payments are not the whole price: ${short}`),
    'payment-day': () => 'A payment on a day needs its day, any other has none',
    expired: () => 'Its last day has passed',
    'not-a-licence': () => 'What is offered is a licence',
    withholding: () => 'Withholding tax is between 0 and 100 percent',
  },
  fr: {
    'no-lines': () => 'Elle ne contient aucun film',
    'too-many-lines': () => 'Elle contient trop de films',
    currency: () => 'Ce n’est pas une devise',
    price: () => 'Le prix est un montant entier, zéro ou plus',
    unpriced: () => 'Il n’y a pas de prix. Écrivez-en un, ou dites que c’est gratuit',
    allocation: (short) => `Les parts des films ne font pas le prix du lot : ${short}`,
    'payment-shares': (short) => (short === null ? 'Une échéance a besoin d’une part' : `Les échéances ne font pas le prix entier : ${short}`),
    'payment-day': () => 'Une échéance à date fixe a besoin de sa date, les autres n’en ont pas',
    expired: () => 'Son dernier jour est passé',
    'not-a-licence': () => 'Ce qui est offert est une licence',
    withholding: () => 'La retenue à la source est entre 0 et 100 %',
  },
}) // prettier-ignore

/**
 * What is wrong with an offer, as a sentence.
 *
 * @example
 * offerFault({ path: 'package', code: 'allocation', missing: 1 }, 'EUR', 'en')
 * // "The films’ shares are not the price of the package: EUR 0.01 to go"
 */
export function offerFault(fault: OfferFault, currency: string, locale: Locale): string {
  const { code, missing } = fault
  if (missing === undefined) return FAULTS[locale][code](null)
  const much = code === 'payment-shares' ? formatShare(locale, Math.abs(missing)) : formatMoney(locale, Math.abs(missing), currency) // prettier-ignore
  return FAULTS[locale][code](SHORT[locale](much, missing < 0))
}

/**
 * The films of an offer in a subject.
 *
 * @example
 * filmsInShort('en', ['Salt', 'The Ferry Log', 'Tide']) // "Salt and 2 more"
 */
export function filmsInShort(locale: Locale, [first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return first
  return locale === 'en'
    ? `${first} and ${others.length} more`
    : `${first} et ${others.length} autre${others.length > 1 ? 's' : ''}`
}

/** What the buyer did, in the letter that tells the agent. */
export const offerAnswers: Record<
  Locale,
  Record<'accepted' | 'declined' | 'countered' | 'withdrawn' | 'undone', string>
> = inBoth({
  en: {
    accepted: 'accepts your offer',
    declined: 'declines your offer',
    countered: 'answers your offer with other terms',
    withdrawn: 'takes their counter-offer back',
    undone: 'takes their answer back',
  },
  fr: {
    accepted: 'accepte votre offre',
    declined: 'refuse votre offre',
    countered: 'répond à votre offre par d’autres conditions',
    withdrawn: 'retire sa contre-offre',
    undone: 'revient sur sa réponse',
  },
})

/** Why a decision on an offer can no longer be taken back. */
export type UndoOver = 'nothing' | 'theirs' | 'late' | 'followed' | 'expired'
export const undoOver: Record<Locale, Record<UndoOver, string>> = inBoth({
  en: {
    nothing: 'Nothing was decided here that could be taken back.',
    theirs: 'It was the other side’s decision, and is theirs to take back.',
    late: 'It was decided more than ten minutes ago.',
    followed: 'Something has followed from it since.',
    expired: 'The last day of the offer has passed.',
  },
  fr: {
    nothing: 'Rien n’a été décidé ici sur quoi on puisse revenir.',
    theirs: 'C’est l’autre partie qui l’a décidé : à elle d’y revenir.',
    late: 'Cela a été décidé il y a plus de dix minutes.',
    followed: 'Cela a eu une suite entre-temps.',
    expired: 'Le dernier jour de l’offre est passé.',
  },
})
