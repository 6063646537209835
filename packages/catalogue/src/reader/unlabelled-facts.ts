/** Facts without a label: fact lines, festivals, bylines, quotes, identifiers, firms under the title. */
import { contactFrom, findEmail, findUrl, readContactPiece } from './contacts.ts'
import { bylineOf, insideBrackets, onlyFacts, readFactLine, takeSegments } from './fact-lines.ts'
import { takeFact, takeFestivals } from './facts.ts'
import { addCredit, pushName, takeDirectors } from './credits.ts'
import { looksLikeFestival } from './festivals.ts'
import { namesAward, namesFestival, premiereOf, SECTION } from './festival-words.ts'
import { fold } from './fold.ts'
import { isScreeningTime } from './formats.ts'
import { factsBehindNames } from './labelled-lines.ts'
import { furtherLabels, inlineFacts, labelOf, phraseLabel } from './label-lines.ts'
import type { LabelReader } from './labels/match.ts'
import { looksLikeFirm, looksLikeNames, looksLikePerson, splitNames } from './names.ts'
import { looksLikeProse, readQuote } from './prose.ts'
import { plain, stripPiece, subPiece, words } from './source.ts'
import type { Line, Piece } from './source.ts'
import { isCity } from '../tables/cities.ts'
import type { Walk } from './walk.ts'
import { readDay } from './years.ts'

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

