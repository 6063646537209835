/**
 * The numbers by which a film is known, all six in one place: EIDR and ISAN with their check characters, IMDb, TMDB and
 * Wikidata by their form, and the house's own reference. A number is read as people write it (an address, a URN, without
 * hyphens, in small letters) and told in the form in which the house keeps it. Nothing here corrects by itself: a wrong check
 * character may as well be a wrong digit, and only a person can tell.
 */
import { formatEidr, groupEidr, readEidr } from './eidr.ts'
import { readIsan } from './isan.ts'

export const IDENTIFIER_KINDS = ['eidr', 'isan', 'imdb', 'tmdb', 'wikidata', 'reference'] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

/**
 * `right`: as it is kept. `untidy`: right, in another spelling. `incomplete`: right so far, a check character was not given.
 * `wrong`: a check character is not the one that the digits call for. `unreadable`: no number of that kind.
 */
export const IDENTIFIER_STATES = ['right', 'untidy', 'incomplete', 'wrong', 'unreadable'] as const
export type IdentifierState = (typeof IDENTIFIER_STATES)[number]

export interface IdentifierCheck {
  /** Null when it was not said and the form does not tell it. */
  kind: IdentifierKind | null
  /** What was given. */
  given: string
  state: IdentifierState
  /** In the form in which the house keeps it, check characters as they were given; null when unreadable. */
  canonical: string | null
  /** With the check characters that the digits call for; null when unreadable. */
  complete: string | null
}

/** A number as read: `complete` has the check characters that the digits call for, `canonical` those that were given. */
type Read = { canonical: string; complete: string; valid: boolean } | null

const LONGEST = 200 // of what may be a number: addresses of pages have titles in them
const LONGEST_REFERENCE = 100

/** What may stand before a number and is no part of it. */
const EIDR_BEFORE =
  /^(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/|(?:ui\.)?eidr\.org\/view\/content\?id=)?(?:doi:\s*|urn:eidr:|eidr(?:-s)?[\s:#]+)*/i
const ISAN_BEFORE = /^(?:urn:)?(?:v-?)?(?:isan[\s:#]*)?/i

const READ: Readonly<Record<IdentifierKind, (text: string) => Read>> = {
  eidr(text) {
    const bare = text.replace(EIDR_BEFORE, '').replace(/^10\.5240[/:]\s?/, '')
    if (/^(?:[0-9a-f]{4}[-‐– ]?){5}$/i.test(bare)) return { canonical: groupEidr(bare), complete: formatEidr(bare), valid: true }
    const whole = readEidr(`10.5240/${bare}`)
    if (whole === null || whole.start !== 0 || whole.end !== bare.length + 8) return null
    return { canonical: whole.printed, complete: formatEidr(bare.slice(0, -1)), valid: whole.valid }
  },
  isan(text) {
    const bare = text.replace(ISAN_BEFORE, '')
    const read = readIsan(bare)
    if (read === null || read.start !== 0 || read.end !== bare.length) return null
    return { canonical: read.printed, complete: read.expected, valid: read.valid }
  },
  imdb(text) {
    const digits = /^(?:(?:https?:\/\/)?(?:www\.|m\.)?imdb\.com\/(?:[a-z-]{2,5}\/)?title\/|imdb[\s:#]+)?(?:tt)?(\d{6,10})(?:[/?#]\S*)?$/i.exec(text)?.[1] // prettier-ignore
    return digits === undefined ? null : byForm(`tt${digits.padStart(7, '0')}`)
  },
  tmdb(text) {
    const found = /^(?:(?:https?:\/\/)?(?:www\.)?themoviedb\.org\/|tmdb[\s:#]+)?(?:(movie|tv)\/)?(\d{1,9})(?:[-/?#]\S*)?$/i.exec(
      text,
    )
    if (found === null || Number(found[2]) === 0) return null
    return byForm(`${found[1]?.toLowerCase() === 'tv' ? 'tv/' : ''}${Number(found[2])}`)
  },
  wikidata(text) {
    const number = /^(?:(?:https?:\/\/)?(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/|wikidata[\s:#]+|wd:)?q([1-9]\d{0,10})(?:[/?#]\S*)?$/i.exec(text)?.[1] // prettier-ignore
    return number === undefined ? null : byForm(`Q${number}`)
  },
  reference: (text) => (text.length > LONGEST_REFERENCE ? null : byForm(text)),
}

const byForm = (number: string): Read => ({ canonical: number, complete: number, valid: true })

/**
 * What is to be said of a number. Only the whole text counts: words beside it make it unreadable.
 *
 * @param kind null: whatever its form says
 * @example
 * checkIdentifier('isan', '0000 0001 8cfa 0000') // { state: 'incomplete', canonical: '0000-0001-8CFA-0000', complete: '0000-0001-8CFA-0000-I', … }
 * checkIdentifier('eidr', '10.5240/8FF3-1C20-84F5-F247-8BCD-A').state // 'wrong'; complete ends in E
 */
export function checkIdentifier(kind: IdentifierKind | null, given: string): IdentifierCheck {
  if (kind === null) {
    const told = kindOfIdentifier(given)
    return told === null ? { kind, given, state: 'unreadable', canonical: null, complete: null } : checkIdentifier(told, given)
  }
  const text = given.replaceAll(/\s+/g, ' ').trim()
  const read = text === '' || text.length > LONGEST ? null : READ[kind](text)
  if (read === null) return { kind, given, state: 'unreadable', canonical: null, complete: null }
  const { canonical, complete, valid } = read
  const state = !valid ? 'wrong' : canonical !== complete ? 'incomplete' : canonical === given ? 'right' : 'untidy'
  return { kind, given, state, canonical, complete }
}

/** The form in which the house keeps it, check characters as they were given, right or wrong; null when unreadable. */
export const formatIdentifier = (kind: IdentifierKind, given: string): string | null => checkIdentifier(kind, given).canonical

/** With the check characters that its digits call for, whether it had some or none; null when unreadable. */
export const computeIdentifier = (kind: IdentifierKind, given: string): string | null => checkIdentifier(kind, given).complete

/**
 * What is stored of a number that somebody gave: its canonical form when it is right or merely incomplete. A wrong or unreadable
 * one stays as it was typed, for the copy desk to point at; a check character is never added here.
 */
export function tidyIdentifier(kind: IdentifierKind, given: string): string {
  const { state, canonical } = checkIdentifier(kind, given)
  return canonical === null || state === 'wrong' ? given : canonical
}

/**
 * Which kind a number is, where its form says so: an own reference and bare digits do not.
 *
 * @example
 * kindOfIdentifier('tt1234567') // 'imdb'
 */
export function kindOfIdentifier(given: string): IdentifierKind | null {
  const text = given.trim()
  if (/^\d+$/.test(text)) return text.length === 16 ? 'isan' : null
  return (
    (['eidr', 'isan', 'imdb', 'wikidata', 'tmdb'] as const).find((kind) => checkIdentifier(kind, text).state !== 'unreadable') ??
    null
  )
}
