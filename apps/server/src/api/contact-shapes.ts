/** Shapes of companies, people, markets and meetings, as packages/house/src/contract/contacts.ts has them. */
import { LOST_REASONS } from '@vitrine/deals/states/lost-reasons'
import { CONTACT_COLUMNS } from '@vitrine/deals/company/contact-row'
import { DUPLICATE_REASONS } from '@vitrine/deals/company/duplicates'
import { COMPANY_KINDS } from '@vitrine/deals/company/profile'
import { CONSENTS, CONTACT_CHANNELS, MARKET_KINDS } from '@vitrine/house'
import { z } from './shapes.ts'

const line = z.string().max(200)
const day = z.string().describe('A calendar day, YYYY-MM-DD')
const expression = z.string().max(4_000)
const id = z.string().max(64)

export const Kind = z.enum(COMPANY_KINDS)
export const CompanyFields = z.object({
  name: line.min(1),
  kinds: z.array(Kind),
  country: z.string().length(2).nullable().describe('ISO 3166-1'),
  channels: z.array(line),
  territory: expression.describe('An expression of the rights book: “DACH”, “World excl. France”'),
  media: expression,
  languages: expression,
  slots: z.array(line).describe('One slot each: “52’ current affairs”, “90’ feature”'),
  address: z.string().max(2_000).nullable(),
  phone: line.nullable(),
  web: z.string().max(500).nullable(),
})
const Wish = z.object({ text: z.string(), leaves: z.array(z.string()) }).nullable()
const Slot = z.object({
  text: z.string(),
  from: z.int().nullable().describe('Minutes'),
  to: z.int().nullable(),
  series: z.boolean(),
  genres: z.array(z.string()),
  themes: z.array(z.string()),
})
const stamp = { id: z.string(), revision: z.int(), createdAt: z.string(), updatedAt: z.string(), updatedBy: z.string() }
export const Company = CompanyFields.extend({
  ...stamp,
  territory: Wish,
  media: Wish,
  languages: Wish,
  slots: z.array(Slot),
}).openapi('Company')
export const CompanyLine = z.object({
  id: z.string(),
  name: z.string(),
  kinds: z.array(Kind),
  country: z.string().nullable(),
  territory: z.string().nullable(),
  people: z.int(),
  updatedAt: z.string(),
})

