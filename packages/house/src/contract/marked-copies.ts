/** Copies of films to keep: a file that carries its viewer's name in the picture, made for them when they ask, and sent to nobody else. */
import type { Reel, Variant } from '@vitrine/screening'
import type { CopyState } from '@vitrine/screening/copy/states'
import type { Actor } from '../contract.ts'
import type { Whereabouts } from './screeners.ts'
import type { ReelFailure } from '../screening/reel-failures.ts'

export { COPY_STATES, type CopyState } from '@vitrine/screening/copy/states'

/** As whoever asked for it sees it. */
export interface MarkedCopyView {
  /** Of its viewing. */
  id: string
  state: CopyState
  /** From 0 to 1. */
  progress: number
  failure: ReelFailure | null
  bytes: number | null
  askedAt: string
  fetchedAt: string | null
  /** When its file is deleted; null while there is none. */
  until: string | null
}

/** A copy in the hands of a worker. */
export interface MarkedCopyWork {
  id: string
  /** The reel that it is made of. */
  pictureId: string
  reel: Reel
  /** Of the reel's files. */
  folder: string
  variants: Variant[]
  sound: string | null
  subtitles: string | null
  /** The text of those; null: it lies among the files of the reel, or there are none. */
  webvtt: string | null
  /** What moves over the picture, line by line. */
  lines: string[]
  /** The file to write. */
  to: string
}

/** Whose copy: by their link and the viewing that they have on this device. */
export interface OwnCopy {
  secret: string
  viewing: string
  device: string
}

export interface MarkedCopyVerbs {
  /**
   * Asks for a copy of the film that one watches. It is a viewing of its own, with a mark of its own, and counts as one. Asked for
   * twice it is one; one whose file is gone, that failed or was broken off is made again and does not count again.
   *
   * @throws HouseError `not-allowed` where the screener allows none; `screener-over` where it does not stand
   */
  orderMarkedCopy(
    actor: Actor,
    args: { secret: string; viewing: string; where: Whereabouts; sound?: string | null; subtitles?: string | null },
  ): Promise<MarkedCopyView>
  /** How far it is; null: none was asked for. */
  viewMarkedCopy(actor: Actor, args: OwnCopy): Promise<MarkedCopyView | null>
  cancelMarkedCopy(actor: Actor, args: OwnCopy): Promise<void>

  // For workers and the server alone.
  takeMarkedCopy(actor: Actor, args: { worker: string }): Promise<MarkedCopyWork | null>
  keepMarkedCopy(actor: Actor, args: { id: string; worker: string; progress: number }): Promise<boolean>
  settleMarkedCopy(
    actor: Actor,
    args: { id: string; worker: string } & (
      | { outcome: 'ready'; signal?: AbortSignal }
      | { outcome: 'failed'; failure: string }
      | { outcome: 'given-back' }
    ),
  ): Promise<void>
  /** Takes up copies of workers that died, breaks off and deletes those of screeners that do not stand, and those that lay long enough. */
  tidyMarkedCopies(actor: Actor): Promise<{ takenBack: number; cancelled: number; deleted: number }>
  /** What is sent of a copy now; null: nothing. That it is sent is noted the first time. */
  sendMarkedCopy(actor: Actor, args: { id: string; begins: boolean }): Promise<{ bytes: number; fileName: string } | null>
}
