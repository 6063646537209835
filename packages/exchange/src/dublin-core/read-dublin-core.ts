/** Records of simple or qualified Dublin Core as films: it says little, and what it says has no roles. */
import { emptySheet, readEidr, readIsan, type TitleSheet } from '@vitrine/catalogue'
import { described } from '../formats/described.ts'
import { distinct, type Doubts, doubts, filmIn, filmsIn, minutesOf, unique, yearOf } from '../formats/film-in.ts'
import type { FilmIn, FilmsIn } from '../formats/format.ts'
import { codeIn } from '../formats/words-in.ts'
import { wholeNumber } from '../json/look.ts'
import { secondsOf } from '../movielabs/durations.ts'
import { children, everyElement } from '../xml/look.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { langOf, languageOf, textsIn } from '../xml/spoken.ts'
import { NUMBERS } from './carries.ts'

const NAMESPACE = /^http:\/\/purl\.org\/dc\/(?:elements\/1\.1|terms)\//

/** @example readDublinCore(bytes).films[0]?.sheet.title */
export function readDublinCore(bytes: Uint8Array): FilmsIn {
  const { root, problem } = readXml(bytes)
  if (root === null) return filmsIn('dublin-core', null, [], [problem])
  // a record is whatever has a title of Dublin Core directly in it: oai_dc:dc, rdf:Description, metadata …
  const records = [...everyElement(root)].filter((one) =>
    one.children.some(({ name, namespace }) => name === 'title' && NAMESPACE.test(namespace)),
  )
  return filmsIn('dublin-core', null, records.map(readRecord))
}

function readRecord(record: XmlElement): FilmIn {
  const said = doubts()
  const texts = (name: string) => children(record, name).map(({ text }) => text).filter((text) => text !== '') // prettier-ignore
  const titles = children(record, 'title').filter(({ text }) => text !== '')
  const main = titles.find((one) => langOf(one) === null) ?? titles[0]
  const others = titles.filter((one) => one !== main)
  const subjects = unique(texts('subject'))
  const known = (word: string) => codeIn('genre', word) ?? codeIn('theme', word)
  const raw: TitleSheet = {
    ...emptySheet(main?.text ?? ''),
    otherTitles: distinct([...others, ...children(record, 'alternative')].filter(({ text }) => text !== '').map((one) => ({ title: one.text, language: langOf(one) === null ? null : languageOf(langOf(one), said, one.line) }))), // prettier-ignore
    ...described(textsIn([...children(record, 'description'), ...children(record, 'abstract')], said)),
    year: [...texts('date'), ...texts('created'), ...texts('issued')].flatMap((date) => yearOf(date) ?? [])[0] ?? null,
    cuts: distinct([...texts('format'), ...texts('extent')].flatMap((format) => {
      const [, episodes, length = format] = /^(\d{1,4}) × (P\S+)$/.exec(format) ?? []
      const minutes = minutesOf(secondsOf(length))
      return minutes === null ? [] : [{ minutes, episodes: wholeNumber(episodes), versions: [] }]
    })), // prettier-ignore
    originalLanguages: unique(children(record, 'language').filter(({ text }) => text !== '').flatMap((one) => languageOf(one.text, said, one.line) ?? [])), // prettier-ignore
    directors: unique(texts('creator')),
    credits: texts('contributor').length === 0 ? [] : [{ role: 'other', label: null, names: unique(texts('contributor')) }],
    genres: unique(subjects.flatMap((word) => codeIn('genre', word) ?? [])).filter((genre) => genre !== 'documentary'),
    themes: unique(subjects.flatMap((word) => (codeIn('genre', word) === null ? (codeIn('theme', word) ?? []) : []))),
    keywords: subjects.filter((word) => known(word) === null),
    places: unique([...texts('coverage'), ...texts('spatial')]),
    identifiers: identifiersOf(texts('identifier'), said, record.line),
  }
  return filmIn(raw, { key: texts('identifier')[0] ?? `line-${record.line}`, line: record.line, said })
}

/** Numbers by their form; an address of a page is none, and anything else is the first reference. */
function identifiersOf(all: readonly string[], said: Doubts, line: number): TitleSheet['identifiers'] {
  const found = emptySheet('').identifiers
  for (const one of all) {
    const key = (['imdb', 'wikidata'] as const).find((name) => one.startsWith(NUMBERS[name]))
    if (key !== undefined) found[key] ??= one.slice(NUMBERS[key].length)
    else if (/10\.5240\//.test(one) && readEidr(one.replace(/^.*(?=10\.5240\/)/, '')) !== null)
      found.eidr ??= one.replace(/^.*(?=10\.5240\/)/, '')
    else if (/^(?:urn:)?isan[\s:]/i.test(one) && readIsan(one.replace(/^(?:urn:)?isan[\s:]*/i, '')) !== null)
      found.isan ??= one.replace(/^(?:urn:)?isan[\s:]*/i, '')
    else if (/^[a-z][a-z0-9+.-]*:/i.test(one)) continue
    else if (found.reference === null) found.reference = one
    else said.notice('not-kept', { what: one }, line)
  }
  return found
}
