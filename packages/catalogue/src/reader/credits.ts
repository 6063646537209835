/** Who made the film: directors, producers and their firms, broadcasters, supporters, the crew. */
import type { CreditRole } from '../model/title-sheet.ts'
import { readOneCountry } from './countries.ts'
import type { Draft } from './draft.ts'
import { takeCountries, takeLooseYear, takeOrigin, takeYear } from './year-and-countries.ts'
import { fold } from './fold.ts'
import { cutPartners, isFund, partnerNames, withoutArticle } from './partners.ts'
import type { PartnersFound } from './partners.ts'
import { isCity } from '../tables/cities.ts'
import { STATE } from './formats.ts'
import type { Field } from './labels/fields.ts'
import { bracketCountry, looksLikeFirm, looksLikePerson, splitNames } from './names.ts'
import type { NameFound } from './names.ts'
import { onlyNationalities } from './nationalities.ts'
import { plain, subPiece, trimPiece } from './source.ts'
import type { Line, Piece } from './source.ts'
import { isMonth, readDay, readYears } from './years.ts'

/** A year behind a name and no part of it: "Ada Holm, 2020", "Ada Holm (2020)"; "in 2020" too, of what makers did. */
const YEAR = /^(?:19|20)\d\d$/
const IN_YEAR = /^(.+?)\s+(?:in|im|en|nel|em|el)\s+((?:19|20)\d\d)$/u

/** The names of a value, but not the year that follows them: that is the film's. */
function namesLessYear(draft: Draft, value: Piece, kind: 'person' | 'firm', line: Line, label: string | null): NameFound[] {
  const names: NameFound[] = []
  for (const one of splitNames(value, kind)) {
    const isYear = names.length > 0 && YEAR.test(one.name)
    const isBracketed = one.bracket !== null && YEAR.test(plain(one.bracket.text))
    if (isYear) takeLooseYear(draft, readYears(one.piece), line, label)
    if (isBracketed) takeLooseYear(draft, readYears(one.bracket!), line, label)
    if (!isYear) names.push(isBracketed ? { ...one, piece: subPiece(one.piece, 0, one.name.length), bracket: null } : one)
  }
  return names
}

