/** A film as a printed page shows it: every word chosen and formatted, so that a template only sets type. */
import { versionsOfCut } from '@vitrine/catalogue/model/versions'
import type { Cut, FestivalEntry, LanguageVersion, TextByLanguage, TitleSheet } from '@vitrine/catalogue'
import type { Locale } from '@vitrine/messages'
import { pressWords, type PressWords } from '@vitrine/messages/press'
import { legibleAccent } from './accent.ts'
import type { PrintedFilm, PrintedHouse, PrintedPicture } from './input.ts'
import type { PlacedPicture } from './typst/printing-press.ts'

export interface FilmView {
  title: string
  subtitle: string | null
  line: string
  lead: string | null
  /** The story in the lengths that exist, longest first: a page takes the longest that fits. Paragraphs within. */
  texts: string[][]
  /** `minor` facts give way first where a column is full. */
  facts: { label: string; values: string[]; minor: boolean }[]
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
const MOST_FACTS = 16
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
  const lead = sheet.lead[locale]?.text ?? textIn(sheet.logline, locale) ?? Object.values(sheet.lead)[0]?.text ?? null
  return {
    title,
    subtitle: sheet.originalTitle && sheet.originalTitle !== title ? ended(sheet.originalTitle, LONGEST.title) : null,
    line: factLine(sheet, locale, words),
    lead: lead === null ? null : breakable(ended(lead, LONGEST.lead)),
    texts: storyLengths(sheet, locale),
    facts: factRows(sheet, locale, words),
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
export function factLine(sheet: TitleSheet, locale: Locale, words: PressWords): string {
  return [
    sheet.countries.map((code) => countryName(code, locale)).join(', '),
    sheet.year === null ? '' : String(sheet.year),
    sheet.cuts.map((cut) => cutLength(cut, words)).join(' / '),
  ]
    .filter((part) => part !== '')
    .join('   ·   ')
}

function storyLengths(sheet: TitleSheet, locale: Locale): string[][] {
  const long = textIn(sheet.synopsis, locale)
  const paragraphs = (long ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
    .filter((paragraph) => paragraph !== '' && paragraph.length <= LONGEST.paragraph)
  while (paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0) > LONGEST.story) paragraphs.pop()
  // Where no length fits as it stands, whole paragraphs are left off from the end, never half a sentence.
  const shorter = paragraphs.slice(1).map((_, index) => paragraphs.slice(0, paragraphs.length - 1 - index))
  const alone = [textIn(sheet.shortSynopsis, locale), textIn(sheet.logline, locale)].map((text) => (text ? [text] : []))
  return [paragraphs, alone[0]!, ...shorter, alone[1]!]
    .filter((text) => text.length > 0)
    .map((text) => text.map(breakable))
    .concat([[]])
}

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
function breakable(text: string): string {
  return text.replace(/\S{40,}/g, (word) => word.replace(/(.{20})/gu, '$1\u200b'))
}

/** The credits that every buyer looks for; the others give way where there is no room. */
const MAJOR_CREDITS = new Set(['co-director', 'writer', 'photography', 'editing', 'music', 'cast', 'narrator'])

function factRows(sheet: TitleSheet, locale: Locale, words: PressWords): FilmView['facts'] {
  const companies = (list: TitleSheet['coProducers']) =>
    list.map((c) => (c.country ? `${c.name} (${countryName(c.country, locale)})` : c.name))
  const spoken = sheet.originalLanguages.map((tag) => languageName(tag, locale))
  const joined = (names: string[]) => (names.length > 0 ? [names.join(', ')] : [])
  const credits = sheet.credits.map((credit) => ({
    label: credit.role === 'other' && credit.label ? credit.label : words[`credit.${credit.role}`],
    values: joined(credit.names.slice(0, MOST_CAST)),
    minor: !MAJOR_CREDITS.has(credit.role),
  }))
  const ids = [
    sheet.identifiers.isan === null ? null : `ISAN ${sheet.identifiers.isan}`,
    sheet.identifiers.eidr === null ? null : `EIDR ${sheet.identifiers.eidr}`,
  ].filter((id) => id !== null)
  const rows: FilmView['facts'] = [
    { label: words.director, values: sheet.directors, minor: false },
    ...credits,
    { label: words.producer, values: joined(sheet.producers), minor: true },
    { label: words.production, values: companies(sheet.productionCompanies), minor: false },
    { label: words.coProduction, values: joined(companies(sheet.coProducers)), minor: false },
    { label: words.broadcaster, values: joined(sheet.broadcasters), minor: true },
    { label: words.originalLanguage, values: joined(spoken), minor: false },
    { label: words.versions, values: versionLines(sheet, locale, words), minor: false },
    { label: words.formats, values: joined(sheet.formats), minor: true },
    { label: words.identifiers, values: ids, minor: true },
  ]
  return rows
    .filter(({ values }) => values.length > 0)
    .slice(0, MOST_FACTS)
    .map(({ label, values, minor }) => ({ label: line(label), values: values.slice(0, MOST_CAST).map(line), minor }))
}

/** One line a cut when cuts differ in their versions, else one line for all. */
function versionLines(sheet: TitleSheet, locale: Locale, words: PressWords): string[] {
  const lists = sheet.cuts.map((cut) => versionList(versionsOfCut(sheet, cut), locale, words))
  if (lists.length === 0) lists.push(versionList(sheet.versions, locale, words))
  const alike = new Set(lists).size === 1
  return alike
    ? lists.slice(0, 1).filter((list) => list !== '')
    : sheet.cuts.flatMap((cut, at) => (lists[at] === '' ? [] : [`${cutLength(cut, words)}: ${lists[at]}`]))
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
  const place = [entry.city, entry.country ? countryName(entry.country, locale) : null].filter((p) => p !== null).join(', ')
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
  return { text: locale === 'fr' ? `«\u202f${quote.text}\u202f»` : `“${quote.text}”`, by: by === '' ? null : by }
}

export function cutLength(cut: Pick<Cut, 'minutes' | 'episodes'>, words: PressWords): string {
  return cut.episodes !== null && cut.episodes > 1 ? words.series(cut.episodes, cut.minutes) : words.minutes(cut.minutes)
}

const names = new Map<string, Intl.DisplayNames>()
function displayNames(locale: Locale, type: 'region' | 'language'): Intl.DisplayNames {
  const key = `${locale}/${type}`
  const known = names.get(key) ?? new Intl.DisplayNames([locale], { type, fallback: 'code' })
  names.set(key, known)
  return known
}

function countryName(code: string, locale: Locale): string {
  return displayNames(locale, 'region').of(code) ?? code
}

function languageName(tag: string, locale: Locale): string {
  const name = displayNames(locale, 'language').of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
