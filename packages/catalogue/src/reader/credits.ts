/** Who made the film: directors, producers and their firms, broadcasters, supporters, the crew. */
import type { CreditRole } from '../model/title-sheet.ts'
import { readOneCountry } from './countries.ts'
import type { Draft } from './draft.ts'
import { takeOrigin, takeYear } from './year-and-countries.ts'
import { fold } from './fold.ts'
import { STATE } from './formats.ts'
import type { Field } from './labels/fields.ts'
import { bracketCountry, looksLikeFirm, looksLikePerson, splitNames } from './names.ts'
import type { NameFound } from './names.ts'
import { onlyNationalities } from './nationalities.ts'
import { plain, subPiece, trimPiece } from './source.ts'
import type { Line, Piece } from './source.ts'
import { readYears } from './years.ts'

export function takeDirectors(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const names = splitNames(value, 'person')
  for (const one of names) {
    pushName(draft, 'directors', one.name, one.piece, line, label)
    // a firm in brackets after a person
    if (one.bracket && looksLikeFirm(plain(one.bracket.text)) && !bracketCountry(one.bracket))
      pushName(draft, 'productionCompanies', plain(one.bracket.text), one.bracket, line, label)
  }
  return names.length > 0
}

type NameList = 'directors' | 'productionCompanies' | 'producers' | 'broadcasters' | 'supporters'

export function pushName(draft: Draft, list: NameList, name: string, piece: Piece, line: Line, label: string | null): void {
  const names = draft.reading[list]
  if (names.length >= 500) return
  if (!names.includes(name)) names.push(name)
  draft.noteSpan(`${list}.${names.indexOf(name)}`, piece.start, piece.start + piece.text.length, line.number, label)
}

export function takeNames(draft: Draft, list: NameList, value: Piece, line: Line, label: string | null): boolean {
  const names = splitNames(value, 'firm')
  for (const one of names) pushName(draft, list, one.bracket ? plain(one.piece.text) : one.name, one.piece, line, label)
  return names.length > 0
}

const WITHIN =
  /\s*[,;–-]?\s*\b((?:in|en|em|in)\s+(?:co-?|ko-?)?(?:production|produktion|producción|produzione|produção|producció|association|asociación|associazione|associação|associació|collaboration|colaboración|collaborazione|zusammenarbeit|koproduktion|coproduction|coproducción|coproduzione|coprodução)\s+(?:with|avec|mit|con|com|amb)|(?:in|en)\s+co-production\s+(?:with|avec|mit))\s+/iu

const LEGAL_FORM =
  /\s(?:gmbh(?: & co\.? kg)?|ug|e\.\s?v\.|ltd\.?|limited|llc|inc\.?|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.?l\.?u?\.?|b\.?v\.?|a\/?s|aps|oy|ab|lda\.?)$/iu

export function takeProduction(draft: Draft, field: Field, value: Piece, line: Line, label: string | null): boolean {
  if (STATE.test(fold(plain(value.text)))) {
    // "Production: Completed" says how far the film is, not who made it
    draft.warn('productionCompanies', 'ambiguous', line, value.text)
    return true
  }
  // "Production: French" says where it was made; a firm of that name would have more to its name
  const origin = field === 'production' && !looksLikeFirm(value.text) ? onlyNationalities(value) : null
  if (origin) {
    takeOrigin(draft, origin, line, label)
    return true
  }
  const years = readYears(value)
  if (field === 'production' && years.length === 1 && /^\d{4}$/.test(plain(value.text)))
    return takeYear(draft, value, line, label)
  const within = WITHIN.exec(value.text)
  if (within) {
    if (within.index > 0) takeProduction(draft, field, subPiece(value, 0, within.index), line, label)
    takeCoProducers(draft, trimPiece(subPiece(value, within.index + within[0].length)), line, label)
    return true
  }
  // "Nadège X pour Les Films Y": a person for a firm
  const on = /^(.{3,60}?)\s+(?:for|pour|für|para|per|at|chez)\s+(\p{Lu}.{1,80})$/u.exec(value.text)
  if (on && looksLikePerson(plain(on[1]!)) && on[1]!.includes(' ') && !looksLikeFirm(plain(on[1]!))) {
    takeProducerNames(draft, 'producers', subPiece(value, 0, on[1]!.length), line, label)
    takeProducerNames(draft, 'productionCompanies', subPiece(value, value.text.length - on[2]!.length), line, label)
    return true
  }
  const names = splitNames(value, personal(field) && !looksLikeFirm(plain(value.text)) ? 'person' : 'firm')
  names.forEach((one, at) => {
    // "Fob Watch Films, South Africa": the country of the firm before, not a firm
    if (at > 0 && readOneCountry({ text: one.name, start: 0 }) !== null) return
    // "Treidelpfad Film GmbH, Essen": where the firm sits, as imprints have it
    if (
      at === 1 &&
      names.length === 2 &&
      LEGAL_FORM.test(names[0]!.name) &&
      /^\p{Lu}\p{Ll}+$/u.test(one.name) &&
      one.bracket === null
    )
      draft.warn('productionCompanies', 'not-understood', line, one.name)
    else placeProducer(draft, field, one, line, label)
  })
  return names.length > 0
}

