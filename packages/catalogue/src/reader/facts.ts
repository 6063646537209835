/** What each field makes of its value: the one place where a label's meaning becomes a fact of the reading. */
import { readEidr } from '../identifiers/eidr.ts'
import { readIsan } from '../identifiers/isan.ts'
import type { CreditRole, Cut, FestivalEntry } from '../model/title-sheet.ts'
import { rareLanguage } from '../tables/languages.ts'
import { contactFrom, findEmail, findPhone, readContactPiece, urlOf } from './contacts.ts'
import { takeCoProducers, takeCredit, takeDirectors, takePartners, takeProduction } from './credits.ts'
import type { Draft } from './draft.ts'
import { readDurations } from './durations.ts'
import { premiereOf } from './festival-words.ts'
import { readFestivals } from './festivals.ts'
import type { FestivalFound } from './festivals.ts'
import { fold } from './fold.ts'
import { isFormat, isGenre, readRating } from './formats.ts'
import type { Field } from './labels/fields.ts'
import { onlyLanguages, readLanguages } from './languages.ts'
import type { LanguageFound } from './languages.ts'
import { looksLikeNames } from './names.ts'
import { attribution, looksLikeProse, readQuote } from './prose.ts'
import { plain, splitPiece, stripPiece, subPiece } from './source.ts'
import type { Line, Piece } from './source.ts'
import { takeCountries, takeYear } from './year-and-countries.ts'
import { isYear, readDay } from './years.ts'

/** Six words and a full stop: more than a list of names says. */
const SENTENCE = /^(?:\S+\s+){5,}\S+[.!?…]$/

type Take = (draft: Draft, value: Piece, line: Line, label: string | null) => boolean

const takeSaleTitle: Take = (draft, value, line, label) => {
  const { title } = draft.reading
  // the title abroad of a film that has a title of its own already
  if (title === '') return takeTitle(draft, value, line, label)
  if (fold(title) === fold(plain(value.text))) draft.note('title', value, line, label)
  else takeOtherTitle(draft, value, line, label, languageNamed(label))
  return true
}

const takeOriginalTitle: Take = (draft, value, line, label) => {
  const { reading } = draft
  if (reading.originalTitle !== null) return second(draft, 'originalTitle', reading.originalTitle, value, line)
  reading.originalTitle = plain(value.text)
  draft.note('originalTitle', value, line, label)
  return true
}

/** "Delivery: HD, 25p, stereo" says how, not when. */
const takeYearOrFormat: Take = (draft, value, line, label) =>
  !/\d{4}/.test(value.text) && splitPiece(value, /[,;/]/g).some((part) => isFormat(part.text))
    ? takeFormat(draft, 'format', value, line, label)
    : takeYear(draft, value, line, label)

const takeDirector: Take = (draft, value, line, label) => {
  if (!looksLikeProse(line) || looksLikeNames(value) || !SENTENCE.test(value.text))
    return takeDirectors(draft, value, line, label)
  // "Réalisatrice : Ana Po est née à Brest en 1987.": about whoever made it
  draft.prose.push({ text: plain(value.text), start: value.start, end: value.start + value.text.length, field: 'biography', line, label, labelled: true, qualifier: null }) // prettier-ignore
  return true
}

