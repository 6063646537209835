/**
 * The house's verbs, as the site, the desk, the API and the command line see them.
 *
 * Every verb takes the actor first; every verb asks the policy table (policies/) before it does anything; every verb that
 * writes does so in one transaction with its audit line. Failures are `HouseError`s of the closed list in errors.ts.
 */
import type { Locale } from '@vitrine/messages'
import type { CatalogueVerbs } from './contract/catalogue.ts'
import type { ExchangeVerbs } from './contract/exchange.ts'
import type { ExportScheduleVerbs } from './contract/export-schedules.ts'
import type { IntakeVerbs, TitleKept } from './contract/intake.ts'
import type { MovingVerbs } from './contract/moving.ts'
import type { CompanyFields, ContactFields, ContactVerbs, MarketFields, MeetingFields } from './contract/contacts.ts'
import type { LostReason } from '@vitrine/deals/states/lost-reasons'
import type { AccountsSettings, AfterVerbs, Billing } from './contract/after.ts'
import type { DealVerbs, RequestVerbs } from './contract/deals.ts'
import type { InboxVerbs } from './contract/inbox.ts'
import type { ListVerbs } from './contract/lists.ts'
import type { LetterVerbs } from './contract/letters.ts'
import type { MailTemplateVerbs } from './contract/mail-templates.ts'
import type { MatchVerbs } from './contract/match.ts'
import type { PaperVerbs } from './contract/papers.ts'
import type { ProducerSettings, ProducerVerbs } from './contract/producers.ts'
import type { ReelVerbs } from './contract/reels.ts'
import type { KeyedRequest, RunAnswer } from './once-only.ts'
import type { VisitorsKept } from './retention.ts'
import type { RoomVerbs } from './contract/room.ts'
import type { ScreenerVerbs } from './contract/screeners.ts'
import type { MarkedCopyVerbs } from './contract/marked-copies.ts'
import type { TraceVerbs } from './contract/traces.ts'
import type { EntryInput, RightsQuestion, RightsVerbs } from './contract/rights.ts'
import type {
  IdentifierCheck,
  IdentifierKind,
  LanguageVersion,
  Picture,
  Reading,
  TitleSheet,
  TitleStatus,
} from '@vitrine/catalogue'

// ---------------------------------------------------------------- who acts

export const ROLES = ['owner', 'rights', 'sales', 'editor', 'buyer', 'producer'] as const
export type Role = (typeof ROLES)[number]
export const STAFF_ROLES = ['owner', 'rights', 'sales', 'editor'] as const

/** Who asks. A visitor has no user; a key acts for its owner with its scopes; `system` is the house itself (migrations, jobs). */
export interface Actor {
  kind: 'visitor' | 'user' | 'key' | 'system'
  userId: string | null
  name: string
  role: Role | 'visitor' | 'system'
  scopes: Scope[] | null // null: no restriction beyond the role
  /** Of a buyer: whose room they sit in, and what they may do there for it. */
  companyId?: string | null
  companyRole?: CompanyRole | null
  /** In which they are written to; null: that of the house. */
  locale?: Locale | null
}
/** 'lead' answers for a company: accepts, signs, lets colleagues in. 'colleague' looks and keeps. */
export type CompanyRole = 'lead' | 'colleague'
export const SCOPES = [
  'titles:read',
  'titles:write',
  'sheets:read',
  'house:read',
  'house:write',
  'audit:read',
  'rights:read',
  'rights:write',
  'deals:read',
  'deals:write',
  'contacts:read',
  'contacts:write',
] as const
export type Scope = (typeof SCOPES)[number]

// ---------------------------------------------------------------- finding films

export const FACETS = [
  'theme',
  'slot',
  'year',
  'country',
  'version',
  'festival',
  'director',
  'genre',
  'collection',
  'status',
] as const
export type Facet = (typeof FACETS)[number]
export interface FacetValue {
  value: string
  count: number
  selected: boolean
} // value: a code or a slug; names come from messages, or `name`
export interface FacetCounts {
  facet: Facet
  values: (FacetValue & { name: string | null })[]
}

