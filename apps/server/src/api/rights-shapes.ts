/** The shapes of the rights book that travel. They follow packages/house/src/contract/rights.ts key by key: one that is forgotten does not compile. */
import {
  AMOUNT_PRICES,
  ENTRY_KINDS,
  ENTRY_STATUSES,
  EVENTS,
  OBJECTIONS,
  RIGHTS_COLUMNS,
  STATUSES,
  WORD_PRICES,
  type EntryTerms,
  type ObjectionCode,
  type TermBox,
} from '@vitrine/house'
import type {
  AnsweredRegion,
  AskResult,
  AskRow,
  AvailabilityView,
  BoxInWords as Box,
  CheckResult,
  ClauseRead,
  DeliveryView,
  EntryDocument as Document,
  EntrySummary as Summary,
  EntryVersion as Version,
  EntryView as View,
  ImportPreview as Preview,
  House,
  ImportRow,
  Interest as Kept,
  LetterFate,
  ObjectionView,
  QuestionInWords as Words,
  ReadNote,
  ReadQuestionResult,
  RegionView,
  RepairView,
  SentListChange as ListChange,
  SentListRow,
  SentListSummary,
  SentListView,
  SimulationView,
  WatchItem as Watched,
  WebhookView,
} from '@vitrine/house'
import { Card, FacetCounts, pageOf, z } from './shapes.ts'

/** Every key of a contract, each with its shape. */
type Every<T> = Record<keyof T, z.ZodType>

const instant = z.string().describe('ISO 8601 instant')
const day = z.string().describe('YYYY-MM-DD')
const texts = z.array(z.string())
const text = z.string().nullable()

// ---------------------------------------------------------------- asked

const Expression = z.union([z.string().min(1).max(4_000), z.array(z.string().min(1).max(200)).min(1).max(700)])
export const Question = z
  .object({
    territory: Expression.optional().describe('"World excl. France", or leaves; absent: everywhere'),
    media: Expression.optional().describe('"TV & VOD", or leaves; absent: all media'),
    languages: Expression.optional().describe('"fr:dubbed", "German", or leaves; absent: all languages'),
    cut: z.string().max(40).nullable().optional().describe('52, 90, 3x52, or several parted by commas'),
    from: day,
    to: day.nullable().describe('YYYY-MM-DD; null: in perpetuity'),
    exclusive: z.boolean(),
  })
  .openapi('RightsQuestion')
const written = { type: 'string' as const }
const WrittenBox = {
  territory: { ...written, description: 'World excl. France' },
  media: { ...written, description: 'TV & VOD' },
  languages: { ...written, description: 'fr:dubbed; absent: all' },
  cuts: { type: 'array' as const, items: written },
  from: { ...written, description: 'YYYY-MM-DD; absent: since ever' },
  to: { ...written, description: 'YYYY-MM-DD; absent: in perpetuity' },
}
const boxes = { type: 'array' as const, items: { type: 'object' as const, properties: WrittenBox } }
/** An entry as a person or a spreadsheet writes it; the house reads it and names what is wrong by field. */
export const Entry = z.record(z.string(), z.unknown()).openapi('RightsEntry', {
  description: 'An entry as a file has it (docs/rights.md, "A book as a file"): one box, or several under `boxes`.',
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: [...ENTRY_KINDS] },
    exclusive: { type: 'boolean' },
    ...WrittenBox,
    boxes,
    party: written,
    contract: written,
    clause: written,
    note: written,
    expires: { ...written, description: 'Of an option: its last day' },
    runs: { type: 'integer', minimum: 1 },
    catchUpDays: { type: 'integer', minimum: 0 },
    broadcasts: { type: 'array', items: written },
    event: {
      type: 'object',
      properties: { kind: { type: 'string', enum: [...EVENTS] }, date: written, months: { type: 'integer', minimum: 1 } },
    },
    holdbacks: boxes,
    price: { ...written, description: 'Of a licence to a platform: WSP 4.99 EUR; SRP 9.99 EUR; Tier 4. A list of `{ name, currency, minor }` or `{ name, text }` is taken too' }, // prettier-ignore
  },
})