const personal = (field: Field): boolean => field === 'producer' || field === 'producedBy'

function takeProducerNames(
  draft: Draft,
  list: 'producers' | 'productionCompanies',
  value: Piece,
  line: Line,
  label: string | null,
): void {
  for (const one of splitNames(value, list === 'producers' ? 'person' : 'firm'))
    pushName(draft, list, one.name, one.piece, line, label)
}

function placeProducer(draft: Draft, field: Field, one: NameFound, line: Line, label: string | null): void {
  const country = bracketCountry(one.bracket)
  const inside = one.bracket && country === null ? plain(one.bracket.text) : null
  const firm = looksLikeFirm(one.name)
  const personLike = looksLikePerson(one.name) && one.name.includes(' ')
  let person: boolean
  if (field === 'producer') person = !firm
  // "Produced by Rodrigo Vela (Delta Sur)": whoever the words name first is a person, unless the bracket alone can be one
  else if (field === 'producedBy') person = !firm && personLike
  else person = !firm && personLike && inside !== null && looksLikeFirm(inside)
  const place: Piece =
    one.bracket && country === null
      ? trimPiece({
          text: one.piece.text.slice(0, one.bracket.start - one.piece.start - 1).replace(/[([\s]+$/, ''),
          start: one.piece.start,
        })
      : one.piece
  pushName(draft, person ? 'producers' : 'productionCompanies', one.name, place, line, label)
  if (inside === null || one.bracket === null) return
  for (const other of splitNames(one.bracket, person ? 'firm' : 'person')) {
    // a firm in brackets after a person, a person in brackets after a firm
    if (person && (looksLikeFirm(other.name) || personal(field)))
      pushName(draft, 'productionCompanies', other.name, other.piece, line, label)
    else if (!person && looksLikePerson(other.name) && !looksLikeFirm(other.name) && other.name.includes(' '))
      pushName(draft, 'producers', other.name, other.piece, line, label)
    else draft.warn('productionCompanies', 'not-understood', line, other.piece.text)
  }
}

export function takeCoProducers(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const { coProducers } = draft.reading
  const names = splitNames(value, 'firm')
  for (const one of names) {
    const country = bracketCountry(one.bracket)
    const name = one.bracket && country === null ? plain(one.piece.text) : one.name
    if (coProducers.length >= 500 || coProducers.some((known) => known.name === name && known.country === country)) continue
    coProducers.push({ name, country })
    draft.noteSpan(
      `coProducers.${coProducers.length - 1}`,
      one.piece.start,
      one.piece.start + one.piece.text.length,
      line.number,
      label,
    )
  }
  return names.length > 0
}

export function takeCredit(draft: Draft, role: CreditRole, value: Piece, line: Line, label: string | null): boolean {
  return addCredit(draft, role, null, value, line, label)
}

export function addCredit(
  draft: Draft,
  role: CreditRole,
  printed: string | null,
  value: Piece,
  line: Line,
  label: string | null,
): boolean {
  const { credits } = draft.reading
  const names = splitNames(value, 'person')
  if (names.length === 0) return false
  let credit = credits.find((one) => one.role === role && one.label === printed)
  if (!credit) {
    credit = { role, label: printed, names: [] }
    credits.push(credit)
  }
  const path = `credits.${credits.indexOf(credit)}.names`
  for (const one of names) {
    const name = one.bracket ? plain(one.piece.text) : one.name
    if (credit.names.length >= 500) continue
    if (!credit.names.includes(name)) credit.names.push(name)
    draft.noteSpan(
      `${path}.${credit.names.indexOf(name)}`,
      one.piece.start,
      one.piece.start + one.piece.text.length,
      line.number,
      label,
    )
  }
  return true
}