export interface BrowseRequest {
  text?: string
  facets?: Partial<Record<Facet, string[]>> // several values of one facet: any of them; several facets: all of them
  sort?: 'relevance' | 'newest' | 'title' | 'year' | 'updated'
  cursor?: string | null
  limit?: number // 1..100, default 24
  locale: Locale
}
export interface BrowseResult {
  total: number
  cards: TitleCard[]
  facets: FacetCounts[]
  nextCursor: string | null
  asOf: number
  readAs?: Record<string, string[]> // misspelt words and what they were read as
  allWords?: boolean // false: no film has all the words; these have some
}

export interface PictureRef {
  id: string
  width: number
  height: number
  alt: string
  colour: string | null
  focus: { x: number; y: number } | null
  credit: string | null
}

/** What a list shows of a film. Texts are in the asked locale where the sheet has it, else in the sheet's own language. */
export interface TitleCard {
  id: string
  slug: string
  status: TitleStatus
  revision: number
  title: string
  originalTitle: string | null
  hook: string | null // logline, else lead, else the start of the synopsis
  year: number | null
  cuts: { minutes: number; episodes: number | null }[]
  directors: string[]
  countries: string[]
  versions: string[] // language tags on offer
  themes: string[]
  festivals: number
  poster: PictureRef | null
  still: PictureRef | null
  updatedAt: string // ISO instant
}

export interface Suggestion {
  kind: 'title' | 'person' | 'company' | 'festival' | 'collection' | 'place' | 'theme'
  text: string
  slug: string
  detail: string | null
  picture: PictureRef | null
}

// ---------------------------------------------------------------- one film

export interface StoredTitle {
  id: string
  slug: string
  status: TitleStatus
  revision: number
  sheet: TitleSheet
  createdAt: string
  updatedAt: string
  publishedAt: string | null
}
export interface TitleView extends StoredTitle {
  /** Set when the film was asked for under a former slug: the page must redirect (301) to `slug`. */
  moved: boolean
  related: TitleCard[]
  people: { name: string; slug: string }[]
  companies: { name: string; slug: string }[]
  festivalSlugs: Record<string, string> // festival name → slug
  collections: { slug: string; name: string }[]
}

export interface Revision {
  revision: number
  at: string
  by: string
  verb: string
  note: string | null
  changedFields: string[]
}
export interface FieldChange {
  path: string
  before: unknown
  after: unknown
}

/** As many titles are published or withdrawn in one action; also how many can be chosen at the desk. */
export const MOST_TITLES_AT_ONCE = 1000
/** Why a title of many stayed as it was. */
export const HELD_REASONS = [
  'not-found',
  'not-allowed',
  'revision-changed',
  'no-text',
  'no-length',
  'copy-errors',
  'unchecked-sheet',
] as const
export type HeldReason = (typeof HELD_REASONS)[number]
/** What became of one title of many. `before` and `revision` are what `turnTitlesBack` undoes it with. */
export interface TurnedTitle {
  id: string
  title: string | null
  outcome: 'turned' | 'unchanged' | 'held'
  reasons: HeldReason[]
  before: TitleStatus | null
  revision: number | null
}

/** The answer to an edit. `conflict` carries what the other person saved meanwhile; nothing of either is lost: the mine is kept as `savedDraftId`. */
export type EditAnswer =
  | { outcome: 'saved'; title: StoredTitle }
  | { outcome: 'unchanged'; title: StoredTitle }
  | {
      outcome: 'conflict'
      title: StoredTitle
      by: string
      at: string
      theirs: FieldChange[]
      mine: FieldChange[]
      clashing: string[]
      savedDraftId: string
    }

// ---------------------------------------------------------------- sheets coming in

/** A file that is read and not kept. `language` (BCP 47): what it is known to be written in. */
export interface FileToLookAt {
  bytes: Uint8Array
  fileName: string | null
  language: string | null
}

/** One finding of the copy desk, as contracted (`vitrine sheet check --json`). */
export interface CopyFinding {
  code: string
  severity: 'error' | 'warning' | 'hint'
  start: number
  end: number
  text: string
  suggestion: string | null
  message: string
  field: string | null
  params: Record<string, string | number>
}

/** A sheet that was dropped at the desk: the source stands beside what was read of it. */
export interface DroppedSheet {
  id: string
  fileName: string | null
  mediaType: string
  text: string // the source as text: offsets of `reading.provenance` and `findings` point into it
  reading: Reading
  findings: CopyFinding[]
  proposed: TitleSheet
  titleId: string | null // once it became a title
  duplicateOf: { id: string; slug: string; title: string } | null
  /** What it would change in that title, as it was read. */
  changes: FieldChange[]
  /** The revision of that title that `changes` speak of: sent back as `baseRevision`. */
  revision: number | null
  receivedAt: string
}

