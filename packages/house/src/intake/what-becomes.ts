import type { TitleSheet } from '@vitrine/catalogue'
import type { IntakeFilmRow } from '@vitrine/store/intake/intakes'
import type { IntakeOutcome } from '../contract/intake.ts'
import { takePaths } from '../editing/merge.ts'
import { fillIn } from '../sheets/fill-in.ts'
import { changesTo } from './stand.ts'

/** What becomes of one film of a file that is taken. */
export type Becomes =
  | { as: 'skipped' }
  | { as: 'left'; reason: IntakeOutcome['left'][number]['reason'] }
  | { as: 'created' }
  | { as: 'unchanged'; titleId: string }
  | { as: 'changed'; titleId: string; sheet: TitleSheet }

/** What the house knows when a film's turn comes. */
export interface Stand {
  /** The title it was decided to be, as it is in the catalogue; undefined where that title is gone. */
  title: { id: string; sheet: TitleSheet; revision: number } | undefined
  /** What an earlier film of the same file makes of that title. */
  pending: TitleSheet | undefined
  /** It was decided to be new, and another way brought the same film in since. */
  knownByNow: boolean
}

/** What becomes of a film as it was decided, given how the catalogue stands now. */
export function whatBecomes(
  film: Pick<IntakeFilmRow, 'decision' | 'titleId' | 'seenRevision' | 'sheet' | 'paths'>,
  { title, pending, knownByNow }: Stand,
): Becomes {
  // prettier-ignore
  if (film.decision === 'skip') return { as: 'skipped' }
  if (film.decision === null) return { as: 'left', reason: 'undecided' }
  if (knownByNow) return { as: 'left', reason: 'known-by-now' }
  if (film.titleId === null) return { as: 'created' }
  if (title === undefined) return { as: 'left', reason: 'gone' }
  // Whoever decided had this revision before their eyes; what was decided for them only fills gaps, which is always right.
  if (film.seenRevision !== null && film.seenRevision !== title.revision) return { as: 'left', reason: 'revision-changed' }
  const standing = pending ?? title.sheet
  const paths = changesTo(standing, film.sheet, film.paths).flatMap((change) => (change.taken ? [change.path] : []))
  if (paths.length === 0) return { as: 'unchanged', titleId: title.id }
  return { as: 'changed', titleId: title.id, sheet: takePaths(standing, fillIn(standing, film.sheet), paths) }
}
