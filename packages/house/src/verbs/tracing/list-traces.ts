import { tracesOfTitle } from '@vitrine/store/reels/traces'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { TraceRoom } from '../../contract/traces.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { toTraceView } from '../../tracing/reach-trace.ts'
import { countViewings, watchedReels } from '../../tracing/suspects.ts'

const MOST = 200

/** The traces of a film, the newest first, and how many viewings a copy of it could be traced to. */
export async function listTraces(house: HouseContext, actor: Actor, args: { titleId: string }): Promise<TraceRoom> {
  const { db, houseId } = house
  const title = await reachTitle(house, db, actor, 'listTraces', args.titleId)
  const [traces, reels] = await Promise.all([tracesOfTitle(db, houseId, title.id, MOST), watchedReels(house, db, title.id)])
  return { titleId: title.id, title: title.sheet.title, ...countViewings(reels), traces: traces.map(toTraceView) }
}
