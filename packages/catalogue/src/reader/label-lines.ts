/** Where a line says "this is a label": before a colon, a gap or a dash, alone on its line, or as words without punctuation. */
import { readDurations } from './durations.ts'
import type { DurationReading } from './durations.ts'
import { isFormat } from './formats.ts'
import type { Field } from './labels/fields.ts'
import { opensLabel } from './labels/match.ts'
import type { LabelMatch, LabelReader } from './labels/match.ts'
import { readLanguages } from './languages.ts'
import { looksLikeFirm, looksLikeNames, looksLikePerson } from './names.ts'
import { readOrigin } from './nationalities.ts'
import { plain, stripPiece, subPiece, trimPiece } from './source.ts'
import type { Line, Piece } from './source.ts'

export interface LabelHit {
  match: LabelMatch
  label: string
  /** Empty when the label stands alone. */
  value: Piece
  /** The label was followed by a colon, or by a gap as in a table. */
  marked: boolean
}

const PROSE_FIELDS = new Set<Field>(['lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography'])
export const isProseField = (field: Field): boolean => PROSE_FIELDS.has(field)

/** Labels too common as words to be believed alone on a line or before a dash. */
const NEEDS_COLON =
  /^(?:in|t|with|con|com|mit|avec|amb|de|di|von|by|da|par|por|id|code|date|time|text|age|art|film|story|form|company|data|link|ratio|print|minutes|st|ut|of|ov|vo|lead|en|al|slot|section|serie|son|som|so|cor|color|mail|web|site|tag|dp|ep|case|matiere|domaine|nature|public|position|quote|statement|info|mix|texte|texto|testo|titel|presse|prensa|the film|le film|der film|il film|o filme|la pelicula|the story|overview)$/

/** Fields whose labels are also prizes or kinds of entry: a dash after them parts a prize from its festival. */
const NOT_BEFORE_DASH = new Set<Field>(['awards', 'festivals', 'premiere', 'press', 'head', 'title', 'saleTitle', 'other'])

/** The label of a line, if it has one. `misspelt`: a label with a slip or two counts. */
export function labelOf(labels: LabelReader, line: Line, misspelt: boolean): LabelHit | null {
  let known = line.labelled
  if (known?.by !== labels) known = line.labelled = { by: labels, exact: undefined, misspelt: undefined }
  const found = misspelt ? known.misspelt : known.exact
  if (found !== undefined) return found
  // a line without a slip in it is the same either way
  const exact = misspelt ? labelOf(labels, line, false) : null
  const hit = exact ?? findLabel(labels, line, misspelt)
  if (misspelt) known.misspelt = hit
  else known.exact = hit
  return hit
}

