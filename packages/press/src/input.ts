/**
 * What the printing room needs to print: values only, no database and no clock. Pictures come as bytes, because a printed
 * page must not depend on a server that answers.
 */
import type { TitleSheet } from '@vitrine/catalogue'
import type { PaperContent } from '@vitrine/deals/papers/paper'
import type { Invoice } from '@vitrine/ledger/invoice/invoice'
import type { Locale } from '@vitrine/messages'

export const PAPERS = ['a4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]

/** The house as it signs its papers. */
export interface PrintedHouse {
  name: string
  strapline: string | null
  contactEmail: string | null
  address: string | null
  accent: string // #rrggbb
  typeface: 'fraunces' | 'newsreader' | 'archivo' | 'bricolage'
  logo: PrintedPicture | null
  demonstration: boolean
}

/** JPEG, PNG or WebP bytes of a picture, already at a size that suits print (≈ 200 dpi). */
export interface PrintedPicture {
  bytes: Uint8Array
  width: number
  height: number
  alt: string
  credit: string | null
  focus: { x: number; y: number } | null
}

/** One film ready to print. `url` is its public page: it is printed short and as a QR code. */
export interface PrintedFilm {
  sheet: TitleSheet
  slug: string
  url: string
  poster: PrintedPicture | null
  stills: PrintedPicture[] // the first is the widest on the page; three are used at most
  accent: string | null // #rrggbb, lent by the film's own picture
}

export interface OneSheetInput {
  house: PrintedHouse
  film: PrintedFilm
  locale: Locale
  paper: Paper
  /** For a printing works: what touches the edge runs past the cut, marks show where it is, inks instead of light. */
  forPrinters?: boolean
}

export interface ShortlistInput {
  house: PrintedHouse
  name: string | null
  note: string | null
  url: string
  createdOn: string // YYYY-MM-DD
  films: PrintedFilm[]
  locale: Locale
  paper: Paper
  /** For a printing works: what touches the edge runs past the cut, marks show where it is, inks instead of light. */
  forPrinters?: boolean
}

/** A catalogue for a market. */
export interface CatalogueInput {
  house: PrintedHouse
  market: { name: string; where: string | null }
  year: number
  /** The picture of the cover; null: the cover is set in type alone. */
  cover: PrintedPicture | null
  films: PrintedFilm[]
  contacts: { name: string; role: string | null; email: string | null; phone: string | null }[]
  locale: Locale
  paper: Paper
  perPage: 1 | 2
  /** For a printing works: pictures that run past the cut, marks where it is, inks instead of light. */
  forPrinters: boolean
}

/** Meetings at a market, as a paper that is taken along: values, already in words. */
export interface MeetingSheetInput {
  house: PrintedHouse
  market: { name: string; where: string | null; days: string }
  meetings: {
    day: string
    time: string
    place: string | null
    company: string | null
    kinds: string
    ours: string[]
    about: string | null
    people: string[]
    looksFor: { label: string; text: string }[]
    bought: string[]
    asked: string[]
    films: { title: string; line: string; hook: string | null }[]
    notes: string
  }[]
  locale: Locale
  paper: Paper
}

/** Cards of the house's people, to be cut out of a sheet: as many of each as are wanted. */
export interface ContactCardsInput {
  house: PrintedHouse
  market: { name: string; where: string | null; days: string | null }
  people: { name: string; role: string | null; email: string | null }[]
  /** The address of the house's pages. */
  site: string
  perPerson: 1 | 8
  locale: Locale
  paper: Paper
  /** For a printing works: what touches the edge runs past the cut, marks show where it is, inks instead of light. */
  forPrinters?: boolean
}

/** A list of availabilities as it was sent. */
export interface SentListInput {
  house: PrintedHouse
  list: {
    toName: string
    toCompany: string | null
    at: string // ISO instant
    byName: string
    message: string | null
    question: {
      territories: { text: string }
      media: { text: string }
      languages: { text: string; leaves: string[] }
      cut: string | null
      from: string
      to: string | null
      exclusive: boolean
    }
    rows: {
      title: string
      slug: string | null
      answer: 'full' | 'partial' | 'none'
      share: number
      soonestFree: string | null
      available: string[]
      director: string | null
      year: number | null
      minutes: string | null
    }[]
  }
  url: string // of the list's page
  filmsUrl: string // under which films have their pages
  locale: Locale
  paper: Paper
  /** For a printing works: what touches the edge runs past the cut, marks show where it is, inks instead of light. */
  forPrinters?: boolean
}

/** A deal memo or contract, word by word as it was drawn up. `draft` is printed across it. */
export interface PaperInput {
  house: PrintedHouse
  content: PaperContent
  draft: boolean
}

/** What changed between two versions of a paper. */
export interface RedlineInput {
  house: PrintedHouse
  content: PaperContent
  title: string
  /** There is no version before it. */
  isFirst?: boolean
  sections: { heading: string; parts: { kind: 'same' | 'ins' | 'del'; text: string }[] }[]
}

/** How a paper was signed, as the page behind it says. */
export interface SignatureRecordInput {
  house: PrintedHouse
  content: PaperContent
  document: { label: string; text: string }[]
  signed: { heading: string; lines: { label: string; text: string }[] }[]
}

/** An invoice or credit note, in its own language. */
export interface InvoiceInput {
  house: PrintedHouse
  invoice: Invoice
  /** The same for programs, to be put inside; null: none exists for its currency. */
  xml: string | null
}
