/**
 * Whoever watches at this moment, in memory: what their viewing may fetch, and what is still to be written of it. All of it can be
 * read again from the database, so a server may stop at any time; what it had not written yet its players tell the next one.
 */
import { isHouseError, SYSTEM, type House, type ServedViewing, type ViewingOver, type ViewingReport } from '@vitrine/house'
import { masterPlaylist } from '@vitrine/screening/reel/playlists'
import type { Reel } from '@vitrine/screening'
import { addressesOf, type Asset } from '@vitrine/screening/serving/addresses'
import { describeError, type Log } from '../log.ts'
import { type Answers, forgetRefusals, fromHere, type Refused } from './from-here.ts'

/** How old an answer of the database about screeners may be: a revoked one is refused after this at the latest. */
const STANDS_FOR = 500
const IDLE = 15 * 60_000
/** A reel that was read for whoever begins now is not read twice. */
const JUST_READ = 5_000
/** A player reports every ten seconds, when it is paused and when its page is closed: so many at once, and one a second. */
const REPORTS_AT_ONCE = 20
/** Of one viewing, between one writing and the next. */
const MOST_PAGES = 8

/** What was heard of each page since it was last written: its newest report, which tells whatever was not written of those before it. */
type Heard = ReadonlyMap<string, Report & { at: number }>

export interface Viewer {
  viewing: ServedViewing
  at: (path: string) => Asset | null
  /** The playlist that a player begins with: what this viewer understands comes first. */
  whole: Buffer
  over: ViewingOver | null
  /** When its reel was read; null once somebody began with it. */
  readAt: number | null
  /** When whether it may go on was asked last; 0: not since it was let in. */
  checkedAt: number
  /** Its turn among admissions and questions to the database. */
  admitted: number
  /** The countries that it was asked for from, and whether it may be watched there. */
  from: Answers
  /** Of those that it may be watched in, the one that it was asked for from last; null: nobody said. */
  country: string | null
  /** Of its tokens that were used, the newest turn, by what they are for. */
  newest: Record<'watch' | 'renew', number>
  askedAt: number
  /** Reports that it may send at once, at `reportedAt`. */
  mayReport: number
  reportedAt: number
  heard: Heard
  /** How much of what ran on a page is written, by the page: it needs not be told again. */
  written: ReadonlyMap<string, number>
  segments: Set<number>
  bytes: number
}

/** As a player sends it. */
export type Report = Pick<ViewingReport, 'report' | 'before' | 'played' | 'positionMs' | 'language' | 'subtitles' | 'left' | 'openedAt'> & { page: string } // prettier-ignore

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
  flush(): Promise<void>
  readonly size: number
}

