/** Whether those who watch may go on: asked of the database for all of them at once, and believed for half a second. */
import { SYSTEM, type House } from '@vitrine/house'
import { describeError, type Log } from '../log.ts'
import type { Viewer } from './viewer.ts'

/** How old an answer of the database about screeners may be: a revoked one is refused after this at the latest. */
const STANDS_FOR = 500

export interface WhoMayGoOn {
  /** The next turn among admissions and questions: of whoever is admitted after a question was begun its answer says nothing. */
  turn(): number
  /** Asks anew, unless that was asked just now: then nobody waits. */
  check(viewer: Viewer): Promise<void> | null
}

export function whoMayGoOn(
  house: Pick<House, 'endedViewings'>,
  everybody: () => Iterable<Viewer>,
  log: Log,
  now: () => number,
): WhoMayGoOn {
  let turns = 0
  let asking: Promise<void> | null = null
  const turn = (): number => (turns += 1)

  async function ask(): Promise<void> {
    const [begun, of, asked] = [now(), turn(), [...everybody()]] // whoever comes while it is asked was not asked about
    try {
      const ended = new Map((await house.endedViewings(SYSTEM, { ids: asked.map(({ viewing }) => viewing.id) })).map(({ id, why }) => [id, why])) // prettier-ignore
      // Of whoever was let in meanwhile the answer may be older than that.
      for (const viewer of asked)
        if (viewer.admitted < of) Object.assign(viewer, { over: ended.get(viewer.viewing.id) ?? null, checkedAt: begun })
    } catch (error) {
      // Nobody can revoke anything while the database is away; a running film is not cut for that, and none begins.
      log.error('media', describeError(error))
      for (const viewer of asked) if (viewer.checkedAt > 0) viewer.checkedAt = begun
    } finally {
      asking = null
    }
  }
  const isOld = ({ checkedAt }: Viewer, at: number): boolean => Math.abs(at - checkedAt) > STANDS_FOR
  async function askAnew(viewer: Viewer, at: number): Promise<void> {
    await (asking ??= ask())
    if (isOld(viewer, at)) await (asking ??= ask()) // what was under way had begun too early for it
  }
  return {
    turn,
    check(viewer) {
      const at = now()
      return isOld(viewer, at) ? askAnew(viewer, at) : null
    },
  }
}
