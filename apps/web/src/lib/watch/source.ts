/** What plays the film: hls.js (by-hls.ts) or, where there is none, the browser's own player (by-browser.ts). */
import Hls from 'hls.js'
import { playByBrowser } from './by-browser.ts'
import { playByHls } from './by-hls.ts'
import type { Stage } from './stage.ts'
import type { Tracks } from './tracks.ts'

export interface Source {
  /** The language that is heard. */
  language(): string | null
  /** The language that is read along; undefined while nobody knows which there are. */
  subtitles(): string | null | undefined
  hear(track: number): void
  /** Shows subtitles, -1 for none. */
  read(track: number): void
  show(size: number): void
  /** Goes on, since the viewing was given back. */
  takeUp(): void
  close(): void
}

/** What a source asks of the player round it. */
export interface Asks {
  /** The film is there: it may begin. */
  ready(): void
  /** Whether leave to watch was renewed. */
  renew(): Promise<boolean>
  /** The film is refused, with the word that says why. */
  refused(why: string): void
}

export const openSource = (stage: Stage, tracks: Tracks, asks: Asks): Source =>
  Hls.isSupported() ? playByHls(stage, tracks, asks) : playByBrowser(stage, tracks, asks)