export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'needs-an-eye' | 'failed'
export interface ImportItem {
  file: string
  part: number
  title: string | null
  titleId: string | null
  outcome: ImportOutcome
  reason: string | null
  warnings: number
}
export interface ImportProgress {
  done: number
  total: number | null
  bytes: number
  perSecond: number
  secondsLeft: number | null
}
/** An import of sheets, as it is listed. */
export interface SheetImport {
  id: string
  at: string
  by: string
  created: number
  changed: number
  /** Sheets of it that still wait for somebody. */
  waiting: number
  undoneAt: string | null
}
export interface ImportUndone {
  /** New titles that are gone again. */
  removed: number
  /** Titles that say again what they said. */
  restored: number
  /** Titles that the import itself had published, and that the public sees no longer. */
  withdrawn: number
  /** Sheets that waited for somebody and wait no longer. */
  waiting: number
  kept: TitleKept[]
}
export interface ImportReport {
  id: string
  created: number
  updated: number
  unchanged: number
  needsAnEye: number
  failed: number
  items: ImportItem[]
}

// ---------------------------------------------------------------- the house itself

/** The pages on which a logo without a ground of its own would not be seen: those on dark paper, those on light, or none. */
export type LogoTone = 'dark' | 'light' | null

export interface HouseSettings {
  name: string
  strapline: Partial<Record<Locale, string>>
  about: Partial<Record<Locale, string>>
  legalNotice: Partial<Record<Locale, string>> // who publishes the site and hosts it; plain paragraphs
  contactEmail: string | null
  address: string | null
  logoId: string | null
  logoTone: LogoTone // found when the logo is chosen
  accent: string // #rrggbb
  typeface: 'fraunces' | 'newsreader' | 'archivo' | 'bricolage'
  defaultLocale: Locale
  demonstration: boolean // true: every page says that the house and its films are invented
  featured: string[] // title ids
  publicAvailability: boolean // a buyer who is signed in sees on a film's page what can be had
  digestDay: number | null // of the week (1 is Monday) on which owners and rights get what is coming by mail; null: never
  timeZone: string // IANA; in which the days of tasks begin and end
  papers: PaperSettings
  producers: ProducerSettings
  kept: VisitorsKept
}
/** What stands in contracts of the house, and who lets them out. */
export interface PaperSettings {
  legalName: string | null // as it signs; null: its name
  signatory: string | null
  law: string | null // the country whose law applies
  court: string | null // the place of the courts
  approvalAbove: { currency: string; minor: number } | null // above it a second person must approve; null: nobody must
  linkDays: number // how long a signing link works
  keepIp: boolean // whether a signature keeps the internet address it came from
}
export interface Collection {
  slug: string
  name: Partial<Record<Locale, string>>
  intro: Partial<Record<Locale, string>>
  picture: PictureRef | null
  count: number
}
/** A collection as it is saved. `position` is its place among the others; without one it keeps its place, or comes last. */
export type SavedCollection = Omit<Collection, 'count' | 'picture'> & { pictureId: string | null; position?: number }
export type DeletedCollection = Required<SavedCollection>
export interface Shortlist {
  token: string
  name: string | null
  note: string | null
  createdAt: string
  cards: TitleCard[]
  mine: boolean
}
export interface PersonPage {
  slug: string
  name: string
  roles: string[]
  cards: TitleCard[]
  biography: string | null
}
export interface CompanyPage {
  slug: string
  name: string
  cards: TitleCard[]
}
export interface FestivalPage {
  slug: string
  name: string
  entries: { card: TitleCard; year: number | null; section: string | null; award: string | null }[]
}
export interface HomeView {
  featured: TitleCard[]
  newest: TitleCard[]
  collections: Collection[]
  total: number
}
export interface HouseUser {
  id: string
  name: string
  email: string
  role: Role
  createdAt: string
  lastSeenAt: string | null
  companyId: string | null // of a buyer
  companyRole: CompanyRole | null
  disabled: boolean
  locale: Locale | null // in which they are written to; null: that of the house
}
export interface ApiKey {
  id: string
  name: string
  scopes: Scope[]
  prefix: string
  createdAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}