// ---------------------------------------------------------------- in words

const named = z.object({ text: z.string(), leaves: texts })
const boxShape = {
  territories: named,
  media: named,
  languages: named,
  cuts: texts.nullable().describe('null: all, but for those of `cutsExcept`'),
  cutsExcept: texts.nullable(),
  cutText: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
} satisfies Every<Box>
export const BoxInWords = z.object(boxShape).openapi('RightsBox')
const QuestionInWords = z
  .object({
    territories: named,
    media: named,
    languages: named,
    cut: text,
    from: day,
    to: day.nullable(),
    exclusive: z.boolean(),
  } satisfies Every<Words>)
  .openapi('RightsQuestionInWords')
const Status = z.enum(STATUSES)
const Answer = z.enum(['full', 'partial', 'none'])
const share = z.number().min(0).max(1).describe('The part of the question that is met')
const regionShape = {
  ...boxShape,
  languages: named.extend({ except: texts.nullable().describe('All languages but these') }),
  status: Status,
  because: texts.describe('Ids of entries'),
  undated: z.boolean(),
} satisfies Every<RegionView>
const Region = z.object(regionShape).openapi('RightsRegion')
const AnsweredPart = z
  .object({
    ...regionShape,
    freeFrom: day
      .nullable()
      .describe('The first day on which all of it can be had as asked; null: it can now, or never as far as the book goes'),
  } satisfies Every<AnsweredRegion>)
  .openapi('AnsweredRightsRegion')
const Repair = z
  .object({ changes: texts, text: z.string(), question: Question, cost: z.number() } satisfies Every<RepairView>)
  .openapi('RightsRepair')

// ---------------------------------------------------------------- entries

const Kind = z.enum(ENTRY_KINDS)
const EntryStatus = z.enum(ENTRY_STATUSES)
const summaryShape = {
  id: z.string(),
  titleId: z.string(),
  title: z.string(),
  version: z.int(),
  kind: Kind,
  status: EntryStatus,
  exclusive: z.boolean(),
  party: text,
  contract: text,
  clause: text,
  text: z.string(),
  what: z.string().describe('`text` without the days'),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  expires: day.nullable(),
  undated: z.boolean(),
  updatedAt: instant,
} satisfies Every<Summary>
export const EntrySummary = z.object(summaryShape).openapi('RightsEntrySummary')
const Term = z
  .object({
    territory: z.string().describe('As it was written'),
    territories: texts,
    media: texts,
    languages: texts,
    cuts: texts.nullable(),
    from: day.nullable(),
    to: day.nullable(),
  } satisfies Every<TermBox>)
  .openapi('RightsTermBox')
const Terms = z
  .object({
    kind: Kind,
    exclusive: z.boolean(),
    boxes: z.array(Term),
    party: text,
    contract: text,
    clause: text,
    expires: day.nullable(),
    runs: z.object({ count: z.int(), catchUpDays: z.int(), broadcasts: z.array(day) }).nullable(),
    event: z.object({ kind: z.enum(EVENTS), date: day.nullable(), months: z.int().nullable() }).nullable(),
    imposes: z.array(Term),
    note: text,
    price: z
      .array(
        z.union([
          z.object({ name: z.enum(AMOUNT_PRICES), currency: z.string(), minor: z.int().describe('Minor units') }),
          z.object({ name: z.enum(WORD_PRICES), text: z.string() }),
        ]),
      ) // prettier-ignore
      .optional()
      .describe('What a platform pays or charges; absent: nothing is said at the entry'),
  } satisfies Every<EntryTerms>)
  .openapi('RightsTerms')
export const EntryDocument = z
  .object({
    id: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    at: instant,
    byName: z.string(),
  } satisfies Every<Document>)
  .openapi('RightsDocument')
