/** LocalizedInfo: what MEC says of a film in one language. Schema and structure rules ask for more of it than of anything else. */
import type { TitleSheet } from '@vitrine/catalogue'
import { GENRES, THEMES } from '@vitrine/catalogue/model/vocabulary'
import { isLocale } from '@vitrine/messages/locale'
import { nameOf } from '@vitrine/messages/vocabulary'
import type { FilmOut } from '../formats/format.ts'
import { idOf, idWithin } from '../movielabs/content-id.ts'
import { shorten } from '../movielabs/shorten.ts'
import { titleSort } from '../movielabs/title-sort.ts'
import { element, textElement, type Element } from '../xml/write-xml.ts'
import { PRIMARY_GENRES, SUMMARIES, THEME_SOURCE } from './carries.ts'
import type { Setting } from './setting.ts'
import { copyrightLine } from './written.ts'

/** The languages in which a film has a title or a text, the default first: the original's, else the reader's, else the first. */
export function languagesOf(sheet: TitleSheet, setting: Setting): string[] {
  const said = [sheet.titles, sheet.logline, sheet.shortSynopsis, sheet.synopsis].flatMap((texts) => Object.keys(texts))
  // two languages that this version's receivers know under one tag would be the same LocalizedInfo twice
  const all = [...new Map(said.map((language) => [setting.tag(language), language])).values()]
  if (all.length === 0) return [sheet.originalLanguages[0] ?? setting.locale]
  const first = [sheet.originalLanguages[0], setting.locale].find((language) => language !== undefined && all.includes(language))
  return first === undefined ? all : [first, ...all.filter((language) => language !== first)]
}

/** What follows the title of an episode or a cut; the film itself has nothing there. */
export interface Piece {
  suffix: string
}

/** Every LocalizedInfo of a film; of a piece of it, those with short texts and without what is said of the whole film. */
export function writeLocalized(film: FilmOut, setting: Setting, piece: Piece | null): Element[] {
  const { sheet } = film
  const languages = languagesOf(sheet, setting)
  const shown = new Set(languages.map((language) => titleIn(sheet, language)))
  return languages.map((language, at) => {
    const title = titleIn(sheet, language) + (piece?.suffix ?? '')
    const isDefault = at === 0
    const [logline, short, long] = [sheet.logline[language], sheet.shortSynopsis[language], sheet.synopsis[language]]
    const summary = (name: string, text: string | undefined, limit: number) =>
      textElement(name, text === undefined ? null : shorten(text, limit))
    return element(
      'md:LocalizedInfo',
      { language: setting.tag(language), default: isDefault ? 'true' : null },
      element('md:TitleDisplay19', {}, shorten(title, 19)),
      element('md:TitleDisplay60', {}, shorten(title, 60)),
      element('md:TitleDisplayUnlimited', {}, title),
      element('md:TitleSort', {}, titleSort(title, language)),
      artOf(film, setting),
      summary('md:Summary190', logline ?? short ?? long, SUMMARIES.logline),
      summary('md:Summary400', short ?? long, SUMMARIES.shortSynopsis),
      piece === null ? summary('md:Summary4000', long, SUMMARIES.synopsis) : null,
      genresIn(sheet, language, piece === null),
      isDefault && piece === null ? sheet.keywords.map((keyword) => element('md:Keyword', {}, keyword)) : null,
      element('md:OriginalTitle', {}, sheet.originalTitle ?? sheet.title),
      element('md:CopyrightLine', {}, copyrightLine(sheet.year, ownersOf(sheet) || setting.sender.name)),
      isDefault && piece === null ? alternates(sheet, shown, setting) : null,
    )
  })
}

const ownersOf = (sheet: TitleSheet): string => sheet.productionCompanies.map(({ name }) => name).join(', ')
const titleIn = (sheet: TitleSheet, language: string): string => sheet.titles[language] ?? sheet.title

/** Names a picture by its address, else by an id: the rules want at least one. */
function artOf(film: FilmOut, setting: Setting): Element[] {
  const found = film.sheet.pictures.flatMap((picture) => {
    const url = film.pictures.get(picture.id)?.url
    const size = `${picture.width}x${picture.height}`
    return url === undefined ? [] : element('md:ArtReference', { resolution: size, purpose: picture.kind }, url)
  })
  return found.length > 0
    ? found
    : [element('md:ArtReference', { purpose: 'poster' }, idWithin(idOf('imageid', setting.sender, film.id), 'poster'))]
}

function genresIn(sheet: TitleSheet, language: string, whole: boolean): Element[] {
  const locale = isLocale(language) ? language : 'en'
  const primary = element('md:Genre', { source: PRIMARY_GENRES, id: 'Documentary', level: '0' }, 'Documentary')
  const named = (group: 'genre' | 'theme', codes: readonly string[], code: string, source: string | null, level: string) =>
    element('md:Genre', { source, id: code, level }, codes.includes(code) ? nameOf(locale, group, code) : code)
  if (!whole) return [primary]
  return [
    primary,
    ...sheet.genres.map((code) => named('genre', GENRES, code, null, '1')),
    ...sheet.themes.map((code) => named('theme', THEMES, code, THEME_SOURCE, '2')),
  ]
}

/** The other titles, and the house's own where no language shows it. */
function alternates(sheet: TitleSheet, shown: ReadonlySet<string>, setting: Setting): Element[] {
  const hidden = shown.has(sheet.title) ? [] : [{ title: sheet.title, language: null }]
  return [...hidden, ...sheet.otherTitles].map(({ title, language }) =>
    element('md:TitleAlternate', { type: 'alternative', language: language === null ? null : setting.tag(language) }, title),
  )
}
