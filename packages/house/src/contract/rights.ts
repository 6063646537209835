/**
 * The verbs of the rights book, as the desk, the site, the API and the command line see them. Expressions are texts of the
 * trade ("World excl. France", "TV & VOD", "fr:dubbed"); days are `YYYY-MM-DD`; wordings are in the asked locale.
 */
import type { RightsColumn } from '@vitrine/exchange/spreadsheets/rights-columns'
import type { Locale } from '@vitrine/messages'
import type { Answer, EntryKind, Status } from '@vitrine/rights/book/line'
import type { EntryStatus, EntryTerms } from '@vitrine/rights/book/entry'
import type { ObjectionCode } from '@vitrine/rights/check/check-entry'
import type { ContractedAnswer } from '@vitrine/rights/contracted/write-answer'
import type { Change } from '@vitrine/rights/availability/repairs'
import type { ListAsked } from '../lists/list-table.ts'
import type { Actor, Facet, FacetCounts, Page, TitleCard } from '../contract.ts'
import type { DeliveryRow } from '@vitrine/store/rights/webhooks'
import type { LetterFate } from './letters.ts'

// ---------------------------------------------------------------- asking

/** What is asked of the book. Absent territory, media, languages: all there is. */
export interface RightsQuestion {
  territory?: string | string[] | undefined
  media?: string | string[] | undefined
  languages?: string | string[] | undefined
  cut?: string | null | undefined // 52, 90, 3x52, or several: '52, 90'; null: any
  from: string
  to: string | null // null: in perpetuity
  exclusive: boolean
}

/** A question with the films it is asked of. */
export interface AskRequest {
  question: RightsQuestion
  text?: string | undefined
  facets?: Partial<Record<Facet, string[]>> | undefined
  titleIds?: string[] | undefined
  cursor?: string | null | undefined
  limit?: number | undefined // 1..200, default 50
  asOf?: AsOf | undefined
  locale: Locale
}
export interface AskRow {
  card: TitleCard
  answer: Answer
  share: number // 0..1 of what was asked
  soonestFree: string | null // first day from which all of it can be had, for as long as was asked
}
export interface AskResult {
  question: QuestionInWords
  total: number
  counts: Record<Answer, number>
  rows: AskRow[]
  facets: FacetCounts[]
  nextCursor: string | null
  asOf: number // the change of the house that the answer knows
  today: string
  milliseconds: number // how long the book took
}
/** The question as the house understood it, in words and in codes. */
export interface QuestionInWords {
  territories: { text: string; leaves: string[] }
  media: { text: string; leaves: string[] }
  languages: { text: string; leaves: string[] }
  cut: string | null
  from: string
  to: string | null
  exclusive: boolean
}

/** What a reader has to say. `corrected` is the whole text with what was probably meant in place of the words. */
export interface ReadNote {
  code: string
  text: string
  start: number
  end: number
  suggestion: string | null
  corrected: string | null
}

/** A line that somebody typed ("SVOD, Poland + Baltics, from Jan 2027 …"), read. */
export interface ReadQuestionResult {
  question: RightsQuestion
  text: string // words left for finding films
  slots: string[] // lengths asked for, as the catalogue's facet calls them
  completions: string[] // what the word that is being typed may become
  words: QuestionInWords
  notes: ReadNote[]
  parts: { field: string; start: number; end: number; text: string }[]
}

// ---------------------------------------------------------------- one title

export interface RegionView {
  territories: { text: string; leaves: string[] }
  media: { text: string; leaves: string[] }
  languages: { text: string; leaves: string[]; except: string[] | null }
  cuts: string[] | null // null: all, but for `cutsExcept`
  /** Of all cuts, those made later included, all but these; null: all of them, or those of `cuts`. */
  cutsExcept: string[] | null
  cutText: string | null // null: all
  from: string | null
  to: string | null
  status: Status
  because: string[] // entry ids
  undated: boolean
}
/** A region of an answer. */
export interface AnsweredRegion extends RegionView {
  /** The first day from its own on at which all of it can be had as it was asked for; null: it can now, or never as far as the book goes. */
  freeFrom: string | null
}
export interface RepairView {
  changes: Change['kind'][]
  text: string
  question: RightsQuestion // the changed question, which is met in full
  cost: number
}
export interface AvailabilityView {
  titleId: string
  title: string
  cuts: string[]
  question: QuestionInWords
  answer: Answer
  share: number
  firstFullyMet: string | null
  regions: AnsweredRegion[]
  repairs: RepairView[]
  /** Every entry that a region names. A buyer gets none. */
  entries: Record<string, EntrySummary>
  asOf: number
  today: string
}

