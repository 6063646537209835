/** Which line is the title, and what else stands on it. */
import type { Draft } from './draft.ts'
import { bylineOf, insideBrackets, onlyFacts, readFactLine, takeSegments, takeWhole, type Segment } from './fact-lines.ts'
import { takeDirectors } from './credits.ts'
import { addDurations } from './facts.ts'
import { findEmail, findUrl } from './contacts.ts'
import { readDurations } from './durations.ts'
import { looksLikeFestival } from './festivals.ts'
import { namesAward, SECTION } from './festival-words.ts'
import { fold } from './fold.ts'
import { fits, furtherLabels, isProseField, type LabelHit, labelOf } from './label-lines.ts'
import type { LabelReader } from './labels/match.ts'
import { readLanguages } from './languages.ts'
import { looksLikeNames } from './names.ts'
import { looksLikeProse, runsOn } from './prose.ts'
import { plain, stripPiece, subPiece, trimPiece, words } from './source.ts'
import type { Line, Piece } from './source.ts'

export interface TitleFound {
  line: Line
  value: Piece
  label: string | null
}

/** A title and the whole sheet's facts behind it; `rest` is the text that follows them. */
export interface Packed {
  title: Piece
  segments: Segment[]
  rest: Piece | null
}

/** A whole sheet may stand in the line of its title. */
const MAX_TITLE_LINE = 3000
/** `de X`, `by X`: a preposition alone, which opens a title as well. */
const BARE_BYLINE = /^(?:de|di|da|by|von|van|par|por|per)$/i

/** The title's line: the labelled one, else the first heading, else the first short line that says nothing else. */
export function findTitle(draft: Draft, lines: Line[]): TitleFound | null {
  const { labels } = draft
  const near = lines.slice(0, 400)
  for (const line of near) {
    if (line.body.text.length > 300) continue
    const hit = labelOf(labels, line, false)
    // read where it stands; nothing else is the title then
    if (hit && hit.match.fields.length === 1 && hit.match.fields[0] === 'title' && (hit.value.text !== '' || hit.marked))
      return null
  }
  // A title abroad is the title only where no title of its own opens the sheet
  const opening = near.find((line) => !line.rule && labelOf(labels, line, false)?.match.fields[0] !== 'head')
  const opens = opening !== undefined && isTitle(draft, opening, near[near.indexOf(opening) + 1], undefined)
  if (!opens && !near.some((line) => line.heading === 1)) {
    for (const line of near) {
      if (line.body.text.length > 300) continue
      const hit = labelOf(labels, line, false)
      if (hit && hit.match.fields[0] === 'saleTitle' && (hit.value.text !== '' || hit.marked)) return null
    }
  }
  for (const line of near) {
    if (line.heading === 1 && !labelOf(labels, line, false)) return { line, value: line.body, label: null }
  }
  for (let at = 0; at < near.length; at++) {
    const line = near[at]!
    if (line.rule || line.blank || line.body.text.length > MAX_TITLE_LINE) continue
    if (line.body.text.length > 300 && factsBehind(draft, line.body) === null && opensParagraph(draft, line) === null) continue
    const below = near[at + 1]
    // "SOCIETY" over the first film of a line-up
    if (below && line.body.text.length < 60 && packedFilm(labels, line.body) === null && packedFilm(labels, below.body) !== null)
      continue
    if (isTitle(draft, line, near[at + 1], near[at - 1])) return { line, value: line.body, label: null }
  }
  return null
}

/** Fields whose values look like nothing else: "Country: A Love Story" is no country. */
const TYPED: ReadonlySet<string> = new Set(['year', 'duration', 'country', 'language', 'originalLanguage', 'subtitles', 'versions', 'format', 'formatOrLength']) // prettier-ignore

