/**
 * Where films are kept: reels, which are served; masters, which are only packaged; copies, which are traced or kept by viewers. All lie in folders or in a
 * bucket of an S3, behind the same verbs. Who packages a master or traces a copy reads it back and forth, and so has it on their machine first.
 */
import type { Readable, Writable } from 'node:stream'

/** A file of a reel that was found. */
export interface ReelFile {
  size: number
  /** All of it, or from one byte to another (both included). */
  stream(from?: number, to?: number): Readable
  /** The same, written into a stream that is left open; cheaper, where there is such a way. It takes the file: it is not read again. */
  pour?(into: Writable, from: number, to: number): Promise<void>
  /** Lets go of it unread; one that was read needs none. */
  close(): void
}

export interface ReelStore {
  /** One file of a reel, to be read as a stream. Null when there is none. `whole`: whether it will be read from end to end, so that it can be asked for at once. */
  open(reelId: string, path: string, whole?: boolean): Promise<ReelFile | null>
  /** A folder of this machine in which a reel is made by somebody, and by nobody else; empty. */
  make(reelId: string, by: string, signal?: AbortSignal): Promise<string>
  /** All bytes of what was made, once every one of them is kept for good. Takes as long as they take to where they are kept. */
  weigh(reelId: string, by: string, signal?: AbortSignal): Promise<number>
  /** Has all of a far store's word on it that taking it needs, so that nothing waits for its answer while the house is held. Whoever does this has the reel still. */
  seal(reelId: string, by: string): Promise<void>
  /** What somebody made, and was weighed and sealed, is the reel from now on: all of it appears at once. Taking it twice is taking it once. */
  take(reelId: string, by: string): Promise<void>
  /** Lets go of what was being made by somebody; of a reel that was taken nothing goes. */
  drop(reelId: string, by: string): Promise<void>
  /** Removes every file of a reel, the word that it is whole first. */
  remove(reelId: string, signal?: AbortSignal): Promise<void>
  /** What lies there: reels, and what is being made of which reel by whom, or was left by somebody who is gone. */
  lying(): Promise<{ reels: string[]; making: { reelId: string; by: string }[] }>
  /** The folder of this machine with the files of a reel, for a program that reads many of them; those that were fetched are there. */
  folder(reelId: string): Promise<string>
  /** Has files of a reel in its folder on this machine. */
  fetch(reelId: string, paths: readonly string[], signal?: AbortSignal): Promise<void>
  /** Whether reels can be reached, for whoever starts a server. @throws HouseError `films-down` */
  reach(): Promise<void>
}

/** A file that was taken in, and where it lies. */
export interface LyingFile {
  size: number
  /** When it was taken in, in milliseconds since 1970. */
  at: number
  /** On this machine; null: elsewhere, and with it the SHA-256 that it was taken in with. */
  path: string | null
  checksum: string | null
}

/** Files that come in whole, one for each id: masters, and copies that are to be traced. */
export interface MasterFolder {
  find(id: string): Promise<LyingFile | null>
  /** Has its bytes where they are kept for good; takes as long as they take to get there. Nothing is taken in yet. */
  carry(id: string, from: string, signal?: AbortSignal): Promise<void>
  /** Takes a file in that was carried, without waiting for anything far. Taking it twice is taking it once. */
  take(id: string, from: string): Promise<void>
  /** Once it was taken in and that is written down: lets go of what it came from. */
  letGo(id: string, from: string): Promise<void>
  /** Has it on this machine, for a program that reads it back and forth. Null: there is none. */
  fetch(id: string, signal?: AbortSignal): Promise<string | null>
  /** Once for every fetching, also one that failed: what was fetched to this machine for it goes. */
  done(id: string): Promise<void>
  remove(id: string): Promise<void>
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
  weigh(id: string, by: string, signal?: AbortSignal): Promise<number>
  /** As with a reel. */
  seal(id: string, by: string): Promise<void>
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
