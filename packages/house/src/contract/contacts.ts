/** Whom the house deals with: companies, the people in them, what is noted and due, markets and meetings. */
import type { LostReason } from '@vitrine/deals/states/lost-reasons'
import type { CompanyKind, Slot, Wish } from '@vitrine/deals/company/profile'
import type { ContactColumn } from '@vitrine/deals/company/contact-row'
import type { DuplicateReason } from '@vitrine/deals/company/duplicates'
import type { MergedField, Wins } from '@vitrine/deals/company/merge-fields'
import type { Locale } from '@vitrine/messages'
import type { Actor, Page } from '../contract.ts'
import type { TakenAway } from './rights.ts'

export { COMPANY_KINDS } from '@vitrine/deals/company/profile'
export type { CompanyKind, Slot, Wish }

// ---------------------------------------------------------------- companies and people

/** A company as a form gives it; expressions and slots as they are written. */
export interface CompanyFields {
  name: string
  kinds: CompanyKind[]
  country: string | null // ISO 3166-1
  channels: string[]
  territory: string
  media: string
  languages: string
  slots: string[] // one a line: "52' current affairs"
  address: string | null
  phone: string | null
  web: string | null
}
export interface CompanyView extends Omit<CompanyFields, 'territory' | 'media' | 'languages' | 'slots'> {
  id: string
  revision: number
  territory: Wish | null
  media: Wish | null
  languages: Wish | null
  slots: Slot[]
  createdAt: string
  updatedAt: string
  updatedBy: string
}
export interface CompanyLine {
  id: string
  name: string
  kinds: CompanyKind[]
  country: string | null
  territory: string | null
  people: number
  updatedAt: string
}

export const CONTACT_CHANNELS = ['email', 'phone', 'post', 'none'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]
/** Whether the person agreed to be written to beyond the business at hand (newsletters, invitations). */
export const CONSENTS = ['unasked', 'given', 'refused'] as const
export type Consent = (typeof CONSENTS)[number]

export interface ContactFields {
  name: string
  companyId: string | null
  email: string | null
  phone: string | null
  role: string | null
  locale: Locale // in which the house writes to them
  languages: string // spoken: "en, fr"
  channel: ContactChannel | null // how they like to be reached
  consent: Consent
  consentOn: string | null // the day on which it was given or refused
  purpose: string // why the house keeps them
  keptUntil: string | null // a day; null: as long as business goes on
}
export interface ContactView extends ContactFields {
  id: string
  revision: number
  company: string | null
  userId: string | null // the member who signs in as this person
  erasedAt: string | null
  createdAt: string
  updatedAt: string
  updatedBy: string
}
export type ContactLine = Pick<
  ContactView,
  'id' | 'name' | 'companyId' | 'company' | 'email' | 'phone' | 'role' | 'consent' | 'keptUntil' | 'updatedAt'
>

/** A change of some fields, with what stood there when the change was begun: a field that somebody changed since is not written over. */
export interface FieldsChange<T> {
  id: string
  from: Partial<T>
  to: Partial<T>
}
export type ChangeAnswer<View, Fields> =
  | { outcome: 'saved' | 'unchanged'; value: View }
  /** Nothing was written. `clashing`: what stands there now, and what was to be written. */
  | {
      outcome: 'conflict'
      value: View
      by: string
      at: string
      clashing: { field: keyof Fields & string; theirs: unknown; mine: unknown }[]
    }

/** What the house knows of a company's dealings with it. Newest first, each list cut at `MOST_DEALINGS`. */
export interface Dealings {
  asked: {
    id: string
    titleId: string | null
    title: string | null
    name: string
    message: string | null
    state: string
    at: string
  }[]
  sent: { id: string; toName: string; films: number; at: string; openedAt: string | null; recalledAt: string | null }[]
  bought: {
    id: string
    titleId: string
    title: string
    status: string
    firstDay: string | null
    lastDay: string | null
    contract: string | null
    dealId: string | null // the deal that it came of
  }[]
  offered: {
    id: string
    dealId: string
    reference: string // D-12
    titles: { id: string; title: string }[]
    state: 'live' | 'accepted'
    currency: string
    minor: number
    at: string
  }[]
  refused: {
    dealId: string
    reference: string
    titles: { id: string; title: string }[]
    reason: LostReason | 'declined' // of the deal that was lost; `declined`: an offer in one that is still open
    note: string | null
    at: string
  }[]
  met: { id: string; marketId: string; market: string; day: string; notes: string }[]
  /** What its people watched, a viewing each; of the film, each part once, as far as it was served. */
  watched: { id: string; screenerId: string; titleId: string; title: string; name: string; seenMs: number; ranMs: number; lengthMs: number; at: string }[] // prettier-ignore
}