/** The book as of a day (which options live, what is past) and as it was recorded at a moment. */
export interface AsOf {
  today?: string | undefined
  recordedAt?: string | undefined // ISO instant
}

// ---------------------------------------------------------------- entries

export interface EntrySummary {
  id: string
  titleId: string
  title: string
  version: number
  kind: EntryKind
  status: EntryStatus
  exclusive: boolean
  party: string | null
  contract: string | null
  clause: string | null
  text: string // the boxes in plain words
  what: string // the same without their days
  firstDay: string | null
  lastDay: string | null
  expires: string | null
  undated: boolean
  updatedAt: string
}
export interface EntryView extends EntrySummary {
  terms: EntryTerms
  boxes: BoxInWords[]
  imposes: BoxInWords[]
  documents: EntryDocument[]
  history: EntryVersion[]
}
export interface BoxInWords {
  territories: { text: string; leaves: string[] }
  media: { text: string; leaves: string[] }
  languages: { text: string; leaves: string[] }
  cuts: string[] | null
  cutsExcept: string[] | null
  cutText: string | null
  from: string | null
  to: string | null
}
export interface EntryDocument {
  id: string
  fileName: string
  mediaType: string
  bytes: number
  at: string
  byName: string
}
export interface EntryVersion {
  version: number
  status: EntryStatus
  effective: string | null
  at: string
  byName: string
  verb: string
  note: string | null
  terms: EntryTerms
  text: string
}

/** A file that somebody takes with them. */
export interface TakenAway {
  fileName: string
  mediaType: string
  bytes: Uint8Array
  /** Of a table, how many there are in it. */
  rows?: number
}

/** An entry as a form or a program gives it: see packages/rights/src/book/read-book.ts, `readTerms`. */
export type EntryInput = Readonly<Record<string, unknown>>

export interface ObjectionView {
  code: ObjectionCode
  severity: 'refused' | 'warning'
  text: string // a sentence in the asked locale
  box: BoxInWords
  entries: EntrySummary[]
}
export interface CheckResult {
  verdict: 'clear' | 'warning' | 'refused'
  objections: ObjectionView[]
  text: string // the entry in plain words, as it was understood
  boxes: BoxInWords[]
  asOf: number
}
export interface SimulationView {
  check: CheckResult
  changes: { box: BoxInWords; before: Status; after: Status }[]
  before: RegionView[]
  after: RegionView[]
  staleLists: SentListSummary[]
  asOf: number
}
export interface ClauseRead {
  entry: EntryInput // what a form is filled with
  parts: { field: string; start: number; end: number; text: string; confidence: 'read' | 'assumed' | 'unclear' }[]
  notes: ReadNote[]
  unread: { start: number; end: number; text: string }[]
}

// ---------------------------------------------------------------- watching

export type WatchKind =
  | 'unreadable'
  | 'grant-ends'
  | 'licence-ends'
  | 'option-lapses'
  | 'undated-event'
  | 'sold-beyond-grant'
  | 'holdback-ends'
export interface WatchItem {
  kind: WatchKind
  day: string | null // when it happens; null: it waits
  outer: string | null // of what waits: the day by which it must have happened, or a window is over
  entry: EntrySummary
  detail: string // in the asked locale
}

/** Expressions as their member wrote them; empty: everywhere, all media. */
export interface Interest {
  territory: string
  media: string
}

// ---------------------------------------------------------------- sent lists

