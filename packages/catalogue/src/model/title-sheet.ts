/**
 * The title sheet: everything a sales house knows and says about one film.
 *
 * A sheet is a plain immutable value. Texts are kept by language (`{ en: "…", fr: "…" }`); countries are ISO 3166-1
 * alpha-2 codes (XK for Kosovo); languages are BCP 47 tags in their shortest form ("fr", "tmh"); days are `YYYY-MM-DD`.
 * Nothing here knows about databases, slugs or revisions: those belong to the house (see packages/house).
 */
import { z } from 'zod'

/** A calendar day, `2026-03-01`. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** ISO 3166-1 alpha-2, or XK. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/)
/** BCP 47, shortest code: `fr`, `tmh`, `pt-BR`. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

/** One text in several languages: `{ en: "…", fr: "…" }`. A language without text is absent, never an empty string. */
export const TextByLanguage = z.record(LanguageTag, z.string().min(1).max(100_000))

/** The topical hook that ties the film to the news of a day; it ages, so it carries the day it was written. */
export const Lead = z.object({ text: z.string().min(1).max(10_000), writtenOn: Day.nullable() })

export const LANGUAGE_USES = ['original', 'subtitled', 'dubbed', 'voice-over'] as const

/** One language version of a cut that a buyer can have. `language` is that of the subtitles when `use` is `subtitled`. */
export const LanguageVersion = z.object({
  language: LanguageTag,
  use: z.enum(LANGUAGE_USES).nullable(), // null: the sheet says "FRA" and no more
  hardOfHearing: z.boolean().default(false), // SDH / HoH / sourds et malentendants
})

/** One cut: `52'`, `90'`, or `3 x 52'` (`episodes` 3, `minutes` 52). Minutes are whole, per episode. */
export const Cut = z.object({
  minutes: z.int().min(1).max(6000),
  episodes: z.int().min(1).max(2000).nullable(), // null: a single film
  versions: z.array(LanguageVersion),
})

export const Company = z.object({ name: z.string().min(1), country: CountryCode.nullable().default(null) })

/** A credit other than direction and production: `{ role: "photography", names: [...] }`. */
export const CREDIT_ROLES = [
  'co-director',
  'writer',
  'photography',
  'editing',
  'sound',
  'sound-mix',
  'music',
  'narrator',
  'cast',
  'animation',
  'graphics',
  'research',
  'colour-grading',
  'executive-producer',
  'line-producer',
  'commissioning-editor',
  'production-manager',
  'set-design',
  'other',
] as const
export const Credit = z.object({
  role: z.enum(CREDIT_ROLES),
  label: z.string().nullable(), // as printed, when role is "other"
  names: z.array(z.string().min(1)).min(1),
})

export const PREMIERES = ['world', 'international', 'european', 'continental', 'national', 'regional', 'other'] as const

/** One selection or prize. Several prizes at one festival are several entries. */
export const FestivalEntry = z.object({
  festival: z.string().min(1),
  year: z.int().min(1880).max(2200).nullable(),
  city: z.string().nullable(),
  country: CountryCode.nullable(),
  section: z.string().nullable(),
  award: z.string().nullable(),
  premiere: z.enum(PREMIERES).nullable(),
})

export const PressQuote = z.object({
  text: z.string().min(1),
  source: z.string().nullable(), // the paper or site
  author: z.string().nullable(),
  language: LanguageTag.nullable(),
})

export const Rating = z.object({ system: z.string().min(1), value: z.string().min(1) }) // CSA -12, FSK 16, BBFC 15

/** ISAN and EIDR are kept in their printed canonical form, check characters included where the sheet gave them. */
export const Identifiers = z.object({
  isan: z.string().nullable(),
  eidr: z.string().nullable(),
  imdb: z.string().nullable(), // tt1234567
  tmdb: z.string().nullable().default(null), // 603, the number of a film; of a series: tv/603
  wikidata: z.string().nullable().default(null), // Q83495
  reference: z.string().nullable(), // the house's own
})

