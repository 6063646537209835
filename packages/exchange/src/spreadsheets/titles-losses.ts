/**
 * What a list of films does not bring back as it was. It is told from the sheet, not by reading the list again as other formats do: that
 * takes longer than writing it, and a list may have ten thousand films.
 */
import type { TitleSheet } from '@vitrine/catalogue'
import { versionsOfFilm } from '@vitrine/catalogue/model/versions'
import type { Locale } from '@vitrine/messages/locale'
import type { FilmOut, Loss, SheetField } from '../formats/format.ts'
import { saysNothing } from '../formats/losses.ts'
import type { TitleColumn } from './titles-columns.ts'

const SPOKEN = ['lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography'] as const

/** For each column the field that it holds, where that is called otherwise. */
const FIELD_OF: Partial<Record<TitleColumn['key'], readonly SheetField[]>> = {
  title: ['title', 'titles'],
  otherTitles: ['titles', 'otherTitles'],
  lengths: ['cuts'],
  versions: ['versions', 'cuts'],
  subtitles: ['versions', 'cuts'],
  leadWrittenOn: ['lead'],
  awards: ['festivals'],
  press: ['pressQuotes'],
  reference: ['identifiers'],
}

const hasCountry = (tag: string): boolean => tag.includes('-')
const twice = (texts: readonly string[]): boolean => new Set(texts).size < texts.length

/** Versions say of which cut they are where there are several, by its length; else they come back as versions of the film. */
const versionsMove = ({ cuts }: TitleSheet): boolean =>
  cuts.some(({ versions }) => versions.length > 0) &&
  (cuts.length === 1 || twice(cuts.map(({ minutes, episodes }) => `${episodes} ${minutes}`)))

/** Whether a field comes back otherwise than it left: what a list has no way to say, or says so that it can be read in two ways. */
const CHANGED: Partial<Record<SheetField, (sheet: TitleSheet, locale: Locale) => boolean>> = {
  title: ({ title, titles }, locale) => (titles[locale] ?? title) !== title,
  // the title in a language comes back as another title of it
  titles: ({ titles }) => !saysNothing(titles),
  otherTitles: ({ title, titles, otherTitles }, locale) => {
    const shown = titles[locale] ?? title
    return [title, ...Object.values(titles)].some((one) => one !== shown) || otherTitles.some((one) => one.title === shown)
  },
  // a language comes back without the country in which it is spoken so
  originalLanguages: ({ originalLanguages }) => originalLanguages.some(hasCountry),
  cuts: (sheet) =>
    versionsMove(sheet) || sheet.cuts.some(({ versions }) => versions.some(({ language }) => hasCountry(language))),
  // and those of a film whose cuts all have their own are nobody's
  versions: (sheet) =>
    versionsMove(sheet) ||
    sheet.versions.some(({ language }) => hasCountry(language)) ||
    sheet.versions.some((one) => !versionsOfFilm(sheet).includes(one)),
  credits: ({ credits }) => credits.some(({ role, label }) => role === 'other' && label === null),
  period: ({ period }) => period !== null && saysNothing(period),
  // of two entries at one festival the first may get the prize of the second
  festivals: ({ festivals }) =>
    festivals.some(({ award }) => award !== null) && twice(festivals.map(({ festival, year }) => `${festival} ${year}`)),
  pressQuotes: ({ pressQuotes }) => pressQuotes.some(({ language, source }) => language === null || source === null),
  // a film without a reference has its id in that column
  identifiers: ({ identifiers }) => identifiers.reference === null,
  // which of two names is the firm is guessed
  contacts: ({ contacts }) => contacts.some(({ name, company }) => name !== null || company !== null),
  pictures: ({ pictures }) => pictures.length > 0,
}

/** @param columns those that the list has: of what nobody asked for nothing is lost */
export function titlesLosses(films: readonly FilmOut[], columns: readonly TitleColumn[], locale: Locale): Loss[] {
  const fields = new Set(columns.flatMap(({ key }): readonly SheetField[] => FIELD_OF[key] ?? [key as SheetField]))
  return films.flatMap(({ id, sheet }) => {
    const loss = (field: SheetField, why: Loss['why']): Loss => ({ filmId: id, title: sheet.title, field, why })
    const parts = (Object.keys(CHANGED) as SheetField[]).filter((field) => fields.has(field) && CHANGED[field]!(sheet, locale))
    // A list speaks one language; a text that is there in another alone stands there, and may be taken for the list's.
    const spoken = SPOKEN.filter(
      (field) => fields.has(field) && Object.keys(sheet[field]).some((language) => language !== locale),
    )
    return [...parts.map((field) => loss(field, 'part')), ...spoken.map((field) => loss(field, 'one-language'))]
  })
}
