/** Names without a label, which are believed only where they stand right: between the title and its facts, or behind a word that is none of ours. */
import { addCredit, pushName, takeDirectors } from './credits.ts'
import { contactFrom, findEmail, findUrl, readContactPiece } from './contacts.ts'
import { readFactLine } from './fact-lines.ts'
import { takeFestivals } from './facts.ts'
import { namesAward, namesFestival, premiereOf, SECTION } from './festival-words.ts'
import { fold } from './fold.ts'
import { labelOf } from './label-lines.ts'
import { looksLikeFirm, looksLikeNames, looksLikePerson, splitNames } from './names.ts'
import { plain, stripPiece, subPiece, words } from './source.ts'
import type { Line } from './source.ts'
import { isCity } from '../tables/cities.ts'
import type { Walk } from './walk.ts'
import { readDay } from './years.ts'

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
