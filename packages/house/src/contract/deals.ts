/** From a wish to an agreement: deals, the offers in them, who agreed to what. Prices are whole minor units beside their currency. */
import type { OfferChange } from '@vitrine/deals/offer/compare-offers'
import type { OfferFaultCode } from '@vitrine/deals/offer/faults-of-offer'
import type { MaterialWanted, OfferSide, OfferTerms, Payment } from '@vitrine/deals/offer/offer'
import type { LostReason } from '@vitrine/deals/states/lost-reasons'
import type { DealState, OfferState, RequestState } from '@vitrine/deals/states/machines'
import type { Locale } from '@vitrine/messages'
import type { DealEvent } from '@vitrine/store/deals/events'
import type { Guesses, RequestKind, Wishes } from '@vitrine/store/deals/requests'
import type { LetterFate } from '@vitrine/store/letters/letters'
import type { Actor, Page } from '../contract.ts'
import type { MailNote } from './inbox.ts'
import type { BoxInWords, EntryInput, ObjectionView, QuestionInWords } from './rights.ts'

export type { DealEvent, DealState, LostReason, MaterialWanted, OfferChange, OfferFaultCode, OfferSide, OfferState, OfferTerms, Payment, RequestKind, RequestState, Wishes, Guesses } // prettier-ignore

// ---------------------------------------------------------------- deals

/** A deal as a list or a card of the board shows it. What the house thinks of it is `null` to a buyer. */
export interface DealLine {
  id: string
  number: number
  reference: string // D-12
  name: string
  state: DealState
  companyId: string
  company: string
  ownerId: string | null
  owner: string | null
  titles: { id: string; title: string }[]
  currency: string
  priceMinor: number | null // of the offer that stands, else what is expected; null: nothing that the asker may know
  likelihood: number | null
  closesOn: string | null
  updatedAt: string
  stateSince: string
}
export interface DealView extends DealLine {
  revision: number
  contactId: string | null
  contact: { name: string; email: string | null; role: string | null; locale: Locale } | null
  requestId: string | null
  marketId: string | null
  locale: Locale // in which the house writes
  lostReason: LostReason | null
  lostNote: string | null
  signedOn: string | null
  createdAt: string
  offers: OfferView[] // the newest first; of a draft a buyer knows nothing
  events: DealEvent[] // what happened, the newest first; none for a buyer
  mail: MailNote[] // what was written about it, the oldest first; none for a buyer
  today: string // of the house's clock
}
export interface DealFilter {
  state?: DealState | undefined
  ownerId?: string | undefined // 'none': nobody's
  companyId?: string | undefined
  titleId?: string | undefined
  text?: string | undefined
  film?: string | undefined // words of a film's title
  territory?: string | undefined // as the rights book reads it; deals whose offer covers a part of it
  from?: string | undefined // days between which it was signed or lost, or else is expected
  to?: string | undefined
}
/** What a column of the board comes to in the house's currency. */
export interface HouseSum {
  minor: number
  unconverted: { currency: string; minor: number }[] // not in `minor`: no rate is known for the day
}
export interface DealToOpen {
  companyId: string
  name?: string | undefined // absent: the films, or the company
  contactId?: string | null | undefined
  ownerId?: string | null | undefined // absent: whoever opens it
  requestId?: string | null | undefined
  marketId?: string | null | undefined
  currency?: string | undefined // EUR unless said
  locale?: Locale | undefined // absent: the contact's
  expectedMinor?: number | undefined
  closesOn?: string | null | undefined
  titleIds?: string[] | undefined
}
export interface DealChange {
  name?: string | undefined
  contactId?: string | null | undefined
  ownerId?: string | null | undefined
  marketId?: string | null | undefined
  locale?: Locale | undefined
  expectedMinor?: number | undefined
  likelihood?: number | null | undefined
  closesOn?: string | null | undefined
  titleIds?: string[] | undefined // films without an offer yet; those of an offer stay
}

// ---------------------------------------------------------------- offers

