import { isCurrency } from '@vitrine/ledger/money/currency'
import { LOCALES } from '@vitrine/messages'
import { z } from 'zod'
import type { HouseSettings } from '../contract.ts'
import { Id } from '../input.ts'
import { LEAST_KEPT, MOST_KEPT, VISITORS_KEPT, type VisitorsKept } from '../retention.ts'
import { isTimeZone } from './time-zone.ts'

/** A house before anybody has said what it is called. */
export const DEFAULT_SETTINGS: HouseSettings = {
  name: 'Vitrine',
  strapline: {
    en: 'Documentaries for broadcasters, platforms and festivals',
    fr: 'Des documentaires pour les chaînes, les plateformes et les festivals',
  },
  about: {},
  legalNotice: {},
  contactEmail: null,
  address: null,
  logoId: null,
  logoTone: null,
  accent: '#b4391f',
  typeface: 'fraunces',
  defaultLocale: 'en',
  demonstration: false,
  featured: [],
  publicAvailability: false,
  digestDay: null,
  timeZone: 'UTC',
  papers: { legalName: null, signatory: null, law: null, court: null, approvalAbove: null, linkDays: 14, keepIp: false },
  producers: { askers: false, offers: false, offerPrices: false, salePrices: true },
  kept: VISITORS_KEPT,
}

const months = (of: keyof VisitorsKept) => z.int().min(LEAST_KEPT[of]).max(MOST_KEPT[of])

const ByLocale = (most: number) => z.partialRecord(z.enum(LOCALES), z.string().max(most))

/** What may be set, and how long it may be. */
export const SettingsChange = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  strapline: ByLocale(300).optional(),
  about: ByLocale(20_000).optional(),
  legalNotice: ByLocale(20_000).optional(),
  contactEmail: z.email().max(254).nullable().optional(),
  address: z.string().max(1000).nullable().optional(),
  logoId: Id.nullable().optional(),
  logoTone: z.enum(['dark', 'light']).nullable().optional(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .toLowerCase()
    .optional(),
  typeface: z.enum(['fraunces', 'newsreader', 'archivo', 'bricolage']).optional(),
  defaultLocale: z.enum(LOCALES).optional(),
  demonstration: z.boolean().optional(),
  featured: z.array(Id).max(24).optional(),
  publicAvailability: z.boolean().optional(),
  digestDay: z.number().int().min(1).max(7).nullable().optional(),
  timeZone: z.string().max(60).refine(isTimeZone, 'No time zone (as Europe/Paris)').optional(),
  papers: z
    .strictObject({
      legalName: z.string().trim().min(1).max(200).nullable(),
      signatory: z.string().trim().min(1).max(200).nullable(),
      law: z.string().trim().min(1).max(120).nullable(),
      court: z.string().trim().min(1).max(120).nullable(),
      approvalAbove: z
        .strictObject({ currency: z.string().refine(isCurrency), minor: z.int().min(0).max(Number.MAX_SAFE_INTEGER) })
        .nullable(),
      linkDays: z.int().min(1).max(90),
      keepIp: z.boolean(),
    })
    .optional(),
  producers: z
    .strictObject({ askers: z.boolean(), offers: z.boolean(), offerPrices: z.boolean(), salePrices: z.boolean() })
    .optional(),
  // settings of before have no months for letters
  kept: z
    .strictObject({
      shortlists: months('shortlists'),
      waiting: months('waiting'),
      requests: months('requests'),
      letters: months('letters').default(VISITORS_KEPT.letters),
    })
    .optional(),
})

/** The settings as stored, over the defaults: a setting that is new in this version has its default. */
export function withDefaults(stored: Record<string, unknown> | undefined): HouseSettings {
  const parsed = SettingsChange.safeParse(stored ?? {})
  return { ...DEFAULT_SETTINGS, ...(parsed.success ? (parsed.data as Partial<HouseSettings>) : {}) }
}
