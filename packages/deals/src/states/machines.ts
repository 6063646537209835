/** The states of everything in a sale that has some. The words for people are in packages/messages/src/deals.ts. */
import type { Machine } from './machine.ts'

export const REQUEST_STATES = ['new', 'taken', 'answered', 'closed'] as const
export type RequestState = (typeof REQUEST_STATES)[number]
/** Somebody asks to see a film, or for terms. Whatever became of it, it can be taken up again. */
export const REQUEST: Machine<RequestState> = {
  name: 'request',
  states: REQUEST_STATES,
  start: ['new', 'taken'],
  steps: { new: ['taken', 'answered', 'closed'], taken: ['new', 'answered', 'closed'], answered: ['taken', 'closed'], closed: ['new', 'taken'] }, // prettier-ignore
}

export const DEAL_STATES = ['open', 'offered', 'agreed', 'contracted', 'signed', 'completed', 'lost', 'terminated'] as const
export type DealState = (typeof DEAL_STATES)[number]
/**
 * A sale. It is `offered` while an offer is live, `agreed` when one was accepted, `contracted` while its paper is out to be
 * signed, `signed` when the licences stand in the rights book, `completed` when everything was delivered and paid.
 */
export const DEAL: Machine<DealState> = {
  name: 'deal',
  states: DEAL_STATES,
  start: ['open'],
  steps: {
    open: ['offered', 'lost'],
    offered: ['open', 'agreed', 'lost'],
    agreed: ['open', 'offered', 'contracted', 'signed', 'lost'], // signed at once: a countersigned paper came by post
    contracted: ['agreed', 'signed', 'lost'],
    signed: ['completed', 'terminated'],
    completed: ['signed', 'terminated'], // an amendment brings new deliverables or instalments
    lost: ['open'],
    terminated: [],
  },
  back: { open: ['agreed'] }, // what was agreed was withdrawn by mistake
}

export const OFFER_STATES = ['draft', 'live', 'accepted', 'declined', 'countered', 'expired', 'withdrawn', 'superseded'] as const
export type OfferState = (typeof OFFER_STATES)[number]
/** One version of what is offered, by the house or by the buyer. Terms are fixed once it is live. */
export const OFFER: Machine<OfferState> = {
  name: 'offer',
  states: OFFER_STATES,
  start: ['draft', 'live'],
  steps: {
    draft: ['live', 'withdrawn'],
    live: ['accepted', 'declined', 'countered', 'expired', 'withdrawn', 'superseded'],
    accepted: ['superseded', 'withdrawn'], // other terms were agreed after all, or the sale was lost
    declined: [],
    countered: [],
    expired: [],
    withdrawn: [],
    superseded: [],
  },
  back: { accepted: ['live'], declined: ['live'], withdrawn: ['draft', 'live', 'accepted'] },
}

export const PAPER_STATES = ['draft', 'approving', 'approved', 'out', 'countersigning', 'executed', 'void'] as const
export type PaperState = (typeof PAPER_STATES)[number]
/**
 * A deal memo or contract. `out`: the buyer has the link; `countersigning`: the buyer has signed and the house has not;
 * `executed`: both have, and the licences were written in the same transaction.
 */
export const PAPER: Machine<PaperState> = {
  name: 'paper',
  states: PAPER_STATES,
  start: ['draft'],
  steps: {
    draft: ['approving', 'approved', 'void'],
    approving: ['draft', 'approved', 'void'],
    approved: ['draft', 'out', 'executed', 'void'], // executed at once: the countersigned paper was uploaded
    out: ['countersigning', 'executed', 'void'],
    countersigning: ['executed', 'void'],
    executed: [],
    void: [],
  },
}

export const DELIVERABLE_STATES = ['wanted', 'ready', 'sent', 'accepted', 'refused', 'waived'] as const
export type DeliverableState = (typeof DELIVERABLE_STATES)[number]
/** Something that the buyer is to get. */
export const DELIVERABLE: Machine<DeliverableState> = {
  name: 'deliverable',
  states: DELIVERABLE_STATES,
  start: ['wanted', 'ready'],
  steps: {
    wanted: ['ready', 'sent', 'waived'],
    ready: ['wanted', 'sent', 'waived'],
    sent: ['ready', 'accepted', 'refused'],
    refused: ['wanted', 'ready', 'sent', 'waived'],
    accepted: [],
    waived: ['wanted'],
  },
}

export const INSTALMENT_STATES = ['planned', 'due', 'invoiced', 'paid', 'cancelled'] as const
export type InstalmentState = (typeof INSTALMENT_STATES)[number]
/** A part of the price. `planned` waits for an event; `due` has its day. */
export const INSTALMENT: Machine<InstalmentState> = {
  name: 'instalment',
  states: INSTALMENT_STATES,
  start: ['planned', 'due'],
  steps: {
    planned: ['due', 'cancelled'],
    due: ['planned', 'invoiced', 'cancelled'],
    invoiced: ['paid', 'due', 'cancelled'], // due again: the invoice was taken back by a credit note
    paid: ['invoiced'], // the payment was noted by mistake, or came back
    cancelled: [],
  },
}

export const INVOICE_STATES = ['issued', 'paid', 'credited'] as const
export type InvoiceState = (typeof INVOICE_STATES)[number]
/** An invoice has a number from the moment it exists: there are no drafts that could leave a gap. */
export const INVOICE: Machine<InvoiceState> = {
  name: 'invoice',
  states: INVOICE_STATES,
  start: ['issued'],
  steps: { issued: ['paid', 'credited'], paid: ['issued', 'credited'], credited: [] },
}

export const MACHINES: readonly Machine[] = [REQUEST, DEAL, OFFER, PAPER, DELIVERABLE, INSTALMENT, INVOICE]
