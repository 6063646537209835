/** Facts without a label: fact lines, festivals, bylines, quotes, identifiers, firms under the title. */
import { contactFrom, findEmail, readContactPiece } from './contacts.ts'
import { bylineOf, insideBrackets, listsFacts, onlyFacts, readFactLine, saysWhatIsMade, takeSegments } from './fact-lines.ts'
import { takeFact, takeFestivals } from './facts.ts'
import { takeDirectors } from './credits.ts'
import { looksLikeFestival } from './festivals.ts'
import { namesAward } from './festival-words.ts'
import { isScreeningTime } from './formats.ts'
import { factsBehindNames } from './labelled-lines.ts'
import { furtherLabels, inlineFacts, phraseLabel } from './label-lines.ts'
import type { LabelReader } from './labels/match.ts'
import { looksLikeNames } from './names.ts'
import { looksLikeProse, readQuote } from './prose.ts'
import { plain, subPiece } from './source.ts'
import type { Line, Piece } from './source.ts'
import type { Walk } from './walk.ts'

/** Whether a line is one of facts, even where it has the words of a festival ("Documental · 2024 · 70'"). */
function isFacts(labels: LabelReader, body: Piece): boolean {
  if (onlyFacts(labels, body) !== null) return true
  return /\d/.test(body.text) && (readFactLine(labels, body)?.some((one) => one.kind === 'duration') ?? false)
}

const UPDATED =
  /^[([]?(?:updated|as of|mis à jour|mise à jour|stand|aktualisiert|actualizad[oa]|aggiornato|atualizad[oa]|actualitzat)(?:\s+(?:on|le|am|el|il|em|a|al))?\s*:?\s+(.{6,40}?)[)\]]?$/iu

/** `[Updated 3 October 2024]` over the text: when its lead was written. */
function isUpdated(walk: Walk, line: Line): boolean {
  if (walk.prosed || line.body.text.length > 70) return false
  const match = UPDATED.exec(line.body.text)
  if (match === null) return false
  const from = line.body.text.lastIndexOf(match[1]!)
  return takeFact(
    walk.draft,
    'leadWrittenOn',
    subPiece(line.body, from, from + match[1]!.length),
    line,
    plain(line.body.text.slice(0, from)),
  )
}

/** Quoted words right under the title, with who said them behind a dash, in brackets or after stars. */
function opensWithQuote(walk: Walk, line: Line): boolean {
  if (walk.titleLine === null || !walk.titleSeen()) return false
  // `★★★★ "Tender." The Northern Post`
  if (/^[★☆]{2,}\s*["“«„].+["”»“]\s*\p{Lu}[^.!?]{2,80}$/u.test(line.body.text)) return true
  const source = /["”»“]\s*(?:[-–—(]\s*|[★☆*]+\s*)([^"“”«»]{2,80})$/u.exec(line.body.text)?.[1]
  return source !== undefined && /^\p{Lu}/u.test(source) && !/[.!?]$/.test(source)
}

const MADE = String.raw`(?:réalisée?|écrite?|produite?|directed|written|produced|dirigid[ao]|escrit[ao]|realizad[ao]|produzid[ao]|producid[ao]|dirett[ao]|scritt[ao]|prodott[ao]|dirigit|produït)`
const CHAIN = new RegExp(String.raw`\s(?:et|and|und|y|e|i)\s+(?=${MADE}\s+(?:by|par|por|da|per)\s)`, 'iu')
const SORT =
  /^(?:une?|an?|una|uma?)\s+(?:film|série|series|serie|documentaire|documentary|documental|documentario|documentário)(?:\s+(?:documentaire|documentary|documental|documentaria))?\s+/iu

/** `Une série écrite par X et réalisée par Y et Z`: two credits joined by "and". */
function chained(walk: Walk, line: Line): boolean {
  const { draft } = walk
  if (!/\s(?:by|par|por|da|per)\s/.test(line.body.text)) return false
  const cut = CHAIN.exec(line.body.text)
  if (cut === null) return false
  const opening = SORT.exec(line.body.text)
  const halves = [subPiece(line.body, opening?.[0].length ?? 0, cut.index), subPiece(line.body, cut.index + cut[0].length)]
  const found = halves.map((half) => ({ byline: bylineOf(half), phrase: phraseLabel(draft.labels, half) }))
  if (!found.every(({ byline, phrase }) => byline !== null || phrase !== null)) return false
  walk.flush()
  for (const { byline, phrase } of found)
    if (phrase) walk.values(phrase.match.fields, phrase.value, line, phrase.label)
    else takeDirectors(draft, byline!.names, line, byline!.label)
  walk.facts++
  return true
}

