/** Letters that the house owes to people outside it: written with what they tell of, sent by whichever server comes first. */
import type { LetterFate, LetterInHand } from '@vitrine/store/letters/letters'
import type { Actor } from './contract.ts'

export type { LetterFate, LetterInHand }

export interface LetterVerbs {
  /** Letters that are due, for the server that sends them: nobody else gets them meanwhile. */
  takeLetters(actor: Actor): Promise<LetterInHand[]>
  /** How one fared. `refused`: the other side will never take it, so it is not tried again. */
  noteLetter(
    actor: Actor,
    args: { id: string; attempts: number; outcome: 'sent' | 'failed' | 'refused'; status: string },
  ): Promise<void>
}
