/** What a worker can have done with a film, wherever it is done. */
import type { MarkedCopyWork, MasterReport, Reel, ReelTrace, ReelWork, TraceWork } from '@vitrine/house'

/** A reel to be made, and the empty folder to make it in. */
export type ReelTask = Omit<ReelWork, 'id' | 'masterId'> & { masterPath: string; folder: string }

export interface Doing {
  signal: AbortSignal
  /** From 0 to 1. */
  onProgress: (share: number) => void
}

export interface DemonstrationSubtitles {
  language: string
  sdh: boolean
  webvtt: string
}

/** A copy to be traced, and the reels that it is held against. */
export type TraceTask = Omit<TraceWork, 'id'> & { path: string }

/** A copy to keep to be made. */
export type CopyTask = Omit<MarkedCopyWork, 'id' | 'pictureId'>

/** @throws PackagingFailure of the closed list; anything else is a mistake of ours */
export interface Packaging {
  examine(path: string, doing: Doing): Promise<MasterReport>
  make(task: ReelTask, doing: Doing): Promise<Reel>
  trace(task: TraceTask, doing: Doing): Promise<ReelTrace[]>
  copy(task: CopyTask, doing: Doing): Promise<void>
  /** Makes one of the invented films that move, and its subtitles. */
  compose(slug: string, to: string, doing: Doing): Promise<DemonstrationSubtitles[]>
}

/** Why it was not done, as a word of REEL_FAILURES; `detail` is for the log alone. */
export class PackagingFailure extends Error {
  readonly reason: string
  constructor(reason: string, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`)
    this.name = 'PackagingFailure'
    this.reason = reason
  }
}
