/** What comes in from elsewhere waits here, is compared with the catalogue, decided, taken, and can be taken back. */
import type { TitleSheet } from '@vitrine/catalogue'
import type { FilmMatch } from '@vitrine/catalogue/duplicates/known-films'
import type { Finding } from '@vitrine/exchange/formats/finding'
import type { FormatId } from '@vitrine/exchange/formats/format'
import type { Locale } from '@vitrine/messages'
import { INTAKE_STATES, type IntakeCounts, type IntakeState, type Standing, STANDINGS } from '@vitrine/store/intake/intakes'
import type { Actor, FieldChange, Page } from '../contract.ts'

export { INTAKE_STATES, type IntakeState, type Standing, STANDINGS }

export interface IntakeLine {
  id: string
  fileName: string
  format: FormatId
  version: string | null
  state: IntakeState
  films: number
  /** How many times the file says what somebody may do with a film. */
  licences: number
  receivedAt: string
  receivedBy: string
  decidedAt: string | null
  decidedBy: string | null
}

/** One path of a sheet where the film that came in says something else than the catalogue. */
export interface IntakeChange extends FieldChange {
  /** The catalogue says nothing there: taking it overwrites nobody. */
  fills: boolean
  taken: boolean
}

export interface IntakeFilm {
  position: number
  key: string
  line: number | null
  title: string
  sheet: TitleSheet
  standing: Standing
  doubts: Finding[]
  pictureUrls: string[]
  /** The films of the catalogue that it may be, the likeliest first, as they are called now. */
  matches: (FilmMatch & { title: string; year: number | null })[]
  /** An earlier film of the same file that it seems to be. */
  repeats: number | null
  decision: 'take' | 'skip' | null
  /** Of which title it is taken to be; null: a new one. */
  titleId: string | null
  /** What it would change there. Of a new film empty. */
  changes: IntakeChange[]
  taken: { titleId: string; revision: number; fresh: boolean } | null
}

/** A column of a list: its heading, what it is read as (`title`, `synopsis@fr`, `credit:music`, `ignore`), its first value. */
export interface IntakeColumn {
  heading: string
  column: string
  sample: string
}

export interface IntakeView extends IntakeLine {
  /** How the columns of a list were understood; null for every other file. */
  columns: IntakeColumn[] | null
  /** They were understood as somebody said of a list with these headings. */
  remembered: boolean
  findings: Finding[]
  counts: IntakeCounts
  items: IntakeFilm[]
  nextCursor: string | null
}

/** What is to become of one film. `titleId` null makes a new one. `paths` are taken over what stands; without it, what fills gaps. */
export type IntakeChoice =
  | { position: number; decision: 'skip' }
  | { position: number; decision: 'take'; titleId: string | null; paths?: string[] }
  | { position: number; decision: null }

export interface IntakeOutcome {
  created: number
  changed: number
  /** Nothing of it was new. */
  unchanged: number
  skipped: number
  /** Left: not decided; the title was saved since. Left and to be decided anew: the title is gone; a film that was new has come in by another way since. */
  left: { position: number; title: string; reason: 'undecided' | 'revision-changed' | 'gone' | 'known-by-now' }[]
}

/** A title that was not taken back, and why. */
export interface TitleKept {
  titleId: string
  title: string
  reason: 'in-use' | 'published' | 'changed-since'
}
export interface IntakeUndone {
  /** New titles that are gone again. */
  removed: number
  /** Titles that say again what they said. */
  restored: number
  /** Titles that stay, since something now rests on them (an entry of the rights book does, withdrawn or not) or they are public; and paths that somebody changed since. */
  kept: TitleKept[]
  /** Entries of the rights book that were made of the file and count no more, where the asker may write the book. */
  withdrawn: number
}

/**
 * How a licence of a file stands to the rights book. `new`: it can be entered as it is. `same`: the book has it. `contradicts`: it is
 * sold, held back or not the house's to sell. `doubtful`: its film is not in the catalogue, something was not understood, or there
 * is something to accept.
 */
export const LICENCE_STANDINGS = ['new', 'same', 'contradicts', 'doubtful'] as const
export type LicenceStanding = (typeof LICENCE_STANDINGS)[number]

