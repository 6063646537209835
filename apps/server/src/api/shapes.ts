/** The shapes that travel, as the OpenAPI document shows them. They follow packages/house/src/contract.ts; the contract tests hold the answers to them. */
import { z } from '@hono/zod-openapi'
import {
  Company,
  Contact,
  Credit,
  Cut,
  FestivalEntry,
  IDENTIFIER_KINDS,
  IDENTIFIER_STATES,
  Identifiers,
  LanguageVersion,
  Period,
  PressQuote,
  Rating,
  SLOTS,
  TitleSheet,
  WARNING_CODES,
  type Reading,
} from '@vitrine/catalogue'
import { type Facet, FACETS, HELD_REASONS, ROLES, SCOPES } from '@vitrine/house'
import { LEAST_KEPT, MOST_KEPT, VISITORS_KEPT } from '@vitrine/house/retention'

const instant = z.string().describe('ISO 8601 instant')
const name = (max: number) => z.string().trim().min(1).max(max)

export const LocaleQuery = z.object({
  locale: z.enum(['en', 'fr']).optional().describe('Language of names and texts; otherwise Accept-Language.'),
})
export const Id = z.object({ id: z.string().min(1).max(100) })
export const Slug = z.object({ slug: z.string().min(1).max(200) })
/** How a paper is printed: on which, and whether for a printing works. */
export const PaperQuery = z.object({
  paper: z.enum(['a4', 'letter']).default('a4'),
  for: z.literal('printers').optional().describe('For a printing works: bleed, crop marks, inks'),
})
export const Token = z.object({ token: z.string().min(1).max(200) })
/** A whole number as an address holds it: in figures alone. `1e1`, `0x10` and ` 5` are numbers to a machine and mistakes of whoever sends them. */
export const whole = (least: number, most: number) =>
  z.preprocess(
    (text) => (typeof text === 'string' && /^-?\d{1,15}$/.test(text) ? Number(text) : text),
    z.int().min(least).max(most),
  )
/** The largest number that a column of the database holds. */
export const MOST_NUMBER = 2_147_483_647
const cursor = z
  .string()
  .max(1000)
  .regex(/^[\w-]*$/)
  .optional()
  .describe('`nextCursor` of the page before.')
export const CursorQuery = z.object({ cursor })

export const Sheet = TitleSheet
export const Status = z.enum(['draft', 'published', 'withdrawn'])
export const PictureRef = z
  .object({
    id: z.string(),
    width: z.int(),
    height: z.int(),
    alt: z.string(),
    colour: z.string().nullable(),
    focus: z.object({ x: z.number(), y: z.number() }).nullable(),
    credit: z.string().nullable(),
  })
  .openapi('Picture')
export const Card = z
  .object({
    id: z.string(),
    slug: z.string(),
    status: Status,
    revision: z.int(),
    title: z.string(),
    originalTitle: z.string().nullable(),
    hook: z.string().nullable(),
    year: z.int().nullable(),
    cuts: z.array(z.object({ minutes: z.int(), episodes: z.int().nullable() })),
    directors: z.array(z.string()),
    countries: z.array(z.string()),
    versions: z.array(z.string()),
    themes: z.array(z.string()),
    festivals: z.int(),
    poster: PictureRef.nullable(),
    still: PictureRef.nullable(),
    updatedAt: instant,
  })
  .openapi('TitleCard')
export const FacetCounts = z.object({
  facet: z.enum(FACETS),
  values: z.array(z.object({ value: z.string(), count: z.int(), selected: z.boolean(), name: z.string().nullable() })),
})
export const BrowseResult = z
  .object({
    total: z.int(),
    cards: z.array(Card),
    facets: z.array(FacetCounts),
    nextCursor: z.string().nullable(),
    asOf: z.number(),
  })
  .openapi('BrowseResult')

/** Facets whose values are a closed list; of the others a value that no film has finds none. */
const CLOSED: Partial<Record<Facet, z.ZodType>> = { status: Status, slot: z.enum(SLOTS), year: z.string().regex(/^\d{4}$/) }
const facetQuery = Object.fromEntries(
  FACETS.map((facet) => {
    const value = CLOSED[facet] ?? z.string().max(200)
    const values = z.union([value, z.array(value).max(50)]).optional()
    return [facet, values.describe(`Facet; repeat it for any of several values.`)]
  }),
)
export const BrowseQuery = LocaleQuery.extend({
  q: z.string().max(300).optional().describe('Words to search: titles, people, texts, places; typos and accents are forgiven.'),
  sort: z.enum(['relevance', 'newest', 'title', 'year', 'updated']).optional(),
  limit: whole(1, 100).optional(),
  cursor,
}).extend(facetQuery)

export const Title = z
  .object({
    id: z.string(),
    slug: z.string(),
    status: Status,
    revision: z.int(),
    sheet: Sheet,
    createdAt: instant,
    updatedAt: instant,
    publishedAt: instant.nullable(),
  })
  .openapi('Title')