/** Facts without a label. */
export function fact(walk: Walk, line: Line, continues: boolean): boolean {
  const { draft } = walk
  const { body } = line
  const made = continues || body.text.length > 1200 ? null : MADE_BY.exec(body.text)
  if (made && walk.titleSeen()) {
    walk.flush()
    walk.facts++
    return takeFact(draft, 'productionCompany', subPiece(body, made[0].length), line, plain(made[0]))
  }
  if (body.text.length > 400 || (body.text.length > 200 && !/[|•;]/.test(body.text))) return false
  if (isUpdated(walk, line)) return true
  if ((walk.facts > 0 || opensWithQuote(walk, line)) && isQuote(walk, line)) {
    walk.flush()
    return takeFact(draft, 'press', body, line, null)
  }
  if (!continues && chained(walk, line)) return true
  const phrase = phraseLabel(draft.labels, body)
  if (phrase && !continues) {
    walk.flush()
    walk.values(phrase.match.fields, phrase.value, line, phrase.label)
    walk.facts++
    return true
  }
  if (isScreeningTime(body.text) && !looksLikeProse(line) && !isFacts(draft.labels, body)) {
    walk.flush()
    draft.leave(line)
    return true
  }
  if (looksLikeProse(line) && !/[|•]/.test(body.text)) {
    const listed = /[\d’']/.test(body.text) && /[,;/•]|\s[-–—]\s/.test(body.text) ? onlyFacts(draft.labels, body) : null
    // "1 x 60 min documentary for Channel North by Ironbridge Television" reads like a sentence
    const made = /\d/.test(body.text) && body.text.length <= 160 ? readFactLine(draft.labels, body) : null
    if ((listed === null || listed.length < 3) && !(made?.length === 1 && made[0]!.kind === 'made')) {
      if (!looksLikeFestival(body) || line.bullet === '') return false
    }
  }
  if (continues && !/[|•]/.test(body.text) && /^\p{Ll}/u.test(body.text)) return false
  if (walk.titleSeen() || namesAward(body.text)) {
    // a festival has no length
    if (looksLikeFestival(body) && !isFacts(draft.labels, body)) {
      walk.flush()
      if (takeFestivals(draft, 'festivals', body, line, null, null)) return true
    }
  }
  const inside = insideBrackets(body)
  if (inside) {
    const rest = furtherLabels(draft.labels, inside)
    if (rest.rest.length > 0 && rest.value.text === '') {
      walk.flush()
      for (const one of rest.rest) walk.values(one.match.fields, one.value, line, one.label)
      return true
    }
    const segments = readFactLine(draft.labels, inside)
    if (segments) {
      walk.flush()
      takeSegments(draft, segments, line, true)
      return true
    }
    const belowTitle = walk.titleLine !== null && walk.lines[walk.at - 1] === walk.titleLine
    if (!walk.prosed && (walk.facts === 0 || belowTitle) && inside.text.length < 100) {
      draft.reading.otherTitles.push({ title: plain(inside.text), language: null })
      draft.note(`otherTitles.${draft.reading.otherTitles.length - 1}`, inside, line, null)
      draft.warn('otherTitles', 'ambiguous', line, body.text)
      return true
    }
  }
  if (/^(?:V-)?ISAN\s/i.test(body.text) || /(?<!\d)10\.5240\//.test(body.text)) {
    walk.flush()
    const eidr = body.text.includes('10.5240')
    return takeFact(
      draft,
      eidr ? 'eidr' : 'isan',
      eidr ? body : subPiece(body, body.text.search(/\s/)),
      line,
      eidr ? null : 'ISAN',
    )
  }
  const byline = bylineOf(body)
  if (
    byline &&
    draft.reading.directors.length === 0 &&
    (!walk.prosed || walk.facts > 0) &&
    (/^\p{Lu}/u.test(body.text) || !walk.prosed)
  ) {
    walk.flush()
    const rest = furtherLabels(draft.labels, byline.names)
    takeDirectors(draft, rest.value, line, byline.label)
    for (const one of rest.rest) walk.values(one.match.fields, one.value, line, one.label)
    walk.facts++
    return true
  }
  // `de Sérgio Valadão, Portugal/França, 2020, 62'`: a byline, then nothing but facts
  const opening =
    /^(?:un?e? (?:film|documentaire) de|a (?:film|documentary) by|de|di|by|von|par|regie|réal\.?|dir\.?:?)\s+(?=\p{Lu})/iu.exec(
      body.text,
    )
  const behind =
    opening && !/[|•·]/.test(body.text) && !walk.prosed && draft.reading.directors.length === 0
      ? factsBehindNames(draft.labels, subPiece(body, opening[0].length))
      : null
  if (opening && behind && looksLikeNames(behind.names)) {
    walk.flush()
    takeDirectors(draft, behind.names, line, plain(opening[0]))
    takeSegments(draft, behind.facts, line, false)
    walk.facts++
    return true
  }
  const inline = inlineFacts(draft.labels, body)
  if (inline) {
    walk.flush()
    for (const one of inline) walk.values(one.match.fields, one.value, line, one.label)
    walk.facts++
    return true
  }
  const segments = readFactLine(draft.labels, body)
  if (segments && !(continues && segments.length === 1 && segments[0]!.kind === 'genre')) {
    walk.flush()
    walk.close()
    takeSegments(draft, segments, line, false)
    walk.facts++
    return true
  }
  const further = furtherLabels(draft.labels, body)
  if (further.rest.length >= 2 && body.text.length < 300) {
    walk.flush()
    for (const one of further.rest) walk.values(one.match.fields, one.value, line, one.label)
    if (further.value.text !== '') draft.warn('unread', 'not-understood', line, further.value.text)
    return true
  }
  const labelled = /^\p{L}[^:@\t]{2,40}:\s/u.test(body.text) && walk.titleSeen() && walk.facts > 0
  if (!labelled && findEmail(body.text) && body.text.length < 200) {
    walk.flush()
    const facts = readContactPiece(body)
    const contact = contactFrom(null, [facts])
    if (contact) {
      draft.reading.contacts.push(contact.contact)
      draft.note(`contacts.${draft.reading.contacts.length - 1}`, body, line, null)
      return true
    }
  }
  return false
}

/** `Maud Quentin, Ahmed Sy` between the title and the line of facts, as festivals print the directors; said to be no more than likely. */
export function namesBelowTitle(walk: Walk, line: Line): boolean {
  const { draft } = walk
  const next = walk.lines[walk.at + 1]
  if (
    walk.lines[walk.at - 1] !== walk.titleLine ||
    next === undefined ||
    line.body.text.length > 120 ||
    line.bullet !== '' ||
    /[\d:([]/.test(line.body.text) ||
    SECTION.test(fold(plain(line.body.text)))
  )
    return false
  const facts = readFactLine(draft.labels, next.body)
  if (
    facts === null ||
    !facts.some(({ kind }) => kind === 'duration' || kind === 'year') ||
    facts.some(({ kind }) => kind === 'byline')
  )
    return false
  const names = splitNames(line.body, 'person')
  if (
    names.length === 0 ||
    !names.every((one) => one.name.includes(' ') && looksLikePerson(one.name) && !looksLikeFirm(one.name) && !isCity(one.name))
  )
    return false
  const named = walk.lines
    .slice(walk.at + 1, walk.at + 60)
    .some((other) => other.body.text.length < 200 && labelOf(draft.labels, other, false)?.match.fields[0] === 'director')
  if (named || draft.reading.directors.length > 0) return false
  takeDirectors(draft, line.body, line, null)
  draft.warn('directors', 'ambiguous', line, line.body.text)
  return true
}

/** Firms without a label between the byline and the line of facts. */
export function firms(walk: Walk, line: Line): boolean {
  const { draft } = walk
  const next = walk.lines[walk.at + 1]
  if (
    draft.reading.productionCompanies.length > 0 ||
    line.body.text.length > 120 ||
    line.bullet !== '' ||
    /^[([]|[\d:]/.test(line.body.text)
  )
    return false
  const between =
    draft.reading.directors.length > 0 &&
    next !== undefined &&
    !next.blankBefore &&
    (/\|/.test(next.body.text) || readFactLine(draft.labels, next.body) !== null)
  const afterTitle = next !== undefined && !next.blankBefore && readFactLine(draft.labels, next.body) !== null
  if (!between && !(afterTitle && looksLikeFirm(words(line.body)))) return false
  const names = splitNames(line.body, 'firm')
  if (
    names.length === 0 ||
    names.length > 8 ||
    !names.every((one) => looksLikePerson(one.name) || looksLikeFirm(one.name) || /^\p{Lu}/u.test(one.name))
  )
    return false
  for (const one of names) pushName(draft, 'productionCompanies', one.name, one.piece, line, null)
  if (!(between && next.body.text.includes('|'))) draft.warn('productionCompanies', 'ambiguous', line, line.body.text)
  return true
}

/** `Gaffer: X`: a credit under its own name; any other unknown label is left for the editor. */
export function unknownLabel(walk: Walk, line: Line): boolean {
  const { draft } = walk
  // The marks of bold letters (see source.ts) stand about a label in Markdown.
  const match = /^\u0001*([\p{L}][\p{L}\p{M} '’./&-]{1,40}?)\s*\u0001*:\u0001*\s+(\S.*)$/u.exec(line.body.text)
  if (!match || !walk.titleSeen() || walk.facts === 0) return false
  walk.flush()
  walk.close()
  const from = line.body.text.indexOf(match[2]!, match[1]!.length)
  const value = stripPiece(subPiece(line.body, from), '')
  if (namesAward(match[1]!) || namesFestival(match[1]!)) {
    if (takeFestivals(draft, 'festivals', line.body, line, null, null)) return true
  }
  if (findEmail(value.text) !== null || findUrl(value.text) !== null || /^\+?[\d\s()./-]{8,}$/.test(value.text)) {
    const facts = readContactPiece(value)
    const contact = contactFrom(plain(match[1]!), [facts])
    if (contact) {
      draft.reading.contacts.push(contact.contact)
      draft.note(`contacts.${draft.reading.contacts.length - 1}`, line.body, line, plain(match[1]!))
      return true
    }
  }
  // "Awarded: GBP 45,000" names nobody
  if (
    !/\d/.test(value.text) &&
    looksLikeNames(value) &&
    premiereOf(match[1]!) === null &&
    readDay(value.text) === null &&
    value.text.includes(' ')
  )
    return addCredit(draft, 'other', plain(match[1]!), value, line, plain(match[1]!))
  draft.warn('unread', 'not-understood', line, line.body.text)
  draft.reading.unread.push(draft.source.text.slice(line.start, line.end))
  return true
}

/** `“Great.” – Le Matin`: quoted words and who said them. */
export function isQuote(walk: Walk, line: Line): boolean {
  const { text } = line.body
  if (text.length > 1200 || !/^(?:[★☆]+\s*)?["“«„‘']/.test(text)) return false
  const quote = readQuote(text)
  return quote !== null && quote.source !== null && quote.source.length < 80 && !/\d{4}/.test(quote.source)
}