export const ContactFields = z.object({
  name: line.min(1),
  companyId: id.nullable(),
  email: z.string().max(254).nullable(),
  phone: line.nullable(),
  role: line.nullable(),
  locale: z.enum(['en', 'fr']),
  languages: z.string().max(500).describe('Spoken: “en, fr”'),
  channel: z.enum(CONTACT_CHANNELS).nullable(),
  consent: z.enum(CONSENTS),
  consentOn: day.nullable(),
  purpose: line,
  keptUntil: day.nullable(),
})
export const ContactLine = z.object({
  id: z.string(),
  name: z.string(),
  companyId: z.string().nullable(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  role: z.string().nullable(),
  consent: z.enum(CONSENTS),
  keptUntil: z.string().nullable(),
  updatedAt: z.string(),
})
export const Contact = ContactFields.extend({
  ...stamp,
  company: z.string().nullable(),
  userId: z.string().nullable(),
  erasedAt: z.string().nullable(),
}).openapi('CompanyContact')

export const Subject = z.object({ kind: z.string().max(31), id })
export const Note = z.object({
  id: z.string(),
  subject: Subject,
  contactIds: z.array(z.string()),
  text: z.string(),
  revision: z.int(),
  by: z.string(),
  at: z.string(),
  updatedAt: z.string(),
})
export const Task = z.object({
  id: z.string(),
  subject: Subject.nullable(),
  about: z.string().nullable(),
  text: z.string(),
  due: z.string().nullable(),
  ownerId: z.string().nullable(),
  owner: z.string().nullable(),
  revision: z.int(),
  by: z.string(),
  doneAt: z.string().nullable(),
})
export const Dealings = z.object({
  asked: z.array(z.object({ id: z.string(), titleId: z.string().nullable(), title: z.string().nullable(), name: z.string(), message: z.string().nullable(), state: z.string(), at: z.string() })),
  sent: z.array(z.object({ id: z.string(), toName: z.string(), films: z.int(), at: z.string(), openedAt: z.string().nullable(), recalledAt: z.string().nullable() })),
  bought: z.array(z.object({ id: z.string(), titleId: z.string(), title: z.string(), status: z.string(), firstDay: z.string().nullable(), lastDay: z.string().nullable(), contract: z.string().nullable(), dealId: z.string().nullable() })),
  offered: z.array(z.object({ id: z.string(), dealId: z.string(), reference: z.string(), titles: z.array(z.object({ id: z.string(), title: z.string() })), state: z.enum(['live', 'accepted']), currency: z.string(), minor: z.int(), at: z.string() })),
  refused: z.array(z.object({ dealId: z.string(), reference: z.string(), titles: z.array(z.object({ id: z.string(), title: z.string() })), reason: z.enum([...LOST_REASONS, 'declined']), note: z.string().nullable(), at: z.string() })),
  met: z.array(z.object({ id: z.string(), marketId: z.string(), market: z.string(), day: z.string(), notes: z.string() })),
}) // prettier-ignore
export const CompanyRecord = z.object({
  company: Company,
  movedFrom: z.string().nullable().describe('The id that was asked for, when it is a duplicate’s'),
  people: z.array(ContactLine).nullable().describe('null: the asker may not see people'),
  notes: z.array(Note).nullable(),
  tasks: z.array(Task).nullable(),
  dealings: Dealings.nullable(),
})
export const ContactRecord = z.object({
  contact: Contact,
  movedFrom: z.string().nullable(),
  notes: z.array(Note),
  tasks: z.array(Task),
  meetings: z.array(z.object({ id: z.string(), marketId: z.string(), market: z.string(), day: z.string() })),
})
/** What became of a change: nothing is written over that somebody changed since `from` was read. */
export const changed = <T extends z.ZodType>(value: T) =>
  z.object({
    outcome: z.enum(['saved', 'unchanged', 'conflict']),
    value,
    by: z.string().optional(),
    at: z.string().optional(),
    clashing: z.array(z.object({ field: z.string(), theirs: z.unknown(), mine: z.unknown() })).optional(),
  })

const wins = z.enum(['survivor', 'merged', 'both'])
export const Merge = z.object({
  kind: z.enum(['company', 'contact']),
  survivorId: id,
  mergedId: id,
  chosen: z.record(z.string(), wins).optional(),
})
const named = z.object({ id: z.string(), name: z.string() })
export const Duplicates = z.object({
  pairs: z.array(
    z.object({
      kind: Merge.shape.kind,
      one: named,
      other: named,
      reasons: z.array(z.object({ reason: z.enum(DUPLICATE_REASONS), because: z.string() })),
    }),
  ),
  total: z.int(),
  merges: z.array(z.object({ id: z.string(), kind: Merge.shape.kind, survivor: named, at: z.string(), by: z.string() })),
})
export const MergePreview = z.object({
  survivor: named.extend({ revision: z.int() }),
  merged: named.extend({ revision: z.int() }),
  fields: z.array(z.object({ field: z.string(), survivor: z.unknown(), merged: z.unknown(), wins })),
})

export const Column = z.enum(CONTACT_COLUMNS)
const tally = z.object({ fresh: z.int(), filled: z.int() })
const outcome = z.enum(['new', 'filled', 'known'])
export const ListPreview = z.object({
  headings: z.array(z.string()),
  examples: z.array(z.string()),
  mapping: z.array(Column),
  remembered: z.boolean(),
  rows: z.array(
    z.object({
      row: z.int(),
      company: z.object({ id: z.string().nullable(), name: z.string(), outcome }).nullable(),
      person: z.object({ id: z.string().nullable(), name: z.string(), email: z.string().nullable(), outcome }).nullable(),
      problems: z.array(z.object({ column: Column.nullable(), severity: z.enum(['bad', 'doubtful']), message: z.string() })),
    }),
  ),
  counts: z.object({ good: z.int(), doubtful: z.int(), bad: z.int() }),
  companies: tally,
  people: tally,
  unchanged: z.int(),
  totals: z.array(z.int()).describe('Lines below the list that add it up, and are left out'),
})
export const TakenIn = z.object({ companies: z.int(), people: z.int(), filled: z.int(), unchanged: z.int() })

export const MarketFields = z.object({
  name: line.min(1),
  kind: z.enum(MARKET_KINDS),
  city: line.nullable(),
  country: z.string().length(2).nullable(),
  firstDay: day,
  lastDay: day,
  stand: line.nullable(),
})
export const Market = MarketFields.extend({ id: z.string(), revision: z.int() })
export const MeetingFields = z.object({
  marketId: id,
  companyId: id.nullable(),
  day,
  fromMinute: z.int().describe('Minute of the day at the market: 600 is ten o’clock'),
  toMinute: z.int(),
  place: line.nullable(),
  userIds: z.array(id).max(100),
  contactIds: z.array(id).max(100),
  titleIds: z.array(id).max(100),
  about: z.string().max(2_000).nullable(),
})
export const Meeting = MeetingFields.extend({
  id: z.string(),
  revision: z.int(),
  market: z.string(),
  company: z.string().nullable(),
  contacts: z.array(named.extend({ role: z.string().nullable() })),
  titles: z.array(z.object({ id: z.string(), title: z.string() })),
  notes: z.string(),
  notedBy: z.string().nullable(),
  notedAt: z.string().nullable(),
  clashes: z.array(z.object({ id: z.string(), people: z.array(z.string()) })),
})
export const MarketRecord = z.object({ market: Market, meetings: z.array(Meeting), members: z.array(named) })
