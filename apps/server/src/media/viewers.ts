/**
 * Whoever watches at this moment, in memory: what their viewing may fetch, and what is still to be written of it. All of it can be
 * read again from the database, so a server may stop at any time; what it had not written yet its players tell the next one.
 */
import { isHouseError, SYSTEM, type House } from '@vitrine/house'
import { describeError, type Log } from '../log.ts'
import { createFilms } from './films.ts'
import { forgetRefusals, fromHere, type Refused } from './from-here.ts'
import { isHeard, type Report, withReport } from './heard.ts'
import { newViewer, takesReport, type Viewer } from './viewer.ts'
import { whoMayGoOn } from './who-may-go-on.ts'
import { writeHeard } from './write-heard.ts'

const IDLE = 15 * 60_000
/** A reel that was read for whoever begins now is not read twice. */
const JUST_READ = 5_000

type Verbs = Pick<House, 'takeViewing' | 'endedViewings' | 'reportViewings' | 'moveViewing'>

export interface Viewers {
  /** Null: there is no such viewing. */
  find(id: string): Promise<Viewer | null>
  /** Reads the reel of a viewing anew, as when its film begins: subtitles may have come or gone. */
  refresh(viewer: Viewer): Promise<void>
  /** A viewing was let in at this moment: what was known of its end holds no more. */
  admit(id: string): Promise<void>
  /** Asks anew who may go on, unless that was asked just now. */
  check(viewer: Viewer): Promise<void> | null
  /** Whether a viewing may be watched from a country, null where nobody says which. It is asked when it is not known. Throws `not-found` where it is gone. */
  refusedFrom(viewer: Viewer, country: string | null): Refused | Promise<Refused>
  /** Whether a viewing may report now; it has then done so. */
  mayReport(viewer: Viewer): boolean
  /** Answers how much of what ran on its page is written; null: nobody knows here. */
  note(viewer: Viewer, report: Report): number | null
  /** So many bytes were sent, and with them, whole, a segment of the picture. */
  noteSent(viewer: Viewer, bytes: number, segment: number | null): void
  flush(): Promise<void>
  readonly size: number
}

export function createViewers(house: Verbs, log: Log, now: () => number): Viewers {
  const viewers = new Map<string, Viewer>()
  const coming = new Map<string, Promise<Viewer | null>>()
  const films = createFilms()
  const fromCountry = fromHere(house, log, now)
  const goingOn = whoMayGoOn(house, () => viewers.values(), log, now)
  let writing: Promise<void> = Promise.resolve()
  /** The next writing, which has not begun. */
  let waiting: Promise<void> | null = null

  async function take(id: string): Promise<Viewer | null> {
    try {
      const viewer = newViewer(films.of(await house.takeViewing(SYSTEM, { id })), goingOn.turn(), now())
      viewers.set(id, viewer)
      return viewer
    } catch (thrown) {
      if (isHouseError(thrown) && thrown.code === 'not-found') return null
      throw thrown
    }
  }
  async function find(id: string): Promise<Viewer | null> {
    const known = viewers.get(id)
    if (known !== undefined) return known
    const on = coming.get(id) ?? take(id).finally(() => coming.delete(id))
    coming.set(id, on)
    return on
  }
  async function write(): Promise<void> {
    await writeHeard(house, viewers.values(), log, now)
    for (const [id, { askedAt, heard }] of viewers) if (now() - askedAt > IDLE && !isHeard(heard)) viewers.delete(id)
    films.tidy()
  }
  /** One writing at a time, and one that waits for it: it writes for all who ask meanwhile. */
  function flush(): Promise<void> {
    waiting ??= writing = writing.then(() => {
      waiting = null
      return write()
    })
    return waiting
  }

  return {
    get size() {
      return viewers.size
    },
    find,
    async admit(id) {
      const known = viewers.get(id)
      if (known !== undefined && known.over !== null) Object.assign(known, { over: null, checkedAt: 0 })
      const viewer = known ?? (await find(id))
      if (viewer === null) return
      viewer.admitted = goingOn.turn()
      forgetRefusals(viewer.from)
      await goingOn.check(viewer)
    },
    async refresh(viewer) {
      const { readAt } = viewer
      viewer.readAt = null
      if (readAt !== null && now() - readAt < JUST_READ) return
      try {
        Object.assign(viewer, films.of(await house.takeViewing(SYSTEM, { id: viewer.viewing.id })))
      } catch (error) {
        log.error('media', describeError(error)) // it goes on as it was
      }
    },
    check: (viewer) => goingOn.check(viewer),
    refusedFrom(viewer, country) {
      const noted = (refused: Refused): Refused => {
        if (refused === null) viewer.country = country ?? viewer.country
        return refused
      }
      const answer = fromCountry(viewer.viewing.id, viewer.from, country)
      if (!(answer instanceof Promise)) return noted(answer)
      return answer.then(noted, (error: unknown) => {
        if (isHouseError(error) && error.code === 'not-found') viewers.delete(viewer.viewing.id)
        throw error
      })
    },
    mayReport: (viewer) => takesReport(viewer, now()),
    note(viewer, report) {
      viewer.heard = withReport(viewer.heard, report, now())
      // Whoever closes the page, or may not go on, tells nothing again: their last word does not wait for the others.
      if (report.left || viewer.over !== null) void flush()
      return viewer.written.get(report.page) ?? null
    },
    noteSent({ heard }, bytes, segment) {
      if (segment !== null) heard.segments.add(segment)
      heard.bytes += bytes
    },
    flush,
  }
}