const Named = z.object({ name: z.string(), slug: z.string() })
export const TitleView = Title.extend({
  moved: z.boolean(),
  related: z.array(Card),
  people: z.array(Named),
  companies: z.array(Named),
  festivalSlugs: z.record(z.string(), z.string()),
  collections: z.array(Named),
}).openapi('TitleView')
export const CopyFinding = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'hint']),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    suggestion: z.string().nullable(),
    message: z.string(),
    field: z.string().nullable().describe('Of a record: the text that the places are in. Of a file: null.'),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .openapi('CopyFinding')
export const IdentifierCheck = z
  .object({
    kind: z.enum(IDENTIFIER_KINDS).nullable(),
    given: z.string(),
    state: z.enum(IDENTIFIER_STATES),
    canonical: z.string().nullable(),
    complete: z.string().nullable(),
  })
  .openapi('IdentifierCheck')
const texts = z.array(z.string())
const text = z.string().nullable()
/** A sheet as it was read, as `vitrine sheet read --json` prints it. */
export const SheetReading = z
  .object({
    title: z.string(),
    originalTitle: text,
    lead: text,
    synopsis: text,
    year: z.int().nullable(),
    durations: z.array(z.int()),
    series: z.object({ episodes: z.int(), minutes: z.int() }).nullable(),
    directors: texts,
    productionCompanies: texts,
    producers: texts,
    countries: texts,
    originalLanguages: texts,
    versionLanguages: texts,
    subtitleLanguages: texts,
    genres: texts,
    festivals: z.array(FestivalEntry),
    identifiers: Identifiers,
    contacts: z.array(Contact),
    warnings: z.array(
      z.object({ field: z.string(), code: z.enum(WARNING_CODES), message: z.string(), line: z.int(), text: z.string() }),
    ),
    unread: texts,
    language: text,
    otherTitles: z.array(z.object({ title: z.string(), language: text })),
    logline: text,
    shortSynopsis: text,
    leadWrittenOn: text,
    directorsNote: text,
    biography: text,
    cuts: z.array(Cut),
    versions: z.array(LanguageVersion),
    coProducers: z.array(Company),
    broadcasters: texts,
    supporters: texts,
    credits: z.array(Credit),
    themes: texts,
    keywords: texts,
    places: texts,
    period: Period.nullable(),
    pressQuotes: z.array(PressQuote),
    formats: texts,
    advisories: texts,
    ratings: z.array(Rating),
    trailerUrl: text,
    provenance: z.array(
      z.object({
        path: z.string(),
        place: z.object({ start: z.int(), end: z.int(), line: z.int() }),
        raw: z.string(),
        label: text,
      }),
    ),
  } satisfies Record<keyof Reading, z.ZodType>)
  .openapi('SheetReading')
export const OpenedTitle = Title.extend({
  findings: z.array(CopyFinding),
  sources: z.array(z.object({ id: z.string(), fileName: z.string().nullable(), receivedAt: instant })),
  missing: z.array(z.string()),
}).openapi('OpenedTitle')
export const Revision = z
  .object({
    revision: z.int(),
    at: instant,
    by: z.string(),
    verb: z.string(),
    note: z.string().nullable(),
    changedFields: z.array(z.string()),
  })
  .openapi('Revision')
export const UnsavedDraft = z
  .object({ id: z.string(), at: instant, by: z.string(), baseRevision: z.int(), sheet: Sheet })
  .openapi('UnsavedDraft')
export const FieldChange = z.object({ path: z.string(), before: z.unknown(), after: z.unknown() }).openapi('FieldChange')
export const WriteTitle = z.object({ sheet: Sheet, note: z.string().max(1000).nullable().optional() })

export const Suggestion = z
  .object({
    kind: z.enum(['title', 'person', 'company', 'festival', 'collection', 'place', 'theme']),
    text: z.string(),
    slug: z.string(),
    detail: z.string().nullable(),
    picture: PictureRef.nullable(),
  })
  .openapi('Suggestion')
const words = z.record(z.string(), z.string())
export const Collection = z
  .object({ slug: z.string(), name: words, intro: words, picture: PictureRef.nullable(), count: z.int() })
  .openapi('Collection')
export const Shortlist = z
  .object({
    token: z.string(),
    name: z.string().nullable(),
    note: z.string().nullable(),
    createdAt: instant,
    cards: z.array(Card),
    mine: z.boolean(),
  })
  .openapi('Shortlist')
export const DroppedSheet = z
  .object({
    id: z.string(),
    fileName: z.string().nullable(),
    mediaType: z.string(),
    text: z.string(),
    reading: SheetReading,
    findings: z.array(CopyFinding),
    proposed: Sheet,
    titleId: z.string().nullable(),
    duplicateOf: z.object({ id: z.string(), slug: z.string(), title: z.string() }).nullable(),
    changes: z.array(FieldChange).describe('What it would change in that title, as it was read'),
    revision: z.int().nullable().describe('The revision of that title that the changes speak of: send it back as baseRevision'),
    receivedAt: instant,
  })
  .openapi('DroppedSheet')
