/** The papers of a deal: the house's clauses, deal memos and contracts made with them, and how they are signed. */
import type { ClauseTerms, PaperKind } from '@vitrine/deals/clauses/clause'
import type { ClauseFault } from '@vitrine/deals/clauses/read-clause-text'
import type { ApprovalNeeded } from '@vitrine/deals/papers/approval'
import type { PaperContent, PaperSide } from '@vitrine/deals/papers/paper'
import type { PaperState } from '@vitrine/deals/states/machines'
import type { Money } from '@vitrine/ledger/money/money'
import type { Locale } from '@vitrine/messages'
import type { SealVerdict } from '@vitrine/press/sealed/read-seal'
import type { PaperFileKind } from '@vitrine/store/papers/papers'
import type { Actor, Page } from '../contract.ts'
import type { LetterFate } from './letters.ts'
import type { SimulationView, TakenAway } from './rights.ts'

// ---------------------------------------------------------------- clauses

export interface ClauseView {
  /** null: one of the example that the house has not saved yet. */
  id: string | null
  version: number
  terms: ClauseTerms
  retiredAt: string | null
  updatedAt: string | null
  byName: string | null
}
export interface ClauseJudged {
  faults: { en: ClauseFault[]; fr: ClauseFault[] }
  /** With example values in place of what stands open. */
  preview: { en: string[]; fr: string[] }
}

// ---------------------------------------------------------------- papers

/** The house's limit, and the price in its currency at the rates of `rateDay`; null where there was nothing to convert, or no rate. */
export interface ApprovalJudged {
  needed: ApprovalNeeded
  limit: Money | null
  converted: Money | null
  rateDay: string | null
}

export interface PaperSummary {
  id: string
  dealId: string
  companyId: string
  companyName: string
  kind: PaperKind
  /** D-12 / C-1. */
  reference: string
  state: PaperState
  version: number
  locale: Locale
  currency: string
  totalMinor: number
  draftedName: string
  sentAt: string | null
  executedAt: string | null
  voidReason: string | null
  revision: number
  createdAt: string
  updatedAt: string
}
export interface PaperView extends PaperSummary {
  offerId: string
  content: PaperContent
  sha256: string
  versions: { version: number; at: string; byName: string; sha256: string }[]
  approvals: { version: number; decision: 'asked' | 'approved' | 'returned'; note: string | null; at: string; byName: string }[]
  /** Whether a second person must let it out, and whether the asker may be that person. */
  approval: ApprovalJudged & { mine: boolean }
  signatures: { side: PaperSide; name: string; email: string | null; at: string }[]
  link: { name: string; email: string; expiresAt: string; openedAt: string | null; endedAt: string | null; declinedAt: string | null; letter: LetterFate | null } | null // prettier-ignore
  files: { kind: PaperFileKind; fileName: string; sha256: string; bytes: number; at: string }[]
  /** Those of the buyer who can be asked to sign. */
  signatories: { id: string; name: string; email: string; role: string | null }[]
  /** The accepted offer is another than the paper's. */
  outdated: boolean
}
/** What a paper can be told beside the offer. */
export interface PaperDraft {
  locale?: Locale | undefined
  paper?: 'a4' | 'letter' | undefined
  /** Clauses of the house that are left out of this paper. */
  without?: string[] | undefined
  /** Agreed for this paper alone; variables may stand in it. */
  own?: { heading: string; text: string }[] | undefined
  buyerAddress?: string | null | undefined
  buyerSignatory?: string | null | undefined
  houseSignatory?: string | null | undefined
}
export interface RedlinePart {
  kind: 'same' | 'ins' | 'del'
  text: string
}
export interface Redline {
  before: string
  after: string
  sections: { heading: string; parts: RedlinePart[] }[]
}
export interface PaperSimulation {
  films: { titleId: string; title: string; simulation: SimulationView }[]
  staleLists: number
  verdict: 'clear' | 'warning' | 'refused'
}
export interface FileVerdict {
  what: 'version' | PaperFileKind
  version: number | null
  fileName: string
  sha256: string
  state: 'as-kept' | 'changed' | 'missing'
  seal: (SealVerdict & { ours?: boolean }) | null
}
export interface PaperVerdict {
  whole: boolean
  files: FileVerdict[]
  /** Signatures that were given to other bytes than those that are kept. */
  signaturesHold: boolean
}

export interface SigningView {
  house: string
  reference: string
  kind: PaperKind
  title: string
  locale: Locale
  state: 'open' | 'signed' | 'executed' | 'declined'
  name: string
  email: string // as the page shows it: a•••@company.example
  sha256: string
  expiresAt: string
  consent: string
  codeSent: boolean
}

