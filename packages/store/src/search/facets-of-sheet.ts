import { versionsOfFilm } from '@vitrine/catalogue/model/versions'
import { slotOf } from '@vitrine/catalogue'
import { SLOTS } from '@vitrine/catalogue'
import { slugOf } from '@vitrine/catalogue/model/slug'
import type { TitleSheet } from '@vitrine/catalogue'
import { sortKeyOf, wordsOf } from './fold.ts'

/** The facets that are counted, in the order of their numbers in memory. `status` is the row's own. */
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

/** What lists compare and count of one title; stored as JSON in search_title.facets, so its keys are short. */
export interface TitleFacets {
  k: string // sort key of the title
  kl?: Record<string, string> // sort keys in languages where it differs
  n: number // words of the title: of two hits the shorter title is meant
  y: number | null
  p: number | null // published, ms
  u: number // updated, ms
  /** By facet: values, or [value, name as printed] where the value is only a slug of it. */
  f: Partial<Record<Facet, (string | [string, string])[]>>
}

/** Facets and sort keys of a sheet. Values: codes of the model where there are codes, else slugs of the name. */
export function facetsOfSheet(sheet: TitleSheet, at: { publishedAt: string | null; updatedAt: string }): TitleFacets {
  const key = sortKeyOf(sheet.title)
  const others = Object.entries(sheet.titles)
    .map(([language, title]) => [language, sortKeyOf(title)] as const)
    .filter(([, other]) => other !== key)
  const versions = versionsOfFilm(sheet).map((version) => version.language)
  const slots = new Set(sheet.cuts.map(slotOf))
  const found: TitleFacets['f'] = {
    theme: named(sheet.themes),
    slot: SLOTS.filter((slot) => slots.has(slot)),
    year: sheet.year === null ? [] : [String(sheet.year)],
    country: unique(sheet.countries),
    version: unique(versions),
    festival: named(sheet.festivals.map((entry) => entry.festival)),
    director: named(sheet.directors),
    genre: named(sheet.genres),
    collection: unique(sheet.collections),
  }
  for (const facet of FACETS) if (found[facet]?.length === 0) delete found[facet]
  return {
    k: key,
    ...(others.length > 0 ? { kl: Object.fromEntries(others) } : {}),
    n: Math.max(1, wordsOf(sheet.title).length),
    y: sheet.year,
    p: at.publishedAt === null ? null : Date.parse(at.publishedAt),
    u: Date.parse(at.updatedAt),
    f: found,
  }
}

const MOST = 200 // of one facet on one title

function unique(values: string[]): string[] {
  return [...new Set(values)].slice(0, MOST)
}

/** Two spellings with one slug are one value; a name that is its own slug (a code) needs no name beside it. */
function named(names: string[]): (string | [string, string])[] {
  const bySlug = new Map<string, string>()
  for (const name of names) {
    const slug = slugOf(name)
    if (slug !== '' && !bySlug.has(slug)) bySlug.set(slug, name.trim())
  }
  return [...bySlug].slice(0, MOST).map(([slug, name]) => (slug === name ? slug : [slug, name]))
}
