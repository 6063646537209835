/** Traces: a copy of a film that turned up is held against every viewing of the film, and is traced to one, to several, or to nobody. */
import type { TraceReport } from '@vitrine/screening/trace/report'
import type { TraceState } from '@vitrine/screening/trace/states'
import type { Standing } from '@vitrine/screening/trace/statistics/verdict'
import type { ReelTrace, SuspectReel } from '@vitrine/screening/trace/trace-copy'
import type { Actor } from '../contract.ts'
import type { CutPlace } from './reels.ts'
import type { ViewingView } from './screeners.ts'
import type { ReelFailure } from '../screening/reel-failures.ts'

export { TRACE_STATES, type TraceState } from '@vitrine/screening/trace/states'
export type { ReelTrace, Standing as TraceStanding, SuspectReel, TraceReport }

export interface TraceView {
  id: string
  titleId: string
  fileName: string
  size: number
  /** SHA-256 of the copy. */
  checksum: string
  /** Where the copy was found, in the words of whoever handed it in. */
  foundWhere: string | null
  handedInAt: string
  handedInBy: string
  state: TraceState
  stateSince: string
  /** From 0 to 1. */
  progress: number
  attempts: number
  failure: ReelFailure | null
  /** How many viewings it names; null while it is not done. */
  named: number | null
  /** When the copy was deleted: as soon as the trace is over. */
  copyDeletedAt: string | null
}

/** A film’s traces, and what a copy of it could be traced to. */
export interface TraceRoom {
  titleId: string
  title: string
  /** Viewings of marked reels, whose pictures are there to be compared with. */
  viewings: number
  /** Viewings of marked reels whose files are gone, with those of every reel of the same master: nothing can be traced to these any more. */
  beyond: number
  traces: TraceView[]
}

/** One reel that a copy was held against. */
export interface TracedReel extends CutPlace {
  reelId: string
  languages: string[]
  report: TraceReport
}

/** What was found, as it is kept: viewings by their ids alone, so that who they were is told by the house as long as it knows. */
export interface TraceFound {
  format: 1
  at: string
  /** Those in which somebody is named first, then those in which the copy was found. */
  reels: TracedReel[]
  /** Viewings that could not be weighed: no picture of their reel is left, or their key does not open. */
  unweighed: number
}

/** A viewing that is named: how it stands, and who and when that was. */
export interface NamedViewing {
  reelId: string
  standing: Standing
  viewing: ViewingView
  /** Of the segments that were read in the copy, how many had been sent to this viewing. */
  sent: number
  read: number
}

export interface TraceReading extends TraceView {
  title: string
  found: TraceFound | null
  /** SHA-256 of `found`, as the trail holds it. */
  reportHash: string | null
  named: number | null
  namedViewings: NamedViewing[]
}

/** A trace in the hands of a worker. */
export interface TraceWork {
  id: string
  reels: TracedPicture[]
}

/** A reel that the copy may be of, and the reel whose files its picture is read from. */
export interface TracedPicture extends SuspectReel {
  pictureId: string
}

export interface TraceVerbs {
  listTraces(actor: Actor, args: { titleId: string }): Promise<TraceRoom>
  /** A trace, how far it is, and what it found. */
  viewTrace(actor: Actor, args: { id: string }): Promise<TraceReading>
  /**
   * Takes in a copy that lies on the disk of the house, whole (`path`): it is moved away, traced, and deleted. Starting it twice is starting it once.
   *
   * @throws HouseError `wrong-state` where nobody has watched a marked reel of the film; `disk-full`, `files-down`
   */
  startTrace(
    actor: Actor,
    args: {
      id: string
      titleId: string
      fileName: string
      foundWhere?: string | null
      size: number
      checksum: string
      path: string
    },
  ): Promise<TraceView>
  /** Breaks it off; its copy is deleted. */
  cancelTrace(actor: Actor, args: { id: string }): Promise<void>
  /**
   * Deletes a trace that is over with its report. That there was one, and what it said, stays in the trail.
   *
   * @throws HouseError `wrong-state` while it is under way
   */
  deleteTrace(actor: Actor, args: { id: string }): Promise<void>

  // For workers alone, as with reels.
  takeTrace(actor: Actor, args: { worker: string }): Promise<TraceWork | null>
  /**
   * Has the files of these reels that a trace reads in their folders on this machine.
   *
   * @throws HouseError `films-down`, `disk-full`, `files-down`
   */
  fetchReels(
    actor: Actor,
    args: { reels: (Pick<TracedPicture, 'pictureId' | 'reel'> & { paths?: readonly string[] })[]; signal?: AbortSignal },
  ): Promise<void>
  keepTrace(actor: Actor, args: { id: string; worker: string; progress: number }): Promise<boolean>
  settleTrace(
    actor: Actor,
    args: { id: string; worker: string } & (
      | { outcome: 'done'; found: ReelTrace[]; reels: Pick<SuspectReel, 'id' | 'reel'>[] }
      | { outcome: 'failed'; failure: string }
      | { outcome: 'given-back' }
    ),
  ): Promise<void>
  /** Takes up traces of workers that died, and deletes copies that nobody needs any more. Answers how many of each. */
  tidyTraces(actor: Actor): Promise<{ takenBack: number; deleted: number }>
}
