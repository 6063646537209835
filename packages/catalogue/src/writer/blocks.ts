/** A sheet as a house lays it out, before it takes the form of text, Markdown or HTML. */
import type { Contact, Cut, FestivalEntry, LanguageVersion, PressQuote, TitleSheet } from '../model/title-sheet.ts'
import { GENRES, type Genre } from '../model/vocabulary.ts'
import { paragraphs } from './sheet-in.ts'
import { countryName, languageName, themeName, type SheetWords } from './words.ts'

/** Words, or an address that a page makes a link of. */
export type Span = string | { address: string; kind: 'url' | 'email' }

export type Block =
  | { kind: 'title'; label: string | null; text: string }
  | { kind: 'prose'; role: string; label: string | null; text: string }
  | { kind: 'head'; text: string; labels: boolean } // `labels`: the items below are values of this label
  | { kind: 'fact'; label: string; value: Span[] }
  | { kind: 'item'; value: Span[] }

/** `handsome`: title and opening stand by themselves; `labelled`: every text behind its label, so that nothing can be mistaken. */
export type Layout = 'handsome' | 'labelled'

export function blocksOf(sheet: TitleSheet, language: string, words: SheetWords, layout: Layout): Block[] {
  return [
    { kind: 'title', label: layout === 'labelled' ? words.title : null, text: sheet.title },
    ...textBlocks(sheet, language, words, layout),
    ...facts(sheet, language, words),
    ...credits(sheet, words),
    ...festivals(sheet, language, words),
    ...press(sheet, words),
    ...contacts(sheet, words),
  ]
}

function textBlocks(sheet: TitleSheet, language: string, words: SheetWords, layout: Layout): Block[] {
  const lead = sheet.lead[language]?.text
  const texts: [string, string, string | undefined][] = [
    ['lead', words.lead, lead],
    ['logline', words.logline, sheet.logline[language]],
    ['short', words.shortSynopsis, sheet.shortSynopsis[language]],
    ['synopsis', words.synopsis, sheet.synopsis[language]],
    ['note', words.directorsNote, sheet.directorsNote[language]],
    ['biography', words.biography, sheet.biography[language]],
  ]
  // An opening and the text below need no labels, as long as no labelled hook claims to be the opening
  const bare =
    layout === 'handsome' &&
    lead !== undefined &&
    sheet.synopsis[language] !== undefined &&
    !sheet.logline[language] &&
    !sheet.shortSynopsis[language]
  return texts.flatMap(([role, label, text]) =>
    paragraphs(text ?? '').map((one, index): Block => {
      const needs = bare && (role === 'lead' || role === 'synopsis') ? false : index === 0 || layout === 'labelled'
      return { kind: 'prose', role, label: needs ? label : null, text: one }
    }),
  )
}

function facts(sheet: TitleSheet, language: string, words: SheetWords): Block[] {
  const rows: [string, Span[]][] = [
    [words.originalTitle, text(sheet.originalTitle)],
    ...sheet.otherTitles.map((one): [string, Span[]] => [
      words.otherTitle,
      [one.language === null ? one.title : `${one.title} (${languageName(one.language, language)})`],
    ]),
    [words.year, text(sheet.year?.toString() ?? null)],
    [words.duration, list(sheet.cuts.map((cut) => cutIn(cut, language, words)))],
    [words.director, list(sheet.directors)],
    [words.country, list(sheet.countries.map((code) => countryName(code, language)))],
    [words.originalLanguage, list(sheet.originalLanguages.map((code) => languageName(code, language)))],
    [words.versions, list(sheet.versions.map((one) => versionIn(one, language, words)))],
    [words.production, list(sheet.productionCompanies.map((one) => companyIn(one, language)))],
    [words.coProduction, list(sheet.coProducers.map((one) => companyIn(one, language)))],
    [words.producer, list(sheet.producers)],
    [words.broadcaster, list(sheet.broadcasters)],
    [words.supporter, list(sheet.supporters)],
    [words.genre, list(sheet.genres.map((one) => (GENRES.includes(one as Genre) ? words.genres[one as Genre] : one)))],
    [words.theme, list(sheet.themes.map((one) => themeName(one, language)))],
    [words.keyword, list(sheet.keywords)],
    [words.place, list(sheet.places.map((one) => (/^[A-Z]{2}$/.test(one) ? countryName(one, language) : one)))],
    [words.period, text(periodIn(sheet))],
    [words.format, list(sheet.formats)],
    [words.advisory, list(sheet.advisories)],
    [words.rating, list(sheet.ratings.map((one) => `${one.system} ${one.value}`))],
    ['ISAN', text(sheet.identifiers.isan?.replace(/^ISAN\s*/, '') ?? null)],
    ['EIDR', text(sheet.identifiers.eidr)],
    ['IMDb', text(sheet.identifiers.imdb)],
    ['TMDB', text(sheet.identifiers.tmdb)],
    ['Wikidata', text(sheet.identifiers.wikidata)],
    [words.reference, text(sheet.identifiers.reference)],
    [words.leadWrittenOn, text(sheet.lead[language]?.writtenOn ?? null)],
    [words.trailer, sheet.trailer === null ? [] : [{ address: sheet.trailer.url, kind: 'url' }]],
  ]
  const filled = rows.filter(([, value]) => value.length > 0)
  if (filled.length === 0) return []
  return [
    { kind: 'head', text: words.facts, labels: false },
    ...filled.map(([label, value]): Block => ({ kind: 'fact', label, value })),
  ]
}