export function createViewers(house: Verbs, log: Log, now: () => number): Viewers {
  const viewers = new Map<string, Viewer>()
  const coming = new Map<string, Promise<Viewer | null>>()
  const reels = new Map<string, WeakRef<(path: string) => Asset | null>>()
  const refusedFrom = fromHere(house, log, now)
  let turn = 0
  let checking: Promise<void> | null = null
  let flushing: Promise<void> = Promise.resolve()

  /** One table of addresses for all who watch a reel with the same subtitles: nothing else of it changes. */
  function addresses({ reelId, reel }: ServedViewing): (path: string) => Asset | null {
    const key = `${reelId} ${JSON.stringify(reel.subtitles)}`
    const known = reels.get(key)?.deref()
    if (known !== undefined) return known
    // Reels that nobody watches any more leave their names behind: they go when the next is read.
    for (const [of, table] of reels) if (table.deref() === undefined) reels.delete(of)
    const made = addressesOf(reel)
    reels.set(key, new WeakRef(made))
    return made
  }
  const filmOf = (viewing: ServedViewing): Pick<Viewer, 'viewing' | 'at' | 'whole' | 'readAt'> => ({
    viewing,
    readAt: now(),
    at: addresses(viewing),
    whole: Buffer.from(masterPlaylist(suiting(viewing.reel, viewing.chosen))),
  })

  async function take(id: string): Promise<Viewer | null> {
    let viewing: ServedViewing
    try {
      viewing = await house.takeViewing(SYSTEM, { id })
    } catch (thrown) {
      if ((thrown as { code?: string }).code === 'not-found') return null
      throw thrown
    }
    const viewer: Viewer = {
      ...filmOf(viewing),
      over: null,
      checkedAt: 0,
      admitted: (turn += 1),
      from: new Map(),
      country: null,
      newest: { watch: 0, renew: 0 },
      askedAt: now(),
      mayReport: REPORTS_AT_ONCE,
      reportedAt: now(),
      heard: new Map(),
      written: new Map(),
      segments: new Set(),
      bytes: 0,
    }
    viewers.set(id, viewer)
    return viewer
  }

  async function check(): Promise<void> {
    const [begun, asking, asked] = [now(), (turn += 1), [...viewers.values()]] // whoever comes while it is asked was not asked about
    try {
      const ended = new Map((await house.endedViewings(SYSTEM, { ids: asked.map(({ viewing }) => viewing.id) })).map(({ id, why }) => [id, why])) // prettier-ignore
      // Of whoever was let in meanwhile the answer may be older than that.
      for (const viewer of asked)
        if (viewer.admitted < asking) Object.assign(viewer, { over: ended.get(viewer.viewing.id) ?? null, checkedAt: begun })
    } catch (error) {
      // Nobody can revoke anything while the database is away; a running film is not cut for that, and none begins.
      log.error('media', describeError(error))
      for (const viewer of asked) if (viewer.checkedAt > 0) viewer.checkedAt = begun
    } finally {
      checking = null
    }
  }
  const isOld = ({ checkedAt }: Viewer, at: number): boolean => Math.abs(at - checkedAt) > STANDS_FOR
  async function checkOld(viewer: Viewer, at: number): Promise<void> {
    await (checking ??= check())
    if (isOld(viewer, at)) await (checking ??= check()) // what was under way had begun too early for it
  }

  function reportsOf({ viewer, heard, segments, bytes }: Taken): ViewingReport[] {
    const of = { id: viewer.viewing.id, country: viewer.country }
    const sent = { segments: [...segments], bytes }
    const nothing = { page: null, report: 0, before: 0, played: [], positionMs: 0, language: null, subtitles: null, left: false, openedAt: null } // prettier-ignore
    const told = heard.size > 0 ? [...heard.values()] : [{ ...nothing, at: now() }]
    return told.map((one, n) => ({ ...one, ...of, ...(n === 0 ? sent : { segments: [], bytes: 0 }), at: new Date(one.at).toISOString() })) // prettier-ignore
  }
  async function write(): Promise<void> {
    const waiting = [...viewers.values()].filter(({ heard, bytes }) => heard.size > 0 || bytes > 0)
    const taken = waiting.map((viewer): Taken => {
      const { heard, segments, bytes } = viewer
      Object.assign(viewer, { heard: new Map(), segments: new Set(), bytes: 0 })
      return { viewer, heard, segments, bytes }
    })
    for (let from = 0; from < taken.length; from += 200) {
      const some = taken.slice(from, from + 200)
      try {
        const told = await house.reportViewings(SYSTEM, { reports: some.flatMap(reportsOf) })
        const written = Map.groupBy(told, ({ id }) => id)
        for (const { viewer } of some) {
          const pages = (written.get(viewer.viewing.id) ?? []).map(({ page, told: much }) => [page, much] as const)
          viewer.written = newest([...viewer.written, ...pages])
        }
      } catch (error) {
        log.error('media', describeError(error))
        for (const one of some) putBack(one)
      }
    }
    for (const [id, { askedAt, heard, bytes }] of viewers)
      if (now() - askedAt > IDLE && heard.size === 0 && bytes === 0) viewers.delete(id)
    for (const [id, at] of reels) if (at.deref() === undefined) reels.delete(id)
  }

  return {
    get size() {
      return viewers.size
    },
    async find(id) {
      const known = viewers.get(id)
      if (known !== undefined) return known
      const on = coming.get(id) ?? take(id).finally(() => coming.delete(id))
      coming.set(id, on)
      return on
    },
    async admit(id) {
      const known = viewers.get(id)
      if (known !== undefined && known.over !== null) Object.assign(known, { over: null, checkedAt: 0 })
      const viewer = known ?? (await this.find(id))
      if (viewer === null) return
      viewer.admitted = turn += 1
      forgetRefusals(viewer.from)
      await this.check(viewer)
    },
    async refresh(viewer) {
      const { readAt } = viewer
      viewer.readAt = null
      if (readAt !== null && now() - readAt < JUST_READ) return
      try {
        Object.assign(viewer, filmOf(await house.takeViewing(SYSTEM, { id: viewer.viewing.id })), { readAt: null })
      } catch (error) {
        log.error('media', describeError(error)) // it goes on as it was
      }
    },
    check(viewer) {
      const at = now()
      return isOld(viewer, at) ? checkOld(viewer, at) : null
    },
    refusedFrom(viewer, country) {
      const noted = (refused: Refused): Refused => {
        if (refused === null) viewer.country = country ?? viewer.country
        return refused
      }
      const answer = refusedFrom(viewer.viewing.id, viewer.from, country)
      if (!(answer instanceof Promise)) return noted(answer)
      return answer.then(noted, (error: unknown) => {
        if (isHouseError(error) && error.code === 'not-found') viewers.delete(viewer.viewing.id)
        throw error
      })
    },
    mayReport(viewer) {
      const at = now()
      viewer.mayReport = Math.min(REPORTS_AT_ONCE, viewer.mayReport + Math.max(0, at - viewer.reportedAt) / 1000)
      viewer.reportedAt = at
      if (viewer.mayReport < 1) return false
      viewer.mayReport -= 1
      return true
    },
    note(viewer, report) {
      const one = { ...report, at: now() }
      if (isNews(viewer.heard, one)) viewer.heard = newest([...viewer.heard, [report.page, one]])
      return viewer.written.get(report.page) ?? null
    },
    flush: () => (flushing = flushing.then(write)),
  }
}

interface Taken {
  viewer: Viewer
  heard: Heard
  segments: ReadonlySet<number>
  bytes: number
}

/** The last entries, each page once. */
function newest<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const pages = new Map<string, T>()
  for (const [page, one] of entries) {
    pages.delete(page)
    pages.set(page, one)
  }
  return new Map([...pages].slice(-MOST_PAGES))
}

/** Whether a report tells more than what was heard of its page. */
const isNews = (heard: Heard, { page, report }: Report): boolean => (heard.get(page)?.report ?? -1) < report

function putBack({ viewer, heard, segments, bytes }: Taken): void {
  const meanwhile = [...viewer.heard].filter(([, one]) => isNews(heard, one))
  viewer.heard = newest([...heard, ...meanwhile])
  for (const index of segments) viewer.segments.add(index)
  viewer.bytes += bytes
}

/** The same reel, with the sound and the subtitles that suit a viewer before the others: a player begins with the first. */
function suiting(reel: Reel, { sound, subtitles }: ServedViewing['chosen']): Reel {
  const first = <T extends { name: string }>(tracks: readonly T[], name: string | null): T[] =>
    tracks.toSorted((a, b) => Number(b.name === name) - Number(a.name === name))
  return { ...reel, sound: first(reel.sound, sound), subtitles: first(reel.subtitles, subtitles) }
}
