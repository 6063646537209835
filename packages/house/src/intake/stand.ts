import type { TitleSheet } from '@vitrine/catalogue'
import { saysNothing } from '@vitrine/exchange/formats/losses'
import type { Finding } from '@vitrine/exchange/formats/finding'
import type { IntakeFilmRow } from '@vitrine/store/intake/intakes'
import type { IntakeChange, Standing } from '../contract/intake.ts'
import { compareSheets } from '../editing/compare.ts'
import { fillIn } from '../sheets/fill-in.ts'

/**
 * What a film that came in would change in a title: every path where it says something, and something else. Where it is silent
 * nothing changes. `paths` is what somebody chose; before that, what fills gaps is chosen and what overwrites is not.
 */
export function changesTo(standing: TitleSheet, incoming: TitleSheet, paths: readonly string[] | null): IntakeChange[] {
  return compareSheets(standing, fillIn(standing, incoming)).map((change) => {
    const fills = saysNothing(change.before)
    return { ...change, fills, taken: paths === null ? fills : paths.includes(change.path) }
  })
}

/** How a film stands, given what it was read with, what it may be, and what it would change: `changes` is null for one that is new. */
export function standingOf(
  { doubts, matches, repeats, decision }: Pick<IntakeFilmRow, 'doubts' | 'matches' | 'repeats' | 'decision'>,
  changes: readonly IntakeChange[] | null,
): Standing {
  if (decision === null && changes === null && (matches.length > 0 || repeats !== null)) return 'duplicate'
  if (decision === null && (doubts as Finding[]).some(({ severity }) => severity !== 'notice')) return 'doubtful'
  if (changes === null) return 'new'
  return changes.length === 0 ? 'same' : 'changed'
}
