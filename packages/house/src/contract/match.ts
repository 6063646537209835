/** Who should be shown what: films for a buyer, buyers for a film, each suggestion with its reasons. */
import type { Answer } from '@vitrine/rights/book/line'
import type { Locale } from '@vitrine/messages'
import type { Actor, TitleCard } from '../contract.ts'
import type { QuestionInWords } from './rights.ts'

/** What is asked of the rights book for a buyer; without it three years, not exclusive, from the first day of the next month. */
export interface MatchWindow {
  from?: string | undefined
  months?: number | undefined // 1 to 240
  exclusive?: boolean | undefined
}
export interface MatchedTitle {
  card: TitleCard
  score: number // 0 to 100
  answer: Exclude<Answer, 'none'>
  share: number // of the rights asked, 0 to 1
  reasons: string[] // in the asked locale, the weightiest first
  talked: boolean // it was asked for, or a sale of it is under way
}
export interface MatchForBuyer {
  company: { id: string; name: string }
  question: QuestionInWords
  rows: MatchedTitle[]
  /** Films that fit and are not suggested. */
  leftOut: { bought: number; refused: number; notToBeHad: number }
  /** What of the company's profile is missing: suggestions would be better with it. */
  missing: ('territory' | 'media' | 'slots' | 'languages')[]
  milliseconds: number
}
export interface MatchedBuyer {
  company: { id: string; name: string; country: string | null }
  score: number
  answer: Exclude<Answer, 'none'>
  share: number
  reasons: string[]
  talked: boolean
}
export interface MatchForTitle {
  title: { id: string; title: string }
  /** For each company its own territories and media; when, and whether exclusively, is the same for all. */
  asked: { from: string; to: string | null; exclusive: boolean }
  rows: MatchedBuyer[]
  leftOut: { bought: number; refused: number; notToBeHad: number }
  milliseconds: number
}

export interface MatchVerbs {
  /** Films that fit a buyer's slots, languages and history and can be had for their territories and media. */
  matchTitles(
    actor: Actor,
    args: { companyId: string; limit?: number | undefined; locale: Locale } & MatchWindow,
  ): Promise<MatchForBuyer>
  /** Buyers whom a film fits, and for whom it can be had. */
  matchBuyers(
    actor: Actor,
    args: { titleId: string; limit?: number | undefined; locale: Locale } & MatchWindow,
  ): Promise<MatchForTitle>
}
