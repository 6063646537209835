/** Lines of facts without labels: `84' - 52' | France/Germany | 2020 | 4K`, `(Country: UK; Year: 2014)`, `Farbe, 94 Min., OmU`. */
import { addDurations, applyLanguages, pushFestival, pushFormat, takeFact, takeFestivals, takeGenres } from './facts.ts'
import { takeCountries, takeLooseYear, takeOrigin } from './year-and-countries.ts'
import { takeDirectors } from './credits.ts'
import type { Draft } from './draft.ts'
import { onlyCountries } from './countries.ts'
import { readDurations } from './durations.ts'
import { looksLikeFestival, readFestival } from './festivals.ts'
import { namesFestival, premiereOf } from './festival-words.ts'
import { isFormat, isGenre, opensGenre, readRating } from './formats.ts'
import { labelKey } from './labels/label-key.ts'
import { endsByline, isByline, opensByline } from './labels/match.ts'
import type { LabelReader } from './labels/match.ts'
import type { Field } from './labels/fields.ts'
import { onlyLanguages, readLanguages } from './languages.ts'
import { held, leftOver } from './left-over.ts'
import { phraseLabel } from './label-lines.ts'
import { remembered } from './memory.ts'
import { looksLikeFirm, looksLikeNames } from './names.ts'
import { genreWithOrigin } from './nationalities.ts'
import { endOf, plain, splitPiece, stripPiece, subPiece, trimPiece } from './source.ts'
import type { Line, Piece } from './source.ts'

export interface Segment {
  piece: Piece
  kind:
    | 'duration'
    | 'year'
    | 'country'
    | 'language'
    | 'format'
    | 'genre'
    | 'premiere'
    | 'made'
    | 'rating'
    | 'labelled'
    | 'byline'
    | 'origin'
    | 'unknown'
  field?: Field
  fields?: Field[]
  label?: string
}

const SEPARATORS = [
  /\s*[|•·●]+\s*|\t+/g,
  /\s*;\s*/g,
  /\s+\/{1,2}\s+/g,
  /\s+(?:--|[-–—])\s+/g,
  /,\s+(?=\D)|,\s+(?=\d)/g,
  /\//g,
  // not behind an abbreviation: "V.O. español. Sub. inglés"
  /\.(?<!(?:^|[\s.,])(?:subt?|leg|sott|dt|engl|franz|ital|span|\p{L})\.)\s+/giu,
]

/** Where ` / ` stands among them; the dash follows. */
const SLASH = 2

/** For each separator, the marks without which it cannot be there. */
const MARKS = ['|•·●\t', ';', '/', '-–—', ',', '/', '.']

/** The parts of a piece between the first kind of separator that it has, from one kind on. */
function partsOf(piece: Piece, from: number): { parts: Piece[]; at: number } | null {
  // of a dash and a slash, the one that comes first parts the facts: "2021 – HD – English / French versions"
  if (from <= SLASH && piece.text.includes('/')) {
    const dash = piece.text.search(/\s[-–—]\s/)
    const slash = dash < 0 ? -1 : piece.text.search(/\s\/\s/)
    if (slash > dash && dash > 0 && !/[|•·●\t;]/.test(piece.text)) {
      const parts = whole(piece, splitPiece(piece, SEPARATORS[SLASH + 1]!))
      if (parts.length >= 2) return { parts, at: SLASH - 1 }
    }
  }
  for (let at = from; at < SEPARATORS.length; at++) {
    if (!hasAny(piece.text, MARKS[at]!)) continue
    const parts = whole(piece, splitPiece(piece, SEPARATORS[at]!))
    if (parts.length >= 2) return { parts, at }
  }
  return null
}

/** Parts between which a bracket stays open are one: "Fest 2023 (Valencia, Spain)". */
function whole(piece: Piece, parts: Piece[]): Piece[] {
  if (!piece.text.includes('(')) return parts
  const joined: Piece[] = []
  let from: Piece | null = null
  for (const part of parts) {
    const first: Piece = from ?? part
    const run = subPiece(piece, first.start - piece.start, part.start + part.text.length - piece.start)
    if (opens(run.text) && part !== parts.at(-1)) from = first
    else {
      joined.push(run)
      from = null
    }
  }
  return joined
}