/** An offer as a form or a program gives it. Rights are entries of the rights book without parties (see EntryInput). */
export interface OfferInput {
  currency: string
  lines: { titleId: string; rights: EntryInput; minor: number; materials?: MaterialWanted[] | undefined }[]
  /** One price for all. `spread`: give it to the films by the largest remainder; else the shares that stand in the lines. */
  package?: { minor: number; spread?: boolean | undefined } | null | undefined
  payments?: Payment[] | undefined
  expires: string | null
  withholding?: number | undefined // in hundredths of a percent
  note?: string | null | undefined
}
export interface OfferLineView {
  titleId: string
  title: string
  minor: number
  text: string // the rights in plain words
  exclusive: boolean
  runs: number | null
  boxes: BoxInWords[]
  holdbacks: BoxInWords[]
  materials: readonly MaterialWanted[]
}
export interface OfferView {
  id: string
  dealId: string
  version: number
  side: OfferSide
  state: OfferState
  currency: string
  totalMinor: number
  package: boolean
  lines: OfferLineView[]
  payments: (Payment & { minor: number })[] // what each comes to: together the whole price
  expires: string | null
  withholding: number
  note: string | null
  message: string | null // the words that came with it
  answer: string | null // the words with which it ended
  createdAt: string
  updatedAt: string
  byName: string
  sentAt: string | null
  settledAt: string | null
  settledBy: string | null
  undoUntil: string | null // until when the asker may take back what was last decided of it; null: no more
  revision: number
  terms: OfferTerms // as they are kept
  letters: LetterFate[] // that brought it; none for a buyer
}
/** What stands in the way of an offer, before it is sent. */
export interface OfferCheck {
  verdict: 'clear' | 'warning' | 'refused'
  terms: OfferTerms
  totalMinor: number
  shares: number[] // what each line comes to
  payments: number[]
  faults: { path: string; code: OfferFaultCode; missing: number | null; text: string }[]
  lines: { titleId: string; title: string; text: string; verdict: 'clear' | 'warning' | 'refused'; objections: ObjectionView[] }[]
}

export interface DealVerbs {
  openDeal(actor: Actor, args: { deal: DealToOpen; reader: Locale }): Promise<DealView>
  viewDeal(actor: Actor, args: { id: string; reader: Locale }): Promise<DealView>
  changeDeal(actor: Actor, args: { id: string; revision: number; change: DealChange; reader: Locale }): Promise<DealView>
  /** The newest first. A buyer gets those of their company. */
  listDeals(
    actor: Actor,
    args: DealFilter & { cursor?: string | null; limit?: number },
  ): Promise<Page<DealLine> & { total: number }>
  /**
   * How many deals there are in each state, and what they come to by currency and in the house's: what was signed at the rates of
   * its day, as the figures have it, the rest at the last rates known. `rateDays`: from when the rates are.
   */
  countDeals(
    actor: Actor,
    args: Omit<DealFilter, 'state'>,
  ): Promise<{
    states: { state: DealState; total: number; sums: { currency: string; minor: number }[]; house: HouseSum }[]
    currency: string // the house's
    rateDays: { first: string; last: string } | null
    owners: { id: string; name: string }[] // who has any
  }>
  /** Its offers end, what they held is free again. */
  loseDeal(actor: Actor, args: { id: string; revision: number; reason: LostReason; note?: string | null; reader: Locale }): Promise<DealView> // prettier-ignore
  reopenDeal(actor: Actor, args: { id: string; revision: number; reader: Locale }): Promise<DealView>

  viewOffer(actor: Actor, args: { id: string; reader: Locale }): Promise<OfferView>
  /** Reads an offer that is being written and says what is in its way. Writes nothing. */
  checkOffer(actor: Actor, args: { dealId: string; terms: OfferInput; reader: Locale }): Promise<OfferCheck>
  draftOffer(actor: Actor, args: { dealId: string; terms: OfferInput; message?: string | null; reader: Locale }): Promise<OfferView> // prettier-ignore
  redraftOffer(actor: Actor, args: { id: string; revision: number; terms: OfferInput; message?: string | null; reader: Locale }): Promise<OfferView> // prettier-ignore
  /**
   * A draft goes live: it holds its rights as options through its last day, and the letter to the contact is written. `letIn` seats them in
   * the room of their company, to answer for it: both happen, or neither. `free`: what has no price in it is meant to cost nothing; without it,
   * an offer without a price is refused.
   */
  sendOffer(
    actor: Actor,
    args: { id: string; revision: number; letIn?: boolean; free?: boolean; reader: Locale },
  ): Promise<OfferView>
  /** By whoever made it; a draft is thrown away. Asked again it answers the same. */
  withdrawOffer(actor: Actor, args: { id: string; note?: string | null; reader: Locale }): Promise<OfferView>
  /** By the other side, or noted by the house on their behalf. Asked again it answers the same. */
  declineOffer(actor: Actor, args: { id: string; note?: string | null; reader: Locale }): Promise<OfferView>
  acceptOffer(actor: Actor, args: { id: string; note?: string | null; reader: Locale }): Promise<OfferView>
  /** Takes back one of the three above, for a short while and where nothing has followed. Asked again it answers the same. */
  undoOffer(actor: Actor, args: { id: string; reader: Locale }): Promise<OfferView>
  /** Other terms from the buyer in answer to the house's live offer. They hold nothing until the house agrees. */
  counterOffer(actor: Actor, args: { id: string; terms: OfferInput; message?: string | null; reader: Locale }): Promise<OfferView> // prettier-ignore
  /** Ends live offers whose day has passed; says how many. */
  expireOffers(actor: Actor): Promise<number>
  /** What two versions of a deal's offer say differently. */
  compareOffers(
    actor: Actor,
    args: { before: string; after: string; reader: Locale },
  ): Promise<{ before: OfferView; after: OfferView; changes: OfferChange[] }>
}

