/** Writes what was heard of those who watch, many at once; what could not be written waits for the next time. */
import { SYSTEM, type House } from '@vitrine/house'
import { describeError, type Log } from '../log.ts'
import { type Heard, isHeard, newest, nothingHeard, reportsOf, together } from './heard.ts'
import type { Viewer } from './viewer.ts'

/** Viewings in one transaction. */
const AT_ONCE = 200

interface Taken {
  viewer: Viewer
  heard: Heard
}

export async function writeHeard(
  house: Pick<House, 'reportViewings'>,
  viewers: Iterable<Viewer>,
  log: Log,
  now: () => number,
): Promise<void> {
  const taken = [...viewers].filter(({ heard }) => isHeard(heard)).map((viewer): Taken => {
    const { heard } = viewer
    viewer.heard = nothingHeard()
    return { viewer, heard }
  }) // prettier-ignore
  for (let from = 0; from < taken.length; from += AT_ONCE) {
    const some = taken.slice(from, from + AT_ONCE)
    try {
      await write(house, some, now())
    } catch (error) {
      log.error('media', describeError(error))
      for (const { viewer, heard } of some) viewer.heard = together(heard, viewer.heard)
    }
  }
}

async function write(house: Pick<House, 'reportViewings'>, taken: readonly Taken[], now: number): Promise<void> {
  const reports = taken.flatMap(({ viewer, heard }) => reportsOf({ id: viewer.viewing.id, country: viewer.country }, heard, now))
  const written = Map.groupBy(await house.reportViewings(SYSTEM, { reports }), ({ id }) => id)
  for (const { viewer } of taken) {
    const pages = (written.get(viewer.viewing.id) ?? []).map(({ page, told }) => [page, told] as const)
    viewer.written = newest([...viewer.written, ...pages])
  }
}