const text = (value: string | null): Span[] => (value === null || value === '' ? [] : [value])
const list = (values: string[]): Span[] => text(values.join(', '))

function periodIn(sheet: TitleSheet): string | null {
  if (sheet.period === null) return null
  const { from, to, label } = sheet.period
  const years = from === null && to === null ? null : from === to ? String(from) : `${from ?? ''}–${to ?? ''}`
  return [label, years].filter((one) => one !== null).join(', ') || null
}

function cutIn(cut: Cut, language: string, words: SheetWords): string {
  const length = cut.episodes === null ? `${cut.minutes}'` : `${cut.episodes} x ${cut.minutes}'`
  return cut.versions.length === 0
    ? length
    : `${length} (${cut.versions.map((one) => versionIn(one, language, words)).join(', ')})`
}

/** `French (subtitles, SDH)`, `Japanese`. */
function versionIn(version: LanguageVersion, language: string, words: SheetWords): string {
  const marks = [
    version.use === null ? null : words.uses[version.use],
    version.hardOfHearing ? words.hardOfHearing : null,
  ].filter((one) => one !== null)
  const name = languageName(version.language, language)
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`
}

const companyIn = (company: { name: string; country: string | null }, language: string): string =>
  company.country === null ? company.name : `${company.name} (${countryName(company.country, language)})`

function credits(sheet: TitleSheet, words: SheetWords): Block[] {
  if (sheet.credits.length === 0) return []
  return [
    { kind: 'head', text: words.credits, labels: false },
    ...sheet.credits.map((credit): Block => ({
      kind: 'fact',
      label: credit.role === 'other' ? (credit.label ?? words.credits) : words.roles[credit.role],
      value: list(credit.names),
    })),
  ]
}

function festivals(sheet: TitleSheet, language: string, words: SheetWords): Block[] {
  if (sheet.festivals.length === 0) return []
  return [
    { kind: 'head', text: words.festivals, labels: true },
    ...sheet.festivals.map((entry): Block => ({ kind: 'item', value: [festivalIn(entry, language, words)] })),
  ]
}

/** `FIPADOC 2021 (Biarritz, France) – Section: Panorama – Prize: Best Film – World premiere`. */
export function festivalIn(entry: FestivalEntry, language: string, words: SheetWords): string {
  const country = entry.country === null ? null : countryName(entry.country, language)
  const place = country === null ? '' : entry.city === null ? `(${country})` : `(${entry.city}, ${country})`
  return [
    [entry.festival, entry.year?.toString() ?? '', place].filter((one) => one !== '').join(' '),
    entry.city === null || entry.country !== null ? '' : `${words.city}${words.colon} ${entry.city}`,
    entry.section === null ? '' : `${words.section}${words.colon} ${entry.section}`,
    entry.award === null ? '' : `${words.prize}${words.colon} ${entry.award}`,
    entry.premiere === null ? '' : words.premieres[entry.premiere],
  ]
    .filter((one) => one !== '')
    .join(' – ')
}

function press(sheet: TitleSheet, words: SheetWords): Block[] {
  if (sheet.pressQuotes.length === 0) return []
  return [
    { kind: 'head', text: words.press, labels: true },
    ...sheet.pressQuotes.map((quote): Block => ({ kind: 'item', value: [quoteIn(quote)] })),
  ]
}

function quoteIn(quote: PressQuote): string {
  const by = [quote.author, quote.source].filter((one) => one !== null).join(', ')
  return by === '' ? `“${quote.text}”` : `“${quote.text}” – ${by}`
}

function contacts(sheet: TitleSheet, words: SheetWords): Block[] {
  const lines = sheet.contacts.flatMap((contact): Block[] => {
    const value = contactIn(contact)
    return value.length === 0 ? [] : [{ kind: 'fact', label: contact.role ?? words.contact, value }]
  })
  return lines.length === 0 ? [] : [{ kind: 'head', text: words.contact, labels: false }, ...lines]
}

function contactIn(contact: Contact): Span[] {
  const parts: Span[] = [contact.company, contact.name, contact.phone].filter((one) => one !== null)
  if (contact.email !== null) parts.push({ address: contact.email, kind: 'email' })
  if (contact.url !== null) parts.push({ address: contact.url, kind: 'url' })
  return parts.flatMap((part, index): Span[] => (index === 0 ? [part] : [', ', part]))
}
