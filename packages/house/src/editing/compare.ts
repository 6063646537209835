import type { TitleSheet } from '@vitrine/catalogue'
import { canonical } from '../canonical-json.ts'
import type { FieldChange } from '../contract.ts'

/** Fields that are compared part by part: texts by language, and the identifiers. Every other field is one thing. */
const BY_PART = new Set<keyof TitleSheet>([
  'titles',
  'lead',
  'logline',
  'shortSynopsis',
  'synopsis',
  'directorsNote',
  'biography',
  'identifiers',
])

/** A sheet as its smallest parts that change as one: `year`, `synopsis.fr`, `directors`. */
export function partsOf(sheet: TitleSheet): Map<string, unknown> {
  const parts = new Map<string, unknown>()
  for (const [field, value] of Object.entries(sheet)) {
    if (BY_PART.has(field as keyof TitleSheet)) {
      for (const [part, text] of Object.entries(value as Record<string, unknown>)) parts.set(`${field}.${part}`, text)
    } else parts.set(field, value)
  }
  return parts
}

/**
 * What differs between two sheets, path by path, in the order of the sheet. A part that is absent is null.
 *
 * @example
 * compareSheets(before, after) // [{ path: 'synopsis.fr', before: null, after: '…' }]
 */
export function compareSheets(before: TitleSheet, after: TitleSheet): FieldChange[] {
  const was = partsOf(before)
  const is = partsOf(after)
  const changes: FieldChange[] = []
  for (const path of new Set([...is.keys(), ...was.keys()])) {
    const a = was.get(path) ?? null
    const b = is.get(path) ?? null
    if (a !== b && canonical(a) !== canonical(b)) changes.push({ path, before: a, after: b })
  }
  return changes
}
