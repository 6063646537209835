import type { TextByLanguage, TitleSheet } from '../model/title-sheet.ts'

/**
 * A sheet as one written sheet can say it: its texts in one language, its titles in others among the other titles, without pictures and the house's own collections.
 * What `writeSheet` writes and the reader reads back is exactly this.
 *
 * @example
 * sheetIn({ ...sheet, synopsis: { en: 'A.', fr: 'B.' } }, 'fr').synopsis // { fr: 'B.' }
 */
export function sheetIn(sheet: TitleSheet, language: string): TitleSheet {
  const only = (texts: TextByLanguage): TextByLanguage =>
    texts[language] === undefined ? {} : { [language]: inLines(texts[language]) }
  const lead = sheet.lead[language]
  const title = sheet.titles[language] ?? sheet.title
  return {
    ...sheet,
    title,
    titles: {},
    otherTitles: otherTitles(sheet, title),
    lead: lead === undefined ? {} : { [language]: { ...lead, text: inLines(lead.text) } },
    logline: only(sheet.logline),
    shortSynopsis: only(sheet.shortSynopsis),
    synopsis: only(sheet.synopsis),
    directorsNote: only(sheet.directorsNote),
    biography: only(sheet.biography),
    pressQuotes: sheet.pressQuotes
      .filter((quote) => quote.language === null || quote.language === language)
      .map((quote) => ({ ...quote, language: null })),
    period: sheet.period !== null && Object.values(sheet.period).some((one) => one !== null) ? sheet.period : null,
    pictures: [],
    collections: [],
  }
}

/** The titles of other markets are other titles on a sheet in one language. */
function otherTitles(sheet: TitleSheet, title: string): TitleSheet['otherTitles'] {
  const known = new Set([title, sheet.originalTitle, ...sheet.otherTitles.map((one) => one.title)])
  const elsewhere = [
    { title: sheet.title, language: null },
    ...Object.entries(sheet.titles).map(([language, one]) => ({ title: one, language })),
  ]
  return [
    ...elsewhere.filter((one) => {
      if (known.has(one.title)) return false
      known.add(one.title)
      return true
    }),
    ...sheet.otherTitles,
  ]
}

/** Paragraphs parted by one empty line, each on one line. */
function inLines(text: string): string {
  return paragraphs(text).join('\n\n')
}

/** The paragraphs of a text. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s*\n\s*/g, ' ').trim())
    .filter((one) => one !== '')
}