export interface PaperVerbs {
  /** The house's clauses in their order; before it has saved any, the example. */
  listClauses(actor: Actor): Promise<ClauseView[]>
  /** Every version of a clause, the newest first. */
  viewClause(actor: Actor, args: { id: string }): Promise<ClauseView[]>
  checkClause(actor: Actor, args: { en: string; fr: string }): Promise<ClauseJudged>
  /** A new clause, a new version of one, or with `id` null one of the example, known by its place; `invalid-input` names each unknown or malformed variable with its place. */
  saveClause(actor: Actor, args: { id?: string | null; baseVersion?: number; terms: ClauseTerms }): Promise<ClauseView>
  retireClause(actor: Actor, args: { id: string; baseVersion: number }): Promise<void>

  listPapers(
    actor: Actor,
    args: { dealId?: string; state?: PaperState; cursor?: string | null; limit?: number },
  ): Promise<Page<PaperSummary & { /** It waits for the asker to sign it. */ mine: boolean }>>
  viewPaper(actor: Actor, args: { id: string }): Promise<PaperView>
  /** Draws up a paper of the offer that a deal has accepted. */
  draftPaper(actor: Actor, args: { dealId: string; kind: PaperKind; draft?: PaperDraft }): Promise<PaperView>
  /** Draws a draft up anew: the next version, with the clauses and the offer as they are now. */
  redraftPaper(actor: Actor, args: { id: string; baseRevision: number; draft?: PaperDraft }): Promise<PaperView>
  /** Done with drafting: approved at once, or put before a second person where the house's limit asks for one. */
  submitPaper(actor: Actor, args: { id: string; baseRevision: number }): Promise<PaperView>
  approvePaper(actor: Actor, args: { id: string; baseRevision: number; note?: string | null }): Promise<PaperView>
  /** Back to drafting. */
  returnPaper(actor: Actor, args: { id: string; baseRevision: number; note?: string | null }): Promise<PaperView>
  /** What it would take off the shelf if it were signed now. */
  simulatePaper(actor: Actor, args: { id: string; locale: Locale }): Promise<PaperSimulation>
  redlinePaper(actor: Actor, args: { id: string; version?: number }): Promise<Redline>
  printRedline(actor: Actor, args: { id: string; version?: number }): Promise<TakenAway>
  /** The paper as PDF, the signed file, or the uploaded one. */
  openPaperFile(actor: Actor, args: { id: string; file: 'paper' | PaperFileKind; version?: number }): Promise<TakenAway>
  /** Gives a person of the buyer a link to sign it, and the letter that brings it. Also in place of a link that was lost. */
  sendPaper(
    actor: Actor,
    args: { id: string; baseRevision: number; contactId: string; message?: string | null },
  ): Promise<PaperView & { url: string }>
  /** Takes a paper back: its link ends, and the deal is agreed again. */
  voidPaper(actor: Actor, args: { id: string; baseRevision: number; reason?: string | null }): Promise<PaperView>
  /** The house signs, the last of the two: the licences stand in the rights book in the same transaction, or it is not signed. */
  countersignPaper(actor: Actor, args: { id: string; baseRevision: number; name: string; locale: Locale }): Promise<PaperView>
  /** A paper that both have signed on paper comes in: it is executed at once. */
  uploadPaper(
    actor: Actor,
    args: { id: string; baseRevision: number; fileName: string; bytes: Uint8Array; locale: Locale },
  ): Promise<PaperView>
  /** Holds every stored file of a paper against what was recorded of it. */
  verifyPaper(actor: Actor, args: { id: string }): Promise<PaperVerdict>

  /** What the person sees who has the link. */
  openSigning(actor: Actor, args: { token: string }): Promise<SigningView>
  openSigningFile(actor: Actor, args: { token: string }): Promise<TakenAway>
  /** Where the asker signs a paper that waits for them by name: another link in place of the one that was mailed. */
  openOwnSigning(actor: Actor, args: { id: string }): Promise<{ url: string }>
  sendSigningCode(actor: Actor, args: { token: string }): Promise<void>
  /** The buyer signs: the code, the name, the declaration. */
  signPaper(
    actor: Actor,
    args: { token: string; code: string; name: string; consent: boolean; sha256: string; ip?: string | null },
  ): Promise<SigningView>
  /** The buyer does not sign, and says why if they wish: the paper is void, the deal agreed again, and whoever sees to it is written to. */
  declinePaper(actor: Actor, args: { token: string; reason?: string | null }): Promise<SigningView>
}