function findLabel(labels: LabelReader, line: Line, misspelt: boolean): LabelHit | null {
  const { body } = line
  const { text } = body
  const colon = colonOf(text)
  if (colon > 0) {
    const before = plain(text.slice(0, colon))
    let end = colon + 1
    let match = labels.lookup(before)
    // "Regisseur:in: X" has its gender behind a colon
    const gender = match && text.indexOf(':', end) >= 0 ? /^(?:in|innen|r|n|nen)\s*:/.exec(text.slice(end, end + 8)) : null
    if (gender) end += gender[0].length
    if (!match && misspelt && before.length <= 40) match = labels.lookup(before, true)
    if (match) return { match, label: before, value: trimPiece(subPiece(body, end)), marked: true }
    // "2. Director: X", "Film director (s): X" were tried; "THE SALT ROAD Director: X" is a line of several things
  }
  if (text.length <= 60) {
    const whole = plain(text)
    const match = labels.lookup(whole.endsWith(':') || whole.endsWith('.') ? whole.replace(/\s*[:.]$/, '') : whole)
    if (
      match &&
      match.quality !== 'letter' &&
      (colon > 0 ||
        !NEEDS_COLON.test(whole.toLowerCase()) ||
        line.heading > 0 ||
        (whole.length > 3 && /^\p{Lu}+(?: \p{Lu}+)*$/u.test(whole)))
    )
      return {
        match,
        label: whole.replace(/\s*:$/, ''),
        value: { text: '', start: body.start + text.length },
        marked: /:\s*$/.test(whole) || line.heading > 0,
      }
  }
  if (misspelt || !mayPart(text)) return null
  const head = text.slice(0, LONGEST_PARTED)
  const gap = !/\t|\s{3}|\.{4}|……|_{3}/.test(head) ? null : /\t+|\s{3,}|\s*\.{4,}\s*|\s*…{2,}\s*|\s*_{3,}\s*/.exec(head)
  if (gap && gap.index > 0) {
    const match = labels.lookup(plain(text.slice(0, gap.index)).replace(/:$/, ''))
    if (match)
      return {
        match,
        label: plain(text.slice(0, gap.index)),
        value: trimPiece(subPiece(body, gap.index + gap[0].length)),
        marked: true,
      }
  }
  const dash = !/[-–—|=]/.test(head) ? null : /\s+[-–—]\s+|\s*[|=]\s*|\s+[-–—](?=\S)/.exec(head)
  if (dash && dash.index > 0) {
    const before = plain(text.slice(0, dash.index))
    const match = labels.lookup(before)
    if (
      match &&
      match.quality !== 'letter' &&
      !NEEDS_COLON.test(before.toLowerCase()) &&
      !match.fields.some((field) => NOT_BEFORE_DASH.has(field))
    ) {
      const value = stripPiece(subPiece(body, dash.index + dash[0].length), '|')
      if (value.text !== '' && (isProseField(match.fields[0]!) || fits(match.fields[0]!, value)))
        return { match, label: before, value, marked: true }
    }
  }
  return null
}

/** A label without a colon and what parts it from its value are no longer. */
const LONGEST_PARTED = 60
/** What parts such a label from its value has one of these. */
const MAY_PART = /[\t–—|=…_-]|\s{3}|\.{4}/

/** Asked of every line: letters, single blanks and most marks, which most lines have no end of, need no pattern. */
function mayPart(text: string): boolean {
  const most = Math.min(text.length, LONGEST_PARTED)
  let before = 0
  for (let at = 0; at < most; at++) {
    const code = text.charCodeAt(at)
    const isPlain = code === BLANK || code === STOP ? before !== code : isPlainMark(code)
    if (!isPlain) return MAY_PART.test(text.slice(0, LONGEST_PARTED))
    before = code
  }
  return false
}

const BLANK = 0x20
const STOP = 0x2e
const [HYPHEN, EQUALS, LOW_LINE, BAR] = [0x2d, 0x3d, 0x5f, 0x7c]
/** ASCII that parts nothing, and the letters of Latin script. */
const isPlainMark = (code: number): boolean =>
  code < 0x7f
    ? code > BLANK && code !== HYPHEN && code !== EQUALS && code !== LOW_LINE && code !== BAR
    : code >= 0xc0 && code < 0x250

const COLON = 0x3a
const WIDE_COLON = 0xff1a

const isDigit = (code: number): boolean => code > 47 && code < 58

/** The first colon that can end a label: not in a time, an address or a ratio. */
function colonOf(text: string): number {
  const most = Math.min(text.length, 91)
  for (let at = 0; at < most; at++) {
    const code = text.charCodeAt(at)
    if (code !== COLON && code !== WIDE_COLON) continue
    if (text[at + 1] === '/' && text[at + 2] === '/') return -1
    if (isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) continue
    return at
  }
  return -1
}