export const Contact = z.object({
  name: z.string().nullable(),
  role: z.string().nullable(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  url: z.string().nullable(),
})

export const PICTURE_KINDS = ['poster', 'still', 'portrait', 'logo'] as const

/** A picture of the film. `id` names the stored file; `focus` (0..1) is the point that must survive any crop. */
export const Picture = z.object({
  id: z.string().min(1),
  kind: z.enum(PICTURE_KINDS),
  caption: TextByLanguage, // also the text alternative
  credit: z.string().nullable(),
  focus: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).nullable(),
  width: z.int().positive(),
  height: z.int().positive(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(), // the accent that the picture lends to its page
})

/** A span of years that the film is about, not when it was made. */
export const Period = z.object({ from: z.int().nullable(), to: z.int().nullable(), label: z.string().nullable() })

export const TitleSheet = z.object({
  /** The title under which the house sells the film, in its first language. */
  title: z.string().min(1).max(500),
  /** The title in each language in which it is sold; may be empty when `title` serves everywhere. */
  titles: TextByLanguage,
  originalTitle: z.string().nullable(),
  otherTitles: z.array(z.object({ title: z.string().min(1), language: LanguageTag.nullable() })), // working, festival, alternative titles
  lead: z.record(LanguageTag, Lead),
  logline: TextByLanguage,
  shortSynopsis: TextByLanguage,
  /** The long synopsis; paragraphs separated by one empty line. */
  synopsis: TextByLanguage,
  directorsNote: TextByLanguage,
  biography: TextByLanguage,
  year: z.int().min(1880).max(2200).nullable(),
  cuts: z.array(Cut),
  /** Versions that a sheet gives for the film as a whole; a cut with versions of its own overrides them. */
  versions: z.array(LanguageVersion),
  originalLanguages: z.array(LanguageTag),
  directors: z.array(z.string().min(1)),
  productionCompanies: z.array(Company),
  coProducers: z.array(Company),
  broadcasters: z.array(z.string().min(1)),
  supporters: z.array(z.string().min(1)), // funds, "with the support of"
  producers: z.array(z.string().min(1)), // persons
  credits: z.array(Credit),
  countries: z.array(CountryCode), // of production
  genres: z.array(z.string().min(1)), // codes of model/vocabulary.ts where known, else as printed
  themes: z.array(z.string().min(1)), // codes of model/vocabulary.ts where known, else as printed
  keywords: z.array(z.string().min(1)),
  places: z.array(z.string().min(1)), // as printed; countries as their code
  period: Period.nullable(),
  festivals: z.array(FestivalEntry),
  pressQuotes: z.array(PressQuote),
  formats: z.array(z.string().min(1)), // 4K, HD, DCP, colour, b/w, 16:9, 5.1
  advisories: z.array(z.string().min(1)),
  ratings: z.array(Rating),
  identifiers: Identifiers,
  pictures: z.array(Picture),
  trailer: z.object({ url: z.url() }).nullable(),
  contacts: z.array(Contact),
  /** Slugs of the house's collections that show this film ("Water wars", "Portraits"). */
  collections: z.array(z.string().regex(/^[a-z0-9-]+$/)),
})

export type TitleSheet = z.infer<typeof TitleSheet>
export type TextByLanguage = z.infer<typeof TextByLanguage>
export type Lead = z.infer<typeof Lead>
export type Cut = z.infer<typeof Cut>
export type LanguageVersion = z.infer<typeof LanguageVersion>
export type LanguageUse = (typeof LANGUAGE_USES)[number]
export type Company = z.infer<typeof Company>
export type Credit = z.infer<typeof Credit>
export type CreditRole = (typeof CREDIT_ROLES)[number]
export type FestivalEntry = z.infer<typeof FestivalEntry>
export type Premiere = (typeof PREMIERES)[number]
export type PressQuote = z.infer<typeof PressQuote>
export type Identifiers = z.infer<typeof Identifiers>
export type Contact = z.infer<typeof Contact>
export type Picture = z.infer<typeof Picture>
export type Period = z.infer<typeof Period>

/** `draft`: only the desk sees it; `published`: everyone; `withdrawn`: its page says so, and it appears in no list. */
export const TITLE_STATUSES = ['draft', 'published', 'withdrawn'] as const
export type TitleStatus = (typeof TITLE_STATUSES)[number]

/**
 * A sheet with nothing in it but its title.
 *
 * @example
 * emptySheet('The Salt Road').cuts // []
 */
export function emptySheet(title: string): TitleSheet {
  return {
    title,
    titles: {},
    originalTitle: null,
    otherTitles: [],
    lead: {},
    logline: {},
    shortSynopsis: {},
    synopsis: {},
    directorsNote: {},
    biography: {},
    year: null,
    cuts: [],
    versions: [],
    originalLanguages: [],
    directors: [],
    productionCompanies: [],
    coProducers: [],
    broadcasters: [],
    supporters: [],
    producers: [],
    credits: [],
    countries: [],
    genres: [],
    themes: [],
    keywords: [],
    places: [],
    period: null,
    festivals: [],
    pressQuotes: [],
    formats: [],
    advisories: [],
    ratings: [],
    identifiers: { isan: null, eidr: null, imdb: null, tmdb: null, wikidata: null, reference: null },
    pictures: [],
    trailer: null,
    contacts: [],
    collections: [],
  }
}