// ---------------------------------------------------------------- requests

/** A request as somebody sends it from the site. */
export interface RequestToSend {
  kind: RequestKind
  titleIds: string[]
  wishes?: RequestWishes | null | undefined
  name: string
  email: string
  company: string | null
  message: string | null
  locale: Locale
}
/** The rights that are wished, in the words of the trade; `from` absent is from today, `to` absent for good. */
export interface RequestWishes {
  territory?: string | undefined
  media?: string | undefined
  languages?: string | undefined
  from?: string | null | undefined
  to?: string | null | undefined
  exclusive?: boolean | undefined
}
/** One that somebody of the house was told. */
export interface RequestToEnter {
  kind: RequestKind
  titleIds?: string[] | undefined
  wishes?: RequestWishes | null | undefined
  name: string
  email?: string | null | undefined
  companyName?: string | null | undefined
  companyId?: string | null | undefined
  contactId?: string | null | undefined
  subject?: string | null | undefined
  message?: string | null | undefined
  locale?: Locale | undefined
  ownerId?: string | null | undefined // absent: whoever enters it
}
export interface RequestView {
  id: string
  kind: RequestKind
  channel: 'site' | 'mail' | 'entered'
  state: RequestState
  titles: { id: string; title: string }[]
  wishes: Wishes | null
  wished: QuestionInWords | null // as the rights book understands it
  name: string
  email: string | null
  companyName: string | null // as it was written
  companyId: string | null // as it was matched
  company: string | null
  contactId: string | null
  suggested: { id: string; name: string }[] // companies that it may come from, while it is nobody's
  subject: string | null
  message: string | null
  locale: Locale
  ownerId: string | null
  owner: string | null
  deal: { id: string; reference: string } | null
  guesses: Guesses | null // what of it was read out of a message and nobody has looked at yet
  mail: MailNote[] // the message it came with, and those that answered it; the oldest first
  at: string
  updatedAt: string
}

export interface RequestVerbs {
  /** Anybody may ask. Films that the asker may not see are not there. */
  sendRequest(actor: Actor, args: RequestToSend): Promise<{ id: string }>
  enterRequest(actor: Actor, args: { request: RequestToEnter; reader: Locale }): Promise<RequestView>
  /** The newest first. `waiting`: new or taken; `ownerId` 'none': nobody's. With a `limit` of 0 they are counted, and none is read. */
  listRequests(
    actor: Actor,
    args: {
      state?: RequestState | 'waiting'
      kind?: RequestKind
      ownerId?: string
      companyId?: string
      text?: string
      cursor?: string | null
      limit?: number
      reader: Locale
    },
  ): Promise<Page<RequestView> & { total: number }>
  viewRequest(actor: Actor, args: { id: string; reader: Locale }): Promise<RequestView>
  /** Takes it, answers it, closes it, or puts it back. `from`: the state that the asker had in view. */
  stepRequest(
    actor: Actor,
    args: { id: string; from: RequestState; state: RequestState; ownerId?: string | null; reader: Locale },
  ): Promise<RequestView>
  /** Says what it asks for; what is said is no guess any more. */
  changeRequest(
    actor: Actor,
    args: { id: string; change: { kind?: RequestKind; titleIds?: string[]; wishes?: RequestWishes | null }; reader: Locale },
  ): Promise<RequestView>
  /** Says from which company it comes, and from whom there. */
  matchRequest(
    actor: Actor,
    args: { id: string; companyId: string | null; contactId?: string | null; reader: Locale },
  ): Promise<RequestView>
  /** Closes those that waited too long (the settings say how long) and answers how many; the server asks again and again. */
  closeStaleRequests(actor: Actor): Promise<number>
  /** Forgets shortlists that nobody uses, who made requests that are over, and to whom letters went (the settings say after how long), and answers how many of each. */
  forgetVisitors(actor: Actor): Promise<{ shortlists: number; requests: number; mail: number; letters: number }>
}