/** Further labels inside a value: `Jane Doe Year: 2020 Duration: 52'`, `A; K: B; S: C`. */
export function furtherLabels(
  labels: LabelReader,
  value: Piece,
): { value: Piece; rest: { match: LabelMatch; label: string; value: Piece }[] } {
  if (!value.text.includes(':') || value.text.length > 1500) return { value, rest: [] }
  const starts: { from: number; to: number; match: LabelMatch; label: string }[] = []
  let least = 0
  for (let colon = value.text.indexOf(':'); colon >= 0 && starts.length < 60; colon = value.text.indexOf(':', colon + 1)) {
    if (value.text[colon + 1] === '/' || (/\d/.test(value.text[colon - 1] ?? '') && /\d/.test(value.text[colon + 1] ?? '')))
      continue
    const hit = labelBefore(labels, value.text, least, colon)
    if (!hit) continue
    starts.push({ ...hit, to: colon + 1 })
    least = colon + 1
  }
  if (starts.length === 0) return { value, rest: [] }
  const rest = starts.map((one, at) => ({
    match: one.match,
    label: one.label,
    value: withoutStop(stripPiece(subPiece(value, one.to, starts[at + 1]?.from), ' |;,/•·-–—')),
  }))
  return { value: withoutStop(stripPiece(subPiece(value, 0, starts[0]!.from), ' |;,/•·–—')), rest }
}

/** `Dir: X. DoP: Y.`: the stop between two credits belongs to neither; that of an abbreviation does. */
function withoutStop(value: Piece): Piece {
  if (
    !value.text.endsWith('.') ||
    /(?:(?:^|[\s.&])(?:Inc|Ltd|Co|Jr|Sr|Bros|Cia|Cie|Lda|Ltda|Corp|al|etc|min|e\.V|\p{Lu})|\.{2})\.$/iu.test(value.text)
  )
    return value
  return subPiece(value, 0, value.text.length - 1)
}

