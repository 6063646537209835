/** A film as a printed page shows it: every word chosen and formatted, so that a template only sets type. */
import { otherTitlesOf } from '@vitrine/catalogue/model/other-titles'
import { versionsOfCut } from '@vitrine/catalogue/model/versions'
import type { Cut, FestivalEntry, LanguageVersion, TextByLanguage, TitleSheet } from '@vitrine/catalogue'
import {
  capitalise,
  colon,
  countryName,
  formatDay,
  formatPeriod,
  languageName as languageInProse,
  type Locale,
} from '@vitrine/messages'
import { innerQuotes } from '@vitrine/messages/inner-quotes'
import { pressWords, type PressWords } from '@vitrine/messages/press'
import { nameOf } from '@vitrine/messages/vocabulary'
import { legibleAccent } from './accent.ts'
import type { PrintedFilm, PrintedHouse, PrintedPicture } from './input.ts'
import type { PlacedPicture } from './typst/printing-press.ts'

export interface FilmView {
  title: string
  subtitle: string | null
  /** Genres and themes, for a line above the title. */
  rubric: string | null
  line: string
  lead: string | null
  /** The day a lead was written: it ties the film to the news of that day. */
  leadDay: string | null
  /** The story in the lengths that exist, longest first: a page takes the longest that fits. Paragraphs within. */
  texts: string[][]
  /** In the order of end credits. Where a column is full those of the highest rank give way first. */
  facts: { label: string; values: string[]; rank: 1 | 2 | 3 }[]
  /** What a buyer looks up once the film interests: they stand below the story, each short. */
  details: { label: string; values: string[] }[]
  identifiers: string[]
  festivals: { award: string | null; where: string }[]
  /** What stands for the festivals that a column has no room for, by how many are left out. */
  more: string[]
  quote: { text: string; by: string | null } | null
  poster: PlacedPicture | null
  stills: PlacedPicture[]
  accent: string
  keywords: string[]
  url: string
  shortUrl: string
}

export interface HouseView {
  name: string
  contactEmail: string | null
  address: string | null
  note: string | null
}

/** The names on a page that a reader takes in at a glance; the rest is on the film's own page. */
const MOST_FESTIVALS = 12
const MOST_CAST = 6
/** More than these share a line. */
const MOST_DIRECTORS = 3
const MOST_CREDITS = 20
const MOST_NAMED = 6
/** No page holds more than this; a sheet that brings more must not keep the press busy. In UTF-16 units. */
const LONGEST = { title: 300, lead: 900, fact: 240, paragraph: 6_000, story: 9_000 }

/** Texts in the asked language, else in the house's other one, else whatever there is. */
export function textIn(texts: TextByLanguage, locale: Locale): string | null {
  return texts[locale] ?? texts[locale === 'en' ? 'fr' : 'en'] ?? Object.values(texts)[0] ?? null
}

/**
 * Chooses and formats all that a page says about a film.
 *
 * @param place puts a picture within the template's reach (see printing-press.ts)
 */