export interface CompanyRecord {
  company: CompanyView
  movedFrom: string | null // set when it was asked for by the id of a duplicate: the page must redirect to `company.id`
  people: ContactLine[] | null // null: the asker may not see people
  notes: NoteView[] | null
  tasks: TaskView[] | null
  dealings: Dealings | null
}
export interface ContactRecord {
  contact: ContactView
  movedFrom: string | null
  notes: NoteView[]
  tasks: TaskView[]
  meetings: { id: string; marketId: string; market: string; day: string }[]
}

// ---------------------------------------------------------------- notes and tasks

/** What a note or a task is about. Kinds are open: deals bring their own. */
export interface Subject {
  kind: string
  id: string
}
export interface NoteView {
  id: string
  subject: Subject
  contactIds: string[]
  text: string
  revision: number
  by: string
  at: string
  updatedAt: string
}
export interface TaskView {
  id: string
  subject: Subject | null
  about: string | null // the subject's name, where it is a company, a person or a film
  text: string
  due: string | null
  ownerId: string | null
  owner: string | null
  revision: number
  by: string
  doneAt: string | null
}
export interface TaskFields {
  text: string
  due: string | null
  ownerId: string | null
  done: boolean
}

// ---------------------------------------------------------------- duplicates

export type { DuplicateReason, MergedField, Wins }
export interface DuplicatePair {
  kind: 'company' | 'contact'
  one: { id: string; name: string }
  other: { id: string; name: string }
  reasons: { reason: DuplicateReason; because: string }[]
}
export interface MergeAsked {
  kind: 'company' | 'contact'
  survivorId: string
  mergedId: string
  chosen?: Record<string, Wins> // who wins a field, where it is not what `previewMerge` says
}

// ---------------------------------------------------------------- markets and meetings

export const MARKET_KINDS = ['market', 'festival', 'other'] as const
export interface MarketFields {
  name: string
  kind: (typeof MARKET_KINDS)[number]
  city: string | null
  country: string | null
  firstDay: string
  lastDay: string
  stand: string | null // where the house is found there
}
export interface MarketView extends MarketFields {
  id: string
  revision: number
}
/** Times are minutes of the day at the market: 600 is ten o’clock. */
export interface MeetingFields {
  marketId: string
  companyId: string | null
  day: string
  fromMinute: number
  toMinute: number
  place: string | null
  userIds: string[] // people of the house
  contactIds: string[] // people of the company
  titleIds: string[] // films to pitch
  about: string | null // what was arranged
}
export interface MeetingView extends MeetingFields {
  id: string
  revision: number
  market: string
  company: string | null
  contacts: { id: string; name: string; role: string | null }[]
  titles: { id: string; title: string }[]
  notes: string
  notedBy: string | null
  notedAt: string | null
  /** Other meetings at the same time that need one of the same people; their names. */
  clashes: { id: string; people: string[] }[]
}
export interface MarketRecord {
  market: MarketView
  meetings: MeetingView[] // by day and time
  members: { id: string; name: string }[]
}
/** `conflict`: somebody noted something since; nothing was written. `value.notes` is what stands there. */
export type NotedAnswer = { outcome: 'saved' | 'unchanged' | 'conflict'; value: MeetingView }

// ---------------------------------------------------------------- lists of contacts, in and out

