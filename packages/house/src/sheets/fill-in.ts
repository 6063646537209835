import type { TitleSheet } from '@vitrine/catalogue'
import { fold } from '@vitrine/catalogue/model/slug'

/**
 * A sheet that came in, over the one that is there: what it says replaces what was said, and where it is silent what was
 * said stays. A producer's new sheet has no pictures and no themes; taking it in must not take them away. So it is within a
 * list, where both name the same festival or company: a sheet that says "FIPADOC 2021" does not take its city away.
 *
 * @example
 * fillIn(standing, incoming).pictures // standing.pictures
 */
export function fillIn(standing: TitleSheet, incoming: TitleSheet): TitleSheet {
  const merged: Record<string, unknown> = { ...standing }
  for (const [field, value] of Object.entries(incoming)) {
    if (isSilent(value)) continue
    const was = merged[field]
    const keyOf = KEYS[field]
    if (keyOf !== undefined) merged[field] = itemByItem(was as Item[], value as unknown as Item[], keyOf)
    else merged[field] = isRecord(value) && isRecord(was) && BY_PART.has(field) ? { ...was, ...said(value) } : value
  }
  return merged as TitleSheet
}

type Item = Record<string, unknown>
type KeyOf = (item: Item) => string

const byName: KeyOf = ({ name }) => fold(String(name))
/** What tells that two items of a list are the same one. */
const KEYS: Record<string, KeyOf> = {
  productionCompanies: byName,
  coProducers: byName,
  festivals: ({ festival, year }) => `${fold(String(festival))} ${String(year)}`,
}

/** The incoming items, each with what it is silent about from the one it is; where two have the same key none is taken for the other. */
function itemByItem(standing: readonly Item[], incoming: readonly Item[], keyOf: KeyOf): Item[] {
  const [there, here] = [standing, incoming].map((items) => Map.groupBy(items, keyOf)) as [
    Map<string, Item[]>,
    Map<string, Item[]>,
  ]
  return incoming.map((item) => {
    const key = keyOf(item)
    const [one, ...others] = there.get(key) ?? []
    return one === undefined || others.length > 0 || here.get(key)!.length > 1 ? item : { ...one, ...said(item) }
  })
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