export const DroppedSheetRow = DroppedSheet.omit({
  text: true,
  reading: true,
  findings: true,
  proposed: true,
  changes: true,
}).extend({
  title: z.string(),
  warnings: z.int(),
})

const line = z.string().trim().min(1).max(200)
const papers = z.strictObject({
  legalName: line.nullable(),
  signatory: line.nullable(),
  law: z.string().trim().min(1).max(120).nullable(),
  court: z.string().trim().min(1).max(120).nullable(),
  approvalAbove: z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), minor: z.int().min(0) }).nullable(),
  linkDays: z.int().min(1).max(90),
  keepIp: z.boolean(),
})
const producers = z.strictObject({
  askers: z.boolean(),
  offers: z.boolean(),
  offerPrices: z.boolean(),
  salePrices: z.boolean(),
})
const kept = z
  .strictObject({
    shortlists: z.int().min(LEAST_KEPT.shortlists).max(MOST_KEPT.shortlists).describe('Of a visitor, since they were last used.'),
    waiting: z
      .int()
      .min(LEAST_KEPT.waiting)
      .max(MOST_KEPT.waiting)
      .describe('Requests nobody has seen to: then they are closed.'),
    requests: z
      .int()
      .min(LEAST_KEPT.requests)
      .max(MOST_KEPT.requests)
      .describe('Who made requests that are over, and what they wrote.'),
    letters: z
      .int()
      .min(LEAST_KEPT.letters)
      .max(MOST_KEPT.letters)
      .default(VISITORS_KEPT.letters)
      .describe('To whom letters went that were sent or given up, and their subject.'),
  })
  .describe('For how many months what visitors leave, and to whom the house wrote, is kept.')
const locales = z.partialRecord(z.enum(['en', 'fr']), z.string().max(20_000))
export const Settings = z
  .object({
    name: z.string(),
    strapline: words,
    about: words,
    legalNotice: words,
    contactEmail: z.string().nullable(),
    address: z.string().nullable(),
    logoId: z.string().nullable(),
    logoTone: z
      .enum(['dark', 'light'])
      .nullable()
      .describe('The paper on which the logo would not be seen without a plate behind it.'),
    accent: z.string(),
    typeface: z.enum(['fraunces', 'newsreader', 'archivo', 'bricolage']),
    defaultLocale: z.enum(['en', 'fr']),
    demonstration: z.boolean(),
    featured: z.array(z.string()),
    publicAvailability: z.boolean(),
    digestDay: z.int().min(1).max(7).nullable(),
    timeZone: z.string(),
    papers,
    producers,
    kept,
  })
  .openapi('Settings')
export const ChangeSettings = z.strictObject({
  name: name(200).optional(),
  strapline: locales.optional(),
  about: locales.optional(),
  legalNotice: locales.optional(),
  contactEmail: z.email().nullable().optional(),
  address: z.string().max(2000).nullable().optional(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  typeface: z.enum(['fraunces', 'newsreader', 'archivo', 'bricolage']).optional(),
  defaultLocale: z.enum(['en', 'fr']).optional(),
  featured: z.array(z.string().max(100)).max(100).optional(),
  publicAvailability: z.boolean().optional(),
  digestDay: z.int().min(1).max(7).nullable().optional(),
  timeZone: z.string().max(60).optional(),
  papers: papers.optional(),
  producers: producers.optional(),
  kept: kept.optional(),
})
export const TurnedTitle = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    outcome: z.enum(['turned', 'unchanged', 'held']),
    reasons: z.array(z.enum(HELD_REASONS)),
    before: Status.nullable(),
    revision: z.int().nullable(),
  })
  .openapi('TurnedTitle')
export const User = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    createdAt: instant,
    lastSeenAt: instant.nullable(),
    companyId: z.string().nullable(),
    companyRole: z.enum(['lead', 'colleague']).nullable(),
    disabled: z.boolean(),
    locale: z.enum(['en', 'fr']).nullable().describe('In which they are written to; null: that of the house'),
  })
  .openapi('User')
export const AddUser = z.strictObject({ name: name(200), email: z.email().max(320), role: z.enum(ROLES) })
export const RenameMyself = z.strictObject({ name: name(200) })
export const ChangeUser = z.strictObject({
  name: name(200).optional(),
  role: z.enum(ROLES).optional(),
  disabled: z.boolean().optional(),
})
export const Key = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    prefix: z.string(),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .openapi('ApiKey')
export const IssueKey = z.strictObject({ name: name(200), scopes: z.array(z.enum(SCOPES)).min(1) })
export const AuditVerdict = z
  .object({
    whole: z.boolean(),
    lines: z.int().describe('How many were walked.'),
    brokenAt: z.int().nullable().describe('The first line that is not as it was written.'),
    reason: z.enum(['changed', 'missing', 'cut-off', 'sheet-changed']).nullable(),
  })
  .openapi('AuditVerdict')
export const AuditLine = z
  .object({
    seq: z.int(),
    at: instant,
    actor: z.string(),
    actorId: z.string().nullable(),
    verb: z.string(),
    subject: z.string(),
    subjectId: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditLine')
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export { z }
