/** What lists show of a film: a cut of the sheet that is stored beside it, and its form in one locale. */
import { versionsOfFilm } from '@vitrine/catalogue/model/versions'
import type { Picture, TextByLanguage, TitleSheet } from '@vitrine/catalogue'
import type { Locale } from '@vitrine/messages'
import type { CardRow } from '@vitrine/store/titles/cards'
import type { PictureRef, TitleCard } from '../contract.ts'

export interface StoredCard {
  title: string
  titles: TextByLanguage
  originalTitle: string | null
  originalLanguages: string[]
  hook: TextByLanguage
  year: number | null
  cuts: { minutes: number; episodes: number | null }[]
  directors: string[]
  countries: string[]
  versions: string[]
  themes: string[]
  festivals: number
  poster: Picture | null
  still: Picture | null
}

const HOOK = 280

/** The card of a sheet. */
export function cardOf(sheet: TitleSheet): StoredCard {
  const languages = new Set([
    ...Object.keys(sheet.logline),
    ...Object.keys(sheet.lead),
    ...Object.keys(sheet.shortSynopsis),
    ...Object.keys(sheet.synopsis),
  ])
  const hook: TextByLanguage = {}
  for (const language of languages) {
    const text =
      sheet.logline[language] ?? sheet.lead[language]?.text ?? sheet.shortSynopsis[language] ?? sheet.synopsis[language]
    if (text !== undefined) hook[language] = opening(text, HOOK)
  }
  return {
    title: sheet.title,
    titles: sheet.titles,
    originalTitle: sheet.originalTitle,
    originalLanguages: sheet.originalLanguages,
    hook,
    year: sheet.year,
    cuts: sheet.cuts.map(({ minutes, episodes }) => ({ minutes, episodes })),
    directors: sheet.directors,
    countries: sheet.countries,
    versions: versionsOf(sheet),
    themes: sheet.themes,
    festivals: sheet.festivals.length,
    poster: sheet.pictures.find((picture) => picture.kind === 'poster') ?? null,
    still: sheet.pictures.find((picture) => picture.kind === 'still') ?? null,
  }
}

/** The languages a film is on offer in, those of its cuts included, each once. */
export function versionsOf(sheet: Pick<TitleSheet, 'versions' | 'cuts'>): string[] {
  return [...new Set(versionsOfFilm(sheet).map((version) => version.language))]
}

/** The start of a text, whole words, with an ellipsis when it was cut. Never half of a surrogate pair. */
export function opening(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const cut = flat.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/[\s,;:.–—-]+$/, '')}…`
}

/** The text in the asked locale, else in one of the film's own languages, else in English, else in whatever there is. */
export function inLocale<T>(texts: Record<string, T>, locale: Locale, own: readonly string[] = []): T | null {
  for (const language of [locale, ...own, 'en', 'fr']) {
    const text = texts[language]
    if (text !== undefined) return text
  }
  const [first] = Object.keys(texts).toSorted()
  return first === undefined ? null : (texts[first] ?? null)
}

/** A picture as pages refer to it; its text alternative falls back to the film's title. */
export function pictureRef(picture: Picture | null, locale: Locale, title: string): PictureRef | null {
  if (!picture) return null
  return {
    id: picture.id,
    width: picture.width,
    height: picture.height,
    alt: inLocale(picture.caption, locale) ?? title,
    colour: picture.colour,
    focus: picture.focus,
    credit: picture.credit,
  }
}

/** A stored card in one locale. */
export function toTitleCard(row: CardRow<StoredCard>, locale: Locale): TitleCard {
  const { card } = row
  const title = card.titles[locale] ?? card.title
  return {
    id: row.id,
    slug: row.slug,
    status: row.status,
    revision: row.revision,
    title,
    originalTitle: card.originalTitle,
    hook: inLocale(card.hook, locale, card.originalLanguages),
    year: card.year,
    cuts: card.cuts,
    directors: card.directors,
    countries: card.countries,
    versions: card.versions,
    themes: card.themes,
    festivals: card.festivals,
    poster: pictureRef(card.poster, locale, title),
    still: pictureRef(card.still, locale, title),
    updatedAt: row.updatedAt,
  }
}
