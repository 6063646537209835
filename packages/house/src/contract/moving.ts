/** A house as one file: out whole, and into an empty house. docs/exchange.md, "The whole house". */
import type { Actor } from '../contract.ts'

export interface MovingProgress {
  step: 'files' | 'rows'
  done: number
  total: number
}

/** A house that moved in. */
export interface MovedIn {
  /** What the house that it came from is called. */
  house: string
  exportedAt: string
  rows: number
  files: number
  /** Files that rows name and that the other house had lost already. */
  missing: number
}

export interface MovingVerbs {
  /**
   * Every row and every file of the house as a ZIP, piece by piece. The rows are those of one moment; they are read at once
   * and laid on the disk, so that a slow receiver keeps nobody waiting.
   *
   * @throws HouseError `disk-full`, `files-down`; thrown while it is read
   */
  exportHouse(actor: Actor): AsyncIterable<Uint8Array>
  /**
   * Takes such a ZIP in where nobody has worked yet: checked whole first, then all of it or nothing.
   *
   * @throws HouseError `house-not-empty`, `other-version`, `unreadable-file` (`details.reason`, `details.member`), `user-exists`, `too-large`, `disk-full`
   */
  importHouse(
    actor: Actor,
    args: { archive: AsyncIterable<Uint8Array>; onProgress?: (progress: MovingProgress) => void },
  ): Promise<MovedIn>
}