const EntryVersion = z
  .object({
    version: z.int(),
    status: EntryStatus,
    effective: day.nullable().describe('The day from which it holds; null: from the beginning'),
    at: instant,
    byName: z.string(),
    verb: z.string(),
    note: text,
    terms: Terms,
    text: z.string(),
  } satisfies Every<Version>)
  .openapi('RightsEntryVersion')
export const EntryView = z
  .object({
    ...summaryShape,
    terms: Terms,
    boxes: z.array(BoxInWords),
    imposes: z.array(BoxInWords),
    documents: z.array(EntryDocument),
    history: z.array(EntryVersion),
  } satisfies Every<View>)
  .openapi('RightsEntryView')

// ---------------------------------------------------------------- answers

export const Asked = z
  .object({
    question: QuestionInWords,
    total: z.int(),
    counts: z.object({ full: z.int(), partial: z.int(), none: z.int() }),
    rows: z.array(z.object({ card: Card, answer: Answer, share, soonestFree: day.nullable() } satisfies Every<AskRow>)),
    facets: z.array(FacetCounts),
    nextCursor: text,
    asOf: z.int().describe('The change of the house that the answer knows'),
    today: day,
    milliseconds: z.number(),
  } satisfies Every<AskResult>)
  .openapi('AskedAvailabilities')
export const Availability = z
  .object({
    titleId: z.string(),
    title: z.string(),
    cuts: texts,
    question: QuestionInWords,
    answer: Answer,
    share,
    firstFullyMet: day.nullable(),
    regions: z.array(AnsweredPart),
    repairs: z.array(Repair),
    entries: z.record(z.string(), EntrySummary).describe('Every entry that a region names, by id'),
    asOf: z.int(),
    today: day,
  } satisfies Every<AvailabilityView>)
  .openapi('Availability')
const { because: _because, ...publicRegion } = regionShape
export const PublicAvailability = z
  .object({
    answer: Answer,
    share,
    firstFullyMet: day.nullable(),
    question: QuestionInWords,
    heldUntil: day.nullable().describe('The last day on which it is held for the buyer’s own company'),
    regions: z.array(z.object(publicRegion)),
  })
  .openapi('PublicAvailability')

const languages = { languages: texts, languagesExcept: texts.optional() }
const CONTRACTED_CHANGES = [
  z.object({ change: z.literal('drop-territories'), territories: texts }),
  z.object({ change: z.literal('drop-media'), media: texts }),
  z.object({ change: z.literal('drop-languages'), ...languages }),
  z.object({ change: z.literal('other-cut'), cut: z.string() }),
  z.object({ change: z.enum(['shift-dates', 'shorten-dates']), from: day, to: day.nullable() }),
  z.object({ change: z.literal('non-exclusive') }),
] as const
const repaired = {
  text: z.string(),
  cost: z.number(),
  request: z.object({
    territories: texts,
    media: texts,
    ...languages,
    cuts: texts.optional(),
    from: day,
    to: day.nullable(),
    exclusive: z.boolean(),
  }),
}
/** As `vitrine avails --json` prints it: leaves and days, no wording that could change. */
export const Answered = z
  .object({
    title: z.string(),
    name: z.string(),
    answer: Answer,
    share,
    regions: z.array(
      z.object({
        territories: texts,
        media: texts,
        ...languages,
        cuts: texts.optional(),
        cutsExcept: texts.optional(),
        from: day.nullable(),
        to: day.nullable(),
        status: Status,
        because: texts,
        undated: z.literal(true).optional(),
      }),
    ),
    firstFullyMet: day.nullable(),
    repairs: z.array(
      z.union([
        ...CONTRACTED_CHANGES.map((change) => change.extend(repaired)),
        z.object({ change: z.literal('several'), changes: z.array(z.union(CONTRACTED_CHANGES)), ...repaired }),
      ]),
    ),
  })
  .openapi('ContractedAnswer')