export function filmView(
  film: PrintedFilm,
  house: PrintedHouse,
  locale: Locale,
  place: (p: PrintedPicture) => PlacedPicture,
): FilmView {
  const { sheet } = film
  const words = pressWords[locale]
  const title = ended(sheet.titles[locale] ?? sheet.title, LONGEST.title)
  const hook = sheet.lead[locale] ?? (textIn(sheet.logline, locale) === null ? Object.values(sheet.lead)[0] : undefined)
  const lead = hook?.text ?? textIn(sheet.logline, locale)
  return {
    title,
    subtitle: sheet.originalTitle && sheet.originalTitle !== title ? ended(sheet.originalTitle, LONGEST.title) : null,
    rubric: rubric(sheet, locale),
    line: factLine(sheet, locale, words),
    lead: lead === null ? null : breakable(ended(lead, LONGEST.lead)),
    leadDay: hook?.writtenOn ? words.writtenOn(formatDay(locale, hook.writtenOn)) : null,
    texts: storyLengths(sheet, lead, locale),
    facts: factRows(sheet, locale, words),
    details: detailRows(sheet, title, locale, words),
    identifiers: identifiers(sheet, words),
    festivals: sheet.festivals.slice(0, MOST_FESTIVALS).map((entry) => festivalLine(entry, locale, words)),
    more: sheet.festivals.map((_, index) => words.andMore(index + 1)),
    quote: quoteFor(sheet, locale),
    poster: film.poster ? place(film.poster) : null,
    stills: film.stills.slice(0, 3).map(place),
    accent: legibleAccent(film.accent ?? house.accent),
    keywords: [...sheet.themes, ...sheet.keywords].slice(0, 40),
    url: film.url,
    shortUrl: film.url.replace(/^https?:\/\//, ''),
  }
}

export function houseView(house: PrintedHouse, words: PressWords): HouseView {
  return {
    name: house.name,
    contactEmail: house.contactEmail,
    address: house.address,
    note: house.demonstration ? words.demonstration : null,
  }
}

/** "France, Tajikistan · 2020 · 52 min · 3 × 52 min" */
function factLine(sheet: TitleSheet, locale: Locale, words: PressWords): string {
  return [
    sheet.countries.map((code) => countryName(locale, code)).join(', '),
    sheet.year === null ? '' : String(sheet.year),
    sheet.cuts.map((cut) => cutLength(cut, words)).join(' / '),
  ]
    .filter((part) => part !== '')
    .join('   ·   ')
}

/** "Feature documentary   ·   Oceans, Work" */
function rubric(sheet: TitleSheet, locale: Locale): string | null {
  const named = (group: 'genre' | 'theme', codes: string[]) =>
    codes
      .slice(0, MOST_NAMED)
      .map((code) => nameOf(locale, group, code))
      .join(', ')
  const parts = [named('genre', sheet.genres), named('theme', sheet.themes)].filter((part) => part !== '')
  return parts.length === 0 ? null : line(parts.join('   ·   '))
}

function identifiers({ identifiers: { isan, eidr, imdb, tmdb, wikidata, reference } }: TitleSheet, words: PressWords): string[] {
  const known = [
    isan === null ? null : `ISAN ${isan}`,
    eidr === null ? null : `EIDR ${eidr}`,
    imdb === null ? null : `IMDb ${imdb}`,
    tmdb === null ? null : `TMDB ${tmdb}`,
    wikidata === null ? null : `Wikidata ${wikidata}`,
    reference === null ? null : words.reference(reference),
  ].filter((id) => id !== null)
  return known.map(line)
}

/** What is said in the lead is not said again below it. */
function storyLengths(sheet: TitleSheet, lead: string | null, locale: Locale): string[][] {
  const long = textIn(sheet.synopsis, locale)
  const paragraphs = paragraphsOf(long ?? '').filter((paragraph) => paragraph.length <= LONGEST.paragraph)
  while (paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0) > LONGEST.story) paragraphs.pop()
  // Where no length fits as it stands, whole paragraphs are left off from the end, never half a sentence.
  const shorter = paragraphs.slice(1).map((_, index) => paragraphs.slice(0, paragraphs.length - 1 - index))
  const alone = [textIn(sheet.shortSynopsis, locale), textIn(sheet.logline, locale)].map((text) =>
    text && text !== lead ? [text] : [],
  )
  return [paragraphs, alone[0]!, ...shorter, alone[1]!]
    .filter((text) => text.length > 0)
    .map((text) => text.map(breakable))
    .concat([[]])
}

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
    .filter((paragraph) => paragraph !== '')

/** One fact, short enough for the credits' column. */
const line = (text: string) => breakable(ended(text, LONGEST.fact))

/** A text that is longer than any page ends after a whole word, with an ellipsis. */
function ended(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const space = cut.lastIndexOf(' ')
  return `${space > longest / 2 ? cut.slice(0, space) : cut}…`
}

/** A word longer than a line (a web address, a hostile sheet) may break anywhere rather than run off the paper. */
export function breakable(text: string): string {
  return text.replace(/\S{40,}/g, (word) => word.replace(/(.{20})/gu, '$1\u200b'))
}

/** The credits that every buyer looks for; the others give way where there is no room. */
const MAJOR_CREDITS = new Set(['co-director', 'writer', 'photography', 'editing', 'music', 'cast', 'narrator'])

function factRows(sheet: TitleSheet, locale: Locale, words: PressWords): FilmView['facts'] {
  const companies = (list: TitleSheet['coProducers']) =>
    list.map((c) => (c.country ? `${c.name} (${countryName(locale, c.country)})` : c.name))
  const spoken = sheet.originalLanguages.map((tag) => languageName(tag, locale))
  /** A line of names; where there are too many, how many more. */
  const named = (names: string[]) =>
    joined(names.length > MOST_CAST ? [...names.slice(0, MOST_CAST), words.andMore(names.length - MOST_CAST)] : names)
  const credits = sheet.credits.slice(0, MOST_CREDITS).map((credit) => ({
    label: credit.role === 'other' && credit.label ? credit.label : words[`credit.${credit.role}`],
    values: joined(credit.names.slice(0, MOST_CAST)),
    rank: MAJOR_CREDITS.has(credit.role) ? (2 as const) : (3 as const),
  }))
  const rows: FilmView['facts'] = [
    {
      label: words.director,
      values: sheet.directors.length > MOST_DIRECTORS ? named(sheet.directors) : sheet.directors,
      rank: 1,
    },
    ...credits,
    { label: words.producer, values: named(sheet.producers), rank: 2 },
    {
      label: words.production,
      values:
        sheet.productionCompanies.length > MOST_CAST
          ? named(companies(sheet.productionCompanies))
          : companies(sheet.productionCompanies),
      rank: 1,
    },
    { label: words.coProduction, values: named(companies(sheet.coProducers)), rank: 1 },
    { label: words.broadcaster, values: named(sheet.broadcasters), rank: 2 },
    { label: words.originalLanguage, values: joined(spoken), rank: 1 },
    { label: words.versions, values: versionLines(sheet, locale, words), rank: 1 },
  ]
  return rows
    .filter(({ values }) => values.length > 0)
    .map(({ label, values, rank }) => ({ label: line(label), values: values.slice(0, MOST_CAST).map(line), rank }))
}

