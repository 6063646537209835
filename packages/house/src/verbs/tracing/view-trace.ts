import { readSegments } from '@vitrine/screening/watching/segments'
import { findTrace, traceReport } from '@vitrine/store/reels/traces'
import { listViewingRows, servedOfViewings } from '@vitrine/store/screening/viewings'
import { findTitle } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { NamedViewing, TraceFound, TraceReading } from '../../contract/traces.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { viewingViews } from '../../screening/watched-view.ts'
import { toTraceView } from '../../tracing/reach-trace.ts'

/** A trace: how far it is, and once it is done its report, with who the viewings that it names were. */
export async function viewTrace(house: HouseContext, actor: Actor, args: { id: string }): Promise<TraceReading> {
  authorise(actor, 'viewTrace')
  const { db, houseId } = house
  const row = await findTrace(db, houseId, args.id)
  if (row === null) throw new HouseError('not-found', { subject: 'Trace' })
  const [title, report] = await Promise.all([findTitle(db, houseId, row.titleId), traceReport(db, houseId, row.id)])
  const found = report as TraceFound | null
  return {
    ...toTraceView(row),
    title: title?.sheet.title ?? '',
    found,
    reportHash: row.reportHash,
    namedViewings: found === null ? [] : await namedViewings(house, found),
  }
}

async function namedViewings(house: HouseContext, { reels }: TraceFound): Promise<NamedViewing[]> {
  const ids = reels.flatMap(({ report }) => report.verdict.named.map(({ id }) => id))
  const rows = await listViewingRows(house.db, house.houseId, { ids }, ids.length)
  const [{ viewings }, served] = await Promise.all([
    viewingViews(house, house.db, rows),
    servedOfViewings(house.db, house.houseId, ids),
  ])
  return reels.flatMap(({ reelId, report }) => {
    const read = report.segments.map(({ index }) => index)
    return report.verdict.named.flatMap((standing): NamedViewing[] => {
      const viewing = viewings.find(({ id }) => id === standing.id)
      const sent = readSegments(served.get(standing.id)?.segments ?? '')
      const wasSent = (index: number) => sent.some(([first, last]) => first <= index && index <= last)
      return viewing === undefined ? [] : [{ reelId, standing, viewing, sent: read.filter(wasSent).length, read: read.length }] // prettier-ignore
    })
  })
}