/** `Une coproduction Mistral Images / RTBF`, `Eine Produktion der Sudhaus Film`: firms behind an article and the word. */
const MADE_BY =
  /^(?:une?|an?|eine|una|uma)\s+(?:co-?|ko-?)?(?:production|produktion|producción|produzione|produção|producció)\s+(?:(?:of|by|de|von|der|di|per|da)\s+)?(?=\p{Lu})/iu

/** True: the line was taken; false: it holds no facts; null: the next rule is asked. */
type Rule = (walk: Walk, line: Line, continues: boolean) => boolean | null

const coproductionOf: Rule = (walk, line, continues) => {
  const { body } = line
  const made = continues || body.text.length > 1200 ? null : MADE_BY.exec(body.text)
  if (!made || !walk.titleSeen()) return null
  walk.flush()
  walk.facts++
  return takeFact(walk.draft, 'productionCompany', subPiece(body, made[0].length), line, plain(made[0]))
}

const tooLong: Rule = (_walk, { body }) =>
  body.text.length > 400 || (body.text.length > 200 && !/[|•;]/.test(body.text)) ? false : null

const dayOfLead: Rule = (walk, line) => isUpdated(walk, line) || null

const quote: Rule = (walk, line) => {
  if (!(walk.facts > 0 || opensWithQuote(walk, line)) || !isQuote(walk, line)) return null
  walk.flush()
  return takeFact(walk.draft, 'press', line.body, line, null)
}

const chain: Rule = (walk, line, continues) => (!continues && chained(walk, line)) || null

const phrase: Rule = (walk, line, continues) => {
  const found = continues ? null : phraseLabel(walk.draft.labels, line.body)
  if (!found) return null
  walk.flush()
  walk.values(found.match.fields, found.value, line, found.label)
  walk.facts++
  return true
}

const screeningTime: Rule = (walk, line) => {
  if (!isScreeningTime(line.body.text) || looksLikeProse(line) || isFacts(walk.draft.labels, line.body)) return null
  walk.flush()
  walk.draft.leave(line)
  return true
}