export type { ContactColumn }
/** `filled`: known already, and the list has something of it that was missing. What is known is never written over. */
export type ListOutcome = 'new' | 'filled' | 'known'
export interface ContactListRow {
  row: number // as the spreadsheet numbers it; of a card, its line
  company: { id: string | null; name: string; outcome: ListOutcome } | null
  person: { id: string | null; name: string; email: string | null; outcome: ListOutcome } | null
  problems: { column: ContactColumn | null; severity: 'bad' | 'doubtful'; message: string }[]
}
export interface ContactListPreview {
  headings: string[] // none: these are cards
  examples: string[] // the first line
  mapping: ContactColumn[]
  remembered: boolean
  rows: ContactListRow[]
  counts: { good: number; doubtful: number; bad: number }
  companies: { fresh: number; filled: number }
  people: { fresh: number; filled: number }
  unchanged: number // lines that say nothing new
  totals: number[] // lines below the list that add it up, and are left out
}

/** `daily`: in the morning of each day on which something of theirs is due or late; so it is for whoever never chose. */
export type TaskLetters = 'off' | 'daily'

/** Markets of some words, kind and country, with a day in a span. */
export interface MarketFilter {
  text?: string | undefined
  kind?: (typeof MARKET_KINDS)[number] | undefined
  country?: string | undefined
  from?: string | undefined
  to?: string | undefined
}
/** Which people and companies go out: those whom the lists at the desk find. `due`: only people whose last day with the house is past. */
export interface ContactsFilter {
  text?: string | undefined
  kind?: CompanyKind | undefined
  country?: string | undefined
  companyId?: string | undefined
  due?: boolean | undefined
}

export interface ContactVerbs {
  listCompanies(
    actor: Actor,
    args: { text?: string; kind?: CompanyKind; country?: string; cursor?: string | null; limit?: number },
  ): Promise<Page<CompanyLine> & { total: number }>
  openCompany(actor: Actor, args: { id: string }): Promise<CompanyRecord>
  addCompany(actor: Actor, args: { company: { name: string } & Partial<CompanyFields> }): Promise<CompanyView>
  changeCompany(actor: Actor, args: FieldsChange<CompanyFields>): Promise<ChangeAnswer<CompanyView, CompanyFields>>
  /** Takes back a company that nothing points to. */
  removeCompany(actor: Actor, args: { id: string }): Promise<void>
  listContacts(
    actor: Actor,
    args: { text?: string; companyId?: string; kind?: CompanyKind; due?: boolean; cursor?: string | null; limit?: number },
  ): Promise<Page<ContactLine> & { total: number }>
  openContact(actor: Actor, args: { id: string }): Promise<ContactRecord>
  addContact(actor: Actor, args: { contact: { name: string } & Partial<ContactFields> }): Promise<ContactView>
  changeContact(actor: Actor, args: FieldsChange<ContactFields>): Promise<ChangeAnswer<ContactView, ContactFields>>
  /** Takes back a person whom nothing points to. */
  removeContact(actor: Actor, args: { id: string }): Promise<void>

  addNote(actor: Actor, args: { subject: Subject; text: string; contactIds?: string[] }): Promise<NoteView>
  changeNote(actor: Actor, args: { id: string; revision: number; text: string }): Promise<NoteView>
  removeNote(actor: Actor, args: { id: string; removed: boolean }): Promise<void>
  addTask(
    actor: Actor,
    args: { subject?: Subject | null; text: string; due?: string | null; ownerId?: string | null },
  ): Promise<TaskView>
  changeTask(actor: Actor, args: { id: string; revision: number } & Partial<TaskFields>): Promise<TaskView>
  removeTask(actor: Actor, args: { id: string; removed: boolean }): Promise<void>
  /** What is to be done through a day (today where the house sits, unless said, or `within` so many days of it), the longest overdue first: one's own and nobody's, or everybody's. */
  listTasks(
    actor: Actor,
    args: { whose?: 'mine' | 'all'; through?: string | null; within?: number },
  ): Promise<{
    today: string // where the house sits
    tasks: TaskView[]
    owners: { id: string; name: string }[]
    /** Whether the asker hears of their tasks by mail; `stopped`: no letter beyond business reaches them. Null for who is no person. */
    letters: { choice: TaskLetters; stopped: 'unsubscribed' | 'bounced' | null } | null
  }>
  /** Whether the asker hears by mail of what they have to do. */
  chooseTaskLetters(actor: Actor, args: { letters: TaskLetters }): Promise<{ letters: TaskLetters }>
  /** Writes the letters of the day about tasks, each once; answers how many. */
  writeTaskLetters(actor: Actor): Promise<number>