export interface LicenceIn {
  /** Which avails of the file it is of, from 1; the first names it. */
  rows: number[]
  line: number | null
  key: string
  /** What the file calls the film. */
  film: string
  titleId: string | null
  title: string | null
  /** Its terms in words; null where nothing is left of them. */
  text: string | null
  standing: LicenceStanding
  problems: { severity: 'bad' | 'doubtful'; message: string }[]
}

export interface LicencesIn {
  counts: Record<LicenceStanding, number>
  /** Entries that were made of this file. */
  entered: number
  /** `readable`: it can be entered, if only as a draft. */
  items: (LicenceIn & { readable: boolean })[]
  /** Where the next page begins; null at the end. */
  after: number | null
}

export interface IntakeVerbs {
  /**
   * Reads a file of any format that the house knows and lays its films beside the catalogue. Nothing of the catalogue changes.
   * A file that waits already is answered as it waits; with `once`, one that came before is answered as it was decided. `again` says
   * that it is one of them.
   *
   * @throws HouseError `unsupported-file`, `unreadable-file` (with the findings), `no-film-found`, `too-large`, `disk-full`
   */
  receiveFile(
    actor: Actor,
    args: { bytes: Uint8Array; fileName: string; once?: boolean },
  ): Promise<IntakeLine & { again: boolean }>
  listIntakes(actor: Actor, args: { cursor?: string | null; limit?: number }): Promise<Page<IntakeLine>>
  openIntake(
    actor: Actor,
    args: { id: string; standing?: Standing | null; cursor?: string | null; limit?: number },
  ): Promise<IntakeView>
  /**
   * Says what the columns of a list hold. It is read again and laid beside the catalogue anew; films that were taken, left out
   * or decided by somebody stay as they are. The next list with these headings is read so.
   *
   * @throws HouseError `invalid-input` when it is no list, or no column would hold the titles
   */
  mapIntake(actor: Actor, args: { id: string; columns: string[] }): Promise<IntakeLine>
  /** Says what becomes of some of its films. Deciding anew is the undo of deciding. */
  decideIntake(actor: Actor, args: { id: string; choices: IntakeChoice[] }): Promise<void>
  /**
   * Does what was decided, in one transaction. What nobody decided stays waiting, and the intake stays open for it; a title
   * that was saved since its film was decided is left, and the answer names it.
   */
  takeIntake(actor: Actor, args: { id: string }): Promise<IntakeOutcome>
  /**
   * One click back: titles that it made are gone, what it changed says again what it said. What somebody did since stays. The
   * films wait again as they did.
   */
  undoIntake(actor: Actor, args: { id: string }): Promise<IntakeUndone>
  /** The licences of a file that came in, beside the rights book as it is now. */
  viewIntakeLicences(
    actor: Actor,
    args: { id: string; standing?: string | null; after?: number | null; limit?: number; locale: Locale },
  ): Promise<LicencesIn>
  /**
   * Enters licences of a file into the rights book, as drafts or as signed, after the book's own checks: those whose first row is
   * named, else all that are new. What is doubtful is named with `acceptWarnings`; what contradicts the book can only become a draft. `left`
   * counts what could not be entered: of those that were named, else of all that the book has not.
   */
  takeIntakeLicences(
    actor: Actor,
    args: { id: string; as: 'draft' | 'signed'; rows?: number[] | null; acceptWarnings?: boolean; locale: Locale },
  ): Promise<{ entries: number; left: number }>
  /** Withdraws the entries that were made of a file: drafts are rejected, what was signed never counted. What somebody worked on since stays. */
  undoIntakeLicences(actor: Actor, args: { id: string }): Promise<{ withdrawn: number; kept: number }>
  /** Puts an intake away, or back. Its films are kept. */
  discardIntake(actor: Actor, args: { id: string; discarded: boolean }): Promise<void>
  /** Films of the catalogue that may be one: pairs, the surest first. */
  findTwins(
    actor: Actor,
    args: { limit?: number },
  ): Promise<{ a: TwinTitle; b: TwinTitle; why: FilmMatch['why']; alike: number }[]>
}

export interface TwinTitle {
  id: string
  title: string
  year: number | null
  directors: string[]
}