const runningText: Rule = ({ draft }, line, continues) => {
  const { body } = line
  if (/[|•]/.test(body.text)) return null
  if (looksLikeProse(line)) {
    const isListed = () => /[\d’']/.test(body.text) && /[,;/•]|\s[-–—]\s/.test(body.text) && listsFacts(draft.labels, body, 3)
    // "1 x 60 min documentary for Channel North by Ironbridge Television" reads like a sentence
    const isMade = () => body.text.length <= 160 && /\d/.test(body.text) && saysWhatIsMade(draft.labels, body)
    if (!isListed() && !isMade() && (line.bullet === '' || !looksLikeFestival(body))) return false
  }
  return continues && /^\p{Ll}/u.test(body.text) ? false : null
}

const festival: Rule = (walk, line) => {
  if (!walk.titleSeen() && !namesAward(line.body.text)) return null
  // a festival has no length
  if (!looksLikeFestival(line.body) || isFacts(walk.draft.labels, line.body)) return null
  walk.flush()
  return takeFestivals(walk.draft, 'festivals', line.body, line, null, null) || null
}

/** `(52', 2024)` on a line of its own; words in brackets right under the title are another title. */
const bracket: Rule = (walk, line) => {
  const { draft } = walk
  const inside = insideBrackets(line.body)
  if (!inside) return null
  const labelled = furtherLabels(draft.labels, inside)
  if (labelled.rest.length > 0 && labelled.value.text === '') {
    walk.flush()
    for (const one of labelled.rest) walk.values(one.match.fields, one.value, line, one.label)
    return true
  }
  const segments = readFactLine(draft.labels, inside)
  if (segments) {
    walk.flush()
    takeSegments(draft, segments, line, true)
    return true
  }
  const belowTitle = walk.titleLine !== null && walk.lines[walk.at - 1] === walk.titleLine
  if (walk.prosed || (walk.facts > 0 && !belowTitle) || inside.text.length >= 100) return null
  draft.reading.otherTitles.push({ title: plain(inside.text), language: null })
  draft.note(`otherTitles.${draft.reading.otherTitles.length - 1}`, inside, line, null)
  draft.warn('otherTitles', 'ambiguous', line, line.body.text)
  return true
}

const identifier: Rule = (walk, line) => {
  const { body } = line
  const isEidr = body.text.includes('10.5240')
  if (!/^(?:V-)?ISAN\s/i.test(body.text) && !/(?<!\d)10\.5240\//.test(body.text)) return null
  walk.flush()
  if (isEidr) return takeFact(walk.draft, 'eidr', body, line, null)
  return takeFact(walk.draft, 'isan', subPiece(body, body.text.search(/\s/)), line, 'ISAN')
}

const byline: Rule = (walk, line) => {
  const { draft } = walk
  const found = bylineOf(line.body)
  if (!found || draft.reading.directors.length > 0) return null
  if (walk.prosed && (walk.facts === 0 || !/^\p{Lu}/u.test(line.body.text))) return null
  walk.flush()
  const labelled = furtherLabels(draft.labels, found.names)
  takeDirectors(draft, labelled.value, line, found.label)
  for (const one of labelled.rest) walk.values(one.match.fields, one.value, line, one.label)
  walk.facts++
  return true
}

const OPENS_BYLINE =
  /^(?:un?e? (?:film|documentaire) de|a (?:film|documentary) by|de|di|by|von|par|regie|réal\.?|dir\.?:?)\s+(?=\p{Lu})/iu

/** `de Sérgio Valadão, Portugal/França, 2020, 62'`: a byline, then nothing but facts. */
const bylineWithFacts: Rule = (walk, line) => {
  const { draft } = walk
  const { body } = line
  const opening = OPENS_BYLINE.exec(body.text)
  if (!opening || /[|•·]/.test(body.text) || walk.prosed || draft.reading.directors.length > 0) return null
  const behind = factsBehindNames(draft.labels, subPiece(body, opening[0].length))
  if (!behind || !looksLikeNames(behind.names)) return null
  walk.flush()
  takeDirectors(draft, behind.names, line, plain(opening[0]))
  takeSegments(draft, behind.facts, line, false)
  walk.facts++
  return true
}

const labelsInline: Rule = (walk, line) => {
  const { draft } = walk
  const found = inlineFacts(draft.labels, line.body)
  if (!found) return null
  walk.flush()
  for (const one of found) {
    // "Directed by Ada Holm, Norway, 2020, 52 min"
    const behind = one.match.fields[0] === 'director' ? factsBehindNames(draft.labels, one.value) : null
    walk.values(one.match.fields, behind?.names ?? one.value, line, one.label)
    if (behind) takeSegments(draft, behind.facts, line, false)
  }
  walk.facts++
  return true
}

const lineOfFacts: Rule = (walk, line, continues) => {
  const segments = readFactLine(walk.draft.labels, line.body)
  if (!segments || (continues && segments.length === 1 && segments[0]!.kind === 'genre')) return null
  walk.flush()
  walk.close()
  takeSegments(walk.draft, segments, line, false)
  walk.facts++
  return true
}

const labelsBehindWords: Rule = (walk, line) => {
  const { rest, value } = furtherLabels(walk.draft.labels, line.body)
  if (rest.length < 2 || line.body.text.length >= 300) return null
  walk.flush()
  for (const one of rest) walk.values(one.match.fields, one.value, line, one.label)
  if (value.text !== '') walk.draft.warn('unread', 'not-understood', line, value.text)
  return true
}

const contact: Rule = (walk, line) => {
  const { draft } = walk
  const { body } = line
  const labelled = /^\p{L}[^:@\t]{2,40}:\s/u.test(body.text) && walk.titleSeen() && walk.facts > 0
  if (labelled || body.text.length >= 200 || !findEmail(body.text)) return null
  walk.flush()
  const found = contactFrom(null, [readContactPiece(body)])
  if (!found) return null
  draft.reading.contacts.push(found.contact)
  draft.note(`contacts.${draft.reading.contacts.length - 1}`, body, line, null)
  return true
}

/** What a line without a label may be, in the order in which it is asked. */
const RULES: readonly Rule[] = [
  coproductionOf,
  tooLong,
  dayOfLead,
  quote,
  chain,
  phrase,
  screeningTime,
  runningText,
  festival,
  bracket,
  identifier,
  byline,
  bylineWithFacts,
  labelsInline,
  lineOfFacts,
  labelsBehindWords,
  contact,
]

/** Facts without a label; `continues` says that the line goes on from the one above. */
export function fact(walk: Walk, line: Line, continues: boolean): boolean {
  for (const rule of RULES) {
    const taken = rule(walk, line, continues)
    if (taken !== null) return taken
  }
  return false
}

/** `“Great.” – Le Matin`: quoted words and who said them. */
export function isQuote(walk: Walk, line: Line): boolean {
  const { text } = line.body
  if (text.length > 1200 || !/^(?:[★☆]+\s*)?["“«„‘']/.test(text)) return false
  const quote = readQuote(text)
  return quote !== null && quote.source !== null && quote.source.length < 80 && !/\d{4}/.test(quote.source)
}
