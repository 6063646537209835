/** LocalizedInfo: titles and texts by language. */
import type { TextByLanguage, TitleSheet } from '@vitrine/catalogue'
import { withoutPlace } from '../movielabs/language-tags.ts'
import { shorten } from '../movielabs/shorten.ts'
import { titleSort } from '../movielabs/title-sort.ts'
import { child, children, textAt } from '../xml/look.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { PRIMARY_GENRES, SUMMARIES, THEME_SOURCE } from './carries.ts'

type Texts = Pick<
  TitleSheet,
  'titles' | 'originalTitle' | 'otherTitles' | 'logline' | 'shortSynopsis' | 'synopsis' | 'genres' | 'themes' | 'keywords'
>
export interface Localized {
  title: string
  texts: Texts
  copyright: XmlElement | null
  pictureUrls: string[]
}

const READ = new Set([
  'TitleDisplay19',
  'TitleDisplay60',
  'TitleDisplayUnlimited',
  'TitleSort',
  'ArtReference',
  'Summary190',
  'Summary400',
  'Summary4000',
  'Genre',
  'Keyword',
  'Region',
  'OriginalTitle',
  'CopyrightLine',
  'TitleAlternate',
])

/** What the languages of a record say; `doubt` hears what is not understood. */
export function readLocalized(
  core: XmlElement,
  basic: XmlElement,
  doubt: (at: XmlElement, rule: string, values?: Record<string, string>) => void,
): Localized {
  const infos = children(basic, 'LocalizedInfo')
  const main = infos.find((one) => one.attributes['default'] === 'true') ?? infos[0] ?? basic
  const byLanguage = new Map<string, XmlElement>()
  for (const one of [main, ...infos.filter((info) => info !== main)]) {
    if (one === basic) continue
    const written = one.attributes['language'] ?? ''
    const language = withoutPlace(written)
    if (language === null) doubt(one, 'language', { tag: written })
    else if (byLanguage.has(language)) doubt(one, 'second-text', { language })
    else byLanguage.set(language, one)
    for (const part of one.children) if (!READ.has(part.name)) doubt(part, 'not-kept', { element: part.name })
  }

  const shown = new Map([...byLanguage].flatMap(([language, one]) => {
    const title = displayOf(one)
    return title === null ? [] : [[language, title] as const]
  })) // prettier-ignore
  const alternates = [...byLanguage].flatMap(([language, one]) =>
    children(one, 'TitleAlternate')
      .filter(({ text, attributes }) => text !== '' && attributes['type'] !== 'misspelling')
      .map(({ text, attributes }) => ({
        title: line(text),
        language: attributes['language'] === undefined ? (one === main ? null : language) : withoutPlace(attributes['language']),
      })),
  )
  const alias = textAt(core, 'TitleInternalAlias')
  const displays = [...shown.values()]
  const ownTitle = alternates.findIndex(({ title, language }) => title === alias && language === null)
  const isDisplayed = alias !== null && displays.includes(alias)
  const original = textAt(main, 'OriginalTitle')
  const named = displayOf(main) ?? displays[0] ?? original ?? alias
  const title = isDisplayed || (alias !== null && ownTitle >= 0) ? alias : (named ?? basic.attributes['ContentID'] ?? '?')
  if (named === null) doubt(main, 'no-title')
  else if (alias !== null && alias !== title && ![...shown].some(([language, one]) => titleSort(one, language) === alias))
    doubt(child(core, 'TitleInternalAlias')!, 'alias', { alias })

  const summaries = [...byLanguage].map(([language, one]) => ({ language, ...summariesOf(one) }))
  const textsOf = (key: keyof typeof SUMMARIES): TextByLanguage =>
    Object.fromEntries(summaries.flatMap((one) => (one[key] === null ? [] : [[one.language, one[key]]])))
  return {
    title,
    texts: {
      titles: Object.fromEntries([...shown].filter(([, one]) => one !== title)),
      originalTitle: original === null || line(original) === title ? null : line(original),
      otherTitles: unique(isDisplayed ? alternates : alternates.filter((_, at) => at !== ownTitle)),
      logline: textsOf('logline'),
      shortSynopsis: textsOf('shortSynopsis'),
      synopsis: textsOf('synopsis'),
      ...subjectsOf(main),
      keywords: unique(children(main, 'Keyword').map(({ text }) => line(text)).filter((text) => text !== '')), // prettier-ignore
    },
    copyright: child(main, 'CopyrightLine'),
    pictureUrls: unique(
      infos.flatMap((one) => children(one, 'ArtReference')).map(({ text }) => text).filter((text) => /^https?:\/\//i.test(text)), // prettier-ignore
    ),
  }
}

const displayOf = (one: XmlElement): string | null => {
  const title = textAt(one, 'TitleDisplayUnlimited') ?? textAt(one, 'TitleDisplay60') ?? textAt(one, 'TitleDisplay19')
  return title === null ? null : line(title)
}

/** A title or a name in one line. */
const line = (text: string): string => text.replace(/\s*\n\s*/g, ' ')
/** A text whose lines were broken and indented by a program; empty lines between paragraphs stay. */
const prose = (text: string): string => text.replace(/[ \t]*\n[ \t]+(?=\S)/g, ' ').trim()

/**
 * The three summaries as the sheet's three texts. A summary that is the beginning of a longer one, or the same, is that text
 * cut to length, not one of its own.
 */
function summariesOf(one: XmlElement): Record<keyof typeof SUMMARIES, string | null> {
  const read = (name: string): string | null => {
    const text = textAt(one, name)
    return text === null ? null : prose(text)
  }
  const [first, second, synopsis] = [read('Summary190'), read('Summary400'), read('Summary4000')]
  const isCutOf = (short: string | null, long: string | null, limit: number): boolean =>
    short !== null && long !== null && (short === long || short === shorten(long, limit))
  const shortSynopsis = isCutOf(second, synopsis, SUMMARIES.shortSynopsis) ? null : second
  const repeats = isCutOf(first, second, SUMMARIES.logline) || isCutOf(first, synopsis, SUMMARIES.logline)
  return { logline: repeats ? null : first, shortSynopsis, synopsis }
}

/** Genres and themes by their codes where they have one; the primary genre says "documentary" of every film here. */
function subjectsOf(main: XmlElement): { genres: string[]; themes: string[] } {
  const [genres, themes]: [string[], string[]] = [[], []]
  for (const genre of children(main, 'Genre')) {
    const { source, level, id } = genre.attributes
    const name = (id ?? genre.text).trim()
    const isPrimary = level === '0' || source === PRIMARY_GENRES
    if (name === '' || (isPrimary && name.toLowerCase() === 'documentary')) continue
    if (source === THEME_SOURCE) themes.push(name)
    else genres.push(name)
  }
  return { genres: unique(genres), themes: unique(themes) }
}

const unique = <T>(all: readonly T[]): T[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