function isTitle(draft: Draft, line: Line, next: Line | undefined, previous: Line | undefined): boolean {
  const { text } = line.body
  const clean = words(line.body)
  if (!/[\p{L}\p{N}]/u.test(clean)) return false
  if (line.bullet !== '' && (namesAward(text) || looksLikeFestival(line.body) || /^[*★•]/.test(line.bullet))) return false
  if (findEmail(text) || (findUrl(text) && !clean.includes(' '))) return false
  const hit = labelOf(draft.labels, line, false)
  if (hit) return hit.value.text === '' ? isWordOfLabel(draft, hit, line, next) : isNoValue(hit, next, previous)
  if ((readFactLine(draft.labels, line.body)?.[0]?.kind ?? 'unknown') === 'unknown' && factsBehind(draft, line.body) !== null)
    return true
  if (opensParagraph(draft, line) !== null) return true
  // Running text before the title: long, or wrapped onto the next line
  if (text.length > 110 || (clean.match(/[.!?…](?:\s|$)/g) ?? []).length > 1) return false
  // "Official Selection" over the title on a festival's page
  if (SECTION.test(fold(clean))) return false
  if (isOfProse(line, clean, next, previous)) return false
  if (looksLikeFestival(line.body) && /\d{4}/.test(text) && !/[([].*\d+\s*['’′m].*[)\]]/.test(text)) return false
  return isNoFacts(draft, line, next, previous)
}

/** "Music" alone may be a film; with a value below it is a label. */
function isWordOfLabel(draft: Draft, hit: LabelHit, line: Line, next: Line | undefined): boolean {
  const field = hit.match.fields[0]!
  if (line.number !== 1 || hit.marked || isProseField(field) || field === 'head') return false
  return next !== undefined && next.blankBefore && labelOf(draft.labels, next, false) !== null
}

/** A label that opens the sheet, with words behind it that cannot be its value. */
function isNoValue(hit: LabelHit, next: Line | undefined, previous: Line | undefined): boolean {
  const field = hit.match.fields[0]!
  const { text } = hit.value
  if (!TYPED.has(field) || previous !== undefined || fits(field, hit.value) || /\d/.test(text) || !text.includes(' '))
    return false
  return next === undefined || next.blankBefore
}

/** A line of running text, or one that goes on from it. */
function isOfProse(line: Line, clean: string, next: Line | undefined, previous: Line | undefined): boolean {
  if (looksLikeProse(line)) {
    const alone = next === undefined || next.blankBefore
    const count = clean.split(' ').length
    if (count > 14 || (clean.endsWith('.') && count > 6)) return true
    if (!alone && runsOn(line) && line.body.text.length > 55) return true
  } else if (previous && !line.blankBefore && runsOn(previous) && looksLikeProse(previous)) return true
  return Boolean(!line.blankBefore && previous && !previous.rule && previous.body.text.length > 60 && looksLikeProse(previous))
}

/** What it says is nothing that a line of facts says; a country alone, or a preposition before a name, may be what the sheet opens with. */
function isNoFacts(draft: Draft, line: Line, next: Line | undefined, previous: Line | undefined): boolean {
  const segments = readFactLine(draft.labels, line.body)
  if (segments === null) return insideBrackets(line.body) === null
  const [first] = segments
  const opensAlone = segments.length === 1 && previous === undefined
  // "De brug bij nacht" opens the sheet: a byline says whose film it is only below a title
  if (opensAlone && first!.kind === 'byline') return first!.label !== undefined && BARE_BYLINE.test(first!.label)
  if (segments.every(({ kind }) => kind !== 'unknown'))
    return (
      opensAlone && (first!.kind === 'country' || (first!.kind === 'language' && opensWithWords(draft.labels, line.body, next)))
    )
  return insideBrackets(line.body) === null && first!.kind === 'unknown'
}

/** "FILM ONE": words that are codes of languages elsewhere, where no other line can be the title; a mark ("VOSTFR", "OmU") stays one. */
function opensWithWords(labels: LabelReader, body: Piece, next: Line | undefined): boolean {
  if (!/^\p{L}+(?: \p{L}+)+$/u.test(words(body)) || readLanguages(body, null).marks) return false
  // "ENG FRA": codes and nothing else, written as codes are
  if (/^\p{Lu}{2,3}(?: \p{Lu}{2,3})+$/u.test(words(body))) return false
  // "English version", "French and English" name languages in full
  const ownWords = [...body.text.matchAll(/\p{L}{4,}/gu)]
  if (ownWords.some(({ 0: word, index }) => readLanguages(subPiece(body, index, index + word.length), null).found.length > 0))
    return false
  if (next === undefined || looksLikeProse(next)) return true
  return labelOf(labels, next, false) !== null || readFactLine(labels, next.body) !== null
}

/** Reads the title's line: the title, and the facts that stand behind it ("THE SALT ROAD [6x30’]", "Title (X - 2022 - 52’)"). Returns the text behind those. */
export function readTitleLine(draft: Draft, line: Line, found: TitleFound): Piece | null {
  let value = found.value
  const packed = found.label === null ? (factsBehind(draft, value) ?? opensParagraph(draft, line)) : null
  if (packed !== null) {
    takeSegments(draft, packed.segments, line, true)
    draft.reading.title = plain(packed.title.text)
    draft.note('title', packed.title, line, null)
    return packed.rest
  }
  // facts in a bracket at the end
  for (let turn = 0; turn < 3; turn++) {
    const bracket = /\s*([([][^()[\]]{1,200}[)\]])\s*$/.exec(value.text)
    if (!bracket || bracket.index === 0) break
    const inside = insideBrackets({ text: bracket[1]!, start: value.start + value.text.indexOf(bracket[1]!, bracket.index) })
    if (!inside) break
    const before = /^(.*[([][^()[\]]{1,30}[)\]]\s*(?:or|ou|oder|and|et|und|&|\/|,|-)\s*)$/u.exec(
      value.text.slice(0, bracket.index + 1),
    )
    const further = furtherLabels(draft.labels, inside)
    const segments = further.rest.length > 0 && further.value.text === '' ? null : readFactLine(draft.labels, inside)
    if (further.rest.length > 0 && further.value.text === '') takeLabelled(draft, line, further.rest)
    else if (segments) {
      if (before) break
      takeSegments(draft, segments, line, true)
    } else break
    value = trimPiece(subPiece(value, 0, bracket.index))
  }
  value = takeFurtherCells(draft, line, value)
  value = takeTrailingDurations(draft, line, value)
  value = takeTrailingSegments(draft, line, value)
  value = takeBylineBehindQuotes(draft, line, stripPiece(value, '|'))
  if (found.label === null && value.text !== '') {
    draft.reading.title = plain(value.text)
    draft.note('title', value, line, null)
  }
  return null
}

function takeLabelled(draft: Draft, line: Line, facts: ReturnType<typeof furtherLabels>['rest']): void {
  for (const { match, label, value } of facts)
    for (const field of match.fields)
      if (!takeWhole(draft, field, value, line, label)) draft.warn(field, 'not-understood', line, value.text)
}

/** `« Le Dernier Wagon » de X`: quotes end the title, and who made it follows. */
function takeBylineBehindQuotes(draft: Draft, line: Line, value: Piece): Piece {
  const quoted = /^["“«„][^"“”«»„]{2,120}["”»“](?=\s)/u.exec(value.text)
  const byline = quoted === null ? null : bylineOf(trimPiece(subPiece(value, quoted[0].length)))
  if (byline === null) return value
  takeDirectors(draft, byline.names, line, byline.label)
  return unquoted(subPiece(value, 0, quoted![0].length))
}

const OPENS_WITH_ARTICLE = /^(?:the|an?|une?|les?|la|der|die|das|eine?|el|l[ao]s|una?|il|gli|os?|as?|uma?|els)\s/i

/** `Tide Lines      Director: X`: cells of a table behind the title, each with its label. */
function takeFurtherCells(draft: Draft, line: Line, value: Piece): Piece {
  const gap = /\t+|\s{3,}/.exec(value.text)
  if (gap === null || gap.index === 0) return value
  const { value: words, rest } = furtherLabels(draft.labels, subPiece(value, gap.index + gap[0].length))
  if (words.text !== '' || rest.length === 0) return value
  // "Tide Lines   Music: A History": what opens with an article is nobody's name, and the rest of the title
  const [first] = rest
  if (rest.length === 1 && first!.match.fields[0]!.startsWith('credit:') && OPENS_WITH_ARTICLE.test(first!.value.text))
    return value
  takeLabelled(draft, line, rest)
  return subPiece(value, 0, gap.index)
}

/** `THE SALT ROAD 52’ or 84’`, `TITLE [72’] or [52’]`: lengths with a unit at the end of the title. */
function takeTrailingDurations(draft: Draft, line: Line, value: Piece): Piece {
  if (!/\d/.test(value.text)) return value
  const { found } = readDurations(value, false)
  if (found.length === 0) return value
  const end = value.start + value.text.length
  // the durations must reach the end of the line, with nothing but joining words between them
  let first = found.length
  let until = end
  for (let at = found.length - 1; at >= 0; at--) {
    const between = value.text.slice(found[at]!.end - value.start, until - value.start)
    if (!/^[\s()[\],;/&+|–-]*(?:or|and|et|ou|und|oder|y|o|e)?[\s()[\],;/&+|–-]*$/iu.test(between)) break
    first = at
    until = found[at]!.start
  }
  if (first === found.length) return value
  const from = found[first]!.start - value.start
  const title = stripPiece(subPiece(value, 0, from), ' ([|,;-–—')
  // "52 Minutes" may well be a title
  if (title.text === '') return value
  addDurations(draft, subPiece(value, from), line, null, found.slice(first))
  return title
}

/** What a line needs to be a film's: a length, and a word before a director. */
const LENGTH = /\d\s?(?:min|mn|['’′h])/i
const BY =
  /(?:^|[\s(,;|/–-])(?:dir|réal|regie|regia|dirección|realização|direcció|by|de|von|di|da|par|por|van|un film|a film)(?![\p{L}])/iu

/** A film in one line that says who made it (`The Night Shift Choir – dir. Pia Holt – UK, 2024 – 52' – …`): what opens it is no name of a director. */
export function packedFilm(labels: LabelReader, value: Piece): Packed | null {
  const { answers } = value
  if (answers?.film !== undefined) return answers.film
  const isFilm = value.text.length <= 400 && LENGTH.test(value.text) && BY.test(value.text)
  const packed = isFilm ? factsBehind({ labels }, value) : null
  const film = packed !== null && packed.segments.some(({ kind }) => kind === 'byline') ? packed : null
  if (answers !== undefined) answers.film = film
  return film
}

/** A whole sheet's facts in the line of its title; a festival or a firm among them may be of no list. */
function factsBehind(draft: { labels: LabelReader }, value: Piece): Packed | null {
  if (!/\d/.test(value.text)) return null
  const { answers } = value
  if (answers?.packed !== undefined) return answers.packed
  const packed = behindBracket(draft, value) ?? behindStop(draft, value) ?? behindMark(draft, value) ?? behindComma(draft, value)
  if (answers !== undefined) answers.packed = packed
  return packed
}

function isTelling(segments: Segment[], least: number): boolean {
  const known = segments.filter(({ kind }) => kind !== 'unknown').length
  const telling = segments.some(({ kind }) => kind === 'duration' || kind === 'byline')
  return telling && known >= least && (segments.length - known) * 3 <= known
}

/** `TITLE – documentary, Spain 2023, 74', dir. X, …`, `"Title" / Mexico / 2019 / 88 min / …`. */
function behindMark(draft: { labels: LabelReader }, value: Piece): Packed | null {
  const match = /\s*\|\s*|\s+[–—-]\s+|\s+\/\s+/.exec(value.text.slice(0, 100))
  if (match === null || match.index === 0) return null
  const segments = readFactLine(draft.labels, trimPiece(subPiece(value, match.index + match[0].length)))
  // "Title | Name | Spain | 2017 | 52'": between bars, a name that opens the facts is the director's
  const opensWithName = match[0].includes('|') && segments?.[0]!.kind === 'unknown' && looksLikeNames(segments[0]!.piece)
  if (segments === null || !isTelling(opensWithName ? segments.slice(1) : segments, opensWithName ? 3 : 4)) return null
  return { title: unquoted(trimPiece(subPiece(value, 0, match.index))), segments, rest: null }
}

/** Shorter, the first line is no paragraph. */
const SHORTEST_PARAGRAPH = 60
const MOST_WORDS_OF_TITLE = 8
/** "In his film The Oak Ledger (…)": a sentence about a film, which its title does not open. */
const SAYS_FILM = /(?<!\p{L})(?:films?|documentar\p{L}*|dokumentar\p{L}*|document[aá]ri\p{L}*|pel[ií]cula)\s/iu
const NAME = String.raw`\p{Lu}[\p{L}’'.-]+(?:\s(?:(?:de|del|la|le|van|von|da|di|dos)\s)*\p{Lu}[\p{L}’'.-]+){1,3}`
const BYLINE_IN_SENTENCE = new RegExp(
  String.raw`^\s+(?:by|de|di|von|par|por|da|van)\s+(?=(${NAME}(?:(?:,|\s(?:and|et|und|y|e|i|en|&))\s${NAME}){0,3})(?:\s(?!(?:and|et|und|y|e|i|en)\s)\p{Ll}|\s{2}|,|$))`,
  'u',
)
/** No byline is longer. */
const LONGEST_BYLINE = 300

/** `The Oak Ledger (UK, 2018, 60') by Simon Frayne follows …`: the sheet opens with a paragraph, and that with its film; `rest` is all of it. */
function opensParagraph({ labels, source }: Draft, line: Line): Packed | null {
  const value = line.body
  if (source.lines[0] !== line || value.text.length < SHORTEST_PARAGRAPH) return null
  const open = value.text.slice(0, 100).indexOf(' (')
  const close = open < 2 ? -1 : value.text.indexOf(')', open)
  if (close < 0 || !/^\s+\p{Ll}/u.test(value.text.slice(close + 1))) return null
  const title = unquoted(trimPiece(subPiece(value, 0, open)))
  if (!/^[\p{Lu}\d]/u.test(title.text) || title.text.split(' ').length > MOST_WORDS_OF_TITLE || SAYS_FILM.test(title.text))
    return null
  const segments = readFactLine(labels, trimPiece(subPiece(value, open + 2, close)))
  if (segments === null) return null
  const opensWithName = segments[0]!.kind === 'unknown' && looksLikeNames(segments[0]!.piece)
  const facts = opensWithName ? segments.slice(1) : segments
  if (facts.some(({ kind }) => kind === 'unknown') || !isTelling(facts, 3)) return null
  const byline = opensWithName ? null : BYLINE_IN_SENTENCE.exec(value.text.slice(close + 1, close + LONGEST_BYLINE))
  if (byline === null) return { title, segments, rest: value }
  const from = close + 1 + byline[0].length
  const names = subPiece(value, from, from + byline[1]!.length)
  return { title, segments: [...segments, { piece: names, kind: 'byline', label: plain(byline[0]) }], rest: value }
}

/** `Title, regia di X, Italia 2019, 40 min.`: who made it follows the title, and nothing but facts follow. */
function behindComma(draft: { labels: LabelReader }, value: Piece): Packed | null {
  const comma = value.text.slice(0, 100).indexOf(', ')
  if (comma < 2 || value.text.length > 300 || !value.text.endsWith('.')) return null
  const next = value.text.indexOf(',', comma + 1)
  // most sentences with a comma are known here, before the whole of them is asked
  if (next < 0 || bylineOf(trimPiece(subPiece(value, comma + 1, next))) === null) return null
  const segments = onlyFacts(draft.labels, stripPiece(subPiece(value, comma + 1), ' .'))
  if (segments === null || segments[0]!.kind !== 'byline' || !isTelling(segments, 3)) return null
  return { title: unquoted(trimPiece(subPiece(value, 0, comma))), segments, rest: null }
}

/** `« Title » (X, 2022, 83 min, France-Belgium, …) – What it is about.` */
function behindBracket(draft: { labels: LabelReader }, value: Piece): Packed | null {
  const open = value.text.slice(0, 120).indexOf('(')
  if (open < 2) return null
  let depth = 0
  let close = -1
  for (let at = open; at < Math.min(value.text.length, open + 420) && close < 0; at++) {
    if (value.text[at] === '(') depth++
    else if (value.text[at] === ')' && --depth === 0) close = at
  }
  if (close < 0) return null
  const behind = /^\s*(?:$|[–—:.-]\s*|(?=\p{Lu}|(?:de|by|von|di|da|par)\s))/u.exec(value.text.slice(close + 1))
  if (behind === null) return null
  const segments = readFactLine(draft.labels, trimPiece(subPiece(value, open + 1, close)))
  const tail = trimPiece(subPiece(value, close + 1))
  const byline = segments === null ? null : bylineOf(tail)
  // "TITLE (64', 2021, Spain) by X": the bracket needs no director
  if (byline !== null && segments!.every(({ kind }) => kind !== 'unknown'))
    return {
      title: unquoted(trimPiece(subPiece(value, 0, open))),
      segments: [...segments!, { piece: byline.names, kind: 'byline', label: byline.label }],
      rest: null,
    }
  if (segments === null || segments.length < 4) return null
  // an untyped name that opens the bracket is the director's
  const [first, ...others] = segments
  if (!isTelling(first!.kind === 'unknown' ? others : segments, 3)) return null
  const rest = trimPiece(subPiece(value, close + 1 + behind[0].length))
  return { title: unquoted(trimPiece(subPiece(value, 0, open))), segments, rest: rest.text === '' ? null : rest }
}

/** `Title. Documentary by X. Germany 2019, 58 min, colour.` */
function behindStop(draft: { labels: LabelReader }, value: Piece): Packed | null {
  const stop = value.text.slice(0, 100).search(/[.!?]\s+\p{Lu}/u)
  if (stop < 2 || value.text.length > 300) return null
  const behind = stripPiece(subPiece(value, stop + 1), ' .')
  // the first part that is no fact ends the look; only facts from end to end are read in full
  const segments = onlyFacts(draft.labels, behind) === null ? null : readFactLine(draft.labels, behind)
  if (segments === null || !isTelling(segments, segments[0]!.kind === 'byline' ? 3 : 4)) return null
  return { title: unquoted(trimPiece(subPiece(value, 0, value.text[stop] === '.' ? stop : stop + 1))), segments, rest: null }
}

function unquoted(title: Piece): Piece {
  const inside = /^["“«„]\s*([^"“”«»„]{2,})\s*["”»“]$/u.exec(title.text)
  return inside ? trimPiece(subPiece(title, 1, title.text.length - 1)) : title
}

/** `Title | 2020 | France`, `Title, France, 2020`: facts behind a separator. */
function takeTrailingSegments(draft: Draft, line: Line, value: Piece): Piece {
  if (!/[|–—,/•-]/.test(value.text)) return value
  for (const separator of [/\s*\|\s*/, /\s+[–—-]\s+/, /,\s+/, /\s+\/\s+/, /\s*•\s*/]) {
    const match = separator.exec(value.text)
    if (!match || match.index === 0) continue
    const tail = trimPiece(subPiece(value, match.index + match[0].length))
    const segments = readFactLine(draft.labels, tail)
    if (!segments) continue
    const strong =
      segments.some((one) => one.kind === 'year' || one.kind === 'duration' || one.kind === 'byline') &&
      segments.every((one) => one.kind !== 'unknown')
    if (!strong) continue
    takeSegments(draft, segments, line, false)
    return trimPiece(subPiece(value, 0, match.index))
  }
  return value
}
