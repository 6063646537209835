/** What a company is for whoever sells to it: what it is, where it shows films, what it looks for. */

export const COMPANY_KINDS = ['broadcaster', 'platform', 'distributor', 'festival', 'producer', 'other'] as const
export type CompanyKind = (typeof COMPANY_KINDS)[number]

/** An expression of territories, media or languages: as it was written, and the leaves it means, to be held against availabilities. */
export interface Wish {
  text: string
  leaves: string[]
}

/** A place in a programme: so long, about such things. */
export interface Slot {
  text: string
  /** Minutes; null where the text names no length. */
  from: number | null
  to: number | null
  series: boolean
  genres: string[]
  themes: string[]
}

export interface CompanyProfile {
  channels: string[]
  territory: Wish | null
  media: Wish | null
  languages: Wish | null
  slots: Slot[]
  address: string | null
  phone: string | null
  web: string | null
}