const opens = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

function hasAny(text: string, marks: string): boolean {
  for (let at = 0; at < marks.length; at++) if (text.includes(marks[at]!)) return true
  return false
}

/** The segments of a line when they are facts; null when the line is something else. */
export function readFactLine(labels: LabelReader, line: Piece): Segment[] | null {
  const { answers } = line
  if (answers?.facts !== undefined) return answers.facts
  const segments = segmentsOf(labels, line)
  if (answers !== undefined) answers.facts = segments
  return segments
}

/** The segments of a line that is facts from end to end; null as soon as something else shows. */
export function onlyFacts(labels: LabelReader, line: Piece): Segment[] | null {
  const known = line.answers?.facts
  if (known !== undefined) return known?.every((one) => one.kind !== 'unknown') ? known : null
  const piece = stripPiece(line, '|•·')
  if (piece.text.length < 2 || piece.text.length > 400) return null
  const segments: Segment[] = []
  return allTyped(labels, piece, 0, segments) ? segments : null
}

/**
 * Whether a line that reads like a sentence is a list of facts from end to end, so many at least. What stands before its first mark is asked
 * before the whole of it: that is dear to ask, and hardly ever one.
 */
export function listsFacts(labels: LabelReader, line: Piece, least: number): boolean {
  const known = line.answers?.facts
  if (known !== undefined) return known !== null && known.length >= least && known.every((one) => one.kind !== 'unknown')
  const piece = stripPiece(line, '|•·')
  if (piece.text.length < 2 || piece.text.length > 400) return false
  const segments: Segment[] = []
  return partsTyped(labels, piece, 0, segments) && segments.length >= least && typeOf(labels, piece) === null
}

/** `1 x 60 min documentary for Channel North by Ironbridge Television`, and nothing else. */
export function saysWhatIsMade(labels: LabelReader, line: Piece): boolean {
  const known = line.answers?.facts
  if (known !== undefined) return known?.length === 1 && known[0]!.kind === 'made'
  const piece = stripPiece(line, '|•·')
  return readDurations(piece, false).found.length > 0 && typeOf(labels, piece)?.kind === 'made'
}

function allTyped(labels: LabelReader, piece: Piece, from: number, segments: Segment[]): boolean {
  const whole = typeOf(labels, piece)
  return whole ? segments.push(whole) > 0 : partsTyped(labels, piece, from, segments)
}

function partsTyped(labels: LabelReader, piece: Piece, from: number, segments: Segment[]): boolean {
  const cut = partsOf(piece, from)
  return (
    cut !== null &&
    cut.parts.length <= 40 &&
    cut.parts.every((part) => allTyped(labels, stripPiece(part, ',;'), cut.at + 1, segments))
  )
}

function segmentsOf(labels: LabelReader, line: Piece): Segment[] | null {
  const piece = stripPiece(line, '|•·')
  if (piece.text.length < 2 || piece.text.length > 400) return null
  const segments = typed(labels, piece, 0)
  const known = segments.filter((segment) => segment.kind !== 'unknown').length
  const unknown = segments.length - known
  if (known === 0) return null
  if (unknown === 0) return segments
  if (known < 2 || unknown > known || segments.some((segment) => segment.kind === 'unknown' && segment.piece.text.length > 80))
    return null
  // words between commas are prose unless most of them are facts
  if (unknown * 2 > known && !/[|•·;/]|\s[-–—]\s/.test(piece.text)) return null
  return segments
}

function typed(labels: LabelReader, piece: Piece, from: number): Segment[] {
  const whole = typeOf(labels, piece)
  if (whole) return [whole]
  const cut = partsOf(piece, from)
  if (cut === null || cut.parts.length > 40) return [{ piece, kind: 'unknown' }]
  const segments = continued(
    piece,
    cut.parts.flatMap((part) => typed(labels, stripPiece(part, ',;'), cut.at + 1)),
  )
  // a weak separator must not tear a name apart ("Bief et Compagnie, Lyon")
  return cut.at >= 4 && segments.every((segment) => segment.kind === 'unknown') ? [{ piece, kind: 'unknown' }] : segments
}