export interface AuditLine {
  seq: number
  at: string
  actor: string
  actorId: string | null
  verb: string
  subject: string
  subjectId: string | null
  detail: Record<string, unknown>
}
/** `brokenAt` is the first line that is not as written (or missing); null when the trail is whole. */
export interface AuditVerdict {
  whole: boolean
  lines: number
  brokenAt: number | null
  reason: 'changed' | 'missing' | 'cut-off' | 'sheet-changed' | null
}
export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/** What '@vitrine/demonstration' exports: invented films, with pictures that are painted when asked. */
export interface DemonstrationRequest {
  kind: 'screener' | 'terms' | 'other'
  films: readonly string[]
  person: { name: string; email: string; company: string }
  message: string
  wishes: { territory: string; media: string; exclusive: boolean; months: number } | null
}
/** One sale, as far as it has come: its rights from a day on for some months, at prices in whole units of the currency. */
export interface DemonstrationDeal {
  company: string
  currency: string
  lines: readonly {
    film: string
    territory: string
    media: string
    exclusive: boolean
    runs: number | null
    fromInDays: number
    months: number
    price: number
  }[]
  /** `invoiced`: signed, its first half is invoiced; `completed`: everything was delivered, invoiced and paid. */
  state: 'open' | 'drafted' | 'offered' | 'agreed' | 'signed' | 'invoiced' | 'completed' | 'lost'
  standsDays: number // how many days its offer stands
  package: boolean // one price for all its films
  likelihood: number | null
  /** In how many days it is hoped to be signed. */
  closesInDays: number | null
  /** So many days ago it was opened; its days count from then. */
  daysAgo: number
  /** Who sees to it: the address of one of the seats. */
  agent: string | null
  /** Why it was lost. */
  reason?: LostReason
}
/** Who sits in it beside its owner: somebody of the house, a buyer who answers for a company, a producer of some films. */
export type DemonstrationSeat = { name: string; email: string } & (
  | { role: 'rights' | 'sales' | 'editor' }
  | { role: 'buyer'; company: string }
  | { role: 'producer'; films: readonly string[] }
)
export interface Demonstration {
  settings: HouseSettings
  collections: {
    slug: string
    name: Record<Locale, string>
    intro: Record<Locale, string>
    picture: { film: string; name: string }
  }[]
  films: DemonstrationFilm[]
  featured: string[] // slugs of films
  /** The rights book: what was entered, the lists that were sent, and what was entered since. */
  entries: readonly { film: string; entry: EntryInput }[]
  lists: readonly { toName: string; toCompany: string; question: RightsQuestion; films: readonly string[] }[]
  entriesSince: readonly { film: string; entry: EntryInput }[]
  /** Whom it deals with, what is to be done for them, and where they meet: companies, people and films by their names and slugs. */
  companies: readonly {
    company: { name: string } & Partial<CompanyFields>
    people: readonly ({ name: string } & Partial<ContactFields>)[]
    notes: readonly string[]
  }[]
  tasks: readonly { company: string; text: string; inDays: number }[]
  markets: readonly {
    market: MarketFields
    meetings: readonly (Pick<MeetingFields, 'day' | 'fromMinute' | 'toMinute' | 'place' | 'about'> & {
      company: string
      people: readonly string[]
      films: readonly string[]
    })[]
  }[]
  /** What it is selling; companies and films by their names and slugs, prices in whole units of their currency, days from today. */
  requests?: readonly DemonstrationRequest[]
  deals?: readonly DemonstrationDeal[]
  seats?: readonly DemonstrationSeat[]
  /** Who issues its invoices, to whom they are made out, and what a euro buys. */
  accounts?: {
    house: Partial<Omit<AccountsSettings, 'seller'>> & { seller: Partial<AccountsSettings['seller']> & { name: string } }
    billing: readonly ({ company: string } & Partial<Billing>)[]
    rates: Readonly<Record<string, string>>
  }
  paintPictures(
    films: readonly DemonstrationFilm[],
  ): AsyncIterable<{ film: string; picture: Omit<Picture, 'id'>; name: string; bytes: Uint8Array }>
}
export interface DemonstrationFilm {
  slug: string
  sheet: TitleSheet
  pictures: (Omit<Picture, 'id'> & { name: string })[]
  publishedOn: string
}

