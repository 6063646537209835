/** Input at the edge: everything that comes from outside is looked at here before a verb touches it. */
import { IDENTIFIER_KINDS, tidyIdentifier, TitleSheet } from '@vitrine/catalogue'
import { LOCALES } from '@vitrine/messages'
import { z } from 'zod'
import { HouseError } from './errors.ts'

const LONGEST_SHEET = 2_000_000 // characters of JSON

/** Text as a database keeps it: without NUL, without halves of surrogate pairs. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanDeep)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanDeep(item)]))
  return value
}

/** Holds a value against a schema, or fails with `invalid-input` and the paths that are wrong. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(cleanDeep(value))
  if (parsed.success) return parsed.data
  throw new HouseError('invalid-input', {
    issues: parsed.error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })
}

const SAFE_SCHEME = /^(https?|mailto|tel):/i
const ANY_SCHEME = /^\s*[a-z][a-z0-9+.-]*:/i

/** An address as a browser reads it: it leaves control characters and spaces out ("java\tscript:" runs; WHATWG URL, §4.4). */
const asBrowsersRead = (address: string): string => address.replaceAll(/[\u0000-\u0020]/g, '') // oxlint-disable-line no-control-regex

/**
 * A title sheet from outside: of the right shape, of a bearable size, and with no address that a browser would run. Identifiers
 * are put into the form in which the house keeps them; one with a wrong check character stays as it came.
 */
export function parseSheet(value: unknown): TitleSheet {
  const sheet = parse(TitleSheet, value)
  const issues: { path: string; message: string }[] = []
  if (JSON.stringify(sheet).length > LONGEST_SHEET) throw new HouseError('too-large', { limit: LONGEST_SHEET })
  if (sheet.title.trim() === '') issues.push({ path: 'title', message: 'Empty' })
  if (sheet.trailer && !/^https?:/i.test(sheet.trailer.url)) issues.push({ path: 'trailer.url', message: 'Not a web address' })
  sheet.contacts.forEach((contact, n) => {
    const address = contact.url === null ? '' : asBrowsersRead(contact.url)
    if (ANY_SCHEME.test(address) && !SAFE_SCHEME.test(address) && !/^[\w.-]+:\d/.test(address))
      issues.push({ path: `contacts.${n}.url`, message: 'Not a web address' })
  })
  if (issues.length > 0) throw new HouseError('invalid-input', { issues })
  for (const kind of IDENTIFIER_KINDS) {
    const given = sheet.identifiers[kind]
    if (given !== null) sheet.identifiers[kind] = given.trim() === '' ? null : tidyIdentifier(kind, given)
  }
  return sheet
}

export const Id = z.string().min(1).max(64)
/** A title's revision, from 1. */
export const Revision = z.int().min(1).max(2_147_483_647)
export const SlugText = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const OneLine = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*$/)
export const Email = z.email().max(254)
export const LocaleOf = z.enum(LOCALES)

/** A page's cursor: opaque to the caller, two or three values to us. */
export function toCursor(...values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

export function fromCursor(cursor: string | null | undefined): (string | number)[] | null {
  if (cursor === null || cursor === undefined || cursor === '') return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.every((value) => typeof value === 'string' || typeof value === 'number')) return values
  } catch {
    // said below
  }
  throw noCursor()
}

export const noCursor = (): HouseError =>
  new HouseError('invalid-input', { issues: [{ path: 'cursor', message: 'Not a cursor of ours' }] })

/** A cursor that says how many of the list came before. */
export function offsetIn(cursor: string | null | undefined): number {
  const [offset = 0] = fromCursor(cursor) ?? []
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0) throw noCursor()
  return offset
}

/** Whether a cursor's value is an instant as we write it: JavaScript takes more texts for one than a database does. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || value < '0001' || Number.isNaN(Date.parse(value))) return false
  return new Date(value).toISOString() === value
}