/** `sous-titrée en anglais, en néerlandais`: a language behind a preposition goes on with the clause before. */
function continued(piece: Piece, segments: Segment[]): Segment[] {
  if (segments.length < 2) return segments
  return segments.reduce<Segment[]>((all, one) => {
    const last = all.at(-1)
    if (last?.kind === 'language' && one.kind === 'language' && /^(?:en|in|em|auf)\s/.test(one.piece.text))
      last.piece = subPiece(piece, last.piece.start - piece.start, one.piece.start + one.piece.text.length - piece.start)
    else all.push(one)
    return all
  }, [])
}

/** What a piece is; what a short one is ("2020", "HD", "France") was mostly asked before, for another sheet. */
function typeOf(labels: LabelReader, piece: Piece): Segment | null {
  if (piece.text.length > SHORT) return findType(labels, piece)
  let types = TYPES.get(labels.key)
  if (types === undefined) TYPES.set(labels.key, (types = remembered((text) => findType(labels, { text, start: 0 }))))
  const known = types(piece.text)
  if (known === null) return null
  const { text, start } = known.piece
  // a segment may grow (`continued`): each asker has its own
  return { ...known, piece: text.length === piece.text.length ? piece : subPiece(piece, start, start + text.length) }
}

/** No value that sheets have in common is longer. */
const SHORT = 40

/** By the language of the labels: the same text may be a label in one and nothing in another. */
const TYPES = new Map<string, (text: string) => Segment | null>()

function findType(labels: LabelReader, piece: Piece): Segment | null {
  const text = plain(piece.text)
  if (text === '' || text.length > 160) return null
  if (/^(?:©|\(c\)|copyright)?\s*(?:18[89]\d|19\d\d|20\d\d|21\d\d)$/i.test(text)) return { piece, kind: 'year' }
  const colon = piece.text.indexOf(':')
  if (colon > 0 && colon < 60) {
    const label = piece.text.slice(0, colon)
    const match = labels.lookup(plain(label))
    // "Durée : 52' – Année : 2023" is two
    const several = /[|•·\t]|\s[–—-]\s[^:]{2,40}:\s/.test(piece.text)
    if (match && piece.text.slice(colon + 1).trim() !== '' && !several)
      return { piece: trimPiece(subPiece(piece, colon + 1)), kind: 'labelled', fields: match.fields, label: plain(label) }
  }
  if (/\d/.test(text)) {
    const durations = readDurations(piece, false)
    if (
      durations.found.length > 0 &&
      durations.alone &&
      !/^[12]\dh\d{2}$/.test(text) &&
      durations.found.every((one) => one.minutes < 1000)
    )
      return { piece, kind: 'duration' }
    if (durations.found.length > 0 && madeAs(piece, durations.found) !== null) return { piece, kind: 'made' }
  }
  if (namesChannels(text)) return { piece, kind: 'labelled', fields: ['broadcaster'], label: '' }
  if (isFormat(text)) return { piece, kind: 'format' }
  if (isGenre(text)) return { piece, kind: 'genre' }
  if (readRating(null, text)) return { piece, kind: 'rating' }
  if (
    opensWithCapital(text) ||
    /^\p{Ll}?\P{Ll}|\p{Lu}|^o\.|^v\.|^in /u.test(text.slice(0, 12)) ||
    /^[a-z]{2,3}(?:\/|$)/.test(text)
  ) {
    const countries = onlyCountries(piece)
    if (countries && countries.years.length <= 1) return { piece, kind: 'country' }
  }
  if (/^[^ ]*(?: [^ ]*){0,2}$/.test(text) && premiereOf(text) !== null) return { piece, kind: 'premiere' }
  if (text.length < 120 && !/\d/.test(text) && !BOAST.test(text)) {
    const languages = onlyLanguages(piece, 'original')
    if (languages && (languages.found.length > 0 || languages.marks)) return { piece, kind: 'language' }
  }
  const made = genreWithOrigin(piece)
  if (made && (made.rest.text === '' || bylineOf(made.rest))) return { piece, kind: 'origin' }
  // "prod. X": a label cut short stands without a colon
  const short = piece.text.includes('.') ? /^(\p{L}{2,8}\.)\s+(?=\p{Lu})/u.exec(piece.text) : null
  const cut = short === null ? null : labels.lookup(short[1]!)
  if (cut !== null && cut.fields.every((field) => field.startsWith('produc'))) {
    const names = trimPiece(subPiece(piece, short![0].length))
    if (looksLikeNames(names)) return { piece: names, kind: 'labelled', fields: cut.fields, label: short![1]! }
  }
  const byline = bylineOf(piece)
  if (byline) return { piece: byline.names, kind: 'byline', label: byline.label }
  const phrase = phraseLabel(labels, piece)
  return phrase ? { piece: phrase.value, kind: 'labelled', fields: phrase.match.fields, label: phrase.label } : null
}

