import type { Cut, LanguageVersion, TitleSheet } from '@vitrine/catalogue'
import { fold } from '@vitrine/catalogue/model/slug'
import { versionsOfFilm } from '@vitrine/catalogue/model/versions'
import { canonical } from '../canonical-json.ts'

/**
 * A sheet that came in, over the one that is there: what it says replaces what was said, and where it is silent what was
 * said stays. A producer's new sheet has no pictures and no themes; taking it in must not take them away. So it is within a
 * list, where both name the same festival, company or cut: a sheet that says "FIPADOC 2021" does not take its city away. What it
 * only says in another place (the French title among the other titles, the versions of the cut as those of the film), in another
 * order or with other blanks is nothing new either.
 *
 * @example
 * fillIn(standing, incoming).pictures // standing.pictures
 */
export function fillIn(standing: TitleSheet, incoming: TitleSheet): TitleSheet {
  const merged: Record<string, unknown> = { ...standing }
  for (const [field, value] of Object.entries(withoutSaid(standing, incoming))) {
    if (isSilent(value)) continue
    const was = merged[field]
    const keyOf = KEYS[field]
    if (saysTheSame(was, value)) continue
    if (keyOf !== undefined) merged[field] = itemByItem(was as Item[], value as unknown as Item[], keyOf)
    else merged[field] = isRecord(value) && isRecord(was) && BY_PART.has(field) ? { ...was, ...saidAnew(was, value) } : value
  }
  return merged as TitleSheet
}

/** What came in, without what the title says already: of what else may be among it, all is kept. */
function withoutSaid(standing: TitleSheet, incoming: TitleSheet): TitleSheet {
  const titles = new Set([standing.title, standing.originalTitle, ...Object.values(standing.titles)].map(withoutWideSpaces))
  const others = incoming.otherTitles.filter(({ title }) => !titles.has(withoutWideSpaces(title)))
  return {
    ...incoming,
    // where some are new, those that stand are not to go
    otherTitles: others.length < incoming.otherTitles.length && others.length > 0 ? [...standing.otherTitles, ...others.filter((one) => !standing.otherTitles.some((there) => saysTheSame(there, one)))] : others, // prettier-ignore
    versions: areSaid(incoming.versions, versionsOfFilm(standing), standing.versions.length > 0) ? [] : incoming.versions,
    originalLanguages: incoming.originalLanguages.length === standing.originalLanguages.length && incoming.originalLanguages.every((one, at) => isOf(standing.originalLanguages[at]!, one)) ? [] : incoming.originalLanguages, // prettier-ignore
    cuts: incoming.cuts.map((cut) => inTheOrderOf(standing.cuts, cut)),
  }
}

function inTheOrderOf(standing: readonly Cut[], cut: Cut): Cut {
  const there = standing.find((one) => one.minutes === cut.minutes && one.episodes === cut.episodes)
  return there !== undefined && areSaid(cut.versions, there.versions, true) ? { ...cut, versions: there.versions } : cut
}

/**
 * Of each language no more than is known of it: a file may name them without their uses. `all`: and none is missing; where every cut has
 * versions of its own, those of the film as a whole may be fewer.
 */
function areSaid(incoming: readonly LanguageVersion[], known: readonly LanguageVersion[], all: boolean): boolean {
  const says = (there: LanguageVersion, { language, use, hardOfHearing }: LanguageVersion): boolean =>
    isOf(there.language, language) && (use === null || use === there.use) && (!hardOfHearing || there.hardOfHearing)
  return (
    incoming.every((one) => known.some((there) => says(there, one))) &&
    (!all || known.every((there) => incoming.some(({ language }) => isOf(there.language, language))))
  )
}

/** `ar-EG` is Arabic, wherever a file says no more. */
const isOf = (tag: string, language: string): boolean => tag === language || tag.startsWith(`${language}-`)

const withoutWideSpaces = (text: string | null): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
/** A list or a text that is the same but for the width of its blanks: lists of others have none that do not break. */
const saysTheSame = (one: unknown, other: unknown): boolean =>
  withoutWideSpaces(canonical(one)) === withoutWideSpaces(canonical(other))

type Item = Record<string, unknown>
type KeyOf = (item: Item) => string

const byName: KeyOf = ({ name }) => fold(String(name))
/** What tells that two items of a list are the same one. */
const KEYS: Record<string, KeyOf> = {
  productionCompanies: byName,
  coProducers: byName,
  festivals: ({ festival, year }) => `${fold(String(festival))} ${String(year)}`,
  cuts: ({ minutes, episodes }) => `${String(episodes)} ${String(minutes)}`,
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
/** What is said, and not what says the same as what was: a lead without its day is the lead that was written on one. */
const saidAnew = (was: Record<string, unknown>, value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said(value)).filter(([part, text]) => {
      const there = was[part]
      return !saysTheSame(there, isRecord(text) && isRecord(there) ? { ...there, ...said(text) } : text)
    }),
  )
