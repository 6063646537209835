import type { TitleSheet } from '@vitrine/catalogue'

/**
 * A sheet that came in, over the one that is there: what it says replaces what was said, and where it is silent what was
 * said stays. A producer's new sheet has no pictures and no themes; taking it in must not take them away.
 *
 * @example
 * fillIn(standing, incoming).pictures // standing.pictures
 */
export function fillIn(standing: TitleSheet, incoming: TitleSheet): TitleSheet {
  const merged: Record<string, unknown> = { ...standing }
  for (const [field, value] of Object.entries(incoming)) {
    if (isSilent(value)) continue
    const was = merged[field]
    merged[field] = isRecord(value) && isRecord(was) && BY_PART.has(field) ? { ...was, ...said(value) } : value
  }
  return merged as TitleSheet
}

const BY_PART = new Set(['titles', 'lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography', 'identifiers'])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
const isSilent = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.values(value).every(isSilent))
const said = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => !isSilent(part)))
