import type {
  CatalogueInput,
  ContactCardsInput,
  InvoiceInput,
  MeetingSheetInput,
  OneSheetInput,
  PaperInput,
  RedlineInput,
  SentListInput,
  ShortlistInput,
  SignatureRecordInput,
} from '@vitrine/press/input'
import type { Seal } from '@vitrine/press/sealed/make-seal'
import type { Database } from '@vitrine/store/database/database'
import type { KeptTitle } from '@vitrine/store/shortlists/shortlists'
import type { MemberRow } from '@vitrine/store/users/members'
import type { FileStore } from './files/file-store.ts'
import type { FilmFiles } from './files/film-files.ts'
import type { createRenditions } from './pictures/renditions.ts'
import type { createTurns } from './turns.ts'

/** The printing room, as '@vitrine/press' offers it. */
export interface Print {
  printOneSheet(input: OneSheetInput): Promise<Uint8Array>
  printShortlist(input: ShortlistInput): Promise<Uint8Array>
  printSentList(input: SentListInput): Promise<Uint8Array>
  printMeetings(input: MeetingSheetInput): Promise<Uint8Array>
  printContactCards(input: ContactCardsInput): Promise<Uint8Array>
  printCatalogue(input: CatalogueInput): Promise<Uint8Array>
  printPaper(input: PaperInput): Promise<Uint8Array>
  printRedline(input: RedlineInput): Promise<Uint8Array>
  printSignatureRecord(input: SignatureRecordInput): Promise<Uint8Array>
  printInvoice(input: InvoiceInput): Promise<Uint8Array>
  /** A printing room with threads of its own ends them: with the house. */
  close?(): Promise<void>
}

/** What every verb stands on. Nothing here is shared between two houses but the database. */
export interface HouseContext {
  readonly houseId: string
  readonly db: Database['db']
  readonly takesWrites: Database['takesWrites']
  /** What this process is told apart from every other by, also from itself before it was started again. */
  readonly process: string
  /** No other process can have this database open. */
  readonly alone: boolean
  readonly files: FileStore
  /** Masters and reels; null: this house was opened without their folders. */
  readonly films: FilmFiles | null
  /** What keys of marks are sealed with. */
  readonly sealing: Uint8Array
  /** One writing transaction at a time in this process. */
  readonly writeTurn: ReturnType<typeof createTurns>
  readonly renditions: ReturnType<typeof createRenditions>
  readonly now: () => Date
  /** Asked with every page; those who ask at the same moment share a question (together.ts). */
  readonly kept: (token: string) => Promise<KeptTitle[] | null>
  readonly memberOfSession: (token: string) => Promise<MemberRow | null>
  readonly print: Print | null
  /** What signed papers are sealed with; asked for when the first is. */
  readonly seal: () => Promise<Seal>
  /** Where the public pages are, without a slash at the end; printed on paper. */
  readonly origin: string
  /** Folder of published schemas, against which files are validated. */
  readonly schemas: string | null
}