export interface House
  extends
    RightsVerbs,
    LetterVerbs,
    MailTemplateVerbs,
    ContactVerbs,
    MatchVerbs,
    PaperVerbs,
    AfterVerbs,
    DealVerbs,
    ListVerbs,
    RequestVerbs,
    RoomVerbs,
    ScreenerVerbs,
    TraceVerbs,
    MarkedCopyVerbs,
    ProducerVerbs,
    IntakeVerbs,
    ExportScheduleVerbs,
    ExchangeVerbs,
    CatalogueVerbs,
    MovingVerbs,
    ReelVerbs,
    InboxVerbs {
  readonly id: string

  // The site
  home(actor: Actor, args: { locale: Locale }): Promise<HomeView>
  browse(actor: Actor, args: BrowseRequest): Promise<BrowseResult>
  suggest(actor: Actor, args: { text: string; locale: Locale; limit?: number }): Promise<Suggestion[]>
  viewTitle(actor: Actor, args: { slug?: string; id?: string; locale: Locale }): Promise<TitleView>
  viewPerson(actor: Actor, args: { slug: string; locale: Locale }): Promise<PersonPage>
  viewCompany(actor: Actor, args: { slug: string; locale: Locale }): Promise<CompanyPage>
  viewFestival(actor: Actor, args: { slug: string; locale: Locale }): Promise<FestivalPage>
  listCollections(actor: Actor, args: { locale: Locale }): Promise<Collection[]>
  viewCollection(actor: Actor, args: { slug: string; locale: Locale }): Promise<Collection & { cards: TitleCard[] }>
  /** Index pages: every person, company or festival of the published catalogue, by name. */
  listNames(
    actor: Actor,
    args: { kind: 'person' | 'company' | 'festival'; locale: Locale },
  ): Promise<{ name: string; slug: string; count: number }[]>
  /** Slugs and change times of all published titles and pages, for the sitemap and the feed. */
  listForSitemap(
    actor: Actor,
  ): Promise<{ kind: 'title' | 'person' | 'company' | 'festival' | 'collection'; slug: string; updatedAt: string }[]>
  printOneSheet(
    actor: Actor,
    args: { slug: string; locale: Locale; paper: 'a4' | 'letter'; forPrinters?: boolean },
  ): Promise<{ pdf: Uint8Array; fileName: string; etag: string }>
  printShortlist(
    actor: Actor,
    args: { token: string; locale: Locale; paper: 'a4' | 'letter'; forPrinters?: boolean },
  ): Promise<{ pdf: Uint8Array; fileName: string }>
  /** JSON-LD `Movie`, ready for a script element or the API. */
  describeTitle(actor: Actor, args: { slug: string; locale: Locale; origin: string }): Promise<Record<string, unknown>>

  // Shortlists: a visitor's secret `editKey` lets them change it; the `token` in the link only shows it
  startShortlist(actor: Actor, args: { name?: string | null; titleIds: string[] }): Promise<{ token: string; editKey: string }>
  viewShortlist(actor: Actor, args: { token: string; editKey?: string | null; locale: Locale }): Promise<Shortlist>
  listKept(actor: Actor, args: { token: string }): Promise<string[]> // ids alone, for the marks on every page; none for a list that is no more
  changeShortlist(
    actor: Actor,
    args: { token: string; editKey: string; add?: string[]; remove?: string[]; name?: string | null; note?: string | null },
  ): Promise<void>

  // The desk: titles
  listTitles(actor: Actor, args: BrowseRequest): Promise<BrowseResult>
  openTitle(
    actor: Actor,
    args: { id: string },
  ): Promise<
    StoredTitle & {
      findings: CopyFinding[]
      sources: { id: string; fileName: string | null; receivedAt: string }[]
      missing: string[]
    }
  >
  createTitle(actor: Actor, args: { sheet: TitleSheet; note?: string | null }): Promise<StoredTitle>
  editTitle(
    actor: Actor,
    args: { id: string; baseRevision: number; sheet: TitleSheet; note?: string | null },
  ): Promise<EditAnswer>
  publishTitle(actor: Actor, args: { id: string; baseRevision: number }): Promise<StoredTitle>
  withdrawTitle(actor: Actor, args: { id: string; baseRevision: number }): Promise<StoredTitle>
  /** Many at once, each judged alone: what must not go stays, and the answer says why. */
  turnTitles(
    actor: Actor,
    args: { to: 'published' | 'withdrawn'; titles: { id: string; baseRevision: number }[] },
  ): Promise<TurnedTitle[]>
  turnTitlesBack(
    actor: Actor,
    args: { titles: { id: string; revision: number; before: TitleStatus }[] },
  ): Promise<{ back: number; left: number }> // undo of turnTitles
  renameSlug(actor: Actor, args: { id: string; slug: string }): Promise<StoredTitle>
  listRevisions(actor: Actor, args: { id: string }): Promise<Revision[]>
  viewRevision(actor: Actor, args: { id: string; revision: number }): Promise<{ revision: Revision; sheet: TitleSheet }>
  compareRevisions(actor: Actor, args: { id: string; from: number; to: number }): Promise<FieldChange[]>
  restoreRevision(actor: Actor, args: { id: string; revision: number; baseRevision: number }): Promise<StoredTitle>
  /** Who else has this title open at the desk; also says that the actor has. Forgotten after a minute of silence. */
  notePresence(actor: Actor, args: { id: string }): Promise<{ name: string; since: string }[]>
  listUnsavedDrafts(
    actor: Actor,
    args: { id: string },
  ): Promise<{ id: string; at: string; by: string; baseRevision: number; sheet: TitleSheet }[]>
  /** Lets an unsaved draft go, once it has been merged or is not wanted. */
  discardUnsavedDraft(actor: Actor, args: { id: string; draftId: string }): Promise<void>
  /** Whose own film it is. */
  listProducers(actor: Actor, args: { id: string }): Promise<{ id: string; name: string }[]>
  /** The producers whose own a film can be. */
  listProducerMembers(actor: Actor): Promise<{ id: string; name: string }[]>
  /** Says whose own film it is: these producers see it in any state. */
  assignProducer(actor: Actor, args: { id: string; userIds: string[] }): Promise<void>
  addPicture(
    actor: Actor,
    args: {
      id: string
      baseRevision: number
      bytes: Uint8Array
      kind: Picture['kind']
      caption: Record<string, string>
      credit: string | null
    },
  ): Promise<StoredTitle>
  checkSheet(actor: Actor, args: { sheet: TitleSheet }): Promise<{ findings: CopyFinding[]; missing: string[] }>

  // The desk: sheets
  /** The facts of one sheet, as `vitrine sheet read --json`; nothing is stored. */
  readSheetFile(actor: Actor, args: FileToLookAt): Promise<Reading>
  /** What a good editor would correct in a sheet, as `vitrine sheet check --json`; nothing is stored. */
  checkSheetFile(actor: Actor, args: FileToLookAt): Promise<{ findings: CopyFinding[] }>
  /** An identifier of a film: right or not, in the form that the house keeps, and with its check characters; nothing is stored. */
  checkIdentifier(actor: Actor, args: { value: string; kind: IdentifierKind | null }): Promise<IdentifierCheck>
  dropSheet(actor: Actor, args: { bytes: Uint8Array; fileName: string | null }): Promise<DroppedSheet[]> // one per film found in the file
  openDroppedSheet(actor: Actor, args: { id: string }): Promise<DroppedSheet>
  listDroppedSheets(
    actor: Actor,
    args: { cursor?: string | null },
  ): Promise<
    Page<
      Omit<DroppedSheet, 'text' | 'reading' | 'findings' | 'proposed' | 'changes' | 'revision'> & {
        title: string
        warnings: number
        needs: string | null
      }
    >
  >
  /** The editor's corrected sheet becomes a draft title; the source stays attached. */
  acceptDroppedSheet(
    actor: Actor,
    args: { id: string; sheet: TitleSheet; intoTitleId?: string | null; baseRevision?: number | null },
  ): Promise<StoredTitle>
  discardDroppedSheet(actor: Actor, args: { id: string }): Promise<void>
  restoreDroppedSheet(actor: Actor, args: { id: string }): Promise<void> // undo of discard
  writeSheet(actor: Actor, args: { id: string; language: string; format: 'text' | 'markdown' | 'html' }): Promise<string>
  /**
   * Any number of files; may be stopped at any moment and run again: the same file never makes a second title. What would change a title, or
   * may be one already, waits at the desk; with `update` what only imports wrote is changed at once. `continues`: the id of one that goes on.
   */
  importSheets(
    actor: Actor,
    args: {
      files: AsyncIterable<{ path: string; bytes: Uint8Array }>
      total: number | null
      publish?: boolean
      update?: boolean
      continues?: string | null
      onProgress?: (p: ImportProgress) => void
      signal?: AbortSignal
    },
  ): Promise<ImportReport>
  /** Imports of sheets, the newest first. */
  listImports(actor: Actor, args: { cursor?: string | null }): Promise<Page<SheetImport>>
  /** Takes one back; what somebody did since stays. Once more is nothing. */
  undoImport(actor: Actor, args: { id: string }): Promise<ImportUndone>
  exportTitles(
    actor: Actor,
    args: { format: 'json' | 'text' | 'markdown' | 'html' | 'csv'; language?: string },
  ): AsyncIterable<{ fileName: string; content: string }>

  // The desk: the house
  viewSettings(actor: Actor): Promise<HouseSettings>
  changeSettings(actor: Actor, args: { settings: Partial<HouseSettings> }): Promise<HouseSettings>
  storeLogo(actor: Actor, args: { bytes: Uint8Array }): Promise<HouseSettings>
  saveCollection(actor: Actor, args: { collection: SavedCollection }): Promise<Collection>
  /** Takes a collection away; its films stay, and still name it. Saving what comes back, with its place, undoes it. */
  deleteCollection(actor: Actor, args: { slug: string }): Promise<DeletedCollection>
  listUsers(actor: Actor): Promise<HouseUser[]>
  addUser(actor: Actor, args: { name: string; email: string; role: Role }): Promise<HouseUser>
  changeUser(actor: Actor, args: { id: string; role?: Role; name?: string; disabled?: boolean }): Promise<HouseUser>
  /** One's own name, as the house and its trail show it. */
  renameMyself(actor: Actor, args: { name: string }): Promise<HouseUser>
  /** The language in which one is written to; null: that of the house. */
  chooseMyLanguage(actor: Actor, args: { locale: Locale | null }): Promise<HouseUser>
  listKeys(actor: Actor): Promise<ApiKey[]>
  issueKey(actor: Actor, args: { name: string; scopes: Scope[] }): Promise<{ key: ApiKey; secret: string }> // the secret is shown once
  revokeKey(actor: Actor, args: { id: string }): Promise<void>
  actorForKey(secret: string): Promise<Actor | null>
  actorForUser(userId: string): Promise<Actor | null>
  actorForSession(token: string): Promise<Actor | null> // a session's own token, its signature already checked
  readAudit(
    actor: Actor,
    args: { cursor?: string | null; subjectId?: string; verb?: string; limit?: number },
  ): Promise<Page<AuditLine>>
  /** Walks the whole trail and says whether every line is as it was written, and none is missing. */
  verifyAudit(actor: Actor): Promise<AuditVerdict>

  // Files
  openPicture(
    actor: Actor,
    args: { id: string; width: number; format: 'avif' | 'webp' | 'jpeg' },
  ): Promise<{ bytes: Uint8Array; mediaType: string; etag: string }>

  /** Fills an empty house with its demonstration; may be stopped at any moment and run again. */
  seedDemonstration(
    actor: Actor,
    args: {
      demonstration: Demonstration
      onProgress?: (p: { done: number; total: number; title: string }) => void
      signal?: AbortSignal
    },
  ): Promise<{ created: number; unchanged: number }>

  /**
   * Runs a request that its asker named with a key, or gives back what `run` had for keeping the first time. Who asks, and whether they may, is
   * for `run` and its verbs: this knows one asker from another, and no more.
   */
  answerOnce<T extends RunAnswer>(request: KeyedRequest, run: () => Promise<T>): Promise<T | { replayed: string }>
  /** Forgets what was answered more than a day ago, and says how many answers that were. */
  forgetKeptAnswers(): Promise<number>
  /** Grows with every change of the house that is stored; two pages made at the same number are the same page. */
  changeSequence(): Promise<number>
  /**
   * Said by the readiness check: the database answers and takes writes, so does the disk of the files.
   * `unreadableEntries`: entries of the rights book of which this server's copy leaves lines out; the desk's Watch names them.
   */
  health(): Promise<{
    database: 'up' | 'full' | 'down'
    files: 'up' | 'full' | 'down'
    catalogue: number
    unreadableEntries: number
  }>
  close(): Promise<void>
}

export type VersionLanguage = LanguageVersion['language']
