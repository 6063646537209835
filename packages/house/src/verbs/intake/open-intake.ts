import type { Finding } from '@vitrine/exchange/formats/finding'
import { countFilms, pageOfFilms } from '@vitrine/store/intake/intakes'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeColumn, IntakeFilm, IntakeView, Standing } from '../../contract/intake.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { reachIntake, toIntakeLine } from '../../intake/reach-intake.ts'
import { changesTo } from '../../intake/stand.ts'
import { authorise } from '../../policies/authorise.ts'

const MOST = 100

/**
 * A file that came in, film by film beside the catalogue as it is now: what each would change, what it may be. Counts are of
 * the whole file; `standing` shows those of one kind.
 */
export async function openIntake(
  house: HouseContext,
  actor: Actor,
  args: { id: string; standing?: Standing | null; cursor?: string | null; limit?: number },
): Promise<IntakeView> {
  authorise(actor, 'openIntake')
  const intake = await reachIntake(house, house.db, args.id)
  const [after] = fromCursor(args.cursor) ?? []
  const most = Math.min(Math.max(args.limit ?? 50, 1), MOST)
  const [counts, rows] = await Promise.all([
    countFilms(house.db, house.houseId, intake.id),
    pageOfFilms(house.db, house.houseId, intake.id, {
      standing: args.standing ?? null,
      after: after === undefined ? -1 : Number(after),
      limit: most + 1,
    }),
  ])
  const shown = rows.slice(0, most)
  const ids = shown.flatMap(({ titleId, matches }) => [...(titleId === null ? [] : [titleId]), ...matches.map(({ id }) => id)])
  const titles = new Map((await findTitles(house.db, house.houseId, [...new Set(ids)])).map((row) => [row.id, row]))

  const items = shown.map((row): IntakeFilm => {
    const title = row.titleId === null ? undefined : titles.get(row.titleId)
    const { takenTitleId, takenRevision, beforeRevision } = row
    return {
      position: row.position,
      key: row.key,
      line: row.line,
      title: row.title,
      sheet: row.sheet,
      standing: row.standing,
      doubts: row.doubts as Finding[],
      pictureUrls: row.pictureUrls,
      matches: row.matches.flatMap((match) => {
        const standing = titles.get(match.id)
        return standing === undefined ? [] : [{ ...match, title: standing.sheet.title, year: standing.sheet.year }]
      }),
      repeats: row.repeats,
      decision: row.decision,
      titleId: title === undefined ? null : row.titleId,
      changes: title === undefined || takenTitleId !== null ? [] : changesTo(title.sheet, row.sheet, row.paths),
      taken: takenTitleId === null ? null : { titleId: takenTitleId, revision: takenRevision!, fresh: beforeRevision === null },
    }
  })
  return {
    ...toIntakeLine(intake),
    columns: intake.columns as IntakeColumn[] | null,
    remembered: intake.remembered,
    findings: intake.findings as Finding[],
    counts,
    items,
    nextCursor: rows.length > most ? toCursor(items.at(-1)!.position) : null,
  }
}
