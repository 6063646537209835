import type { TitleSheet } from '@vitrine/catalogue'
import { canonical } from '../canonical-json.ts'
import type { FieldChange } from '../contract.ts'
import { compareSheets, partsOf } from './compare.ts'
import { mergePictures } from './merge-pictures.ts'

/** What two people did to one sheet. `clashing`: paths that both changed, and not to the same; pictures only where they changed one picture. */
export interface ThreeWay {
  theirs: FieldChange[]
  mine: FieldChange[]
  clashing: string[]
}

/** Holds two sheets against the one both began with. */
export function compareThree(base: TitleSheet, theirs: TitleSheet, mine: TitleSheet): ThreeWay {
  const theirChanges = compareSheets(base, theirs)
  const myChanges = compareSheets(base, mine)
  const theirAfter = new Map(theirChanges.map((change) => [change.path, canonical(change.after)]))
  const clashing = myChanges
    .filter(({ path, after }) => theirAfter.has(path) && theirAfter.get(path) !== canonical(after))
    .map(({ path }) => path)
    .filter((path) => path !== 'pictures' || mergePictures(base.pictures, theirs.pictures, mine.pictures, 'theirs').clash)
  return { theirs: theirChanges, mine: myChanges, clashing }
}

/**
 * One sheet out of two that began with the same: what only one of them changed is taken from that one; where both changed
 * a path differently, `choices` says whose stays. `unresolved` names the clashes without a choice; there theirs stays.
 *
 * @example
 * mergeSheets(base, theirs, mine, { 'synopsis.fr': 'mine' }) // { sheet, unresolved: [] }
 */
export function mergeSheets(
  base: TitleSheet,
  theirs: TitleSheet,
  mine: TitleSheet,
  choices: Record<string, 'theirs' | 'mine'> = {},
): { sheet: TitleSheet; unresolved: string[] } {
  const { theirs: theirChanges, mine: myChanges, clashing } = compareThree(base, theirs, mine)
  const clashes = new Set(clashing)
  const parts = partsOf(theirs)
  for (const { path, after } of myChanges) {
    if (path === 'pictures' && theirChanges.some((change) => change.path === path)) {
      parts.set(path, mergePictures(base.pictures, theirs.pictures, mine.pictures, choices[path] ?? 'theirs').pictures)
      continue
    }
    if (clashes.has(path) && choices[path] !== 'mine') continue
    if (after === null && path.includes('.')) parts.delete(path)
    else parts.set(path, after)
  }
  return { sheet: fromParts(theirs, parts), unresolved: clashing.filter((path) => choices[path] === undefined) }
}

/**
 * A sheet that says at some paths what another one says there, and everywhere else what it said.
 *
 * @example
 * takePaths(standing, incoming, ['year', 'synopsis.fr'])
 */
export function takePaths(standing: TitleSheet, from: TitleSheet, paths: readonly string[]): TitleSheet {
  const parts = partsOf(standing)
  const given = partsOf(from)
  for (const path of paths) {
    const value = given.get(path) ?? null
    if (value === null && path.includes('.') && !path.startsWith('identifiers.')) parts.delete(path)
    else parts.set(path, value)
  }
  return fromParts(standing, parts)
}

function fromParts(shape: TitleSheet, parts: ReadonlyMap<string, unknown>): TitleSheet {
  const sheet: Record<string, unknown> = { ...shape }
  for (const field of ['titles', 'lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography']) sheet[field] = {}
  sheet['identifiers'] = { isan: null, eidr: null, imdb: null, tmdb: null, wikidata: null, reference: null }
  for (const [path, value] of parts) {
    const [field = '', part] = path.split('.', 2)
    if (part === undefined) sheet[field] = value
    else (sheet[field] as Record<string, unknown>)[part] = value
  }
  return sheet as TitleSheet
}
