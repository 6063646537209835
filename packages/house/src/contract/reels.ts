/** How a master becomes a reel: what was handed in, what is found in it, what is made of it, and who works on it. */
import type { Readable } from 'node:stream'
import type { Reel } from '@vitrine/screening/reel/reel'
import type { ReelState } from '@vitrine/screening/reel/states'
import type { Actor } from '../contract.ts'
import type { ReelFailure } from '../screening/reel-failures.ts'

export { REEL_STATES, type ReelState } from '@vitrine/screening/reel/states'
export type { Reel } from '@vitrine/screening/reel/reel'
export { REEL_FAILURES, type ReelFailure } from '../screening/reel-failures.ts'

/** Which cut of a film: as the rights book names it (`52`, `3x52`; null: its sheet has none), and which of several episodes. */
export interface CutPlace {
  cut: string | null
  episode: number | null
}

/** What was found in a master or in subtitles; in words by `rule` in packages/messages/src/screening-report.ts. */
export interface ScreeningFinding {
  /** `warning`: an editor should look at it; `note`: it was seen to, or is only said. */
  severity: 'warning' | 'note'
  rule: string
  values: Record<string, string | number>
}

/** What is in a master. */
export interface MasterReport {
  seconds: number
  width: number
  height: number
  frameRate: [number, number]
  codec: string
  /** How its colours are written, as the file says: BT.709; null where it does not, missing where nobody looked for it. */
  colours?: string | null
  interlaced: boolean
  /** Its sound tracks, and the streams that each is made of: one, or two of a channel each. */
  sound: { language: string | null; streams: number[]; channels: number; codec: string; loudness: number | null }[]
  findings: ScreeningFinding[]
}

export interface MasterView extends CutPlace {
  id: string
  fileName: string
  size: number
  /** SHA-256. */
  checksum: string
  uploadedAt: string
  uploadedBy: string
  /** Null while nobody has looked at it, or when it cannot be read. */
  report: MasterReport | null
  failure: ReelFailure | null
}

export interface ReelView extends CutPlace {
  id: string
  titleId: string
  masterId: string
  state: ReelState
  stateSince: string
  /** From 0 to 1. */
  progress: number
  attempts: number
  failure: ReelFailure | null
  languages: string[]
  marked: boolean
  /** What it is made of, once it is ready. */
  reel: Reel | null
  bytes: number | null
  orderedAt: string
  orderedBy: string
  readyAt: string | null
  /** Of one that was removed: until when it can be brought back. */
  restorableUntil: string | null
}

export interface SubtitlesView extends CutPlace {
  id: string
  language: string
  sdh: boolean
  fileName: string
  format: string
  cues: number
  findings: ScreeningFinding[]
  addedAt: string
  addedBy: string
}

/** Everything of one film that can be watched, or will be. */
export interface ReelRoom {
  titleId: string
  title: string
  /** The cuts of its sheet. */
  cuts: string[]
  masters: MasterView[]
  reels: ReelView[]
  subtitles: SubtitlesView[]
}

/** A reel in the hands of a worker: all that it needs to make it. */
export interface ReelWork {
  id: string
  masterId: string
  report: MasterReport
  /** Of each sound track of the master, ISO 639-3. */
  languages: string[]
  /** Null: it carries no mark. */
  markKey: Uint8Array | null
}