const takeTrailer: Take = (draft, value, line, label) => {
  const url = urlOf(value, line.links)
  if (url === null || draft.reading.trailerUrl !== null) return false
  draft.reading.trailerUrl = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`
  noteWord(draft, 'trailerUrl', url, value, line, label)
  return true
}

const takeDayOfLead: Take = (draft, value, line, label) => {
  const day = readDay(plain(value.text))
  if (day === null) return false
  draft.reading.leadWrittenOn = day
  draft.note('leadWrittenOn', value, line, label)
  return true
}

/** "Originalton: Deutsch, Polnisch" is what is spoken, and no crew. */
const takeSound: Take = (draft, value, line, label) =>
  (onlyLanguages(value, 'original')?.found.length ?? 0) > 0
    ? takeLanguages(draft, 'originalLanguage', value, line, label)
    : takeCredit(draft, 'sound', value, line, label)

/** A taker that is told which of its fields it is. */
const as =
  <F extends Field>(field: F, take: (draft: Draft, field: F, value: Piece, line: Line, label: string | null) => boolean): Take =>
  (draft, value, line, label) =>
    take(draft, field, value, line, label)

/** What becomes of the value of each field; a field that is not here is text, or a head over others. */
const TAKEN: Readonly<Partial<Record<Field, Take>>> = {
  title: takeTitle,
  saleTitle: takeSaleTitle,
  originalTitle: takeOriginalTitle,
  otherTitle: (draft, value, line, label) => {
    takeOtherTitle(draft, value, line, label, languageNamed(label))
    return true
  },
  year: takeYearOrFormat,
  duration: takeDuration,
  cuts: takeDuration,
  country: takeCountries,
  versions: as('versions', takeLanguages),
  originalLanguage: as('originalLanguage', takeLanguages),
  language: as('language', takeLanguages),
  subtitles: as('subtitles', takeLanguages),
  director: takeDirector,
  production: as('production', takeProduction),
  productionCompany: as('productionCompany', takeProduction),
  producedBy: as('producedBy', takeProduction),
  producer: as('producer', takeProduction),
  coProducer: takeCoProducers,
  broadcaster: (draft, value, line, label) => takePartners(draft, 'broadcasters', value, line, label),
  supporter: (draft, value, line, label) => takePartners(draft, 'supporters', value, line, label),
  'credit:sound': takeSound,
  genre: takeGenres,
  theme: takeThemes,
  keyword: (draft, value, line, label) => takeWords(draft, 'keywords', value, line, label),
  place: (draft, value, line, label) => takeWords(draft, 'places', value, line, label),
  period: takePeriod,
  advisory: (draft, value, line, label) => takeWords(draft, 'advisories', value, line, label),
  format: as('format', takeFormat),
  soundOrFormat: as('soundOrFormat', takeFormat),
  imageOrFormat: as('imageOrFormat', takeFormat),
  formatOrLength: as('formatOrLength', takeFormat),
  isan: as('isan', takeIdentifier),
  eidr: as('eidr', takeIdentifier),
  imdb: as('imdb', takeIdentifier),
  tmdb: as('tmdb', takeIdentifier),
  wikidata: as('wikidata', takeIdentifier),
  reference: as('reference', takeIdentifier),
  rating: takeRating,
  trailer: takeTrailer,
  festivals: (draft, value, line, label) => takeFestivals(draft, 'festivals', value, line, label, null),
  awards: (draft, value, line, label) => takeFestivals(draft, 'awards', value, line, label, null),
  premiere: (draft, value, line, label) => takeFestivals(draft, 'premiere', value, line, label, null),
  leadWrittenOn: takeDayOfLead,
  press: takePress,
  contact: takeContact,
  email: as('email', takeAddress),
  phone: as('phone', takeAddress),
  website: as('website', takeAddress),
}

/** Reads a value under a field. False when nothing of it was understood (a warning says so where the field calls for one). */
export function takeFact(draft: Draft, field: Field, raw: Piece, line: Line, label: string | null): boolean {
  const value = stripPiece(raw, '|,;')
  if (value.text === '') return false
  const take = TAKEN[field]
  if (take !== undefined) return take(draft, value, line, label)
  return field.startsWith('credit:') && takeCredit(draft, field.slice(7) as CreditRole, value, line, label)
}

/** The language that a label names ("French title"); null when it names none. */
function languageNamed(label: string | null): string | null {
  const found = label === null ? [] : readLanguages({ text: label, start: 0 }, null).found
  return found.length === 1 ? found[0]!.language : null
}

/** Another title, its language from the label or from a bracket behind it ("La Route du sel (French)"). */
function takeOtherTitle(draft: Draft, value: Piece, line: Line, label: string | null, language: string | null): void {
  const { otherTitles } = draft.reading
  let title = plain(value.text)
  let tag = language
  const bracket = /^(.+?)\s*\(([^()]{2,40})\)$/.exec(title)
  if (bracket && tag === null) {
    const named = readLanguages({ text: bracket[2]!, start: 0 }, null)
    if (named.found.length === 1 && named.unknown.length === 0) {
      tag = named.found[0]!.language
      title = bracket[1]!
    }
  }
  if (otherTitles.length >= 200 || otherTitles.some((one) => one.title === title && one.language === tag)) {
    draft.note('otherTitles', value, line, label)
    return
  }
  otherTitles.push({ title, language: tag })
  draft.note(`otherTitles.${otherTitles.length - 1}`, value, line, label)
}

function second(draft: Draft, field: string, before: string, value: Piece, line: Line): boolean {
  if (fold(before) === fold(plain(value.text))) draft.note(field, value, line, null)
  else draft.warn(field, 'two-values', line, value.text)
  return true
}

function takeTitle(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const { reading } = draft
  if (reading.title !== '') return second(draft, 'title', reading.title, value, line)
  reading.title = plain(value.text)
  draft.note('title', value, line, label)
  return true
}

export function takeDuration(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const reading = readDurations(value, true)
  const text = plain(value.text)
  if (reading.found.length === 0) {
    if (reading.ambiguous) draft.warn('durations', 'ambiguous', line, text)
    else {
      const year = /^\D{0,3}(\d{4})\D{0,3}$/.exec(text)
      draft.oddDurations.push({ text, line, swappable: year !== null && isYear(Number(year[1])), code: 'not-a-duration' })
    }
    return true
  }
  addDurations(draft, value, line, label, reading.found)
  return true
}

/** Adds cuts, with the language versions that stand in brackets behind each ("52' (English, French)"). */
export function addDurations(
  draft: Draft,
  value: Piece,
  line: Line,
  label: string | null,
  found: ReturnType<typeof readDurations>['found'],
): void {
  const { reading } = draft
  found.forEach((one, at) => {
    const known = reading.cuts.find((cut) => cut.minutes === one.minutes && cut.episodes === one.episodes)
    const until = found[at + 1]?.start ?? value.start + value.text.length
    const versions = versionsBehind(subPiece(value, one.end - value.start, until - value.start))
    if (known) {
      if (known.versions.length === 0) known.versions = versions
      draft.noteSpan(`durations.${reading.cuts.indexOf(known)}`, one.start, one.end, line.number, label)
      return
    }
    const cut: Cut = { minutes: one.minutes, episodes: one.episodes, versions }
    reading.cuts.push(cut)
    reading.durations.push(one.minutes)
    if (one.episodes !== null && one.episodes > 1 && reading.series === null) {
      reading.series = { episodes: one.episodes, minutes: one.minutes }
      draft.noteSpan('series', one.start, one.end, line.number, label)
    }
    draft.noteSpan(`durations.${reading.durations.length - 1}`, one.start, one.end, line.number, label)
  })
}

function versionsBehind(tail: Piece): Cut['versions'] {
  const bracket = /[([]\s*([^()[\]]*(?:\([^()]*\)[^()[\]]*)*)\s*[)\]]/.exec(tail.text) ?? /^\s*[:–—-]\s*(.+)$/.exec(tail.text)
  if (!bracket) return []
  const inside = stripPiece({ text: bracket[1]!, start: 0 }, ' ,;')
  const languages = readLanguages(inside, null)
  if (languages.found.length === 0 || languages.unknown.length > 0) return []
  return dedupeVersions(languages.found)
}

function dedupeVersions(found: LanguageFound[]): Cut['versions'] {
  const seen = new Set<string>()
  const versions: Cut['versions'] = []
  for (const one of found) {
    const key = `${one.language} ${one.use} ${one.hardOfHearing}`
    if (seen.has(key)) continue
    seen.add(key)
    versions.push({ language: one.language, use: one.use, hardOfHearing: one.hardOfHearing })
  }
  return versions
}

export function takeLanguages(
  draft: Draft,
  field: 'versions' | 'originalLanguage' | 'language' | 'subtitles',
  value: Piece,
  line: Line,
  label: string | null,
): boolean {
  const { reading } = draft
  const wide = /version|fassung|versi|dub|doubl|doppi|dobl|dobr|dubl|voice/i.test(value.text)
  // "Language: ENG, FRA versions" offers versions; "Language: French" says what is spoken
  const versionsMeant = field === 'versions' || (field === 'language' && wide && !/original|vo\b|v\.o/i.test(value.text))
  // A label "Versions" may also announce cuts: "Versions: 52', 90'"
  if (field === 'versions' && /\d/.test(value.text)) {
    const durations = readDurations(value, false)
    if (durations.found.length > 0) {
      addDurations(draft, value, line, label, durations.found)
      const rest = {
        text: durations.found.reduce(
          (text, one) =>
            text.slice(0, one.start - value.start) + ' '.repeat(one.end - one.start) + text.slice(one.end - value.start),
          value.text,
        ),
        start: value.start,
      }
      const languages = readLanguages(rest, null)
      if (reading.cuts.every((cut) => cut.versions.length === 0) || languages.found.length > 0)
        applyLanguages(draft, languages.found, true, line, label)
      return true
    }
  }
  const found = readLanguages(value, field === 'subtitles' ? 'subtitled' : versionsMeant ? null : 'original')
  applyLanguages(draft, found.found, versionsMeant, line, label)
  if (found.found.length === 0 && (found.none || found.marks)) {
    draft.note(languageField(field), value, line, label)
    // "V.O. subtitulada": in which language is for the editor to say
    if (!found.none && found.unknown.length === 0) draft.warn(languageField(field), 'unknown-language', line, value.text)
  }
  if (!(found.none && found.found.length === 0)) {
    for (const unknown of found.unknown.slice(0, 8)) {
      const language = rareLanguage(unknown.text)
      if (language === null) continue
      found.unknown.splice(found.unknown.indexOf(unknown), 1)
      const use = field === 'subtitles' ? 'subtitled' : versionsMeant ? null : 'original'
      applyLanguages(
        draft,
        [{ language, use, hardOfHearing: false, start: unknown.start, end: unknown.start + unknown.text.length }],
        versionsMeant,
        line,
        label,
      )
    }
    const code =
      field === 'versions' || field === 'subtitles' || field === 'language' || field === 'originalLanguage'
        ? 'unknown-language'
        : 'not-understood'
    for (const unknown of found.unknown.slice(0, 20)) draft.warn(languageField(field), code, line, unknown.text)
  }
  return true
}

const languageField = (field: string): string =>
  field === 'versions' ? 'versionLanguages' : field === 'subtitles' ? 'subtitleLanguages' : 'originalLanguages'

export function applyLanguages(draft: Draft, found: LanguageFound[], offered: boolean, line: Line, label: string | null): void {
  const { reading } = draft
  const add = (list: string[], path: string, one: LanguageFound) => {
    if (!list.includes(one.language)) list.push(one.language)
    draft.noteSpan(`${path}.${list.indexOf(one.language)}`, one.start, one.end, line.number, label)
  }
  for (const one of found) {
    if (one.use === 'subtitled') add(reading.subtitleLanguages, 'subtitleLanguages', one)
    else if (one.use === 'original' && !offered) add(reading.originalLanguages, 'originalLanguages', one)
    else {
      if (one.use === 'original') add(reading.originalLanguages, 'originalLanguages', one)
      if (one.language !== 'zxx') add(reading.versionLanguages, 'versionLanguages', one)
    }
    if (offered || one.use === 'subtitled' || one.use === 'dubbed' || one.use === 'voice-over' || one.use === null) {
      const same = reading.versions.find(
        (version) => version.language === one.language && version.use === one.use && version.hardOfHearing === one.hardOfHearing,
      )
      if (!same) {
        reading.versions.push({ language: one.language, use: one.use, hardOfHearing: one.hardOfHearing })
        draft.noteSpan(`versions.${reading.versions.length - 1}`, one.start, one.end, line.number, label)
      }
    }
  }
}

/** `The Cold War, 1947–1989`, `1967-2015`, `since 1990`, "the long nineteenth century". */
function takePeriod(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const { reading } = draft
  const text = plain(value.text)
  if (reading.period !== null) return second(draft, 'period', reading.period.label ?? '', value, line)
  const years = /^(?:(.+?),\s*)?(?:(\d{4})?\s*[–—-]\s*(\d{4})?|(\d{4}))$/.exec(text)
  const year = (printed: string | undefined) => (printed === undefined ? null : Number(printed))
  if (years && (years[2] ?? years[3] ?? years[4]) !== undefined) {
    const from = year(years[2] ?? years[4])
    const to = year(years[3] ?? years[4])
    reading.period = { from, to, label: years[1] ?? null }
  } else reading.period = { from: null, to: null, label: text }
  draft.note('period', value, line, label)
  return true
}

type WordList = 'themes' | 'keywords' | 'places' | 'advisories'

function takeWords(draft: Draft, list: WordList, value: Piece, line: Line, label: string | null): boolean {
  const words = draft.reading[list]
  for (const piece of splitPiece(value, list === 'places' || list === 'advisories' ? /[,;•·|\t]/g : /[,;•·|\t]|\s[-–/]\s/g)) {
    const text = plain(piece.text).replace(/\.$/, '')
    if (text === '' || words.length >= 500) continue
    if (!words.includes(text)) words.push(text)
    draft.noteSpan(`${list}.${words.indexOf(text)}`, piece.start, piece.start + piece.text.length, line.number, label)
  }
  return true
}

export function takeGenres(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const { genres } = draft.reading
  for (const piece of splitPiece(value, /[,;•·|\t/]|\s[-–]\s/g)) {
    const text = plain(piece.text).replace(/\.$/, '')
    if (text === '' || genres.length >= 200) continue
    if (!genres.includes(text)) genres.push(text)
    draft.noteSpan(`genres.${genres.indexOf(text)}`, piece.start, piece.start + piece.text.length, line.number, label)
  }
  return true
}

/** What stands beside what was found in it, which becomes separators: every place stays where it is in the source. */
function besides(value: Piece, found: readonly { start: number; end: number }[]): Piece {
  let text = value.text
  for (const { start, end } of found)
    text = text.slice(0, start - value.start) + ';'.repeat(end - start) + text.slice(end - value.start)
  return { text, start: value.start }
}

/** A collection or series that the film is of; "Series: Rivers, 3 x 52'" says its episodes as well. */
const SECTION_OF_A_FESTIVAL =
  /(?<![a-z])(?:competit|competicio|competicao|wettbewerb|concorso|selection officielle|official selection)/

function takeThemes(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  // "Section: Nordic Competition" is said of a festival
  if (SECTION_OF_A_FESTIVAL.test(fold(value.text))) return false
  const episodes = readDurations(value, false).found.filter((one) => one.episodes !== null)
  if (episodes.length === 0) return takeWords(draft, 'themes', value, line, label)
  addDurations(draft, value, line, label, episodes)
  for (const piece of splitPiece(besides(value, episodes), /[,;]+|[()]/g)) takeWords(draft, 'themes', piece, line, label)
  return true
}

export function takeFormat(draft: Draft, field: Field, value: Piece, line: Line, label: string | null): boolean {
  const { formats } = draft.reading
  const durations = field === 'formatOrLength' ? readDurations(value, false) : null
  if (durations && durations.found.length > 0) {
    addDurations(draft, value, line, label, durations.found)
    for (const piece of splitPiece(besides(value, durations.found), /[,;•·|\t]+|\s[-–/&]\s|[()]/g)) {
      if (isGenre(piece.text)) takeGenres(draft, piece, line, label)
      else if (isFormat(piece.text)) pushFormat(draft, piece, line, label)
    }
    return true
  }
  if (field === 'soundOrFormat' && !isFormat(value.text) && looksLikeNames(value))
    return takeCredit(draft, 'sound', value, line, label)
  if (field === 'imageOrFormat' && !isFormat(value.text) && looksLikeNames(value))
    return takeCredit(draft, 'photography', value, line, label)
  if (field === 'formatOrLength' && isGenre(value.text)) return takeGenres(draft, value, line, label)
  for (const piece of splitPiece(value, /[,;•·|\t]|\s[-–/]\s/g)) pushFormat(draft, piece, line, label)
  return formats.length > 0
}

export function pushFormat(draft: Draft, piece: Piece, line: Line, label: string | null): void {
  const { formats } = draft.reading
  const text = plain(piece.text).replace(/\.$/, '')
  if (text === '' || formats.length >= 200) return
  if (!formats.includes(text)) formats.push(text)
  draft.noteSpan(`formats.${formats.indexOf(text)}`, piece.start, piece.start + piece.text.length, line.number, label)
}

const addresses = (line: Line) => line.links.map((link) => link.url).join(' ')

/** A number of The Movie Database as it is written there: `603` for a film, `tv/603` for a series; or the address of its page. */
function readTmdb(value: Piece, line: Line): string | null {
  const page = /themoviedb\.org\/(movie|tv)\/(\d{1,9})/.exec(value.text + ' ' + addresses(line))
  if (page !== null) return page[1] === 'tv' ? `tv/${page[2]}` : page[2]!
  return /^(?:tv\/)?\d{1,9}$/.exec(plain(value.text))?.[0] ?? null
}

function takeIdentifier(
  draft: Draft,
  field: 'isan' | 'eidr' | 'imdb' | 'tmdb' | 'wikidata' | 'reference',
  value: Piece,
  line: Line,
  label: string | null,
): boolean {
  const { identifiers } = draft.reading
  const text = plain(value.text)
  let printed: string | null = null
  if (field === 'isan') {
    const isan = readIsan(text)
    if (isan && !isan.valid) {
      draft.warn('identifiers.isan', 'bad-check-character', line, text)
      return true
    }
    printed = isan?.printed ?? null
  } else if (field === 'eidr') {
    const eidr = readEidr(/10\.5240/.test(text) ? text : `10.5240/${text.replace(/^(?:urn:)?eidr:?\s*/i, '')}`)
    if (eidr && !eidr.valid) {
      draft.warn('identifiers.eidr', 'bad-check-character', line, text)
      return true
    }
    printed = eidr?.printed ?? null
  } else if (field === 'imdb')
    printed =
      /\btt\d{6,10}\b/i.exec(text + ' ' + addresses(line))?.[0].toLowerCase() ?? (/^\d{6,10}$/.test(text) ? `tt${text}` : null)
  else if (field === 'tmdb') printed = readTmdb(value, line)
  else if (field === 'wikidata') printed = /\bQ[1-9]\d{0,10}\b/.exec(text + ' ' + addresses(line))?.[0] ?? null
  else printed = text.length <= 60 ? text : null
  if (printed === null) {
    draft.warn(`identifiers.${field}`, 'bad-identifier', line, text)
    return true
  }
  if (identifiers[field] !== null && identifiers[field] !== printed) {
    draft.warn(`identifiers.${field}`, 'two-values', line, text)
    return true
  }
  identifiers[field] = printed
  noteWord(draft, `identifiers.${field}`, printed, value, line, label)
  return true
}

/** Notes a fact at the word that holds it, so that what stands beside it is seen; at the whole value where it is printed otherwise. */
function noteWord(draft: Draft, path: string, word: string, value: Piece, line: Line, label: string | null): void {
  const at = value.text.indexOf(word)
  if (at < 0) return draft.note(path, value, line, label)
  const before = /\S*$/.exec(value.text.slice(0, at))![0].length
  const behind = /^\S*/.exec(value.text.slice(at + word.length))![0].length
  draft.note(path, subPiece(value, at - before, at + word.length + behind), line, label)
}

function takeRating(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const { ratings } = draft.reading
  for (const piece of splitPiece(value, /[,;•|]/g)) {
    const rating = readRating(label, piece.text) ?? { system: label ?? '', value: plain(piece.text) }
    if (rating.system === '' || ratings.some((one) => one.system === rating.system && one.value === rating.value)) continue
    ratings.push(rating)
    draft.noteSpan(`ratings.${ratings.length - 1}`, piece.start, piece.start + piece.text.length, line.number, label)
  }
  return true
}

/** A label that is itself a prize: "Special mention: Fest 2010". */
const PRIZE_LABEL =
  /^(?:special mention|mention speciale|lobende erwahnung|menzione speciale|mencion especial|mencao (?:honrosa|especial)|mencio especial|winner|laureat|nominee|pradikat|fbw-pradikat|nominated for|nominiert fur)$/

export function takeFestivals(
  draft: Draft,
  field: 'festivals' | 'awards' | 'premiere',
  value: Piece,
  line: Line,
  label: string | null,
  year: number | null,
): boolean {
  const premiere = field === 'premiere' || (label !== null && premiereOf(label) !== null) ? premiereOf(label ?? '') : null
  const { found, unread } = readFestivals(value, { year, awards: field === 'awards', premiere })
  for (const one of found) {
    if (label !== null && one.entry.award === null && PRIZE_LABEL.test(fold(label).replace(/\s*:$/, '')))
      one.entry.award = label.replace(/\s*:$/, '')
    pushFestival(draft, one, line, label)
  }
  for (const piece of unread) {
    const text = plain(piece.text)
    if (!/\p{L}/u.test(text)) continue
    const last = draft.reading.festivals.at(-1)
    // a prize under the line of its festival
    if (found.length === 0 && field === 'festivals' && last && last.award === null && line.bullet !== '') {
      last.award = text
      draft.note(`festivals.${draft.reading.festivals.length - 1}.award`, piece, line, label)
    } else draft.warn('festivals', 'not-understood', line, text)
  }
  return found.length > 0 || draft.hasPlace(line)
}

const ENTRY = ['festival', 'year', 'city', 'country', 'section', 'award', 'premiere'] as const
const isSame = (a: FestivalEntry, b: FestivalEntry): boolean => ENTRY.every((field) => a[field] === b[field])

export function pushFestival(draft: Draft, one: FestivalFound, line: Line, label: string | null): void {
  const { festivals } = draft.reading
  if (one.doubt !== null) draft.warn('festivals', 'ambiguous', line, one.doubt.text)
  if (festivals.length >= 2000) return
  if (festivals.length < 300 && festivals.some((known) => isSame(known, one.entry))) {
    draft.noteSpan('festivals', one.place.start, one.place.start + one.place.text.length, line.number, label)
    return
  }
  festivals.push(one.entry)
  const path = `festivals.${festivals.length - 1}`
  draft.noteSpan(path, one.place.start, one.place.start + one.place.text.length, line.number, label)
  for (const part of one.parts)
    draft.noteSpan(`${path}.${part.field}`, part.piece.start, part.piece.start + part.piece.text.length, line.number, label)
}

/** A quote without the language that is named behind it in brackets: “…” – Ada Blum, La Gazette (French). */
function quoteIn(whole: string): { text: string; language: string | null } {
  const [, text, named] = /^(.{20,})\s\(([\p{L}\s]{3,40})\)$/su.exec(whole) ?? []
  const found = named === undefined ? undefined : onlyLanguages({ text: named, start: 0 }, null)?.found
  return found?.length === 1 ? { text: text!, language: found[0]!.language } : { text: whole, language: null }
}

function takePress(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const { pressQuotes } = draft.reading
  const { text, language } = quoteIn(plain(value.text))
  const quote = readQuote(text)
  const last = pressQuotes.at(-1)
  if (quote) pressQuotes.push({ ...quote, language })
  else if (last && last.source === null && last.author === null && text.length < 120) {
    Object.assign(last, attribution(text))
    draft.note(`pressQuotes.${pressQuotes.length - 1}.source`, value, line, label)
    return true
  } else {
    const tail = /^(.{20,4000}[.!?…»”"])\s*(?:[-–—]\s*|\()([^()]{2,80}?)\)?$/u.exec(text)
    if (tail) pressQuotes.push({ text: tail[1]!.trim(), ...attribution(tail[2]!), language })
    else if (text.length > 25) pressQuotes.push({ text, source: null, author: null, language })
    else return false
  }
  draft.note(`pressQuotes.${pressQuotes.length - 1}`, value, line, label)
  return true
}

function takeAddress(
  draft: Draft,
  field: 'email' | 'phone' | 'website',
  value: Piece,
  line: Line,
  label: string | null,
): boolean {
  const { contacts } = draft.reading
  const text = value.text
  const found =
    field === 'email' ? findEmail(text)?.value : field === 'phone' ? (findPhone(text)?.value ?? null) : urlOf(value, line.links)
  if (!found) return false
  const key = field === 'website' ? 'url' : field
  let contact = contacts.at(-1)
  if (!contact || contact[key] !== null) {
    contact = { name: null, role: null, company: null, email: null, phone: null, url: null }
    contacts.push(contact)
  }
  contact[key] = found
  draft.note(`contacts.${contacts.length - 1}.${key}`, value, line, label)
  return true
}

/** A contact that one value holds: "Weltvertrieb: Nordlicht Medien, mail@…" among other facts of a line. */
export function takeContact(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const made = contactFrom(label, [readContactPiece(value)])
  if (!made) return false
  draft.reading.contacts.push(made.contact)
  draft.note(`contacts.${draft.reading.contacts.length - 1}`, value, line, label)
  for (const piece of made.left) if (plain(piece.text).length > 3) draft.reading.unread.push(plain(piece.text))
  return true
}