export function takeDirectors(draft: Draft, value: Piece, line: Line, label: string | null): boolean {
  const inYear = IN_YEAR.exec(value.text)
  if (inYear) {
    takeLooseYear(draft, readYears(subPiece(value, value.text.length - 4)), line, label)
    return takeDirectors(draft, subPiece(value, 0, inYear[1]!.length), line, label)
  }
  const names = namesLessYear(draft, value, 'person', line, label)
  for (const [at, one] of names.entries()) {
    // "A film by Ada Holm, Norway": where it was made; who stands behind an "and" made it too
    const isApart = /[,;/|–—-]\s*$/.test(value.text.slice(0, one.piece.start - value.start))
    if (
      at > 0 &&
      isApart &&
      readOneCountry({ text: one.name, start: 0 }) !== null &&
      takeCountries(draft, one.piece, line, label)
    )
      continue
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

/** Broadcasters or supporters, with those whom further phrases name ("…, with the support of X"). */
export function takePartners(
  draft: Draft,
  list: 'broadcasters' | 'supporters',
  value: Piece,
  line: Line,
  label: string | null,
): boolean {
  const phrases = cutPartners(value)
  if (phrases !== null) {
    if (phrases.first.text !== '') takePartners(draft, list, phrases.first, line, label)
    takePhrases(draft, phrases.further, line)
    return true
  }
  const names = partnerNames(value, list === 'broadcasters')
  for (const name of names) {
    const text = plain(name.text)
    // "ARTE, 14 November 2022, 23:15": when it was shown
    if (
      /\d/.test(text) &&
      (readDay(text) !== null ||
        isMonth(text.replace(/\s+\d{4}$/, '')) ||
        /^\d{1,2}\s?[:h.]\s?\d{0,2}(?:\s?(?:Uhr|h|pm|am))?$/i.test(text))
    )
      draft.warn(list, 'not-understood', line, text)
    else pushName(draft, isFund(text) ? 'supporters' : list, text, name, line, label)
  }
  return names.length > 0
}

function takePhrases(draft: Draft, further: PartnersFound[], line: Line): void {
  for (const { field, names, label } of further)
    if (field === 'coProducer') takeCoProducers(draft, withoutArticle(names), line, label)
    else takePartners(draft, field === 'broadcaster' ? 'broadcasters' : 'supporters', names, line, label)
}

/** `Longreach Productions for Channel 4`, `Palafitta Film con Rai Cinema`: a firm, and whom it made the film for or with. */
const FOR = /\s(for|pour|für|per|para|per a)\s(?=(?:the\s|la\s|den\s|das\s|die\s|el\s)?[\p{Lu}\d])/u
const TOGETHER = /\s(with|avec|mit|con|com|amb)\s(?=[\p{Lu}\d])/u

const LEGAL_FORM =
  /\s(?:gmbh(?: & co\.? kg)?|ug|e\.\s?v\.|ltd\.?|limited|llc|inc\.?|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.?l\.?u?\.?|b\.?v\.?|a\/?s|aps|oy|ab|lda\.?)$/iu

export function takeProduction(draft: Draft, field: Field, value: Piece, line: Line, label: string | null): boolean {
  if (STATE.test(fold(plain(value.text)))) {
    // "Production: Completed" says how far the film is, not who made it
    draft.warn('productionCompanies', 'ambiguous', line, value.text)
    return true
  }
  // "Prodotto da X, con Rai Cinema"
  const besides = /,\s+(?:with|avec|mit|con|com|amb)\s+(?=[\p{Lu}\d])/u.exec(value.text)
  if (besides && besides.index > 0) {
    takeProduction(draft, field, subPiece(value, 0, besides.index), line, label)
    return takeCoProducers(draft, trimPiece(subPiece(value, besides.index + besides[0].length)), line, label)
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
  const phrases = cutPartners(value)
  if (phrases !== null) {
    if (phrases.first.text !== '') takeProduction(draft, field, phrases.first, line, label)
    takePhrases(draft, phrases.further, line)
    return true
  }
  // "Nadège X pour Les Films Y": a person for a firm
  const on = /^(.{3,60}?)\s+(?:for|pour|für|para|per|at|chez)\s+(\p{Lu}.{1,80})$/u.exec(value.text)
  if (on && looksLikePerson(plain(on[1]!)) && on[1]!.includes(' ') && !looksLikeFirm(plain(on[1]!))) {
    takeProducerNames(draft, 'producers', subPiece(value, 0, on[1]!.length), line, label)
    takeProducerNames(draft, 'productionCompanies', subPiece(value, value.text.length - on[2]!.length), line, label)
    return true
  }
  const madeFor = FOR.exec(value.text) ?? TOGETHER.exec(value.text)
  if (madeFor && madeFor.index > 0 && looksLikeFirm(plain(value.text.slice(0, madeFor.index)))) {
    takeProduction(draft, field, subPiece(value, 0, madeFor.index), line, label)
    const others = trimPiece(subPiece(value, madeFor.index + madeFor[0].length))
    if (TOGETHER.test(madeFor[0] + 'X')) return takeCoProducers(draft, others, line, label)
    // a year may end the line: "…, 2019"
    const year = /,\s*((?:19|20)\d\d)$/.exec(others.text)
    if (year) takeLooseYear(draft, readYears(subPiece(others, year.index)), line, label)
    return takePartners(draft, 'broadcasters', year ? subPiece(others, 0, year.index) : others, line, label)
  }
  // "Compañía productora: X" above, "Productora: Ana Po": the word is a firm's and a woman's
  if (
    field === 'productionCompany' &&
    label !== null &&
    /^produ[ct]+ora$/i.test(label) &&
    draft.reading.productionCompanies.length > 0 &&
    isPersonLike(plain(value.text))
  )
    return takeProduction(draft, 'producer', value, line, label)
  const names = namesLessYear(draft, value, personal(field) && !looksLikeFirm(plain(value.text)) ? 'person' : 'firm', line, label)
  // "A. Jaziri (Terre Cuite Prod), A. Prunier (Le Tour)": what the first bracket is, the others are
  const persons = names.some((one) => one.bracket !== null && isPersonOfFirm(one))
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
    else if (at > 0 && isCity(one.name)) draft.warn('productionCompanies', 'not-understood', line, one.name)
    else placeProducer(draft, persons && one.bracket !== null && isPersonLike(one.name) ? 'producer' : field, one, line, label)
  })
  return names.length > 0
}

const isPersonLike = (name: string): boolean => looksLikePerson(name) && name.includes(' ') && !looksLikeFirm(name)

function isPersonOfFirm(one: NameFound): boolean {
  const inside = plain(one.bracket!.text)
  return isPersonLike(one.name) && bracketCountry(one.bracket) === null && looksLikeFirm(inside)
}

const personal = (field: Field): boolean => field === 'producer' || field === 'producedBy'

function takeProducerNames(
  draft: Draft,
  list: 'producers' | 'productionCompanies',
  value: Piece,
  line: Line,
  label: string | null,
): void {
  for (const one of namesLessYear(draft, value, list === 'producers' ? 'person' : 'firm', line, label))
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
    // "X (Bearpaw Docs, Canada)", "Y Film (Zürich)": where the firm sits
    if (readOneCountry({ text: other.name, start: 0 }) !== null || isCity(other.name)) {
      draft.warn('productionCompanies', 'not-understood', line, other.name)
      draft.noteSpan('productionCompanies', other.piece.start, other.piece.start + other.piece.text.length, line.number, label)
      continue
    }
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
  const names = namesLessYear(draft, value, 'firm', line, label)
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
  const names = namesLessYear(draft, value, 'person', line, label)
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