/** The longest label that ends right before a colon and begins at a word. */
function labelBefore(
  labels: LabelReader,
  text: string,
  least: number,
  colon: number,
): { from: number; match: LabelMatch; label: string } | null {
  let best: { from: number; match: LabelMatch; label: string } | null = null
  let at = colon
  for (let count = 0; count < 5 && at > least; count++) {
    while (at > least && /[\s\u0001]/.test(text[at - 1]!)) at--
    while (at > least && !/[\s\u0001|;,•·(]/.test(text[at - 1]!)) at--
    const before = text.slice(least, at)
    const label = plain(text.slice(at, colon))
    if (label === '') break
    const match = labels.lookup(label)
    const separated = /(?:[|;,•·(/.]|[-–—]|\s{2,}|\t)\s*$/.test(before) || before.trim() === ''
    // within running words only a capital marks a label, and one of several letters unless codes are listed
    if (match && match.quality !== 'spaced' && (separated || /^\p{Lu}/u.test(label))) best = { from: at, match, label }
    if (/[|;,•·(]/.test(text[at - 1] ?? '')) break
  }
  return best
}

const isLength = ({ found, rest }: DurationReading): boolean => found.length > 0 && rest.length < 12

/** Whether a value is of its field's kind: what makes a label without a colon believable. */
export function fits(field: Field, value: Piece): boolean {
  const text = plain(value.text)
  if (text === '' || text.length > 300) return false
  switch (field) {
    case 'year':
      return /^\D{0,12}(?:18[89]\d|19\d\d|20\d\d)\D{0,3}$/.test(text)
    case 'duration':
    case 'cuts':
      return isLength(readDurations(value, true))
    case 'country': {
      const countries = readOrigin(value)
      return countries.found.length > 0 && countries.unknown.length === 0
    }
    case 'versions':
    case 'originalLanguage':
    case 'language':
    case 'subtitles': {
      const languages = readLanguages(value, null)
      return (languages.found.length > 0 || languages.marks || languages.none) && languages.unknown.length === 0
    }
    case 'format':
      return isFormat(text)
    case 'formatOrLength':
      return isFormat(text) || readDurations(value, false).alone
    case 'imageOrFormat':
    case 'soundOrFormat':
      return isFormat(text) || looksLikeNames(value)
    case 'genre':
      return text.length < 40 && text.split(' ').length <= 4
    case 'director':
    case 'producer':
      // "un film de X / 2025 / 52'": a name and two facts
      return looksLikeNames(value) && !/[/|]\s*\d/.test(text)
    case 'production':
    case 'productionCompany':
    case 'producedBy':
    case 'coProducer':
    case 'broadcaster':
    case 'supporter':
      return (
        text.length < 160 &&
        (looksLikeNames(value) || looksLikeFirm(text) || /^\p{Lu}/u.test(text)) &&
        !/[.!?]$/.test(text.replace(/\b(?:Inc|Ltd|Co|S\.?A|S\.?L|GmbH|Ltda?|Lda|Bros|e\.V|Cia|Cie)\.$/i, ''))
      )
    case 'reference':
      return text.length <= 20 && /^(?=\P{Ll}*\d)[\p{Lu}\d][\p{Lu}\d./-]*$/u.test(text)
    case 'contact':
      return text.length < 200
    default:
      return field.startsWith('credit:')
        ? looksLikeNames(value) && text.split(',').every((name) => looksLikePerson(name.trim()) || looksLikeFirm(name))
        : false
  }
}

export interface InlineFact {
  match: LabelMatch
  label: string
  value: Piece
}

/** Fields whose labels are read without any punctuation, because their values show whether they are meant. */
const INLINE = new Set<Field>([
  'year',
  'duration',
  'country',
  'format',
  'formatOrLength',
  'originalLanguage',
  'language',
  'subtitles',
  'versions',
  'director',
  'production',
  'productionCompany',
  'producer',
  'producedBy',
  'genre',
  'imageOrFormat',
  'soundOrFormat',
  'coProducer',
  'reference',
  'credit:photography',
  'credit:editing',
  'credit:music',
  'credit:writer',
  'credit:sound',
])

/** `year 2020 length 84' colour DCP country France, Germany`: label and value by turns, no mark between them. */
export function inlineFacts(labels: LabelReader, body: Piece): InlineFact[] | null {
  const { text } = body
  // facts between bars or dots, some with a colon, are read one by one
  if (text.length > 260 || (/[|•·]/.test(text) && text.includes(':'))) return null
  // most lines open with no such label: their first words say so
  if (!opensLabel(firstWord(text))) return null
  const opening = tokensOf(text, MOST_WORDS)
  if (opening.length < 2 || inlineLabel(labels, text, opening, 0) === null) return null
  const tokens = tokensOf(text, 41)
  if (tokens.length > 40) return null
  const facts: InlineFact[] = []
  let at = 0
  let open: { match: LabelMatch; label: string; from: number } | null = null
  const close = (to: number): boolean => {
    if (!open) return true
    const value = stripPiece(subPiece(body, open.from, to), ' ,;|/')
    const field = open.match.fields[0]!
    // "colour DCP": the label is itself a value
    if (field === 'format' && isFormat(plain(`${open.label} ${value.text}`))) {
      facts.push({ ...open, value: value.text === '' ? subPiece(body, open.from - open.label.length - 1, open.from) : value })
      return true
    }
    if (!fits(field, value)) return false
    facts.push({ ...open, value })
    return true
  }
  while (at < tokens.length) {
    const hit = inlineLabel(labels, text, tokens, at)
    // "Duration 58 minutes": the unit of a length is a label elsewhere
    const isUnit = hit?.match.fields[0] === 'duration' && /\d$/.test(text.slice(0, tokens[at]!.from).trimEnd()) && at > 0
    if (
      hit &&
      !(isUnit && open?.match.fields[0] === 'duration') &&
      (open === null || tokens[at]!.from > (open as { from: number }).from)
    ) {
      if (!close(tokens[at]!.from)) return null
      const last = tokens[at + hit.count - 1]!
      open = { match: hit.match, label: text.slice(tokens[at]!.from, last.to), from: Math.min(last.to + 1, text.length) }
      at += hit.count
    } else if (open === null) return null
    else at++
  }
  if (open === null || !close(text.length)) return null
  return facts
}

/** Up to the first blank; a rarer kind of blank stays in it, and leaves the question open. */
function firstWord(text: string): string {
  const end = text.search(/[ \t]/)
  return end < 0 ? text : text.slice(0, end)
}

/** A label of this kind has no more words. */
const MOST_WORDS = 4

interface Token {
  from: number
  to: number
}

function tokensOf(text: string, most: number): Token[] {
  const tokens: Token[] = []
  const pattern = /\S+/g
  for (let match = pattern.exec(text); match && tokens.length < most; match = pattern.exec(text))
    tokens.push({ from: match.index, to: match.index + match[0].length })
  return tokens
}

/** The longest label among `INLINE` that the words from `at` on spell. */
function inlineLabel(
  labels: LabelReader,
  text: string,
  tokens: Token[],
  at: number,
): { match: LabelMatch; count: number } | null {
  for (let count = Math.min(MOST_WORDS, tokens.length - at); count >= 1; count--) {
    const phrase = text.slice(tokens[at]!.from, tokens[at + count - 1]!.to)
    if (phrase.length > 40 || /[,;|/]$/.test(phrase)) continue
    const match = labels.lookup(phrase)
    if (match && match.quality === 'exact' && INLINE.has(match.fields[0]!) && (count > 1 || phrase.length > 2))
      return { match, count }
  }
  return null
}

const PHRASE_END =
  /(?:by|with|of|from|(?:available|dubbed|subtitled|disponibles?|disponível|titrée?s?|doublée?) (?:in|en|em)|de|par|avec|von|mit|durch|da|di|con|por|com|per|amb|du|del|della|dei|do|des|de la|de las|de los|de l|by the|von der|vom|durch die|durch den|das|dos)$/i
/** The last words of those: most lines have none of them, and need no closer look. */
const HAS_PHRASE_END =
  /\s(?:by|with|of|from|in|en|em|de|par|avec|von|mit|durch|da|di|con|por|com|per|amb|du|del|della|dei|do|des|la|las|los|l|the|der|vom|die|den|das|dos)\s/i
const LONGEST_PHRASE_END = 'disponibles en'.length
// "avec le soutien du CNC", "com o apoio do ICA": the preposition grown together with its article
const CONTRACTED = /(?<=\s)(du|des|de la|de las|de los|del|della|dei|do|da|dos|das|by the|von der|vom|durch die|durch den)$/i
const ARTICLES: Record<string, string> = { du: 'de', des: 'de', 'de la': 'de', 'de las': 'de', 'de los': 'de', del: 'de', della: 'di', dei: 'di', do: 'de', da: 'de', dos: 'de', das: 'de', 'by the': 'by', 'von der': 'von', vom: 'von', 'durch die': 'durch', 'durch den': 'durch' } // prettier-ignore

/** `avec la participation de Télé X`, `Produced by Y`: labels of several words that end in a preposition need no colon. */
export function phraseLabel(labels: LabelReader, body: Piece): InlineFact | null {
  const { text } = body
  if (text.length > 200 || !opensLabel(firstWord(text)) || !HAS_PHRASE_END.test(text)) return null
  let best: InlineFact | null = null
  const gaps = /\s+/g
  for (let count = 0; count < 7; count++) {
    const gap = gaps.exec(text)
    if (gap === null || gap.index >= 70) break
    // a phrase has two words at least
    if (count === 0) continue
    const label = text.slice(0, gap.index)
    if (!label.includes(' ') || !PHRASE_END.test(label.slice(-LONGEST_PHRASE_END))) continue
    const match =
      labels.lookup(label) ??
      labels.lookup(label.replace(CONTRACTED, (_all, article: string) => ARTICLES[article.toLowerCase()] ?? ''))
    const value = trimPiece(subPiece(body, gap.index + gap[0].length))
    if (
      match &&
      match.quality === 'exact' &&
      match.fields[0] !== 'director' &&
      /^["“«]?[\p{Lu}\d]/u.test(value.text) &&
      fits(match.fields[0]!, value)
    )
      best = { match, label, value }
  }
  return best
}