function detailRows(sheet: TitleSheet, title: string, locale: Locale, words: PressWords): FilmView['details'] {
  const places = sheet.places.map((place) => countryName(locale, place))
  const period = sheet.period === null ? '' : formatPeriod(sheet.period)
  const ratings = sheet.ratings.map(({ system, value }) => `${system} ${value}`)
  const titles = otherTitlesOf(sheet, [title, sheet.originalTitle]).map(({ title: other, language }) =>
    language === null ? other : `${other} (${languageInProse(locale, language)})`,
  )
  const rows = [
    { label: words.setting, values: [...joined(places), ...(period === '' ? [] : [period])] },
    { label: words.ratings, values: [...joined(ratings), ...joined(sheet.advisories)] },
    { label: words.formats, values: joined(sheet.formats) },
    { label: words.supporters, values: joined(sheet.supporters) },
    { label: words.otherTitles, values: joined(titles) },
  ]
  return rows.filter(({ values }) => values.length > 0).map(({ label, values }) => ({ label, values: values.map(line) }))
}

/** Names that share a line; no line where there is none. */
const joined = (names: string[]) => (names.length > 0 ? [names.join(', ')] : [])

/** As many facts as a page has room for: those of the lowest rank, in their order. */
export function leadingFacts(facts: FilmView['facts'], most: number): FilmView['facts'] {
  const kept = new Set(facts.toSorted((a, b) => a.rank - b.rank).slice(0, most))
  return facts.filter((fact) => kept.has(fact))
}

/** One line a cut when cuts differ in their versions, else one line for all. */
function versionLines(sheet: TitleSheet, locale: Locale, words: PressWords): string[] {
  const lists = sheet.cuts.map((cut) => versionList(versionsOfCut(sheet, cut), locale, words))
  if (lists.length === 0) lists.push(versionList(sheet.versions, locale, words))
  const alike = new Set(lists).size === 1
  return alike
    ? lists.slice(0, 1).filter((list) => list !== '')
    : sheet.cuts.flatMap((cut, at) => (lists[at] === '' ? [] : [`${cutLength(cut, words)}${colon(locale)} ${lists[at]}`]))
}

function versionList(versions: LanguageVersion[], locale: Locale, words: PressWords): string {
  return versions
    .map(({ language, use, hardOfHearing }) => {
      const notes = [use && use !== 'original' ? words[`use.${use}`] : null, hardOfHearing ? words.hardOfHearing : null]
      const said = notes.filter((note) => note !== null).join(', ')
      return languageName(language, locale) + (said === '' ? '' : ` (${said})`)
    })
    .join(', ')
}

function festivalLine(entry: FestivalEntry, locale: Locale, words: PressWords): FilmView['festivals'][number] {
  const place = [entry.city, entry.country ? countryName(locale, entry.country) : null].filter((p) => p !== null).join(', ')
  const where = [entry.festival, entry.year === null ? '' : String(entry.year)].filter((p) => p !== '').join(' ')
  const extra = [entry.section, entry.premiere ? words[`premiere.${entry.premiere}`] : null].filter((p) => p !== null)
  return {
    award: entry.award === null ? null : line(entry.award),
    where: line([`${where}${place ? ` (${place})` : ''}`, ...extra].join(', ')),
  }
}

function quoteFor(sheet: TitleSheet, locale: Locale): FilmView['quote'] {
  const quote =
    sheet.pressQuotes.find((q) => q.language === locale) ??
    sheet.pressQuotes.find((q) => q.language === null) ??
    sheet.pressQuotes[0]
  if (!quote || quote.text.length > 240) return null
  const by = [quote.author, quote.source].filter((p) => p !== null).join(', ')
  const text = innerQuotes(locale, quote.text)
  return { text: locale === 'fr' ? `« ${text} »` : `“${text}”`, by: by === '' ? null : by }
}

function cutLength(cut: Pick<Cut, 'minutes' | 'episodes'>, words: PressWords): string {
  return cut.episodes !== null && cut.episodes > 1 ? words.series(cut.episodes, cut.minutes) : words.minutes(cut.minutes)
}

function languageName(tag: string, locale: Locale): string {
  return capitalise(locale, languageInProse(locale, tag))
}