function opensWithCapital(text: string): boolean {
  const code = text.charCodeAt(0)
  return code > 64 && code < 91
}

/** What a seller sets beside the facts; each is the code of a language too (Newari, Dong). */
const BOAST = /^(?:new|hot|top|doc)!?$/i

/** Broadcasters that a line of facts names without a word more: their letters are no codes of languages ("SWR"). */
const CHANNELS = new Set(
  (
    'ARTE,ARTE France,ARTE GEIE,ZDF,ARD,WDR,NDR,SWR,MDR,BR,rbb,RBB,HR,3sat,ORF,SRF,RTS,RSI,RTBF,VRT,BBC,ITV,RAI,Rai,RTVE,RTP,TV3,NHK,YLE,SVT,NRK,' +
    'VPRO,France 2,France 3,France 4,France 5,France Télévisions,TV5 Monde,TV5Monde'
  ).split(','),
)
const CHANNEL_OPENINGS = new Set([...CHANNELS].map((channel) => channel.split(' ')[0]!))
/** "BBC Four", "Rai Tre". */
const CHANNEL_OF_HOUSE = /^(?:BBC|Rai) \p{Lu}\p{L}+$/u

/** `ARTE, SWR`: nothing but broadcasters. */
function namesChannels(text: string): boolean {
  if (!CHANNEL_OPENINGS.has(/^[^\s/,&+]*/.exec(text)![0])) return false
  const names = text.split(/\s*[/,&+]\s*/)
  if (names.at(-1) === '') names.pop()
  return names.every((name) => CHANNELS.has(name) || CHANNEL_OF_HOUSE.test(name))
}

const ARTICLE = /^(?:an?|une?|ein|eine|un|una|um|uma|de|da|in)\s+/i
const FOR_AND_BY =
  /\s+(?:for|pour|für|per|para)\s+(\p{Lu}[^,.;]{1,60}?)(?:\s+(?:by|par|von|di|da|de|por)\s+(\p{Lu}[^,.;]{1,60}))?$/u

/** `A 4 x 52' documentary series`, `1 x 60 min documentary for Channel North by Ironbridge Television`: what it is, for whom, by whom. */
function madeAs(
  piece: Piece,
  found: ReturnType<typeof readDurations>['found'],
): { genre: Piece; broadcaster: Piece | null; maker: Piece | null } | null {
  if (piece.text.length > 160) return null
  let text = piece.text
  for (const one of found) {
    const from = one.start - piece.start
    text = text.slice(0, from) + '\u0001'.repeat(one.end - one.start) + text.slice(one.end - piece.start)
  }
  const made = FOR_AND_BY.exec(text)
  const inside = (group: number): Piece | null => {
    const words = made?.[group]
    if (made === null || words === undefined) return null
    const from = group === 1 ? text.indexOf(words, made.index) : text.lastIndexOf(words)
    return subPiece(piece, from, from + words.length)
  }
  let genre = stripPiece({ text: made === null ? text : text.slice(0, made.index), start: piece.start }, ' ,.:–—-\u0001')
  for (let article = ARTICLE.exec(genre.text); article; article = ARTICLE.exec(genre.text))
    genre = stripPiece(subPiece(genre, article[0].length), ' -\u0001')
  // what follows is dear, and the first word of any other text says that it names no genre; a hyphen may join two
  const opening = /^\S*/.exec(genre.text)![0]
  if (!opening.includes('-') && !opensGenre(opening)) return null
  const kind = genre.text.replace(/[\s\u0001-]+(?:de|of|in|von|di)?[\s\u0001]*$/i, '')
  genre = subPiece(genre, 0, kind.length)
  return isGenre(genre.text) ? { genre, broadcaster: inside(1), maker: inside(2) } : null
}