const Note = z.object({
  code: z.string(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  suggestion: z.string().nullable().describe('What the words were probably meant to be'),
  corrected: z.string().nullable().describe('The whole text with that in their place'),
} satisfies Every<ReadNote>)
const Part = z.object({ field: z.string(), start: z.int(), end: z.int(), text: z.string() })
export const ReadQuestion = z
  .object({
    question: Question,
    text: z.string().describe('Words that are left for finding films'),
    slots: texts,
    completions: texts,
    words: QuestionInWords,
    notes: z.array(Note),
    parts: z.array(Part),
  } satisfies Every<ReadQuestionResult>)
  .openapi('ReadRightsQuestion')
export const ReadClause = z
  .object({
    entry: Entry,
    parts: z.array(Part.extend({ confidence: z.enum(['read', 'assumed', 'unclear']) })),
    notes: z.array(Note),
    unread: z.array(z.object({ start: z.int(), end: z.int(), text: z.string() })),
  } satisfies Every<ClauseRead>)
  .openapi('ReadRightsClause')

// ---------------------------------------------------------------- would-be entries

const Objection = z
  .object({
    code: z.enum(Object.keys(OBJECTIONS) as [ObjectionCode, ...ObjectionCode[]]),
    severity: z.enum(['refused', 'warning']),
    text: z.string(),
    box: BoxInWords,
    entries: z.array(EntrySummary),
  } satisfies Every<ObjectionView>)
  .openapi('RightsObjection')
export const Checked = z
  .object({
    verdict: z.enum(['clear', 'warning', 'refused']),
    objections: z.array(Objection),
    text: z.string(),
    boxes: z.array(BoxInWords),
    asOf: z.int(),
  } satisfies Every<CheckResult>)
  .openapi('RightsCheck')
const StatusChange = z.object({ box: BoxInWords, before: Status, after: Status })

// ---------------------------------------------------------------- lists that are sent

const listShape = {
  id: z.string(),
  token: z.string(),
  toName: z.string(),
  toCompany: text,
  toEmail: text,
  at: instant,
  byName: z.string(),
  titles: z.int(),
  question: QuestionInWords,
  stale: z.boolean().describe('A later entry made it untrue'),
  recalledAt: instant.nullable(),
  openedAt: instant.nullable(),
} satisfies Every<SentListSummary>
export const ListSummary = z.object(listShape).openapi('SentListSummary')
const ListRow = z
  .object({
    titleId: z.string(),
    slug: text,
    title: z.string(),
    answer: Answer,
    share,
    soonestFree: day.nullable(),
    available: texts.describe('What can be had, in words, as it was sent'),
    director: text,
    year: z.int().nullable(),
    minutes: text,
  } satisfies Every<SentListRow>)
  .openapi('SentListRow')
export const ListPreview = z.object({ question: QuestionInWords, rows: z.array(ListRow) })
const { titles: _titles, stale: _stale, ...sentShape } = listShape
export const SentList = z
  .object({
    ...sentShape,
    locale: z.enum(['en', 'fr']),
    message: text,
    rows: z.array(ListRow),
    house: z.string(),
  } satisfies Every<SentListView>)
  .openapi('SentList')
export const ListChanges = z
  .object({
    list: ListSummary,
    listLocale: z.enum(['en', 'fr']),
    titleIds: texts,
    changes: z.array(
      z.object({
        titleId: z.string(),
        title: z.string(),
        sent: Answer,
        now: Answer,
        changes: z.array(StatusChange),
        entries: z.array(EntrySummary),
      } satisfies Every<ListChange>),
    ),
    letter: z
      .object({
        id: z.string(),
        kind: z.string().describe('sent-list'),
        to: z.string(),
        subject: z.string(),
        state: z.enum(['waiting', 'sent', 'given-up']),
        attempts: z.int(),
        dueAt: instant.describe('When it is tried (again), while it waits'),
        lastStatus: text,
        at: instant,
        doneAt: instant.nullable(),
        kept: z.boolean().describe('Whether it can be tried again'),
      } satisfies Every<LetterFate>)
      .nullable()
      .describe('The letter that brought it; null where no address was given'),
  } satisfies Every<Awaited<ReturnType<House['compareSentList']>>>)
  .openapi('SentListChanges')
export const Simulated = z
  .object({
    check: Checked,
    changes: z.array(StatusChange),
    before: z.array(Region),
    after: z.array(Region),
    staleLists: z.array(ListSummary).describe('Sent lists that it would make untrue'),
    asOf: z.int(),
  } satisfies Every<SimulationView>)
  .openapi('RightsSimulation')

// ---------------------------------------------------------------- watching, spreadsheets, programs

export const WatchItem = z
  .object({
    kind: z.enum([
      'unreadable',
      'grant-ends',
      'licence-ends',
      'option-lapses',
      'undated-event',
      'sold-beyond-grant',
      'holdback-ends',
    ]),
    day: day.nullable().describe('null: it waits'),
    outer: day.nullable().describe('Of what waits: the day by which it must have happened, or a window is over'),
    entry: EntrySummary,
    detail: z.string(),
  } satisfies Every<Watched>)
  .openapi('RightsWatchItem')
export const Interest = z
  .object({ territory: z.string().max(1_000), media: z.string().max(1_000) } satisfies Every<Kept>)
  .openapi('Interest')
export const Column = z.enum(RIGHTS_COLUMNS)
export const ImportPreview = z
  .object({
    headings: texts,
    mapping: z.array(Column),
    remembered: z.boolean(),
    rows: z.array(
      z.object({
        row: z.int().describe('As the spreadsheet numbers it'),
        cells: texts,
        film: z.string(),
        titleId: text,
        title: text,
        entry: Entry.nullable(),
        text,
        suggestions: z.array(z.object({ id: z.string(), title: z.string() })),
        unchanged: z.boolean(),
        problems: z.array(z.object({ column: Column.nullable(), severity: z.enum(['bad', 'doubtful']), message: z.string() })),
      } satisfies Every<ImportRow>),
    ),
    counts: z.object({ good: z.int(), doubtful: z.int(), bad: z.int() }),
    fresh: z.int().describe('Entries that would be written'),
    unchanged: z.int().describe('Entries that are in the book already'),
    totals: z.array(z.int()).describe('Rows below the list that add it up, and are left out'),
  } satisfies Every<Preview>)
  .openapi('RightsImportPreview')
export const Imported = z.object({ entries: z.int(), titles: z.int(), unchanged: z.int() }).openapi('RightsImported')
export const Webhook = z
  .object({
    id: z.string(),
    url: z.string(),
    createdAt: instant,
    createdBy: z.string(),
    disabledAt: instant.nullable().describe('Ended for good'),
    offAt: instant.nullable().describe('Switched off, until it is switched on again'),
    oldSecretUntil: instant.nullable().describe('Until when messages are signed with the secret before this one, too'),
    waiting: z.int(),
    lastStatus: text,
  } satisfies Every<WebhookView>)
  .openapi('Webhook')

const Changed = z.object({
  event: z.literal('availability.changed'),
  titleId: z.string(),
  entryId: z.string(),
  version: z.int(),
  kind: Kind,
  status: EntryStatus,
  change: z.int(),
  at: instant,
})
export const Delivery = z
  .object({
    id: z.string(),
    event: z.string(),
    body: z.union([Changed, z.object({ event: z.literal('test'), at: instant })]).describe('As it was sent'),
    state: z.enum(['waiting', 'delivered', 'given-up']),
    attempts: z.int(),
    lastStatus: text,
    at: instant,
    dueAt: instant.describe('When it is tried (again), while it waits'),
    doneAt: instant.nullable(),
  } satisfies Every<DeliveryView>)
  .openapi('WebhookDelivery')

export { pageOf, z }
