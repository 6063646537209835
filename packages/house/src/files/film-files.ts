/**
 * Where films are kept: reels, which are served, and masters, which are only packaged. Folders here; any S3 can stand behind the same
 * verbs of `ReelStore`. Masters stay on a disk, since whoever packages one reads it back and forth.
 */
import type { Readable } from 'node:stream'

export interface ReelStore {
  /** One file of a reel, to be read as a stream: all of it, or from one byte to another (both included). Null when there is none. */
  open(reelId: string, path: string): Promise<{ size: number; stream(from?: number, to?: number): Readable } | null>
  /** Puts one file beside the others, or in the place of one. */
  write(reelId: string, path: string, bytes: Uint8Array): Promise<void>
  /** A folder of this machine in which a reel is made by somebody, and by nobody else; empty. */
  make(reelId: string, by: string): Promise<string>
  /** All bytes of what was made, once every one of them is kept for good. */
  weigh(reelId: string, by: string): Promise<number>
  /** What somebody made is the reel from now on: all of it appears at once. Taking it twice is taking it once. */
  take(reelId: string, by: string): Promise<void>
  /** Lets go of what was being made by somebody; of a reel that was taken nothing goes. */
  drop(reelId: string, by: string): Promise<void>
  /** Removes every file of a reel. */
  remove(reelId: string): Promise<void>
  /** What lies there: reels, and what is being made of which reel by whom, or was left by somebody who is gone. */
  lying(): Promise<{ reels: string[]; making: { reelId: string; by: string }[] }>
  /** The folder of this machine with the files of a reel, for a program that reads many of them. */
  folder(reelId: string): string
}

export interface MasterFolder {
  path(masterId: string): string
  /** Moves a file of the same disk in. Moving it twice is moving it once. */
  take(masterId: string, from: string): Promise<void>
  remove(masterId: string): Promise<void>
  lying(): Promise<string[]>
}

/** Copies that turned up, each until its trace is over. */
export interface CopyFolder extends Omit<MasterFolder, 'lying'> {
  /** The copies that came before a moment. */
  before(moment: Date): Promise<string[]>
}

/** Copies to keep that were made for viewers, each until it lay long enough. */
export interface MarkedCopyFolder {
  /** The file in which a copy is made by somebody, and by nobody else. */
  making(id: string, by: string): string
  /** Its bytes, once every one of them is kept for good. */
  weigh(id: string, by: string): Promise<number>
  /** What somebody made is the copy from now on. Taking it twice is taking it once. */
  take(id: string, by: string): Promise<void>
  drop(id: string, by: string): Promise<void>
  remove(id: string): Promise<void>
  open(id: string): Promise<{ size: number; stream(from?: number, to?: number): Readable } | null>
  lying(): Promise<{ made: string[]; making: { id: string; by: string }[] }>
}

export interface FilmFiles {
  reels: ReelStore
  masters: MasterFolder
  copies: CopyFolder
  marked: MarkedCopyFolder
}
