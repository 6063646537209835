/**
 * The producer's room: their own films, how they fare, and what they sell for as far as the house tells it. Of a deal over
 * several films a producer is told their film's part and nothing of the others; prices are whole minor units.
 */
import type { TitleSheet } from '@vitrine/catalogue'
import type { PaymentEvent } from '@vitrine/deals/offer/offer'
import type { InstalmentState } from '@vitrine/deals/states/machines'
import type { Locale } from '@vitrine/messages'
import type { Actor, TitleCard } from '../contract.ts'
import type { BoxInWords } from './rights.ts'

/** What the house tells producers beside what it signed for their films. */
export interface ProducerSettings {
  askers: boolean // which companies asked for a screener or for terms; else how many
  offers: boolean // what is offered and not signed yet
  offerPrices: boolean // with the price
  salePrices: boolean // what a signed sale brings, and what of it is paid
}

/** How often a film was asked for. */
export interface AskedFor {
  screener: number
  terms: number
}
/** A film in the list of a producer's own. */
export interface OwnFilm {
  card: TitleCard
  selections: TitleSheet['festivals']
  asked: AskedFor
  offers: number | null // that wait for an answer or a signature; null: the house does not tell
  sales: number // licences that are signed
}
export interface OwnFilmView extends OwnFilm {
  publishedAt: string | null
  revision: number
  updatedAt: string
  askers: { kind: 'screener' | 'terms'; company: string | null; day: string }[] | null // the newest first; null: the house does not tell
  offersNow: OwnOffer[] | null
  sold: OwnSale[] // the newest first
  corrections: OwnCorrection[] // that the asker proposed, the newest first
  today: string
}
/** What is offered of the film, as it stands between the house and a buyer. */
export interface OwnOffer {
  company: string
  agreed: boolean // accepted, and not signed yet
  day: string // it was sent, or agreed
  expires: string | null
  lines: { text: string; exclusive: boolean; runs: number | null; minor: number | null }[]
  currency: string | null // null: prices are not told
}
/** A licence of the film. */
export interface OwnSale {
  id: string
  company: string | null
  reference: string | null // of the contract
  signedOn: string | null // null: it is older than the house's deals
  exclusive: boolean
  runs: number | null
  what: string // media, territories, languages in plain words
  boxes: BoxInWords[]
  firstDay: string | null
  lastDay: string | null
  undated: boolean // its days wait for something
  ended: boolean // before its time
  price: { currency: string; minor: number } | null // null: not told, or not known
  instalments: OwnInstalment[] // of the price, as far as it is told
}
/** What of an instalment is for the film. */
export interface OwnInstalment {
  event: PaymentEvent
  dueOn: string | null
  minor: number
  state: InstalmentState
}
export interface OwnCorrection {
  id: string
  text: string
  at: string
  doneAt: string | null
}

/** A correction as the desk has it. */
export interface CorrectionView {
  id: string
  titleId: string
  title: string
  text: string
  by: string
  at: string
}

export interface ProducerVerbs {
  /** A producer's own films, in any state, what changed last first. */
  listOwnFilms(actor: Actor, args: { locale: Locale }): Promise<OwnFilm[]>
  viewOwnFilm(actor: Actor, args: { id: string; locale: Locale }): Promise<OwnFilmView>
  /** Says what should read otherwise on a sheet: it waits at the desk for whoever edits it. */
  proposeCorrection(actor: Actor, args: { id: string; text: string }): Promise<OwnCorrection>
  /** Corrections that wait, of one title or of all; the oldest first. */
  listCorrections(actor: Actor, args: { titleId?: string | undefined }): Promise<CorrectionView[]>
  /** It was seen to; or it waits again after all. */
  settleCorrection(actor: Actor, args: { id: string; done: boolean }): Promise<void>
}