export interface SentListSummary {
  id: string
  token: string
  toName: string
  toCompany: string | null
  toEmail: string | null
  at: string
  byName: string
  titles: number
  question: QuestionInWords
  stale: boolean
  recalledAt: string | null
  openedAt: string | null
}
export interface SentListRow {
  titleId: string
  slug: string | null // null: the film has no public page now
  title: string
  answer: Answer
  share: number
  soonestFree: string | null
  /** What can be had, in words, as it was sent. */
  available: string[]
  director: string | null
  year: number | null
  minutes: string | null
}
export interface SentListView extends Omit<SentListSummary, 'titles' | 'stale'> {
  locale: Locale
  message: string | null
  rows: SentListRow[]
  house: string
}
export interface SentListChange {
  titleId: string
  title: string
  sent: Answer
  now: Answer
  /** Regions whose status is another than when the list was sent. */
  changes: { box: BoxInWords; before: Status; after: Status }[]
  /** Entries written since. */
  entries: EntrySummary[]
}

// ---------------------------------------------------------------- spreadsheets

export type { RightsColumn }
export interface ImportPreview {
  headings: string[]
  mapping: RightsColumn[]
  remembered: boolean
  rows: ImportRow[]
  counts: { good: number; doubtful: number; bad: number }
  fresh: number // entries that would be written
  unchanged: number // entries that are in the book already
  totals: number[] // rows below the list that add it up, and are left out
}
export interface ImportRow {
  row: number // as the spreadsheet numbers it
  cells: string[]
  film: string // what the row calls it
  titleId: string | null
  title: string | null
  entry: EntryInput | null
  text: string | null
  suggestions: { id: string; title: string }[] // films that may be meant, when none is known by that name
  unchanged: boolean
  problems: { column: RightsColumn | null; severity: 'bad' | 'doubtful'; message: string }[]
}

// ---------------------------------------------------------------- programs

export interface WebhookView {
  id: string
  url: string
  createdAt: string
  createdBy: string
  disabledAt: string | null // ended for good
  offAt: string | null // switched off, until it is switched on again
  oldSecretUntil: string | null // until when the secret before this one signs too
  waiting: number
  lastStatus: string | null
}

export type { DeliveryRow as DeliveryView } from '@vitrine/store/rights/webhooks'

export interface WebhookDelivery {
  id: string
  url: string
  secrets: string[] // each signs: the present one, and for a day the one before
  event: string
  body: unknown
  attempts: number // this one included
  at: string
}

export interface RightsVerbs {
  /** One line of the trade's language, read into a question. */
  readRightsQuestion(actor: Actor, args: { line: string; locale: Locale }): Promise<ReadQuestionResult>
  readClause(actor: Actor, args: { text: string; locale: Locale }): Promise<ClauseRead>
  /** Which films can be had, ranked: in full, in part by how much, else by how soon. */
  askAvailabilities(actor: Actor, args: AskRequest): Promise<AskResult>
  /** Full pictures of many films, in the contracted shape. */
  answerAvailabilities(
    actor: Actor,
    args: {
      question: RightsQuestion
      titleIds?: string[]
      today?: string | undefined
      recordedAt?: string | undefined
      cursor?: string | null
      limit?: number
    },
  ): Promise<{ asOf: string; titles: (ContractedAnswer & { name: string })[]; nextCursor: string | null }>
  /** One film's full picture: regions, reasons, repairs. `recordedAt` reads the book as it was recorded then. */
  viewAvailability(
    actor: Actor,
    args: { titleId: string; question: RightsQuestion; asOf?: AsOf; locale: Locale },
  ): Promise<AvailabilityView>
  /** What a buyer who is signed in may see of a public film, if the house wishes: no entries, no reasons. What is held for them can be had. */
  viewPublicAvailability(
    actor: Actor,
    args: { titleId: string; question: RightsQuestion; locale: Locale },
  ): Promise<
    Pick<AvailabilityView, 'answer' | 'share' | 'firstFullyMet' | 'question'> & {
      regions: Omit<RegionView, 'because'>[]
      /** The last day on which the house holds this for the buyer's own company; null where it holds nothing of it. */
      heldUntil: string | null
    }
  >

