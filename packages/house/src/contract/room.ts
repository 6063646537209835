/** The rooms of those who are not of the house: who of a buyer's company sits there, and what they can have. */
import type { Answer } from '@vitrine/rights/book/line'
import type { Locale } from '@vitrine/messages'
import type { Actor, CompanyRole, TitleCard } from '../contract.ts'
import type { QuestionInWords, RightsQuestion } from './rights.ts'

/** Somebody who signs in for a company. */
export interface Seat {
  userId: string
  name: string
  email: string
  companyRole: CompanyRole
  lastSeenAt: string | null
}
export interface SeatsOfCompany {
  company: { id: string; name: string }
  seats: Seat[]
}
/** By the desk: a contact, for the company they are of. By whoever answers for a company: a colleague, by name and address. */
export type SeatToGive =
  | { contactId: string; companyRole: CompanyRole }
  | { name: string; email: string; locale?: Locale | undefined }

/** What of the published catalogue can be had, without a word of why the rest cannot. */
export interface RoomCatalogue {
  question: QuestionInWords
  /** The question as a form shows it. */
  asked: { from: string; to: string | null; exclusive: boolean }
  total: number
  counts: Record<Answer, number>
  /** `heldUntil`: the company's own offers hold it through this day, and the answer is what stands beside them. These come first. */
  rows: { card: TitleCard; answer: Answer; share: number; soonestFree: string | null; heldUntil: string | null }[]
  nextCursor: string | null
}

export interface RoomVerbs {
  /** Who sits in a company's room; without a company one's own. */
  listSeats(actor: Actor, args: { companyId?: string | undefined }): Promise<SeatsOfCompany>
  /** Lets somebody into their company's room, and writes them where it is. Asked again it changes only what they may do there. */
  seatBuyer(actor: Actor, args: { seat: SeatToGive }): Promise<SeatsOfCompany>
  /** They no longer see the room, from this moment on. */
  unseatBuyer(actor: Actor, args: { userId: string }): Promise<SeatsOfCompany>
  /** Films of the catalogue by whether a buyer can have them: for the territories and media of their company, unless asked otherwise. */
  browseRoom(
    actor: Actor,
    args: {
      question?: Partial<RightsQuestion> | undefined
      text?: string | undefined
      cursor?: string | null | undefined
      limit?: number | undefined
      locale: Locale
    },
  ): Promise<RoomCatalogue>
  /** One's own shortlists, the newest first. */
  listOwnShortlists(actor: Actor): Promise<{ token: string; name: string | null; createdAt: string; films: number }[]>
}