  findDuplicates(actor: Actor): Promise<{
    pairs: DuplicatePair[] // the surest first, cut at 200
    total: number
    merges: { id: string; kind: 'company' | 'contact'; survivor: { id: string; name: string }; at: string; by: string }[]
  }>
  previewMerge(
    actor: Actor,
    args: MergeAsked,
  ): Promise<{
    survivor: { id: string; name: string; revision: number }
    merged: { id: string; name: string; revision: number }
    fields: MergedField[]
  }>
  mergeDuplicates(
    actor: Actor,
    args: MergeAsked & { survivorRevision: number; mergedRevision: number },
  ): Promise<{ mergeId: string; id: string }>
  undoMerge(actor: Actor, args: { id: string }): Promise<void>
  keepApart(actor: Actor, args: { kind: 'company' | 'contact'; oneId: string; otherId: string; apart: boolean }): Promise<void>

  /** The last first; `text`: words of the name or the city; `from`, `to`: with a day among these. */
  listMarkets(actor: Actor, args?: MarketFilter): Promise<(MarketView & { meetings: number })[]>
  openMarket(actor: Actor, args: { id: string }): Promise<MarketRecord>
  /** Without an id a new one; with one the revision that was seen. */
  saveMarket(actor: Actor, args: { id?: string; revision?: number; market: MarketFields }): Promise<MarketView>
  removeMarket(actor: Actor, args: { id: string; removed: boolean }): Promise<void>
  openMeeting(actor: Actor, args: { id: string }): Promise<MeetingView>
  saveMeeting(actor: Actor, args: { id?: string; revision?: number; meeting: MeetingFields }): Promise<MeetingView>
  removeMeeting(actor: Actor, args: { id: string; removed: boolean }): Promise<void>
  /** What was said, with what stood there when the writing began: on a telephone it may arrive much later. */
  noteMeeting(actor: Actor, args: { id: string; seen: string; notes: string }): Promise<NotedAnswer>
  /** Meetings of a day, or of one person of the house, or one alone, as a paper to take along. */
  printMeetings(
    actor: Actor,
    args: { marketId: string; day?: string; userId?: string; meetingId?: string; locale: Locale; paper: 'a4' | 'letter' },
  ): Promise<Uint8Array>

  /**
   * Cards of the house's people for a market, eight on a sheet, each with a code for a telephone's address book: of owners and sales people
   * unless others are named.
   */
  printContactCards(
    actor: Actor,
    args: {
      marketId: string
      userIds?: string[] | null
      perPerson: 1 | 8
      locale: Locale
      paper: 'a4' | 'letter'
      forPrinters?: boolean
    },
  ): Promise<Uint8Array>

  /** Everything that the house holds about a person, as JSON to be handed over. */
  exportPerson(actor: Actor, args: { id: string }): Promise<TakenAway>
  /** Takes a person out of everything; only a row without a name stays, to which older papers point. Cannot be undone. */
  erasePerson(actor: Actor, args: { id: string; revision: number }): Promise<void>

  /** What every line of a spreadsheet or every card would become. Writes nothing. */
  previewContacts(
    actor: Actor,
    args: { bytes: Uint8Array; mapping?: readonly string[]; locale: Locale },
  ): Promise<ContactListPreview>
  /** Takes them in: all of them or none. Doubtful lines are taken without what is doubtful, if `acceptDoubtful`. */
  importContacts(
    actor: Actor,
    args: { bytes: Uint8Array; mapping: readonly string[]; acceptDoubtful?: boolean; locale: Locale },
  ): Promise<{ companies: number; people: number; filled: number; unchanged: number }>
  /** Cards have no columns: `columns` is of the lists. */
  exportContacts(
    actor: Actor,
    args: { format: 'csv' | 'xlsx' | 'vcf'; columns?: readonly string[] | null | undefined; locale: Locale } & ContactsFilter,
  ): Promise<TakenAway>
}