  /** `viewAvailability` as a table: its regions, or territory by medium on a day. */
  exportAvailability(
    actor: Actor,
    args: { titleId: string; question: RightsQuestion; asOf?: AsOf; table?: 'regions' | 'grid'; day?: string } & ListAsked,
  ): Promise<TakenAway>

  listEntries(
    actor: Actor,
    args: {
      titleId?: string
      kind?: EntryKind
      status?: EntryStatus
      text?: string
      contract?: string
      asOf?: AsOf
      cursor?: string | null
      limit?: number
      locale: Locale
    },
  ): Promise<Page<EntrySummary>>
  viewEntry(actor: Actor, args: { id: string; locale: Locale }): Promise<EntryView>
  /** Writes a draft: paper without effect, whatever it contradicts. */
  draftEntry(actor: Actor, args: { titleId: string; entry: EntryInput; note?: string | null; locale: Locale }): Promise<EntryView>
  /** Changes a draft. */
  redraftEntry(
    actor: Actor,
    args: { id: string; baseVersion: number; entry: EntryInput; note?: string | null; locale: Locale },
  ): Promise<EntryView>
  /** Signs a draft, checked on the committed book with its title locked; `rights-conflict` names what stands in the way. */
  signEntry(
    actor: Actor,
    args: { id: string; baseVersion: number; takesUp?: string[]; acceptWarnings?: boolean; note?: string | null; locale: Locale },
  ): Promise<EntryView>
  /** Drafts and signs in one go. */
  enterEntry(
    actor: Actor,
    args: {
      titleId: string
      entry: EntryInput
      takesUp?: string[]
      acceptWarnings?: boolean
      note?: string | null
      locale: Locale
    },
  ): Promise<EntryView>
  /** Other terms from a day on (null: from the beginning, a correction). What was before that day stays as it was. */
  amendEntry(
    actor: Actor,
    args: {
      id: string
      baseVersion: number
      entry: EntryInput
      effective: string | null
      acceptWarnings?: boolean
      note?: string | null
      locale: Locale
    },
  ): Promise<EntryView>
  /** Ends an entry on a day, the last on which it counts; a draft is rejected. */
  terminateEntry(
    actor: Actor,
    args: {
      id: string
      baseVersion: number
      lastDay: string | null
      acceptWarnings?: boolean
      note?: string | null
      locale: Locale
    },
  ): Promise<EntryView>
  /** Says when an event that windows wait for happened, or that a run was broadcast. */
  dateEntry(
    actor: Actor,
    args: { id: string; baseVersion: number; eventDate?: string; broadcast?: string; locale: Locale },
  ): Promise<EntryView>
  addEntryDocument(actor: Actor, args: { id: string; fileName: string; bytes: Uint8Array }): Promise<EntryDocument>
  openEntryDocument(actor: Actor, args: { id: string; documentId: string }): Promise<TakenAway>
  removeEntryDocument(actor: Actor, args: { id: string; documentId: string }): Promise<void>

  /** `effective`: only what holds from that day on is judged, as an amendment is. */
  checkRights(
    actor: Actor,
    args: { titleId: string; entry: EntryInput; replaces?: string[]; effective?: string | null; locale: Locale },
  ): Promise<CheckResult>
  simulateRights(
    actor: Actor,
    args: { titleId: string; entry: EntryInput; replaces?: string[]; effective?: string | null; locale: Locale },
  ): Promise<SimulationView>

  watchRights(actor: Actor, args: { days?: number; locale: Locale }): Promise<WatchItem[]>
  /** A secret address for a calendar program; making a new one ends the old one. */
  startRightsCalendar(actor: Actor): Promise<{ token: string }>
  rightsCalendar(actor: Actor, args: { token: string; locale: Locale }): Promise<string> // iCalendar
  /** Writes this week's letters about what is coming, unless they are written; answers how many. */
  writeRightsDigest(actor: Actor): Promise<number>
  /** The territories and media that a member buys for, so that a film's page says what can be had there. */
  viewInterest(actor: Actor): Promise<Interest>
  changeInterest(actor: Actor, args: Interest): Promise<void>