/** `by A, B`, `Un film de X`: the names after words that introduce the director. */
export function bylineOf(piece: Piece): { label: string; names: Piece } | null {
  const { text } = piece
  if (text.length > 200 || !text.includes(' ')) return null
  const pattern = /[\s:]+/g
  let best: { label: string; names: Piece } | null = null
  let from = 0
  for (let count = 0; count < 9; count++) {
    const gap = pattern.exec(text)
    if (!gap) break
    const last = text.slice(from, gap.index)
    from = gap.index + gap[0].length
    if (count === 0 && !opensByline(last) && !opensGenre(last)) return null
    // few words end such a phrase; only behind those is it looked up whole
    if (!endsByline(last)) continue
    const label = text.slice(0, gap.index)
    if (!isByline(labelKey(label)) && !isGenreBy(label)) continue
    const names = trimPiece(subPiece(piece, gap.index + gap[0].length))
    // "Réal. X, 2019, 26'" is a byline and two facts
    if (
      names.text !== '' &&
      !/^\d|\p{Ll}{2}\.\s+\p{Lu}/u.test(names.text) &&
      !/[,/|]\s*\d|\s--\s/.test(names.text) &&
      looksLikeNames(names)
    )
      best = { label: plain(label), names }
  }
  return best
}

const DIRECTED_BY =
  /\s(?:directed by|réalisée?s? par|dirigid[ao]s? por|realizad[ao]s? por|dirett[aoei] da|dirigi(?:t|da) per|unter der regie von)$/iu
const ITS_ARTICLE = /^(?:an?|une?|ein|eine|una?|uma?)\s+/iu

/** `Dokumentation von`, `Creative documentary by`, `Série réalisée par`, `A film directed by`. */
function isGenreBy(label: string): boolean {
  const directed = DIRECTED_BY.exec(label)
  if (directed !== null) {
    const what = label.slice(0, directed.index).replace(ITS_ARTICLE, '')
    return isGenre(what) || /^(?:film|filme|película|pel·lícula)$/iu.test(what)
  }
  const end = /\s(?:by|von|de|di|da|par|por|van)$/i.exec(label)
  return end !== null && isGenre(label.slice(0, end.index))
}

/**
 * Reads a value under a field, and what stands in it beside its fact: a fact of another kind is taken ("Delivery: 2025, HD"), what is
 * none is said. False when nothing of the value was understood.
 */
export function takeWhole(draft: Draft, field: Field, value: Piece, line: Line, label: string | null): boolean {
  const opening = BESIDE_PLACES.has(field) ? placesWithin(draft.labels, value) : null
  if (opening === null) return takeAll(draft, field, value, line, label)
  takeFact(draft, 'place', opening.places, line, label)
  return takeAll(draft, field, opening.before, line, label)
}

/** Behind what is often said where the film was made. */
const BESIDE_PLACES = new Set<Field>(['country', 'year', 'duration', 'cuts'])

/** No label of places and a place behind it are shorter: "2023", "52'" and "France" are not searched. */
const SHORTEST_PLACES = 8

