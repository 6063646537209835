/** Letters that the house owes to people outside it: written with what they tell of, sent by whichever server comes first. */
import type { LetterFate, LetterInHand as LetterClaimed, LetterState } from '@vitrine/store/letters/letters'
import type { AddressState } from '@vitrine/store/mail/addresses'
import type { MailPlace } from '@vitrine/store/mail/places'
import type { Actor } from '../contract.ts'

export type { AddressState, LetterFate, LetterState, MailPlace }

/** A letter to be sent; `html` says what `text` says. `stopUrl`: where its receiver's mail program ends letters like it with one click (RFC 8058). */
export type LetterInHand = Omit<LetterClaimed, 'stopToken'> & { html: string; stopUrl: string | null }

export interface Outbox {
  items: LetterFate[]
  nextCursor: string | null
  counts: { waiting: number; givenUp: number }
  /** How the mail server and the mailbox were met the last time; only those that were tried. */
  places: MailPlace[]
}

export interface AddressView {
  email: string
  state: AddressState
  /** What the other side said, as a code. */
  why: string | null
  since: string | null
}

export interface LetterVerbs {
  /** Letters that are due, for the server that sends them: nobody else gets them meanwhile. */
  takeLetters(actor: Actor): Promise<LetterInHand[]>
  /**
   * How one fared. `refused`: the other side will never take it, so it is not tried again; `noSuchAddress` marks the address, so
   * that nothing more is sent there until somebody clears it.
   */
  noteLetter(
    actor: Actor,
    args: { id: string; attempts: number; outcome: 'sent' | 'failed' | 'refused'; status: string; noSuchAddress?: boolean },
  ): Promise<void>
  /** Letters that wait, were sent or given up: the newest first, a page at a time, without their words. */
  listLetters(actor: Actor, args: { state?: LetterState | null; cursor?: string | null; limit?: number }): Promise<Outbox>
  /** Tries a letter again now, also one that was given up as long as its words are kept. */
  retryLetter(actor: Actor, args: { id: string }): Promise<LetterFate>
  /** Gives up a letter that waits. */
  giveUpLetter(actor: Actor, args: { id: string }): Promise<LetterFate>
  /** What is known of an address. */
  viewMailAddress(actor: Actor, args: { email: string }): Promise<AddressView>
  /** An address that was marked takes mail again. Only its owner takes back that they want no letters. */
  clearMailAddress(actor: Actor, args: { email: string }): Promise<AddressView>
  /** What the link at the foot of a letter leads to: whose it is, half hidden, and whether letters were ended. */
  viewStop(actor: Actor, args: { token: string }): Promise<{ email: string; stopped: boolean; house: string }>
  /** Ends letters beyond business for the address of a link, or has them sent again. */
  stopLetters(actor: Actor, args: { token: string; again?: boolean }): Promise<void>
  /** How the mail server or the mailbox was met; `fault` is a code, null where it works. */
  noteMailPlace(actor: Actor, args: { place: MailPlace['place']; fault: string | null }): Promise<void>
}