  /** What a list would say if it were sent now. */
  previewAvailabilities(
    actor: Actor,
    args: { question: RightsQuestion; titleIds: string[]; locale: Locale },
  ): Promise<{ question: QuestionInWords; rows: SentListRow[] }>
  sendAvailabilities(
    actor: Actor,
    args: {
      question: RightsQuestion
      titleIds: string[]
      toName: string
      toCompany?: string | null
      toEmail?: string | null
      message?: string | null
      locale: Locale
    },
  ): Promise<SentListView>
  /** Those that are no longer true first, recalled ones last. `counts.stale`: how many are no longer true. */
  listSentLists(
    actor: Actor,
    args: { cursor?: string | null; locale: Locale },
  ): Promise<Page<SentListSummary> & { counts: { all: number; stale: number } }>
  /** Whoever has the link. */
  viewSentList(actor: Actor, args: { token: string }): Promise<SentListView>
  /** As it was sent, in its own language; whoever has the link. */
  printSentList(actor: Actor, args: { token: string; paper: 'a4' | 'letter'; forPrinters?: boolean }): Promise<Uint8Array>
  exportSentList(
    actor: Actor,
    args: { token: string; format: 'csv' | 'xlsx' },
  ): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }>
  /** What of a list is no longer true. */
  compareSentList(
    actor: Actor,
    args: { id: string; locale: Locale },
  ): Promise<{
    list: SentListSummary
    listLocale: Locale
    titleIds: string[]
    changes: SentListChange[]
    letter: LetterFate | null // the one that brought it
  }>
  recallSentList(actor: Actor, args: { id: string }): Promise<void>

  listWebhooks(actor: Actor): Promise<WebhookView[]>
  addWebhook(actor: Actor, args: { url: string }): Promise<{ webhook: WebhookView; secret: string }> // the secret is shown once
  viewWebhook(actor: Actor, args: { id: string }): Promise<WebhookView>
  /** Another address, off or on again; what is left out stays. */
  changeWebhook(actor: Actor, args: { id: string; url?: string | undefined; on?: boolean | undefined }): Promise<WebhookView>
  /** `keepOld`: for a day each message is signed with the old secret too. The new one is shown once. */
  renewWebhookSecret(actor: Actor, args: { id: string; keepOld: boolean }): Promise<{ webhook: WebhookView; secret: string }>
  removeWebhook(actor: Actor, args: { id: string }): Promise<void>
  listDeliveries(actor: Actor, args: { id: string; cursor?: string | null }): Promise<Page<DeliveryRow>>
  /** Sends an event that tells of nothing. */
  testWebhook(actor: Actor, args: { id: string }): Promise<void>
  /** What is due to be sent, for the server that sends it: nobody else gets it meanwhile. */
  takeDeliveries(actor: Actor): Promise<WebhookDelivery[]>
  noteDelivery(actor: Actor, args: { id: string; attempts: number; taken: boolean; status: string }): Promise<void>

  /** What every row of a rights spreadsheet (CSV, XLSX) would become. `titles`: which film is meant by a name that the catalogue does not know. */
  previewRightsImport(
    actor: Actor,
    args: { fileName: string; bytes: Uint8Array; mapping?: RightsColumn[]; titles?: Record<string, string>; locale: Locale },
  ): Promise<ImportPreview>
  /** All rows or none. */
  importRights(
    actor: Actor,
    args: {
      fileName: string
      bytes: Uint8Array
      mapping: RightsColumn[]
      titles?: Record<string, string>
      acceptWarnings?: boolean
      locale: Locale
    },
  ): Promise<{ entries: number; titles: number; unchanged: number }>
  /** JSON is whole: `columns` is of the spreadsheets. */
  exportRights(
    actor: Actor,
    args: { format: 'json' | 'csv' | 'xlsx'; columns?: readonly string[] | null | undefined; titleId?: string; locale: Locale },
  ): Promise<TakenAway>
}