/** A word and a preposition behind a mark or a blank: what any such label looks like. */
const MAYBE_PLACES = /[\s,;([–—-]\p{L}{3,}\s\p{L}{1,3}\s/u

/** "France, shot in Peru": what a label of places opens within a value is where the film was made, not whose it is. */
function placesWithin(labels: LabelReader, value: Piece): { before: Piece; places: Piece } | null {
  if (value.text.length < SHORTEST_PLACES || !MAYBE_PLACES.test(value.text)) return null
  for (const opening of value.text.matchAll(/[\s,;([–—-]+(\p{L}{3,}\s\p{L}{1,3})\s+/gu)) {
    if (opening.index === 0 || !labels.lookup(opening[1]!)?.fields.includes('place')) continue
    const behind = subPiece(value, opening.index + opening[0].length)
    return { before: subPiece(value, 0, opening.index), places: stripPiece(behind, ' .)]') }
  }
  return null
}

function takeAll(draft: Draft, field: Field, value: Piece, line: Line, label: string | null): boolean {
  const since = held(draft)
  if (!takeFact(draft, field, value, line, label)) return false
  for (const piece of leftOver(draft, field, value, since)) {
    const facts = onlyFacts(draft.labels, piece)
    // "also available as series" holds codes of languages only for who looks for them
    if (facts === null || facts.some(({ kind, piece: one }) => kind === 'language' && !/^\p{Lu}/u.test(one.text)))
      draft.warn(field, 'not-understood', line, piece.text)
    else takeSegments(draft, facts, line, false)
  }
  return true
}

/** Applies the segments of a line to the reading. In a title's bracket an untyped name among facts is the director's. */
export function takeSegments(draft: Draft, segments: Segment[], line: Line, bracket: boolean): void {
  // `Name - Country - 2023 - 52 min`: in a line that is facts throughout, the name that opens it is the director's
  const opens =
    segments.length >= 4 && segments[0]!.kind === 'unknown' && segments.slice(1).every((one) => one.kind !== 'unknown')
  // "The Salt Road – A Love Story – … – dir. X": who directed is said, and what opens the facts is something else
  const isDirected = segments.some(({ kind, fields }) => kind === 'byline' || fields?.includes('director'))
  for (const [at, segment] of segments.entries()) {
    const before = segments[at - 1]
    const { piece } = segment
    const label = segment.label ?? null
    switch (segment.kind) {
      case 'duration':
        addDurations(draft, piece, line, null, readDurations(piece, false).found)
        break
      case 'year': {
        const year = Number(/\d{4}/.exec(plain(piece.text))![0])
        const at = piece.start + piece.text.search(/\d/)
        const to = piece.start + piece.text.search(/\d\D*$/) + 1
        if (draft.reading.year !== null && draft.reading.year !== year) draft.warn('year', 'two-values', line, piece.text)
        else takeLooseYear(draft, [{ year, start: at, end: to }], line, null)
        break
      }
      case 'country':
        takeCountries(draft, piece, line, null)
        break
      case 'language': {
        // "OF, dt. OV, VOSTA" and "Engl. Span. Franz. Fassung" are versions on offer; "Dt., Franz. mit engl. UT" is what is spoken
        const offered =
          /(?<!\p{L})(?:VF|VA|DF|EF|OF|OV|VO|VOST\w*|O[mM]\w*U|Fassung(?:en)?|Sprachfassung(?:en)?|versions?|versión|versiones|versione|versioni|versão|versões)(?!\p{L})/u.test(
            piece.text,
          ) && !/versi[oó]n[es]*\s+original|versione\s+original|vers[ãa]o\s+original|original\s+version/i.test(piece.text)
        const languages = readLanguages(piece, offered ? null : 'original')
        applyLanguages(draft, languages.found, offered, line, null)
        if (languages.found.length === 0) noteMark(draft, piece, line)
        break
      }
      case 'format':
        for (const part of splitPiece(piece, /[,;]/g)) pushFormat(draft, part, line, null)
        break
      case 'genre':
        takeGenres(draft, piece, line, null)
        break
      case 'rating': {
        const rating = readRating(null, piece.text)!
        draft.reading.ratings.push(rating)
        draft.note(`ratings.${draft.reading.ratings.length - 1}`, piece, line, null)
        break
      }
      case 'premiere':
        takePremiere(draft, piece, line)
        break
      case 'labelled':
        for (const field of segment.fields!)
          if (!takeWhole(draft, field, piece, line, label === '' ? null : label))
            draft.warn(field, 'not-understood', line, `${label}: ${piece.text}`)
        break
      case 'origin': {
        const { origin, genre, rest } = genreWithOrigin(piece)!
        takeOrigin(draft, origin, line, null)
        takeGenres(draft, genre, line, null)
        const byline = bylineOf(rest)
        if (byline) takeDirectors(draft, byline.names, line, byline.label)
        break
      }
      case 'made': {
        const { found } = readDurations(piece, false)
        addDurations(draft, piece, line, null, found)
        const { genre, broadcaster, maker } = madeAs(piece, found)!
        takeGenres(draft, genre, line, null)
        if (broadcaster) takeFact(draft, 'broadcaster', broadcaster, line, null)
        if (maker && looksLikeFirm(plain(maker.text))) takeFact(draft, 'productionCompany', maker, line, null)
        else if (maker) takeDirectors(draft, maker, line, null)
        break
      }
      case 'byline':
        takeDirectors(draft, piece, line, label)
        break
      default:
        // "prod. A, B Production": the firm after a firm
        if (
          before?.kind === 'labelled' &&
          before.fields!.some((field) => field.startsWith('produc')) &&
          looksLikeFirm(plain(piece.text)) &&
          !/\d/.test(piece.text)
        )
          takeFact(draft, before.fields![0]!, piece, line, before.label ?? null)
        // "R: A, B": the name after a director's, in a line of facts that commas part
        else if (isDirectorsNext(draft.source.text, segments, at)) takeDirectors(draft, piece, line, null)
        else takeUnknown(draft, piece, line, !isDirected && (bracket || (opens && segment === segments[0])))
    }
  }
}

/** Whether a name stands behind a director's, with nothing but further names and commas between them. */
function isDirectorsNext(source: string, segments: Segment[], at: number): boolean {
  let first = at
  while (first > 0 && segments[first]!.kind === 'unknown') {
    const { piece } = segments[first]!
    if (!piece.text.includes(' ') || looksLikeFirm(plain(piece.text)) || !looksLikeNames(piece)) return false
    first--
    if (source.slice(endOf(segments[first]!.piece), piece.start).trim() !== ',') return false
  }
  const { kind, fields } = segments[first]!
  return first < at && (kind === 'byline' || fields?.includes('director') === true)
}

/** "OV" and "Uraufführung" alone: seen, but they name no language and no festival. */
function noteMark(draft: Draft, piece: Piece, line: Line): void {
  draft.note('versions', piece, line, null)
}

function takePremiere(draft: Draft, piece: Piece, line: Line): void {
  const last = draft.reading.festivals.at(-1)
  const premiere = premiereOf(piece.text)
  if (last && last.premiere === null) {
    last.premiere = premiere
    draft.note(`festivals.${draft.reading.festivals.length - 1}.premiere`, piece, line, null)
  } else draft.reading.unread.push(plain(piece.text)) // of no festival: kept as printed
}

function takeUnknown(draft: Draft, piece: Piece, line: Line, bracket: boolean): void {
  // "Movies that Matter 2020, Encounters 2020": each with its year, and one of them known
  const listed = splitPiece(piece, /,\s+/g)
  if (
    listed.length >= 2 &&
    listed.every((one) => /^\p{Lu}.{2,60}\s(?:19|20)\d\d$/u.test(one.text)) &&
    listed.some((one) => namesFestival(one.text))
  )
    if (takeFestivals(draft, 'festivals', piece, line, null, null)) return
  if (looksLikeFestival(piece)) {
    const festival = readFestival(piece, { year: null, awards: false, premiere: null })
    if (festival) {
      pushFestival(draft, festival, line, null)
      return
    }
  }
  if (bracket && looksLikeNames(piece) && !BOAST.test(piece.text) && draft.reading.directors.length === 0) {
    takeDirectors(draft, piece, line, null)
    // one word may as well be a house: "(Tènk, 2022, 83 min)"
    if (!piece.text.includes(' ')) draft.warn('directors', 'ambiguous', line, piece.text)
  } else draft.warn('unread', 'not-understood', line, piece.text)
}

/** Whether a piece is enclosed in one pair of brackets; the inside of it. */
export function insideBrackets(piece: Piece): Piece | null {
  const match = /^[([]([^()[\]]*(?:\([^()]*\)[^()[\]]*)*)[)\]][.,]?$/.exec(piece.text)
  return match ? trimPiece(subPiece(piece, 1, 1 + match[1]!.length)) : null
}
