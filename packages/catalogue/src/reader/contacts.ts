/** Addresses, telephone numbers and links, and the contacts they belong to. */
import type { Contact } from '../model/title-sheet.ts'
import { fold } from './fold.ts'
import { looksLikeFirm, looksLikePerson } from './names.ts'
import { isCity } from '../tables/cities.ts'
import { plain, stripPiece } from './source.ts'
import type { Piece } from './source.ts'

const EMAIL =
  /[\p{L}\d](?:[\p{L}\d._%+-]{0,62}[\p{L}\d_+-])?(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[\p{L}\d](?:[\p{L}\d-]{0,62})(?:\.[\p{L}\d-]{1,63}){1,6}/iu
const URL =
  /(?:https?:\/\/|www\.)[^\s<>"“”|,;]{2,1000}|(?<![@\p{L}\d.])(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.){1,4}(?:com|org|net|fr|de|es|it|pt|cat|tv|film|films|eu|uk|ch|at|be|nl|info|io|ca|us|pl|cz|dk|se|no|fi|ie|br|example|test|gal|lu|movie|art|co)(?:\/[^\s<>"“”|,;]{0,1000})?(?![\p{L}\d])/iu
const PHONE =
  /(?:(?:tel|tél|telefon|telephone|téléphone|phone|ph|mobile|mob|fon|t|m|p|tlf|telf|tlm|cell)\.?\s*:?\s*)?((?:\+|00)\s?\d[\d\s()./-]{6,22}\d|\(?0\d{1,4}\)?[\s./-]?\d[\d\s./-]{4,16}\d)(?!\d)/iu

export interface ContactFacts {
  email: string | null
  phone: string | null
  url: string | null
  rest: Piece[]
}

export function findEmail(text: string): { value: string; start: number; end: number } | null {
  if (!text.includes('@') && !/[([]at[)\]]/i.test(text)) return null
  const match = EMAIL.exec(text)
  if (!match) return null
  return { value: plain(match[0]).replace(/\s?[([]at[)\]]\s?/i, '@'), start: match.index, end: match.index + match[0].length }
}

export function findUrl(text: string): { value: string; start: number; end: number } | null {
  if (!text.includes('.')) return null
  const match = URL.exec(text)
  if (!match) return null
  const value = match[0].replace(/[).\]}'"’»]+$/u, '')
  return { value: plain(value), start: match.index, end: match.index + value.length }
}

export function findPhone(text: string): { value: string; start: number; end: number } | null {
  const match = PHONE.exec(text)
  if (!match || (match[1]!.match(/\d/g) ?? []).length < 7) return null
  return { value: plain(match[1]!), start: match.index, end: match.index + match[0].length }
}

/** Takes address, number and link out of a piece; what is left are names. */
export function readContactPiece(piece: Piece): ContactFacts {
  let text = piece.text
  const cut = (found: { start: number; end: number } | null) => {
    if (found) text = text.slice(0, found.start) + '|'.repeat(found.end - found.start) + text.slice(found.end)
  }
  const email = findEmail(text)
  cut(email)
  const url = findUrl(text)
  cut(url)
  const phone = findPhone(text)
  cut(phone)
  text = text.replace(
    /(?:e-?mail|mail|tel|tél|phone|web|website|site|courriel|www|url|telefon|t|m|e|w)\s*[.:]?\s*(?=\|)/giu,
    (label) => '|'.repeat(label.length),
  )
  const rest: Piece[] = []
  let from = 0
  for (const match of text.matchAll(/\|+|\s[-–—/]\s|[,;•·\n\t]|[()]|$/g)) {
    const part = stripPiece({ text: text.slice(from, match.index), start: piece.start + from }, ' ,;:-–—/•·()')
    if (/\p{L}/u.test(part.text)) rest.push(part)
    from = match.index + match[0].length
    if (rest.length > 40) break
  }
  return { email: email?.value ?? null, phone: phone?.value ?? null, url: url?.value ?? null, rest }
}

function isPersonOf(text: string, role: string | null, parts: ContactFacts[]): boolean {
  if (!text.includes(' ') || /\d/.test(text) || !looksLikePerson(text)) return false
  if (role !== null && /^press(?:e|a)?[- ]?(?:contact|kontakt|office)|^contacts? presse|^prensa|^ufficio stampa/i.test(role))
    return true
  const names = fold(text)
    .split(/[ -]/)
    .filter((name) => name.length >= 3)
  return parts.some(({ email }) => {
    if (email === null) return false
    const own = fold(email.slice(0, email.indexOf('@')))
    const house = fold(email.slice(email.indexOf('@')))
    return names.some((name) => own.split(/[._-]/).includes(name) && !house.includes(name))
  })
}

/** What a piece of a contact's block is: whom to ask, their firm, or nothing of either, as the address of a street. */
function partOf(piece: Piece, contact: Contact, parts: ContactFacts[]): 'name' | 'company' | 'left' {
  const text = plain(piece.text)
  const firm = looksLikeFirm(text.replace(/\d+/g, '')) && !/^\d/.test(text)
  // "Second Orbit, Vienna": where they sit
  if (!firm && contact.company !== null && isCity(text)) return 'left'
  // "Lucy Marsh, lucy.marsh@…": whoever lends the address its name is a person; so is whom the press asks
  if (contact.name === null && !firm && isPersonOf(text, contact.role, parts)) return 'name'
  if (/\d/.test(text) && !firm && !/^\p{L}+\s?\d{1,2}$/u.test(text)) return 'left'
  if (contact.company !== null) return contact.name === null && looksLikePerson(text) ? 'name' : 'left'
  // the first name of a block is the firm's ("World sales: Orpheline"), unless it is alone, or another looks more like a firm
  if (firm || contact.name !== null || !looksLikePerson(text) || !text.includes(' ')) return 'company'
  const others = parts.flatMap(({ rest }) => rest).filter((one) => one !== piece && !/\d/.test(one.text))
  const alone = contact.role === null && others.length === 0
  return alone || others.some((one) => looksLikeFirm(plain(one.text))) ? 'name' : 'company'
}

/** A contact from the pieces of its block: firm first where one shows, then the person; addresses of streets are left over. */
export function contactFrom(role: string | null, parts: ContactFacts[]): { contact: Contact; left: Piece[] } | null {
  const contact: Contact = { name: null, role, company: null, email: null, phone: null, url: null }
  const left: Piece[] = []
  for (const part of parts) {
    contact.email ??= part.email
    contact.phone ??= part.phone
    contact.url ??= part.url
    for (const piece of part.rest) {
      const is = partOf(piece, contact, parts)
      if (is === 'left') left.push(piece)
      else contact[is] = plain(piece.text)
    }
  }
  const { name, company, email, phone, url } = contact
  return [name, company, email, phone, url].every((one) => one === null) ? null : { contact, left }
}

export function urlOf(piece: Piece, links: { start: number; end: number; url: string }[]): string | null {
  const end = piece.start + piece.text.length
  const link = links.find((one) => one.start >= piece.start - 1 && one.end <= end + 2000 && one.start <= end)
  if (link) return link.url
  return findUrl(piece.text)?.value ?? null
}