export interface ReelVerbs {
  /** All masters, reels and subtitles of a film. */
  listReels(actor: Actor, args: { titleId: string }): Promise<ReelRoom>
  viewReel(actor: Actor, args: { id: string }): Promise<ReelView>
  /** A master with its technical report. */
  readReport(actor: Actor, args: { masterId: string }): Promise<MasterView>
  /**
   * Takes in a file that lies on the disk of the house, whole (`path`): it is moved to the masters. Receiving it twice is receiving it once.
   *
   * @throws HouseError `invalid-input` for a cut that is not on the sheet, `disk-full`, `files-down`
   */
  receiveMaster(
    actor: Actor,
    args: CutPlace & { id: string; titleId: string; fileName: string; size: number; checksum: string; path: string },
  ): Promise<MasterView>
  /** Says which cut a master is, and with it every reel that was made of it. */
  placeMaster(actor: Actor, args: CutPlace & { masterId: string }): Promise<void>
  /**
   * Has a master looked at again that could not be read.
   *
   * @throws HouseError `wrong-state` when it was read, or is looked at already
   */
  retryMaster(actor: Actor, args: { masterId: string }): Promise<void>
  /**
   * Deletes the file of a master; what was found in it, and its reels, stay.
   *
   * @throws HouseError `wrong-state` while a reel is being made of it
   */
  removeMaster(actor: Actor, args: { masterId: string }): Promise<void>
  /**
   * Orders a reel of a master. One that waits or is being made of it in the same way already is answered instead.
   *
   * @throws HouseError `wrong-state` while nobody has looked at the master, or when it cannot be read; `invalid-input` at `cut` where
   *   the sheet has cuts and nobody has said which one it is
   */
  orderReel(actor: Actor, args: { masterId: string; marked: boolean; languages?: string[] }): Promise<{ id: string }>
  /**
   * Takes subtitles of a cut in, in place of those that it has in this language. Every reel of it carries them at once.
   *
   * @throws HouseError `unreadable-file` with `details.rule`
   */
  addSubtitles(
    actor: Actor,
    args: CutPlace & { titleId: string; language: string; sdh: boolean; fileName: string; bytes: Uint8Array },
  ): Promise<SubtitlesView>
  removeSubtitles(actor: Actor, args: { id: string }): Promise<void>
  cancelReel(actor: Actor, args: { id: string }): Promise<void>
  retryReel(actor: Actor, args: { id: string }): Promise<void>
  /** Nobody can watch it from now on; for ten minutes it can be brought back, then its files go. */
  removeReel(actor: Actor, args: { id: string }): Promise<void>
  restoreReel(actor: Actor, args: { id: string }): Promise<void>
  /** A picture of a ready reel: its poster, or a sheet of its storyboard. */
  openReelPicture(
    actor: Actor,
    args: { id: string; picture: 'poster' | number },
  ): Promise<{ size: number; stream(from?: number, to?: number): Readable }>

  // For workers alone. A worker has a name of its own; what it took is its own until it was not heard of for half a minute.
  takeMaster(actor: Actor, args: { worker: string }): Promise<{ id: string } | null>
  /**
   * Has a master, or a copy that is to be traced, on this machine, and answers its path; where it is kept elsewhere, until it is let go of.
   *
   * @throws HouseError `not-found` where its file is gone; `films-down`, `disk-full`, `files-down`
   */
  fetchHandedIn(actor: Actor, args: { what: 'Master' | 'Trace'; id: string; signal?: AbortSignal }): Promise<string>
  /** Once for every fetching, also one that failed: what was fetched to this machine for it goes from its disk. */
  letGoHandedIn(actor: Actor, args: { what: 'Master' | 'Trace'; id: string }): Promise<void>
  /** Says that it is still at it; false: somebody else is, or nobody shall be. */
  keepMaster(actor: Actor, args: { id: string; worker: string }): Promise<boolean>
  /** What was found; null for both gives it back. */
  noteMaster(
    actor: Actor,
    args: { id: string; worker: string; report: MasterReport | null; failure: string | null },
  ): Promise<void>
  takeReel(actor: Actor, args: { worker: string }): Promise<ReelWork | null>
  /** Notes how far it is, from 0 to 1; false: it was cancelled, or somebody else makes it. */
  keepReel(actor: Actor, args: { id: string; worker: string; progress: number }): Promise<boolean>
  /**
   * Where a worker makes a reel: a folder of its own, empty.
   *
   * @throws HouseError `films-down` where the bucket in which it would be kept does not answer for long
   */
  readyFolder(actor: Actor, args: { id: string; worker: string; signal?: AbortSignal }): Promise<string>
  settleReel(
    actor: Actor,
    args: { id: string; worker: string } & (
      | { outcome: 'ready'; reel: Reel; signal?: AbortSignal }
      | { outcome: 'failed'; failure: string }
      | { outcome: 'given-back' }
    ),
  ): Promise<void>
  /** Takes up reels of workers that died, lets masters fail that every worker died with, and deletes the files of those that were removed. Answers how many of each. */
  tidyReels(actor: Actor): Promise<{ takenBack: number; cleared: number }>
  /** Removes files that nobody misses: left by workers that died, or by a removal that broke off. Answers how many folders and files. */
  tidyFilms(actor: Actor): Promise<{ removed: number }>
}
